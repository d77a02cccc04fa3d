import type { Reading } from './features.ts';
import type { Head } from './model.ts';
import type { Row } from './row.ts';
import { isUnspaced, type Token } from './tokens.ts';
import type { Vectoriser } from './vectoriser.ts';

const MOST = 8;
const LONGEST = 40;
/** A word that weighs less than this share of the best one did not decide. */
const LEAST_SHARE = 0.2;

/** For each token, how much it speaks for `label` rather than for the average label. */
export function contributions(
  reading: Reading,
  row: Row,
  head: Head,
  label: string,
  columnOf: Vectoriser['columnOf'],
): number[] {
  const margins = marginPerColumn(row, head, head.labels.indexOf(label));
  const counts = new Map<number, number>();
  const { hashes, from, to } = reading.features;
  const columns = hashes.map(columnOf);
  for (const column of columns) counts.set(column, (counts.get(column) ?? 0) + 1);
  const totals = reading.tokens.map(() => 0);
  columns.forEach((column, index) => {
    const first = from[index] as number;
    const last = to[index] as number;
    const part = (margins.get(column) ?? 0) / ((counts.get(column) ?? 1) * (last - first + 1));
    for (let at = first; at <= last; at++) totals[at] = (totals[at] ?? 0) + part;
  });
  return totals;
}

function marginPerColumn({ columns, values }: Row, { linear }: Head, chosen: number): Map<number, number> {
  const { classes, weights, steps } = linear;
  const weightOf = (column: number, k: number): number => (weights[column * classes + k] ?? 0) * (steps[k] as number);
  const parts = new Map<number, number>();
  columns.forEach((column, i) => {
    let mean = 0;
    for (let k = 0; k < classes; k++) mean += weightOf(column, k) / classes;
    parts.set(column, (weightOf(column, chosen) - mean) * (values[i] ?? 0));
  });
  return parts;
}

/** The words that spoke most for the label, as they stand in the ticket. */
export function pickEvidence({ text, tokens }: Reading, weights: readonly number[]): string[] {
  const byWord = new Map<string, { shown: string; weight: number }>();
  tokens.forEach((token, index) => {
    if (!canShow(token)) return;
    const word = byWord.get(token.text) ?? { shown: text.slice(token.start, token.end), weight: 0 };
    byWord.set(token.text, { ...word, weight: word.weight + (weights[index] ?? 0) });
  });
  const ranked = [...byWord.values()].sort((a, b) => b.weight - a.weight);
  const least = (ranked[0]?.weight ?? 0) * LEAST_SHARE;
  return ranked
    .filter(({ weight }) => weight > 0 && weight >= least)
    .slice(0, MOST)
    .map(({ shown }) => shown);
}

function canShow({ kind, text, start, end }: Token): boolean {
  if (kind !== 'word' || end - start > LONGEST) return false;
  return isUnspaced(text) ? !/^\p{sc=Hiragana}{1,2}$/u.test(text) && text.length > 1 : text.length > 2;
}
