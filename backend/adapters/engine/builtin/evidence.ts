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
  const shares = sharesOf(row, head, head.labels.indexOf(label));
  const { hashes, from, to } = reading.features;
  const found = hashes.map((hash) => shares.get(columnOf(hash)));
  for (const share of found) if (share) share.count++;
  const totals = reading.tokens.map(() => 0);
  found.forEach((share, index) => {
    if (!share) return;
    const first = from[index] as number;
    const last = to[index] as number;
    const part = share.margin / (share.count * (last - first + 1));
    for (let at = first; at <= last; at++) totals[at] = (totals[at] as number) + part;
  });
  return totals;
}

type Share = { margin: number; count: number };

/** What each column adds for one label beyond what it adds on average; `count` is for the features that stand in it. */
function sharesOf({ columns, values }: Row, { linear }: Head, chosen: number): Map<number, Share> {
  const { classes, weights, steps } = linear;
  const weightOf = (column: number, k: number): number => (weights[column * classes + k] ?? 0) * (steps[k] as number);
  const shares = new Map<number, Share>();
  columns.forEach((column, i) => {
    let mean = 0;
    for (let k = 0; k < classes; k++) mean += weightOf(column, k) / classes;
    shares.set(column, { margin: (weightOf(column, chosen) - mean) * (values[i] as number), count: 0 });
  });
  return shares;
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
