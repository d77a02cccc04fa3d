/** Kinds of values in order of precedence: where two overlap, the earlier one names the whole. */
export const KINDS = ['TEXT', 'URL', 'SECRET', 'EMAIL', 'IBAN', 'CARD', 'SSN', 'ID', 'IP', 'PHONE', 'NAME'] as const;
export type Kind = (typeof KINDS)[number];

/** [start, end) in UTF-16 units. */
export type Span = { kind: Kind; start: number; end: number };

export function matchSpans(
  kind: Kind,
  pattern: RegExp,
  text: string,
  isValid: (match: string) => boolean = () => true,
): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    if (isValid(match[0])) spans.push({ kind, start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

const rank = (kind: Kind): number => KINDS.indexOf(kind);

/** Spans in order, overlapping ones united, so that no part of a found value stays readable. */
export function uniteSpans(spans: Span[]): Span[] {
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
