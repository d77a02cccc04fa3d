import { fitSoftmax, type Row, type Sample, type Softmax } from './softmax.ts';

/** A classifier of one label, such as urgency. */
export type Head = { labels: string[]; softmax: Softmax };

export type Labelled = { row: Row; label: string; secondary: string | null };

/** How much of a ticket with two issues counts for the second one. */
const SECONDARY_SHARE = 0.35;

export function fitHead(labelled: readonly Labelled[], columns: number): Head {
  const labels = [...new Set(labelled.map(({ label }) => label))].sort();
  const samples = labelled.map(({ row, label, secondary }): Sample => {
    const target = new Float64Array(labels.length);
    const second = secondary === null ? -1 : labels.indexOf(secondary);
    target[labels.indexOf(label)] = second < 0 ? 1 : 1 - SECONDARY_SHARE;
    if (second >= 0) target[second] = SECONDARY_SHARE;
    return { row, target };
  });
  return { labels, softmax: fitSoftmax(samples, columns, labels.length) };
}
