import type { PhraseBook } from './phrase-book.ts';

const HELD = '(?:abonnements?|comptes?|contrats?|services?|adhesion|forfaits?|licences?|souscription|formule)';
const OTHER_OBJECT =
  '(?:commandes?|rendez vous|rdv|reservations?|reunions?|vols?|livraisons?|paiements?|virements?|achats?|billets?|telechargements?|envois?)';
const PROVIDER =
  '(?:concurrence|concurrents?|autre (?:fournisseur|prestataire|operateur|entreprise|societe|solution|plateforme)|ailleurs)';
const OUTLET =
  '(?:twitter|facebook|instagram|tiktok|linkedin|reddit|youtube|trustpilot|reseaux(?: sociaux)?|google|internet|presse|medias?|journaux|journal|journalistes?|forums?|blog|tout le monde)';
const AUTHORITY =
  '(?:dgccrf|repression des fraudes|ufc|que choisir|association de consommateurs|defense des consommateurs|60 millions de consommateurs|mediateur(?: de la consommation)?|cnil|arcep|acpr|signal ?conso|autorites?|regulateur|defenseur des droits|protection des consommateurs|office de la protection du consommateur)';
const PERIOD = '(?:jours?|semaines?|mois|ans?)';
const COUNT = '(?:\\d{1,3}|un|une|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|plusieurs|quelques|des)';
const REPLY = '(?:reponses?|retours?|nouvelles|solution|suite)';

