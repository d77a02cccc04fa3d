/** Words that hardly any longer text in the language is without, folded. */
const WORDS = {
  en: 'a about after all am and any are art as at back be because been but by can could did die do does don for fort from get had have he help her here him his how i if in into is it just like man me men much my need no not note now of on one only or our par please plus she should so some son still than that the their them then there these they this to up us want war was we were what when which who why will with would yet you your',
  es: 'a al ante aqui asi como con cual cuando de del desde donde el ella en es eso esta estan este esto estoy fue ha hace han hasta hay hola la las le les lo los mas me mi mis mucho muy nada ni no nos o otra otro para pero por porque puedo que quien quiero se si sin sobre solo son su sus tan te tengo tiene tienen todo todos un una usted ustedes voy y ya yo',
  fr: 'a ai au aux avec avez bien ce cela cette ces dans de depuis des du elle en est et etes il ils j je la le les leur ma mais me mes moi mon n ne nous on ou par pas plus pour qu que qui sa sans se si son sont suis sur tout un une va vais vos votre vous y',
  de: 'aber als am an auch auf aus bei bin bis bitte da dann das dass dem den der des die ein eine einem einen einer er es euch euer fur haben habe hat ich ihnen ihr ihre ihrem ihren im in ist ja kein keine man mein meine meinem meinen meiner mich mir mit nach nicht noch nun nur oder schon sein seit sich sie sind so uns und vom von vor war was wenn werde wie wir wird zu zum zur',
  pt: 'a agora ao aos as ate cada com como da das de dele depois desde do dos e ela ele eles em essa esse esta estamos estao este estou eu fazer fiz foi gostaria ha hoje isso isto ja la mais mas me mesmo meu meus minha muito na nada nao nas nem no nos o onde os ou outra outro para pela pelo pelos pois por porque posso pra qual quando que quem quero se sem ser seu so sobre sua tambem tao tem tenho todos tudo um uma vai vao vc vcs voce voces vou',
} as const;
export type SpacedLanguage = keyof typeof WORDS;
const EVERYDAY = Object.entries(WORDS).map(
  ([language, words]) => [language as SpacedLanguage, new Set(words.split(' '))] as const,
);

/** A text of this length costs little even where every book reads it, and may hold no everyday word. */
const SHORT = 1500;
const FEW = 2;

const wordsOf = (folded: string): Set<string> => new Set(folded.match(/[a-z]{1,30}/g));

const countIn = (everyday: ReadonlySet<string>, words: ReadonlySet<string>): number =>
  [...words].filter((word) => everyday.has(word)).length;

/** Languages that a folded text may be in, or have a sentence in: they have words there that its main one does not know. */
export function languagesOf(folded: string): ReadonlySet<SpacedLanguage> {
  if (folded.length < SHORT) return new Set(EVERYDAY.map(([language]) => language));
  const words = wordsOf(folded);
  const main = EVERYDAY.map(([, everyday]) => everyday).reduce((most, everyday) =>
    countIn(everyday, words) > countIn(most, words) ? everyday : most,
  );
  const strange = new Set([...words].filter((word) => !main.has(word)));
  const isHeard = (everyday: ReadonlySet<string>): boolean => everyday === main || countIn(everyday, strange) >= FEW;
  return new Set(EVERYDAY.filter(([, everyday]) => isHeard(everyday)).map(([language]) => language));
}

/** How many distinct everyday words of each language a sentence has. */
export function countEveryday(sentence: string): ReadonlyMap<SpacedLanguage | null, number> {
  const words = wordsOf(sentence);
  return new Map(EVERYDAY.map(([language, everyday]) => [language, countIn(everyday, words)]));
}

const mostOf = (counts: ReadonlyMap<SpacedLanguage | null, number>): number => Math.max(...counts.values());

/** Whether a sentence is clearly in another language, so that a word that both know means nothing. */
export function isForeign(language: SpacedLanguage, sentence: string): boolean {
  const counts = countEveryday(sentence);
  return mostOf(counts) > 2 * (counts.get(language) ?? 0) + 1;
}
