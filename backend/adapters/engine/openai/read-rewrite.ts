import type { RawRewrite, RawRewritten, RewriteInput } from '../../../ports/engine.ts';
import { cut, gapOf } from './read-draft.ts';
import type { ModelRewrite } from './shapes.ts';

/** As many parts as a draft can have. */
const MOST = 80;
const LONGEST = 1900;

/** What the model said in our words: the sentences that have any; null when none has. */
export function readRewrite(
  { sentences }: ModelRewrite,
  { language }: Pick<RewriteInput, 'language'>,
): RawRewrite | null {
  const read: RawRewritten[] = [];
  for (const { begins, from, text } of sentences) {
    const words = cut(text, LONGEST);
    if (!words) continue;
    if (read.length === MOST) break;
    const last = read.at(-1);
    if (last) last.text += gapOf(begins, language);
    read.push({ text: words, from: [...new Set(from.map(Number))] });
  }
  return read.length > 0 ? { sentences: read } : null;
}