export const fr: PhraseBook = {
  spaced: true,
  phrases: {
    cancel_threat: [
      `(?:resili(?:er|e|ons|erai|erons|ez|ation de)|annul(?:er|erai|e|ons|ez|erons)|ferm(?:er|erai|ez|erons)|clotur(?:er|e|erai|ez|ons)|supprim(?:er|erai|ez|ons)|arret(?:er|erai|ez|ons)|mettre fin a|mets fin a|mettrai fin a) ~ ${HELD}(?! (?:rendu|client))`,
      `(?:je|nous|vais|veux|voulons|allons|souhaite|souhaitons|voudrais|dois|compte|comptons|prefere|demande a|songe a|pense a|envisage de|d) (?:[a-z]{1,10} ){0,2}(?:resili(?:er|e|ons|erai|erons)|me desabonner|nous desabonner)(?! ~ ${OTHER_OBJECT})`,
      `(?:vais|veux|voulons|allons|souhaite|dois) (?:tout )?annuler(?! ~ ${OTHER_OBJECT})`,
      `(?:pass(?:er|erai|e|ons|erons)|part(?:ir|irai|ons)|vais|all(?:er|ons)|irai|irons|chang(?:er|erai|e|ons)|cherch(?:er|erai|e|ons)|me tourner|nous tourner|me tournerai|voir) (?:[a-z]{1,10} ){0,4}(?:la |un |une |vos |l |d )?${PROVIDER}`,
      `(?:ne|n) ~ (?:renouvel(?:lerai|lerons|er|le|ons)|reconduir(?:ai|e|ons)) ~ (?:abonnement|contrat|pas)`,
      `(?:perdre|perdrez|perdez|perdu) ~ clients?`,
      `changer de (?:fournisseur|prestataire|operateur)`,
    ],
    legal: [
      `(?:action|actions|poursuites?|demarches?|voies?|recours|procedure|procedures|suites) (?:en )?(?:judiciaires?|legales?|juridiques?|justice|penales?)|voie de justice|agir en justice`,
      `(?:mon|notre|un|nos|mes|l|d) ?(?:avocate?s?|conseil juridique|service juridique|juriste)(?! (?:general|et je))`,
      `(?:saisir|saisirai|saisirons|saisis|devant|aller au|aller en|traine[rz]|trainerai|se verra au|assigner?|assignerai) ~ (?:tribunal|tribunaux|justice|juge|prud)`,
      `(?:port(?:er|erai|erons|e|ons)|depos(?:er|erai|erons|e)) plainte|(?:vous|les) (?:poursuivre|attaquer|poursuivrai|attaquerai|assigner)|proces|mise en demeure|dommages et interets`,
    ],
    public: [
      `(?:(?:vais|allons|compte|comptons) (?:[a-z]{1,10} ){0,2}(?:publier|partager|raconter|poster|mettre|diffuser|denoncer|ecrire|parler|laisser)|publierai|publierons|partagerai|partagerons|raconterai|posterai|mettrai|diffuserai|denoncerai|ecrirai|parlerai) (?:(?!impossible |erreur )[a-z]{1,14} ){0,6}(?:sur|a|dans|aux|au) (?:les |la |l |le |tous les |mes |toute l )?${OUTLET}`,
      `(?:laiss(?:er|erai|e|ons|erons)|mett(?:re|rai|ons|rons)|ecri(?:re|rai)|post(?:er|erai)|publi(?:er|erai)|donn(?:er|erai)) ~ (?:avis|commentaires?|evaluations?|notes?) (?:tres )?(?:negati(?:f|fs|ve|ves)|defavorables?|mauvais(?:e|es)?|d une etoile|1 etoile|une etoile|desastreux|assassin)`,
      `(?:mauvais|mauvaise|une etoile|1 etoile) (?:avis|note|commentaire) (?:sur|partout)`,
      `(?:rendre|rendrai|rendrons) (?:[a-z]{2,14} ){0,3}publique?s?`,
      `(?:contact(?:er|erai)|alert(?:er|erai)|appel(?:er|lerai)|prevenir|previendrai|parler a|informer) ~ (?:presse|medias?|journalistes?|journaux|television)`,
      `tout le monde (?:saura|va savoir|doit savoir)`,
    ],
    regulator: [
      `(?:signal(?:er|erai|ement|e|ons)|saisir|saisirai|saisis|contact(?:er|erai)|plainte|porter|deposer|alert(?:er|erai)|reclamation|avert(?:ir|irai)|denonc(?:er|erai)|inform(?:er|erai)|ecrire|recours|appel) ~ ${AUTHORITY}`,
      `dgccrf|repression des fraudes|signal ?conso|ufc que choisir|60 millions de consommateurs|mediateur de la consommation|associations? de consommateurs|la cnil`,
    ],
    chargeback: [
      `retrofacturations?|rejet(?:er|erai)? (?:de |le |du |ce |vos |les )?prelevements?`,
      `(?:contest(?:er|erai|e|ons|ation)|oppos(?:er|erai)|opposition) ~ (?:paiements?|prelevements?|debits?|transactions?|facturation|carte|montants?|bancaire)`,
      `(?:banque|carte bancaire|paypal|visa|mastercard) ~ (?:annul[a-z]{1,6}|rembours[a-z]{1,8}|contest[a-z]{1,6}|bloqu[a-z]{1,4}|rejet[a-z]{1,4}|opposition|litige|reclam[a-z]{1,6})`,
      `(?:opposition|litige|contestation|reclamation) (?:aupres de|avec|sur|via|chez|a) (?:ma |notre |la )?(?:banque|paypal|carte)`,
      `faire opposition`,
    ],
    manager: [
      `(?:parler|passer|passez|contacter|transferer|transferez|transmettre|transmettez|veux|voudrais|exige|demande|souhaite|besoin|joindre|mettre en relation|remonter|remontez|escalader|appeler|rappelle) ~ (?:responsable|superieur(?:e|s)?|superviseur(?:e)?|manager|directeur|directrice|direction|chef(?! de projet)|hierarchie|quelqu un (?:de competent|d autre|de plus haut))`,
      `(?:escalad(?:er|ez)|remont(?:er|ez)|fai(?:re|tes) remonter) (?:ma|mon|ce|cette|le|la|a|immediatement)`,
      `(?:parler|joindre|contacter|discuter) (?:a |avec )?(?:une |un )?(?:vraie personne|personne reelle|humain|etre humain|vrai conseiller|conseiller humain)`,
    ],
    unacceptable: [
      `inacceptable|inadmissible|intolerable|scandaleux|scandaleuse|honteux|honteuse|lamentable|deplorable|une honte|un scandale|une arnaque|du vol|du n importe quoi|n importe quoi|se moquer du monde|se moque du monde|foutage de gueule|inqualifiable|revoltant`,
      `(?:pires?|horrible|execrable|catastrophique|desastreu(?:x|se)|nul|nulle|minable|affreu(?:x|se)) ~ (?:service|experience|support|entreprise|societe|assistance|sav|accueil)`,
      `(?:service|experience|support|sav|assistance|accueil) (?:[a-z]{2,10} ){0,3}(?:catastrophique|execrable|desastreu(?:x|se)|deplorable|lamentable|nul|nulle|minable|horrible|affreu(?:x|se)|pitoyable)`,
      `(?:je suis|nous sommes|suis|sommes) (?:vraiment |tres |completement |absolument |plus que )?(?:furieu(?:x|se)|revolte[es]{0,2}|indigne[es]{0,2}|outre[es]{0,2}|exaspere[es]{0,2}|ecoeure[es]{0,2}|scandalise[es]{0,2})|(?:j en ai|on en a|en ai) (?:marre|assez|ras le bol|plein le dos)|ras le bol|a bout de (?:patience|nerfs)|comble`,
      `jamais ~ (?:aussi mal|aussi mauvais|pire|tel mepris|telle incompetence|traitee? comme|vu ca)`,
    ],
    waiting: [
      `(?:attends|attendons|attend|attente|attendu|attendre|patiente|patientons|depuis|cela fait|ca fait|voila|il y a) (?:[a-z]{1,14} ){0,5}(?:plus de |bientot |deja |pres de )?${COUNT} (?:[a-z]{2,10} )?${PERIOD} ~ (?:attends|attendons|reponse|nouvelles|retour|sans (?:reponse|retour|nouvelles|solution)|toujours (?:pas|rien|aucun[a-z]?)|personne|que j attends)`,
      `(?:attends|attendons|attendu|patiente|patientons) (?:[a-z]{1,14} ){0,6}(?:plus de |deja |depuis |pendant )(?:${COUNT} )?${PERIOD}`,
      `(?:sans|aucune?s?|pas (?:eu |recu |encore |obtenu ){0,3}(?:de |d )?|toujours pas (?:de |d |eu |recu ){0,3}(?:de |d )?|jamais (?:eu |recu ){0,3}(?:de |d )?) ?${REPLY}(?: (?:depuis|a|malgre|de votre part|de vous|a ce jour|alors))`,
      `(?:toujours pas|jamais|aucune) (?:de |d |eu |recu |obtenu ){0,3}${REPLY}`,
      `(?:personne|nul) (?:ne |n )?(?:me |m |nous |a |y ){0,3}(?:repon[a-z]{1,4}|aid[a-z]{1,4}|rappel[a-z]{1,4}|recontact[a-z]{1,3}|contact[a-z]{1,3}|trait[a-z]{1,3})`,
      `(?:ignore[es]{0,2}|ignorez|ignorent|ignoree?s?) (?:mes|nos|par votre|par le|par vos|ma|notre|depuis|totalement|completement)|(?:m|nous) (?:ignorez|ignorent|ignore)|on m ignore|suis ignoree?|sommes ignores`,
      `(?:troisieme|quatrieme|cinquieme|sixieme|deuxieme|seconde|\\d{1,2}e?(?:me)?|dixieme|enieme) (?:fois|message|mail|e mail|relance|demande|courrier) (?:[a-z]{1,12} ){0,5}(?:contact[a-z]{1,3}|ecri[a-z]{1,3}|demand[a-z]{1,3}|relanc[a-z]{1,3}|appel[a-z]{1,4}|envoi[a-z]{1,3}|sans|signal[a-z]{1,3}|vous)`,
      `(?:j attends|nous attendons|attends) toujours|toujours en attente`,
    ],
  },
  negations:
    '(?<!hesit[a-z]{1,6} )pas|jamais|sans|aucune? (?:intention|envie)|plutot que|au lieu d|au lieu de|ni|eviter|inutile|non',
  fillers:
    'l|d|de|du|des|a|la|le|les|un|une|mon|ma|mes|notre|nos|votre|vouloir|veux|veut|voulons|souhaite|intention|envie|besoin|encore|du tout|forcement|en|y|me|nous|vous|faire|prendre|engager|parler|demande|que|il|ce|cela|s|agit|est|si|vraiment|tout|fait|obligatoirement|question',
  negationsInside: '(?:^|[^a-z])(?:pas|jamais)(?:[^a-z]|$)',
  cancelled: '(?:résili|annul|ferm|clôtur|supprim|arrêt)ée?s?(?!\\p{L})',
  inquiries:
    '^(?:[a-z]{1,12}[ ,]{1,3}){0,3}(?:quel(?:le)?s?|qu est ce|que (?:se passe|signifie)|comment (?:fonctionne|marche|est)|combien|quand|ou (?:est|puis|trouver)|qui|y a t il|est il|est ce|peut on|puis je (?:annuler|resilier|partager|publier|changer|payer)|avez vous|proposez vous|dois je|faut il|si je|existe)',
};
