import type { DraftInput, RawDraft, RawSentence } from '../../../ports/engine.ts';
import { type ModelDraft, NONE } from './shapes.ts';

const MOST = 40;
const LONGEST = 1000;
const LONGEST_QUOTE = 600;
const ALL = 6000;

/** Scripts that put no blank between sentences. */
const UNSPACED = /^(?:ja|zh|th|lo|km|my)(?:[-_]|$)/i;

/** No half of a character at the end. */
export const cut = (text: string, length: number): string =>
  text
    .trim()
    .toWellFormed()
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();

export const gapOf = (begins: ModelDraft['sentences'][number]['begins'], language: string): string => {
  if (begins === 'new_paragraph') return '\n\n';
  if (begins === 'new_line') return '\n';
  return UNSPACED.test(language) ? '' : ' ';
};

/** What the model said in our words: the sentences that have any, as far as a reply can be long; null when none has. */
export function readDraft(
  { sentences }: ModelDraft,
  { passages, language }: Pick<DraftInput, 'passages' | 'language'>,
): RawDraft | null {
  const read: RawSentence[] = [];
  let length = 0;
  for (const { begins, source_id, quote, text } of sentences) {
    const words = cut(text, LONGEST);
    length += words.length;
    if (!words) continue;
    if (read.length === MOST || length > ALL) break;
    const last = read.at(-1);
    if (last) last.text += gapOf(begins, language);
    const sourceId = source_id === NONE ? null : (passages[Number(source_id) - 1]?.source.id ?? null);
    read.push({ text: words, sourceId, quote: sourceId === null ? null : cut(quote, LONGEST_QUOTE) || null });
  }
  return read.length > 0 ? { sentences: read } : null;
}
