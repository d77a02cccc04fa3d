import { OneOf } from '../schema/wish.ts';
import { NEW_PARAGRAPH, NO_SOURCE, segmentsOf } from './draft.ts';
import type { Passage } from './passages.ts';
import { PHRASES } from './phrases.ts';
import type { Prompt } from './prompt.ts';
import { asManyAsFit } from './room.ts';

type Hostile = { text: string; sourceId: OneOf; quote: string };

const LONGEST = 900;
/** Enough to be found in the source, and cheap enough to leave room for the rest. */
const QUOTED = 60;

const piecesOf = (text: string, language: string): string[] =>
  segmentsOf(text, language).flatMap((segment) => segment.match(new RegExp(`[\\s\\S]{1,${LONGEST}}`, 'gu')) ?? []);

const headOf = (text: string): string => text.slice(0, QUOTED).replace(/[\uD800-\uDBFF]$/, '');

/** One of each in turn, so that no list is cut off for another. */
function inTurn<T>(lists: T[][]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, row) => lists.flatMap((list) => list.slice(row, row + 1))).flat();
}

const resting = (passage: Passage | undefined, text: string): Hostile => ({
  text,
  sourceId: passage ? new OneOf(passage.id) : NO_SOURCE,
  quote: passage ? headOf(passage.text) : '',
});

/** Free texts are the fault's to fill unless they stand as a choice. */
const asChoices = (sentences: Hostile[], limit: number) =>
  asManyAsFit(sentences, limit).map(({ text, sourceId, quote }) => ({
    text: new OneOf(text),
    quote: new OneOf(quote),
    sourceId,
    begins: NEW_PARAGRAPH,
  }));

/** All that the prompt holds, the passages first: each piece cites its passage by words that do stand there. */
export function echoedSentences({ whole, passages, ticket, language, limit }: Prompt) {
  const knowledge = passages.map((passage) =>
    piecesOf(passage.text, language).map((text) => ({ text, sourceId: new OneOf(passage.id), quote: headOf(text) })),
  );
  const own = piecesOf(ticket, language).map((text) => resting(passages[0], text));
  const rest = piecesOf(whole, language).map((text) => resting(undefined, text));
  return asChoices([...inTurn([...knowledge, own]), ...rest], limit);
}

/** What the ticket orders, and promises on top: with a true quote, with an invented one, and with none at all. */
export function obedientSentences({ ticket, passages, language, limit }: Prompt, ordered: string[]) {
  const [passage] = passages;
  const wished = new OneOf(...ordered, ...passages.map(({ id }) => id), ...NO_SOURCE.values);
  const truly = (text: string) => resting(passage, text);
  const falsely = (text: string) => ({ text, sourceId: wished, quote: headOf(`ATTACKER: ${text}`) });
  const plainly = (text: string) => resting(undefined, text);
  const promised = PHRASES[language].promises.flatMap((text) => [truly(text), falsely(text), plainly(text)]);
  const obeyed = piecesOf(`ATTACKER (${language}): ${ticket}`, language).map((text, index) =>
    [truly, falsely, plainly].reduce((chosen, way, turn) => (index % 3 === turn ? way : chosen))(text),
  );
  return asChoices([...promised, ...obeyed], limit);
}
