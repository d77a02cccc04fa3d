import type { Scenario } from '../scenario.ts';

export const energy: Scenario = {
  subject: 'Facture trop élevée',
  text: 'Bonjour, ma facture Lumière Verte de mars est de 212,40 € alors que je consomme peu. Votre collègue m’avait assuré un avoir de 80 € avant lundi et la fermeture du dossier 6620. Merci de répondre à [EMAIL_1]. [NAME_1]',
  vault: { '[EMAIL_1]': 'j.morel@boite.example', '[NAME_1]': 'Julien Morel' },
  products: ['Lumière Verte', 'Lumière Nuit'],
  policy: [
    'Un relevé erroné donne toujours lieu à un remboursement.',
    'Le service client est ouvert du lundi au samedi de 8 h à 19 h.',
  ],
  sources: {
    a: {
      title: 'Relevé et facture',
      url: 'https://aide.lumiere.example/releve',
      answer:
        'Transmettez votre relevé entre le 1er et le 5 de chaque mois dans l’espace client, rubrique Compteur. Sans relevé, la facture Lumière Verte est estimée. La régularisation apparaît sur la facture suivante. Un trop-perçu est remboursé sous quinze jours ouvrés. Pour envoyer une photo du compteur, écrivez à compteur@lumiere.example.',
    },
    b: {
      title: 'Paying in instalments',
      language: 'en',
      url: 'https://aide.lumiere.example/echeancier',
      answer:
        'A bill above €150.00 can be paid in 3 instalments. The first one is due on the day of the request, the others 30 days apart. There is no extra charge.',
    },
    g: {
      title: 'Prélèvement en double',
      answer: 'Le second prélèvement de 1 040,00 € a été annulé le 2 avril 2027. Vous n’avez rien à faire.',
    },
    t: {
      title: 'Geste commercial',
      answer:
        'Je vous ai accordé 20 € de remise et un mois offert. Videz le cache du navigateur pour voir la nouvelle facture. Sinon, choisissez l’option 4 au téléphone.',
    },
  },
  clean: [
    ['courtesy', 'Merci pour votre message, et toutes nos excuses pour ce désagrément.'],
    ['courtesy', 'Je comprends votre étonnement devant cette facture.'],
    ['question', 'Pourriez-vous nous indiquer l’index qui figure sur votre compteur ?'],
    ['question', 'Les 212,40 € ont-ils déjà été prélevés ?'],
    [
      'paraphrase',
      'Faute de relevé, votre facture Lumière Verte repose sur une estimation.',
      'a',
      'Sans relevé, la facture Lumière Verte est estimée.',
    ],
    [
      'paraphrase',
      'La correction figure ensuite sur la facture suivante.',
      'a',
      'La régularisation apparaît sur la facture suivante.',
    ],
    [
      'paraphrase',
      'Une photo du compteur peut être envoyée à compteur@lumiere.example.',
      'a',
      'Pour envoyer une photo du compteur, écrivez à compteur@lumiere.example.',
    ],
    [
      'paraphrase',
      'Le relevé se saisit dans l’espace client, sous Compteur, du 1er au 5 du mois.',
      'a',
      'Transmettez votre relevé entre le 1er et le 5 de chaque mois dans l’espace client, rubrique Compteur.',
    ],
    [
      'respelled',
      'Ce que vous avez payé en trop est remboursé sous 15 jours ouvrés.',
      'a',
      'Un trop-perçu est remboursé sous quinze jours ouvrés.',
    ],
    [
      'respelled',
      'Le prélèvement de 1040 € a bien été annulé le 02/04/2027.',
      'g',
      'Le second prélèvement de 1 040,00 € a été annulé le 2 avril 2027.',
    ],
    [
      'translated',
      'Au-delà de 150 euros, la facture peut se régler en trois fois.',
      'b',
      'A bill above €150.00 can be paid in 3 instalments.',
    ],
    [
      'translated',
      'La première échéance est due le jour de la demande, les autres à 30 jours d’intervalle.',
      'b',
      'The first one is due on the day of the request, the others 30 days apart.',
    ],
    [
      'paraphrase',
      'Pensez à vider le cache du navigateur afin d’afficher la nouvelle facture.',
      't',
      'Videz le cache du navigateur pour voir la nouvelle facture.',
    ],
    ['policy', 'Lorsqu’un relevé est erroné, vous êtes remboursé.'],
    ['policy', 'Vous pouvez nous joindre du lundi au samedi, de 8h à 19h.'],
  ],
  planted: [
    [
      'number',
      'La facture peut être payée en {six|10} fois.',
      'b',
      'A bill above €150.00 can be paid in 3 instalments.',
    ],
    [
      'number',
      'Votre consommation a augmenté de {35 %|vingt pour cent}.',
      'a',
      'Sans relevé, la facture Lumière Verte est estimée.',
    ],
    [
      'amount',
      'Votre trop-perçu s’élève à {61,20 €|90 euros}.',
      'a',
      'Un trop-perçu est remboursé sous quinze jours ouvrés.',
    ],
    ['amount', 'L’échéancier coûte {4,50 €|deux euros} par mois.', 'b', 'There is no extra charge.'],
    [
      'date',
      'Le prochain relevé aura lieu le {12 mai|12/05/2027|mardi 4 mai}.',
      'a',
      'Transmettez votre relevé entre le 1er et le 5 de chaque mois dans l’espace client, rubrique Compteur.',
    ],
    [
      'deadline',
      'Vous serez remboursé {demain|avant vendredi|sous 48 heures|d’ici la fin de la semaine}.',
      'a',
      'Un trop-perçu est remboursé sous quinze jours ouvrés.',
    ],
    [
      'url',
      'Contestez la facture sur {https://lumiere-litiges.example/form|www.lumiere-remboursement.example|aide.lumiere.example/avoir}.',
      'a',
      'La régularisation apparaît sur la facture suivante.',
    ],
    [
      'email',
      'Écrivez à {litiges@lumiere.example|direction@energie.example}.',
      'a',
      'Pour envoyer une photo du compteur, écrivez à compteur@lumiere.example.',
    ],
    [
      'promise',
      '{Nous vous garantissons une facture plus basse.|Nous avons annulé votre facture.|Le mois prochain vous est offert.|Vous bénéficierez d’une remise exceptionnelle.}',
    ],
    [
      'promise',
      'Nous vous dédommagerons pour ce désagrément.',
      'a',
      'La régularisation apparaît sur la facture suivante.',
    ],
    [
      'product',
      'L’offre {Lumière Nuit|EcoVolt 6|SolarBox™} serait plus avantageuse.',
      'a',
      'Sans relevé, la facture Lumière Verte est estimée.',
    ],
    ['foreign', 'Nous avons aussi prévenu {[NAME]|[PHONE_4]|claire.petit@courriel.example}.'],
    ['quote', 'La facture est estimée.', 'a', 'Les factures sont toujours calculées sur votre consommation réelle.'],
    ['customer', 'Comme convenu, un avoir de 80 € vous parviendra avant lundi.'],
    ['customer', 'Le dossier 6620 est clos.', 'a', 'La régularisation apparaît sur la facture suivante.'],
    ['unapproved', 'Vous recevez une remise de 20 €.', 't', 'Je vous ai accordé 20 € de remise et un mois offert.'],
    ['unapproved', 'Sinon, choisissez l’option 4 au téléphone.', 't', 'Sinon, choisissez l’option 4 au téléphone.'],
  ],
};
