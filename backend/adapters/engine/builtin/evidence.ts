import type { Reading } from './features.ts';
import type { Head } from './head.ts';
import type { Row } from './softmax.ts';
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
  const { classes, weights } = head.softmax;
  const chosen = head.labels.indexOf(label);
  const share = sharePerOccurrence(reading, row, columnOf);
  const totals = reading.tokens.map(() => 0);
  for (const feature of reading.features) {
    const column = columnOf(feature);
    if (column < 0) continue;
    const own = weights.subarray(column * classes, (column + 1) * classes);
    const margin = (own[chosen] ?? 0) - own.reduce((a, b) => a + b, 0) / classes;
    const part = (margin * (share.get(column) ?? 0)) / (feature.to - feature.from + 1);
    for (let at = feature.from; at <= feature.to; at++) totals[at] = (totals[at] ?? 0) + part;
  }
  return totals;
}

function sharePerOccurrence(reading: Reading, row: Row, columnOf: Vectoriser['columnOf']): Map<number, number> {
  const counts = new Map<number, number>();
  for (const feature of reading.features) counts.set(columnOf(feature), (counts.get(columnOf(feature)) ?? 0) + 1);
  return new Map(Array.from(row.columns, (column, i) => [column, (row.values[i] ?? 0) / (counts.get(column) ?? 1)]));
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
