import type { UsageView } from '../contract/admin.ts';
import type { UsageRow } from '../ports/store.ts';

const MICRO = 1_000_000;
const sumOf = (rows: readonly UsageRow[], count: 'calls' | 'unpricedCalls' | 'microUsd'): number =>
  rows.reduce((sum, row) => sum + row[count], 0);
const knownUsd = (rows: readonly UsageRow[]): number => sumOf(rows, 'microUsd') / MICRO;
const pricedCalls = (rows: readonly UsageRow[]): number => sumOf(rows, 'calls') - sumOf(rows, 'unpricedCalls');

/** Of the calls that have a price; null when there are calls and none has. */
const usdOf = (rows: readonly UsageRow[]): number | null =>
  sumOf(rows, 'calls') > 0 && pricedCalls(rows) === 0 ? null : knownUsd(rows);

function meanUsd(rows: readonly UsageRow[]): number | null {
  const usd = usdOf(rows);
  return usd && usd / pricedCalls(rows);
}

/** What was asked of models since `since`, and how the running month stands; `rows` begin at the earlier of the two. */
export function toUsageView(
  rows: readonly UsageRow[],
  { since, monthStart, limitUsd }: { since: string; monthStart: string; limitUsd: number | null },
): UsageView {
  const wanted = rows.filter(({ day }) => day >= since);
  const asked = wanted.filter(({ purpose }) => purpose !== 'spared');
  const mean = meanUsd(asked.filter(({ purpose }) => purpose === 'classify'));
  const spared = sumOf(wanted, 'calls') - sumOf(asked, 'calls');
  return {
    since,
    days: wanted.map((row) => {
      const { microUsd: _, unpricedCalls: __, ...shown } = row;
      return { ...shown, usd: usdOf([row]) };
    }),
    total: { calls: sumOf(asked, 'calls'), unpricedCalls: sumOf(asked, 'unpricedCalls'), usd: usdOf(asked) },
    spared: { calls: spared, usd: mean === null ? null : spared * mean },
    budget: { limitUsd, spentUsd: knownUsd(rows.filter(({ day }) => day >= monthStart)) },
  };
}
