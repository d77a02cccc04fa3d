/** Up to that many words between two others. */
export const words = (most: number): string => `(?:[a-z0-9]{1,18} ){0,${most}}`;

export const HELD =
  '(?:(?:re)?abonnements?|abo|comptes?|contrats?|services?|adhesion|forfaits?|licences?|souscriptions?|formule|assurance|engagement|profil|ligne|partenariat|collaboration|cotisation|carte de membre|essai|espace client|livret|offre|mutuelle|bail|membership|plan|relation commerciale|prestations?)';
export const NOT_HELD =
  '(?:commandes?|rendez vous|rdv|reservations?|reunions?|vols?|livraisons?|paiements?|virements?|achats?|billets?|telechargements?|envois?|newsletter|infolettre|lettre d information|visite|intervention|colis|article)';
export const PROVIDER =
  '(?:concurrence|concurrents?|competition|competiteurs?|compétiteur|autre (?:fournisseur|prestataire|operateur|entreprise|societe|solution|plateforme|banque|compagnie|fai|assureur|outil|logiciel|boite|enseigne|magasin|marque|hebergeur)|ailleurs|alternative|nouveau (?:fournisseur|prestataire|operateur))';

export const PERIOD =
  '(?:jours?|journees?|semaines?|sem|mois|ans?|annees?|quinzaine|trimestre|heures|lustres|plombes|eternite|siecles?|longtemps|un bail|des lustres|jours ouvres)';
export const COUNT =
  '(?:\\d{1,3}|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|cinquante|soixante|septante|nonante|octante|plusieurs|quelques|des|plus d un|plus d une|plus de|bientot|presque|pres de|environ|maintenant|deja|bien|au moins)';
export const REPLY =
  '(?:reponses?|retours?|nouvelles?|news|solutions?|suites?|reactions?|explications?|rappel|signe de vie|accuse(?:s)? de reception|contact|remboursement|info(?:rmation)?s?|aide|avancee?|suivi|resultat|mail|appel|message)';
export const NOBODY =
  '(?:personne|nul|aucun (?:conseiller|technicien|agent|humain|operateur|employe|service|interlocuteur|responsable)|pas un chat|pas ame qui vive|pas une ame|pas un seul (?:conseiller|humain))';
