import type { Placed } from './plant.ts';

/** Which payloads have been read on a screen, out of each field. */
export type Shown = Map<string, Set<string>>;

/** Codes are shown as words. */
const asWords = (text: string): string => text.replaceAll('_', ' ').toLowerCase();

export function remember(shown: Shown, whole: string, placed: readonly Placed[], under = ''): void {
  const said = asWords(whole);
  for (const { field, texts } of placed)
    for (const text of texts) {
      if (!said.includes(asWords(text))) continue;
      const known = shown.get(under + field) ?? new Set();
      shown.set(under + field, known.add(text));
    }
}
