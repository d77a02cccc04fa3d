import { KINDS, type Kind } from '../../../ports/masker.ts';

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

const FIRM: ReadonlySet<Kind> = new Set<Kind>(['CARD', 'IBAN']);
const WEAK: ReadonlySet<Kind> = new Set<Kind>(['BANK', 'SSN', 'ID', 'PASSPORT', 'PHONE']);

/** Without numbers that borrow digits from a card or an IBAN: one after the other would chain into a single value. */
export function dropBorrowers(spans: readonly Span[]): Span[] {
  const firm = spans.filter(({ kind }) => FIRM.has(kind)).sort((a, b) => a.start - b.start);
  if (firm.length === 0) return [...spans];
  return spans.filter(({ kind, start, end }) => {
    if (!WEAK.has(kind)) return true;
    const next = firm[firstAfter(firm, start)];
    return next === undefined || next.start >= end;
  });
}

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
