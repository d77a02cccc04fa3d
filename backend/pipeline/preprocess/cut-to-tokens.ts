import { countTokens } from './count-tokens.ts';

export const CUT_MARK = '\n[… truncated …]\n';

const HEAD_SHARE = 0.6;
/** A token of ordinary text is some 4 characters; what stands this far out can never be within the budget's reach. */
const CHARACTERS_PER_TOKEN = 16;
/** Whole placeholders, else pieces of words: short, because the tokenizer's cost is quadratic in a word's length. */
const PIECE = /\s{0,8}\[[A-Z]{2,12}_\d{1,6}\]|\s{0,8}[^\s[]{1,32}|\s{1,32}|\[/gu;

/** The beginning and the end of a text, whole pieces only, within `maxTokens` of the model, with a line where the middle was. */
export function cutToTokens(text: string, maxTokens: number, model?: string): { text: string; truncated: boolean } {
  if (Buffer.byteLength(text) <= maxTokens) return { text, truncated: false };
  const reach = Math.max(1, maxTokens) * CHARACTERS_PER_TOKEN;
  const whole = text.length <= reach;
  const tokens = createCounter(model);
  const pieces = text.slice(0, reach).match(PIECE) ?? [];
  if (whole && take(pieces, maxTokens, tokens).length === pieces.length) return { text, truncated: false };
  const budget = Math.max(0, maxTokens - tokens(CUT_MARK));
  const headBudget = Math.floor(budget * HEAD_SHARE);
  const head = take(pieces, headBudget, tokens);
  const last = whole ? pieces.slice(head.length) : (text.slice(head.join('').length).slice(-reach).match(PIECE) ?? []);
  const tail = take(last.toReversed(), budget - headBudget, tokens).toReversed();
  return {
    text: (head.join('').trimEnd() + CUT_MARK + tail.join('').trimStart()).toWellFormed().trim(),
    truncated: true,
  };
}

/** Texts repeat their words, and counting is what costs. */
function createCounter(model: string | undefined): (piece: string) => number {
  const known = new Map<string, number>();
  return (piece) => {
    const count = known.get(piece) ?? countTokens(piece, model);
    known.set(piece, count);
    return count;
  };
}

function take(pieces: readonly string[], budget: number, tokens: (piece: string) => number): string[] {
  const taken: string[] = [];
  let used = 0;
  for (const piece of pieces) {
    used += tokens(piece);
    if (used > budget) break;
    taken.push(piece);
  }
  return taken;
}
