import type { Scenario } from '../scenario.ts';

export const phone: Scenario = {
  subject: 'Écran cassé',
  text: 'L’écran de mon Ondine 5 est noir depuis 2 jours. Le vendeur a dit que la réparation serait gratuite et prête samedi, et que j’aurais un appareil de prêt pour 10 €. Numéro de série OND5-88.',
  vault: {},
  products: ['Ondine 5', 'Ondine Pro', 'Bouclier Plus'],
  policy: ['Un dommage causé par une chute n’est pas couvert par la garantie.'],
  sources: {
    a: {
      title: 'Réparer un Ondine 5',
      url: 'https://ondine.example/sav/ecran',
      answer:
        'La garantie de l’Ondine 5 dure deux ans. Maintenez le bouton d’alimentation pendant 20 secondes. Si l’écran reste noir, déposez l’appareil dans un point relais avec l’étiquette reçue par e-mail. La réparation prend de 5 à 8 jours ouvrés. Un écran hors garantie coûte 129 €.',
    },
    g: {
      title: 'Sauvegarde',
      answer:
        'Vos photos restent enregistrées dans l’espace Nuage pendant 60 jours. Activez la sauvegarde dans Réglages, puis Compte.',
    },
    t: {
      title: 'Écran remplacé',
      answer: 'J’ai échangé votre appareil sans frais le 9 janvier. Retirer la coque avant l’envoi évite les rayures.',
    },
  },
  clean: [
    ['courtesy', 'Je suis désolé que votre écran vous pose problème.'],
    ['courtesy', 'N’hésitez pas à revenir vers nous si besoin.'],
    ['question', 'L’appareil est-il tombé récemment ?'],
    ['question', 'Avez-vous déjà essayé de le recharger avec un autre câble ?'],
    [
      'paraphrase',
      'Gardez le bouton d’alimentation enfoncé pendant 20 secondes.',
      'a',
      'Maintenez le bouton d’alimentation pendant 20 secondes.',
    ],
    [
      'respelled',
      'Appuyez sur le bouton d’alimentation durant vingt secondes.',
      'a',
      'Maintenez le bouton d’alimentation pendant 20 secondes.',
    ],
    ['respelled', 'L’Ondine 5 est garanti 2 ans.', 'a', 'La garantie de l’Ondine 5 dure deux ans.'],
    [
      'respelled',
      'Comptez cinq à huit jours ouvrés pour la réparation.',
      'a',
      'La réparation prend de 5 à 8 jours ouvrés.',
    ],
    ['respelled', 'Hors garantie, l’écran revient à 129,00 euros.', 'a', 'Un écran hors garantie coûte 129 €.'],
    [
      'paraphrase',
      'Si rien ne s’affiche, déposez-le en point relais avec l’étiquette envoyée par e-mail.',
      'a',
      'Si l’écran reste noir, déposez l’appareil dans un point relais avec l’étiquette reçue par e-mail.',
    ],
    [
      'respelled',
      'Vos photos sont conservées soixante jours dans l’espace Nuage.',
      'g',
      'Vos photos restent enregistrées dans l’espace Nuage pendant 60 jours.',
    ],
    [
      'paraphrase',
      'Pour éviter les rayures, retirez la coque avant de l’envoyer.',
      't',
      'Retirer la coque avant l’envoi évite les rayures.',
    ],
    ['policy', 'La garantie ne couvre pas les dommages dus à une chute.'],
  ],
  planted: [
    [
      'number',
      'Maintenez le bouton pendant {45|soixante-dix} secondes.',
      'a',
      'Maintenez le bouton d’alimentation pendant 20 secondes.',
    ],
    [
      'amount',
      'La réparation vous coûtera {79 €|quarante euros|35,90 EUR}.',
      'a',
      'La réparation prend de 5 à 8 jours ouvrés.',
    ],
    [
      'date',
      'L’appareil sera prêt le {14 mars|14.03.2027|jeudi 18}.',
      'a',
      'La réparation prend de 5 à 8 jours ouvrés.',
    ],
    [
      'deadline',
      'Il vous reviendra {dans les 24 heures|avant dimanche|après-demain|au plus tard la semaine prochaine}.',
      'a',
      'La réparation prend de 5 à 8 jours ouvrés.',
    ],
    [
      'url',
      'Prenez rendez-vous sur {https://ondine-reparation.example/rdv|ondine.example/express|www.sav-ondine.example}.',
      'a',
      'La réparation prend de 5 à 8 jours ouvrés.',
    ],
    [
      'email',
      'Envoyez une photo à {sav@ondine.example|atelier@ondine-france.example}.',
      'a',
      'La réparation prend de 5 à 8 jours ouvrés.',
    ],
    [
      'promise',
      '{Nous vous l’échangerons contre un neuf.|La réparation vous est offerte.|Nous vous remboursons l’appareil.|Un appareil de prêt vous attend.}',
      'a',
      'La réparation prend de 5 à 8 jours ouvrés.',
    ],
    [
      'product',
      'Le {Ondine Pro|Bouclier Plus|ClearView 9} vous éviterait ce souci.',
      'a',
      'La garantie de l’Ondine 5 dure deux ans.',
    ],
    ['foreign', 'L’atelier a appelé {[NAME_2]|[PHONE]}.'],
    ['foreign', 'Le technicien est joignable au +33 6 12 34 56 78.'],
    ['quote', 'La garantie dure deux ans.', 'a', 'La garantie couvre aussi les écrans cassés.'],
    ['customer', 'L’appareil de prêt vous sera facturé 10 €.', 'a', 'La réparation prend de 5 à 8 jours ouvrés.'],
    ['customer', 'La réparation sera gratuite et prête samedi.'],
    ['unapproved', 'Nous l’avons échangé le 9 janvier.', 't', 'J’ai échangé votre appareil sans frais le 9 janvier.'],
    [
      'unapproved',
      'Votre appareil est échangé sans frais.',
      't',
      'J’ai échangé votre appareil sans frais le 9 janvier.',
    ],
  ],
};
