import { blocksIn } from './blocks.ts';
import { LANGUAGES } from './language.ts';
import { PHRASES } from './phrases.ts';
import type { Prompt } from './prompt.ts';

type Given = { id: string; begins: string; text: string };
export type RewrittenSentence = { begins: string; from: string[]; text: string };

const CONTRACTIONS: [RegExp, string][] = [
  [/\bcan['’]t\b/gi, 'cannot'],
  [/\b(do|does|did|is|are|was|were|have|has|had|would|could|should)n['’]t\b/gi, '$1 not'],
  [/\b(I|you|he|she|it|we|they)['’]ll\b/gi, '$1 will'],
  [/\b(you|we|they)['’]re\b/gi, '$1 are'],
  [/\b(it|that|there)['’]s\b/gi, '$1 is'],
];

const attribute = (attributes: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';

/** The numbered sentences of a `<draft>`. */
const givenIn = ({ whole }: Prompt): Given[] =>
  blocksIn(whole, 'draft').flatMap(({ inner }) =>
    blocksIn(inner, 'sentence').map((block) => ({
      id: attribute(block.attributes, 'id'),
      begins: attribute(block.attributes, 'begins'),
      text: block.inner,
    })),
  );

const asGiven = ({ id, begins, text }: Given): RewrittenSentence => ({ begins, from: [id], text });

/** The first half of each paragraph. */
function shortened(given: readonly Given[]): RewrittenSentence[] {
  const paragraphs: Given[][] = [];
  for (const sentence of given)
    if (sentence.begins === 'new_paragraph' || paragraphs.length === 0) paragraphs.push([sentence]);
    else paragraphs.at(-1)?.push(sentence);
  return paragraphs.flatMap((paragraph) => paragraph.slice(0, Math.ceil(paragraph.length / 2))).map(asGiven);
}

/** A courtesy before the sign-off. */
function withCourtesy(given: readonly Given[], text: string): RewrittenSentence[] {
  const said = given.map(asGiven);
  return [...said.slice(0, -1), { begins: 'new_paragraph', from: [], text }, ...said.slice(-1)];
}

const formal = (text: string): string => CONTRACTIONS.reduce((said, [short, long]) => said.replace(short, long), text);

const KNOWN = ['greeting', 'sorry', 'glad', 'thanks', 'ask', 'offer', 'closing'] as const;

/** Only the phrases that every draft of the stand-in begins and ends with; it knows no languages. */
function translated(text: string, { language }: Prompt): string {
  for (const phrase of KNOWN)
    if (LANGUAGES.some((other) => PHRASES[other][phrase] === text)) return PHRASES[language][phrase];
  return text;
}

/** What a stand-in makes of the sentences of a draft, each with the ids of those it stems from; null where the prompt has none. */
export function rewritten(prompt: Prompt): RewrittenSentence[] | null {
  const given = givenIn(prompt);
  if (given.length === 0) return null;
  const { thanks, offer } = PHRASES[prompt.language];
  if (/^make it shorter/im.test(prompt.whole)) return shortened(given);
  if (/^make it a little longer/im.test(prompt.whole)) return withCourtesy(given, offer);
  if (/^make it friendlier/im.test(prompt.whole)) return withCourtesy(given, thanks);
  const change = /^translate it/im.test(prompt.whole) ? (text: string) => translated(text, prompt) : formal;
  return given.map((sentence) => ({ ...asGiven(sentence), text: change(sentence.text) }));
}
