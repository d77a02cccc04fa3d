import type { PhraseBook } from '../phrase-book.ts';

const HAPPY =
  '(?:ravie?s?|parfait|bravo pour (?:la|votre|cette) (?:rapidite|reactivite|efficacite|gentillesse|reponse|nouvelle)|felicitations|tres content(?:e|s|es)?|bonne appli|genial|satisfaite?s?|on ne regrette pas|rien a redire|aussi vite|merci pour (?:votre|cette|la) (?:rapidite|reponse rapide|reactivite|reponse)|super (?:service|equipe|appli)|impeccable|excellent(?:e)?|formidable|au top|nickel)';

export const guards: Omit<PhraseBook, 'phrases' | 'spaced'> = {
  negations:
    '(?<!hesit[a-z]{1,6} )(?<!pour(?:quoi|rais|rai|rons|ra) )pas|jamais|sans|aucune? (?:intention|envie|raison|besoin|question)|plutot que|au lieu d|au lieu de|ni|eviter|inutile|non|nullement|hors de question|pas question|ne (?:faites|va|veux|compte|souhaite|demande)',
  fillers:
    'l|d|de|du|des|a|la|le|les|un|une|mon|ma|mes|notre|nos|votre|vos|vouloir|veux|veut|voulons|souhaite|intention|envie|besoin|encore|du tout|forcement|en|y|me|nous|vous|faire|prendre|deranger|engager|parler|demande|que|il|ce|cela|s|agit|est|si|vraiment|tout|fait|obligatoirement|question|pour|moi|on|se|etre|aller|laisser|etait|d etre|etait pas|autant|partie|prevu|passer|aussi|mauvais|au|aux|chez|j|ai',
  negationsInside: '(?:^|[^a-z])(?:pas|jamais)(?:[^a-z]|$)',
  negationsAfter:
    '[^a-z.!?,;]{1,3}(?:(?!si|car|parce|tant|quand|puisque|mais|et|ou|que|qui|je|vous|c|ca)[a-z]{1,8}[^a-z.!?,;]{1,3}){0,3}(?:n est pas (?:d actualite|prevue?|mon but|a l ordre|envisagee?|question)|pas question|hors de question)',
  cancelled:
    '(?:(?:j|nous|on)\\P{L}{1,3}(?:ai|avons|a|avais|avions)\\P{L}{1,2}(?:\\p{L}{2,6}\\P{L})?)?(?:résili|annul|ferm|clôtur|supprim|arrêt|désabonn|désactiv|stopp)ée?s?(?!\\p{L})',
  earnest: '(?:ou bien|serieusement|vraiment|repondez|ca suffit|je suis serieu(?:x|se))',
  inquiries:
    '^(?:[a-z]{1,12}[ ,]{1,3}){0,3}(?:quel(?:le)?s?|qu est ce(?! qu il faut| que je dois| que vous attendez)|que (?:se passe|signifie|deviennent|devient)|comment|combien(?! de temps (?:encore|faut| vais)| de fois)|quand|ou (?:est|sont|puis|trouver|se)|(?:a |pour |de |par )?qui(?! commande| decide| dirige)|a qui|y a t il|est il|est ce que (?:je peux|c est|vous|l|le|la|il|mon)|est ce possible|peut on|puis je|pourrait on|avez vous|proposez vous|dois je(?! (?:[a-z]{1,12} ){0,5}(?:avocat|presse|justice|plainte|dgccrf|tribunal|mediateur|prevenir|opposition|ma banque))|faut il(?! (?:[a-z]{1,12} ){0,7}(?:avocat|presse|justice|plainte|dgccrf|tribunal|mediateur|twitter|facebook|opposition))|si je (?:resilie|ferme|supprime|veux|souhaite|devais)|existe|suit il|accepte t|gerez|prenez vous|auriez vous|serait ce|pouvez vous m expliquer)(?![a-z])',
  asides:
    '(?:(?:mon mari|ma femme|mon pere|ma mere|mon fils|ma fille|mon conjoint|ma conjointe|mon compagnon) (?:parlait|voulait|voudrait|disait|dit|menacait|parle)(?:[ ,]{1,2}[a-z]{1,14}){1,14}[ ,]{1,2}(?:mais|moi)|suggestion|idee d amelioration|tableau de bord|on developpe|nous developpons|je developpe|webhook|api|bouton|onglet|menu|rubrique|champ|case|filtre|la doc|documentation|manuel|module|parametres|maquette|libelle|raccourci|modele de (?:lettre|document)|un de (?:nos|mes) clients|(?:un|une|mon|ma|le|la) (?:voisine?|amie?|cousine?|beau frere|belle soeur|collegue|copain|copine|oncle|tante) (?:m a dit|a|va|veut|dit|pense|menace|raconte|s est|vient|m a raconte|a fait)(?! (?:conseille|recommande))|(?:lu|vu|entendu) (?:dans le journal|dans la presse|a la radio|aux infos)|votre message dit|votre mail dit|au cinema|dans un film|roman|felicitations|mes compliments|remerci(?:er|ez|ements?))',
  topics: {
    cancel_threat:
      '(?:nos (?:abonnes|clients|acheteurs|membres)(?: [a-z]{1,14}){0,6}|un abonne|newsletter|infolettre|lettre d information|passer (?:de|a) (?:la|une|l) (?:formule|offre)|rassurez vous|par erreur|sans le vouloir|par inadvertance|(?:pensais|voulais|failli|allais|hesitais)(?: a| m)? (?:[a-z]{1,12} ){0,10}(?:reste|restons|finalement|rassure|change d avis|garde|continue)|une fois l abonnement|preavis|un (?:employe|salarie|collaborateur)|une (?:employee|salariee|collaboratrice)|merci pour la confirmation|s est (?:tres )?bien passee?|employeur|(?:un|cet|l|le|des) utilisateurs?|collaborateur|collegue|proprietaire|prevu d ouvrir|service client|service apres)',
    legal:
      '(?:(?:pas|aucune|sans) (?:l |d )?(?:intention|envie|besoin) (?:de |d )(?:[a-z]{1,14} ){0,6}(?:justice|tribunal|avocat|plainte|proces|poursuites|juridique)|mentions? legales?|representant legal|raison sociale|nom legal|jour ferie|(?:je suis|nous sommes|en tant qu) (?:une? )?(?:avocat|juriste|huissier|notaire|cabinet)|cabinet de|logiciel (?:pour|de|d)|signer|relu|d accord pour|sous traitance|rgpd|type de document|outil de recouvrement|logiciel|postes|dictee|c est lui qui (?:regle|paie)|kbis|contrat type|registre|legalement|proces verbal|facture (?:a|au nom de) (?:mon|notre)|envoyer la facture|serie|film|jeu|formation|greffe|police d ecriture|police de caracteres|de votre societe)',
    public:
      '(?:erreur|ne (?:fonctionne|marche|s affiche) (?:pas|plus)|vignette|connexion via|ca arrive|partage sur|logo|identifier|hashtag|micro|malgre les avis|cinq etoiles|5 etoiles|avis positif|bon avis|demande presse|dossier de presse|visuels|article sur|en double|campagne|publicite|on adore|j adore|l outil|interface|piece jointe|vos produits|code promo|passage a la|decouvert (?:votre|vos|grace|sur|par)|trouve(?:e|s)? sur|vu(?:e|s)? sur|presse a|doublon|abonnee? a votre|suivre sur|suis sur|retrouve)',
    regulator:
      '(?:classe premier|recommandations|conforme|conformite|certifi(?:e|cation|cat)|agreee?s?|agrement|attestation|justificatifs?|autorise par|licence|obligation|exigences|rapport (?:a|pour|de)|je travaille|nous travaillons|formation|premier|meilleur|test comparatif|label|recommande par|selon|declaration|registre|deleguee? a la|bandeau|controle par|auditeur|etude de|guide de|immatricule)',
    chargeback:
      '(?:faute de provision|venait de chez nous|soldee?|sans provision|provision insuffisante|defaut de provision|carte perdue|perdu ma carte|carte volee|vole ma carte|nouveau numero|nos (?:clients|acheteurs|abonnes)(?: [a-z]{1,14}){0,10}|sans le vouloir|ce n est pas moi|erreur de dossier|virement (?:recu|bien recu)|rapport|export|statistiques|merci(?! de)|frais de rejet|publicite)',
    manager:
      '(?:je suis (?:la |le |une? )?(?:[a-z]{2,12} )?(?:responsable|directeur|directrice|manager|gerante?|chef|superviseu)[a-z]{0,2}|nous sommes|chargee? de compte|gestionnaire de (?:mots|taches|compte)|felicitations|remercie|bravo|merci a|sympa|gentil(?:le)?|accueillante?s?|adorable|superbe|droits admin|mon (?:chef|patron|responsable|directeur|manager)|ma (?:chef|patronne|responsable|directrice)|notre (?:directeur|directrice|responsable|chef|direction|patron)|chef de projet|chef de produit|organigramme|directeur de (?:publication|these|la publication)|niveaux? d escalade|regles? d escalade|salle d escalade|mur d escalade|chaussons|grimpe|comptabilite|role de|carte de direction|responsable de traitement|civilement|itineraire|direction assistee)',
    unacceptable:
      '(?:(?:mon mari|ma femme)(?:[ ,]{1,2}[a-z]{1,14}){1,10}|ma faute|mon erreur|excusez|desolee?|chez le precedent|precedent (?:fournisseur|prestataire|operateur)|ancien(?:ne)? (?:fournisseur|prestataire|operateur|banque|boite)|loin d etre|j ai honte|la honte|plan catastrophe|serait ce|la ligne etait|pire des cas|au pire|pire scenario|scenario|valeur inacceptable|sans etre|film|jeu|comme le disaient|catastrophe naturelle|antivol|alerte arnaque|phishing|hameconnage|tentative d arnaque|' +
      HAPPY +
      ')',
    waiting:
      '(?:peut attendre|peuvent attendre|salle d attente|musique d attente|file d attente (?:rabbit|kafka|d impression)|paiement en attente|waiting for|import|lignes|fichiers?|colonnes?|sans souci|rien ne presse|pas presse|prenez votre temps|vacances|quand vous pourrez|aucune urgence|delai de livraison|livraison prevue|statut|avertissement|essai|desole de (?:ma|mon)|de ma part|conges|batterie|autonomie|clients? depuis|abonnee? depuis|journal indique|commande(?:e)? (?:il y a|hier)[a-z ,0-9]{1,40} recue?|' +
      HAPPY +
      ')',
  },
};
