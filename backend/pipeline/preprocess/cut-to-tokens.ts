import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';

export const CUT_MARK = '\n[… truncated …]\n';

const HEAD_SHARE = 0.6;
/** A token of ordinary text is some 4 characters; what stands this far out can never be within the budget's reach. */
const CHARACTERS_PER_TOKEN = 16;
/** Whole placeholders, else pieces of words: short, because the tokenizer's cost is quadratic in a word's length. */
const PIECE = /\s{0,8}\[[A-Z]{2,12}_\d{1,6}\]|\s{0,8}[^\s[]{1,32}|\s{1,32}|\[/gu;
const TEXT_ONLY = { disallowedSpecial: new Set<string>() };

/** The beginning and the end of a text, whole pieces only, within `maxTokens` of o200k, with a line where the middle was. */
export function cutToTokens(text: string, maxTokens: number): { text: string; truncated: boolean } {
  const reach = Math.max(1, maxTokens) * CHARACTERS_PER_TOKEN;
  if (text.length <= reach) {
    const pieces = text.match(PIECE) ?? [];
    if (take(pieces, maxTokens).length === pieces.length) return { text, truncated: false };
  }
  const budget = Math.max(0, maxTokens - tokens(CUT_MARK));
  const headBudget = Math.floor(budget * HEAD_SHARE);
  const head = take(text.slice(0, reach).match(PIECE) ?? [], headBudget);
  const rest = text.slice(head.join('').length).slice(-reach);
  const tail = take((rest.match(PIECE) ?? []).toReversed(), budget - headBudget).toReversed();
  return {
    text: (head.join('').trimEnd() + CUT_MARK + tail.join('').trimStart()).toWellFormed().trim(),
    truncated: true,
  };
}

const tokens = (text: string): number => countTokens(text, TEXT_ONLY);

function take(pieces: readonly string[], budget: number): string[] {
  const taken: string[] = [];
  let used = 0;
  for (const piece of pieces) {
    used += tokens(piece);
    if (used > budget) break;
    taken.push(piece);
  }
  return taken;
}
