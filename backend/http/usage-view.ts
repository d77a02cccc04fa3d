import type { UsageView } from '../contract/admin.ts';
import type { UsageRow } from '../ports/store.ts';

const MICRO = 1_000_000;
const usdOf = (rows: readonly UsageRow[]): number => rows.reduce((sum, { microUsd }) => sum + microUsd, 0) / MICRO;
const callsOf = (rows: readonly UsageRow[]): number => rows.reduce((sum, { calls }) => sum + calls, 0);

/** What was asked of models since `since`, and how the running month stands; `rows` begin at the earlier of the two. */
export function toUsageView(
  rows: readonly UsageRow[],
  { since, monthStart, limitUsd }: { since: string; monthStart: string; limitUsd: number | null },
): UsageView {
  const wanted = rows.filter(({ day }) => day >= since);
  const asked = wanted.filter(({ purpose }) => purpose !== 'spared');
  const classified = asked.filter(({ purpose }) => purpose === 'classify');
  const spared = callsOf(wanted.filter(({ purpose }) => purpose === 'spared'));
  const mean = callsOf(classified) > 0 ? usdOf(classified) / callsOf(classified) : 0;
  return {
    since,
    days: wanted.map(({ microUsd, ...row }) => ({ ...row, usd: microUsd / MICRO })),
    total: { calls: callsOf(asked), usd: usdOf(asked) },
    spared: { calls: spared, usd: spared * mean },
    budget: { limitUsd, spentUsd: usdOf(rows.filter(({ day }) => day >= monthStart)) },
  };
}
