import { BIN_WIDTH, type Confidence } from '../contract/overview.ts';
import type { JudgedField } from '../contract/triage.ts';
import type { TallySum } from '../ports/overview.ts';

type Bin = Confidence['bins'][number];

/** The bins of one field's confidences, an engine after the other, the least sure first. */
export function toBins(sums: readonly TallySum[], field: JudgedField): Bin[] {
  const bins = new Map<string, Bin>();
  for (const { series, key: decidedBy, second, tickets, total } of sums) {
    if (series !== `confidence:${field}`) continue;
    const [number, verdict] = second.split(':');
    const name = `${decidedBy} ${number}`;
    const from = Math.round(Number(number) * BIN_WIDTH * 1_000) / 1_000;
    const bin = bins.get(name) ?? { decidedBy, from, tickets: 0, right: 0, confidence: 0 };
    bin.tickets += tickets;
    bin.right += verdict === 'right' ? tickets : 0;
    bin.confidence += total;
    bins.set(name, bin);
  }
  return [...bins.values()].toSorted((a, b) => a.decidedBy.localeCompare(b.decidedBy) || a.from - b.from);
}
