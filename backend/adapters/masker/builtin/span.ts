import { KINDS, type Kind } from '../../../contract/masking.ts';

/** [start, end) in UTF-16 units. */
export type Span = { kind: Kind; start: number; end: number };

export function matchSpans(
  kind: Kind,
  pattern: RegExp,
  text: string,
  isValid: (match: string, start: number) => boolean = () => true,
): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    if (isValid(match[0], match.index)) {
      spans.push({ kind, start: match.index, end: match.index + match[0].length });
    }
  }
  return spans;
}

/** The spans that do not lie wholly inside one of `ordered`. */
export const outside = (spans: readonly Span[], ordered: readonly Span[]): Span[] =>
  spans.filter(({ start, end }) => {
    const next = ordered[firstAfter(ordered, start)];
    return next === undefined || next.start > start || next.end < end;
  });

/** The first of the ordered spans that ends after a place. */
function firstAfter(ordered: readonly Span[], place: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

const RANKS = new Map(KINDS.map((kind, rank) => [kind, rank]));
const rank = (kind: Kind): number => RANKS.get(kind) ?? KINDS.length;

/** Spans in order, overlapping ones united, so that no part of a found value stays readable. */
export function uniteSpans(spans: readonly Span[]): Span[] {
  const united: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = united.at(-1);
    if (!last || span.start >= last.end) united.push({ ...span });
    else {
      last.end = Math.max(last.end, span.end);
      if (rank(span.kind) < rank(last.kind)) last.kind = span.kind;
    }
  }
  return united;
}
