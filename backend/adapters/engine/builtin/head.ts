import { fitSoftmax, type Row, type Sample, type Softmax, score, toProbabilities } from './softmax.ts';

/** A classifier of one label, such as urgency. */
export type Head = { labels: string[]; softmax: Softmax };

export type Labelled = { row: Row; label: string; secondary: string | null };

/** How much of a ticket with two issues counts for the second one. */
const SECONDARY_SHARE = 0.35;

export function fitHead(labelled: readonly Labelled[], columns: number): Head {
  const labels = [...new Set(labelled.map(({ label }) => label))].sort();
  const counts = new Map<string, number>();
  for (const { label } of labelled) counts.set(label, (counts.get(label) ?? 0) + 1);
  const samples = labelled.map(({ row, label, secondary }): Sample => {
    const target = new Float64Array(labels.length);
    const second = secondary === null ? -1 : labels.indexOf(secondary);
    target[labels.indexOf(label)] = second < 0 ? 1 : 1 - SECONDARY_SHARE;
    if (second >= 0) target[second] = SECONDARY_SHARE;
    return { row, target, weight: Math.sqrt(labelled.length / (labels.length * (counts.get(label) ?? 1))) };
  });
  return { labels, softmax: fitSoftmax(samples, columns, labels.length) };
}

/** A label and its probability. */
export type Guess = { label: string; probability: number };

/** All labels, likeliest first. */
export function rankLabels({ labels, softmax }: Head, row: Row, temperature = 1): Guess[] {
  const probabilities = toProbabilities(score(softmax, row), temperature);
  return labels
    .map((label, k) => ({ label, probability: probabilities[k] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
}
