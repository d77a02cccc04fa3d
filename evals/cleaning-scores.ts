import type { CleaningRow } from './cleaning-rows.ts';

/** `footer`: what was set aside as legal notice, list footer or advertisement. */
export type Cleaned = { row: CleaningRow; text: string; footer?: string };

const MIN_LINE = 12;

/**
 * The figures of one method on one set of rows; the last ones only where rows carry `drop` and `core`. `coreAsFooter` is
 * the part of `coreLost` that was set aside as a footer: the annotators left footers in.
 */
export function scoreCleaning(cleaned: readonly Cleaned[]) {
  const leaked = lineShare(
    cleaned,
    MIN_LINE,
    ({ row }) => row.drop,
    ({ text }, line) => text.includes(line),
  );
  const isLost = ({ text }: Cleaned, line: string) => !text.includes(line);
  const lost = lineShare(cleaned, 1, ({ row }) => row.core, isLost);
  const asFooter = lineShare(
    cleaned,
    1,
    ({ row }) => row.core,
    (one, line) => isLost(one, line) && one.footer?.includes(line) === true,
  );
  return {
    n: cleaned.length,
    exact: mean(cleaned.map(({ row, text }) => Number(bare(row.expected) === bare(text)))),
    tokenF1: mean(cleaned.map(({ row, text }) => tokenF1(row.expected, text))),
    ...(leaked !== null && { dropLeaked: leaked }),
    ...(lost !== null && { coreLost: lost, coreAsFooter: asFooter ?? 0 }),
  };
}

const bare = (text: string): string => text.replace(/\s+/g, '');
const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;

/** F1 of two texts as multisets of words; two empty texts agree in full. */
function tokenF1(expected: string, text: string): number {
  const wanted = expected.split(/\s+/).filter(Boolean);
  const given = text.split(/\s+/).filter(Boolean);
  if (wanted.length + given.length === 0) return 1;
  const left = new Map<string, number>();
  for (const token of wanted) left.set(token, (left.get(token) ?? 0) + 1);
  let hits = 0;
  for (const token of given) {
    const count = left.get(token) ?? 0;
    if (count > 0) hits++;
    left.set(token, count - 1);
  }
  return (2 * hits) / (wanted.length + given.length);
}

/** Share of the lines of one field, over all rows, that pass; null when no row has the field. */
function lineShare(
  cleaned: readonly Cleaned[],
  shortest: number,
  field: (one: Cleaned) => string | null | undefined,
  passes: (one: Cleaned, line: string) => boolean,
): number | null {
  let lines = 0;
  let hits = 0;
  for (const one of cleaned) {
    const plain = { ...one, text: spaced(one.text), footer: spaced(one.footer ?? '') };
    for (const line of (field(one) ?? '').split('\n').map(spaced)) {
      if (line.length < shortest) continue;
      lines++;
      if (passes(plain, line)) hits++;
    }
  }
  return lines === 0 ? null : hits / lines;
}
