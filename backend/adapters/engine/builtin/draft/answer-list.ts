import { isNumbered, withoutMark } from './answer-parts.ts';
import type { Said } from './said.ts';

const MOST = 8;

/** A list without what does not hold at its ends; null when too little is left, or when a gap would break the steps. */
export function keepItems(items: readonly string[], fits: (text: string) => boolean): Said[] | null {
  const flags = items.map((item) => fits(withoutMark(item)));
  const kept = items.slice(flags.indexOf(true), flags.lastIndexOf(true) + 1);
  const whole = kept.length === flags.filter(Boolean).length;
  if (!whole || kept.length < 2 || kept.length * 2 <= items.length) return null;
  const numbered = kept.every(isNumbered);
  return kept.slice(0, MOST).map((item, index) => {
    const quote = withoutMark(item);
    return { text: `${numbered ? `${index + 1}.` : '-'} ${quote}`, quote };
  });
}
