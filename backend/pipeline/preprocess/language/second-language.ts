type Identify = (text: string) => { language: string; confidence: number };

/** Lines and sentences; each is bounded so that no part is long. */
const PART = /[^\n.!?。！？]{1,400}/gu;
const MAX_PARTS = 40;
const MIN_LETTERS = 20;
const MIN_CONFIDENCE = 0.95;
/** A Han, kana or Hangul letter says as much as so many of an alphabet. */
const DENSE_LETTER = 3;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const LETTER = /\p{L}/gu;

/** How much of a text is in its second language: the share of the letters in lines and sentences that are surely in it. */
export function secondLanguageShare(text: string, identify: Identify): number {
  const letters = new Map<string, number>();
  let total = 0;
  for (const part of (text.match(PART) ?? []).slice(0, MAX_PARTS)) {
    const size = sizeOf(part);
    total += size;
    if (size < MIN_LETTERS) continue;
    const { language, confidence } = identify(part);
    if (confidence >= MIN_CONFIDENCE) letters.set(language, (letters.get(language) ?? 0) + size);
  }
  const [, second = 0] = [...letters.values()].sort((a, b) => b - a);
  return total === 0 ? 0 : second / total;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const sizeOf = (part: string): number => count(part, LETTER) + count(part, DENSE) * (DENSE_LETTER - 1);
