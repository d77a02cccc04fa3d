import type { Orders } from './compile.ts';

const DROP =
  '(?:ignore|ignorez|ignorer|oublie|oubliez|oublier|neglige|negligez|ecarte|ecartez|outrepasse|outrepassez|contourne|contournez|annule|annulez|ne (?:suis|suivez|respecte|respectez|tiens|tenez) (?:pas|plus)|ne tiens pas compte|ne tenez pas compte|fais abstraction de|faites abstraction de)';
const ORDERS =
  '(?:instructions?|consignes?|directives?|regles|ordres|restrictions|contraintes|prompts?|programmation|indications)';
const EARLIER =
  '(?:precedentes?|anterieures?|initiales?|d origine|originales?|systeme|du systeme|ci dessus|donnees? (?:avant|auparavant|plus tot|precedemment)|que (?:tu as|vous avez|t ont|on t a|on vous a) (?:recues?|donnees?|ete donnees?))';
const MODEL =
  '(?:(?:une? |l |d une? )?(?:ia|i a|intelligence artificielle|modele de langage|llm|chatgpt|chat gpt|gpt|chatbot|assistant (?:ia|virtuel|d ia)))';
const REVEAL =
  '(?:montre|montrez|revele|revelez|affiche|affichez|imprime|imprimez|repete|repetez|donne|donnez|dis|dites|ecris|ecrivez|traduis|traduisez|resume|resumez|divulgue|divulguez|quel est|quelles sont|quels sont)';

export const fr: Orders = {
  spaced: true,
  phrases: [
    `${DROP} (?:(?:de|toutes|tous|tout|toute|les|la|le|l|tes|ton|ta|vos|votre|ces|des) ){0,3}${ORDERS} (?:et (?:regles|consignes|directives) )?${EARLIER}`,
    `${DROP} (?:(?:toutes|tous) (?:(?:les|tes|vos) )?|(?:tes|vos) )(?:(?:precedentes|anciennes) )?(?:instructions|consignes|directives|restrictions|prompts)`,
    `${DROP} (?:les|toutes les|tous les) (?:precedentes|anciennes) ${ORDERS}`,
    '(?:oublie|oubliez|ignore|ignorez) tout ce (?:qui precede|que (?:tu sais|vous savez|tu as appris|on t a (?:dit|appris|demande)|on vous a (?:dit|appris|demande)))',
    '(?:a partir de maintenant|desormais|dorenavant) (?:(?:tu|vous) )?(?:es|etes|seras|serez|agis|agissez|agiras|agirez|te comportes|reponds|repondez|repondras|repondrez|dois (?:agir|repondre|obeir)|devez (?:agir|repondre|obeir)|obeis|obeissez)',
    `(?:agis|agissez|comporte toi|comportez vous|reponds|repondez|fais semblant|faites semblant|pretends|simule|simulez) (?:comme|d etre|en tant que|etre) (?:si (?:tu etais|vous etiez) )?(?:une? )?(?:[a-z]{1,20} ){0,2}(?:${MODEL}|assistant sans|dan|terminal)`,
    `(?:tu es|vous etes) (?:(?:maintenant|desormais|plus|pas|un|une) ){1,2}(?:[a-z]{1,20} )?${MODEL}`,
    `${REVEAL} (?:(?:moi|nous|le|la|les|l|ton|tes|votre|vos|tout|toutes|integralite|complet|exact|contenu|texte|de|du) ){0,5}(?:prompts?(?: (?:systeme|initial|d origine|cache))?|instructions (?:systeme|du systeme|initiales|internes|cachees|secretes|d origine|que (?:tu as|vous avez) recues))`,
    `(?:note|avis|message|attention|instructions?|consignes?|important|rappel) (?:pour|a|au|aux|a l attention de|destinee?s? a) (?:(?:l|la|le|les|tout|toute) )?(?:${MODEL}|modele|assistant (?:qui|ia))`,
    `si (?:tu es|vous etes) ${MODEL} (?:et|qui|tu dois|vous devez|ignore|ignorez|marque|classe|reponds|repondez)`,
    'sans (?:(?:aucune?|aucun|ces) )?(?:restrictions?|filtres?|limites?|limitations?) (?:ethiques?|morales?|moraux|de securite|de contenu)',
    'nouvelles (?:instructions|consignes) (?:systeme|du systeme|pour (?:l ia|le modele|l assistant))',
    '(?:reponds|repondez|ecris|ecrivez) (?:uniquement|seulement|simplement|exclusivement|juste) (?:par |avec )?(?:le mot|la phrase|le texte|les mots|json|en json|du json)',
    '(?:commence|commencez|termine|terminez) (?:ta|votre|chaque|toutes tes|toutes vos) (?:reponses?|messages?) par',
    '(?:mets|mettez|fixe|fixez|regle|reglez|definis|definissez) (?:(?:la|le|l|ta|votre) )?(?:confiance|urgence|sentiment|confidence|urgency) (?:a|sur|comme) (?:p ?[1-4]|[01]|100|haute?|basse?|maximale?|positif)',
    '(?:classe|classez|classifie|classifiez|categorise|categorisez|etiquette|etiquetez) (?:ce|tous les|tout|chaque|ces) (?:ticket|message|courriel|mail|tickets|messages) (?:comme|en|avec) (?:p ?[1-4]|urgence|categorie|positif|neutre)',
  ],
};
