import type { Spend } from '../../../../backend/contract/overview.ts';
import { isPaid, usdOf } from './forecast.ts';
import { asKey } from './useNameOf.ts';

type SpendDay = Spend['days'][number];
/** `usd` null: no call of it has a price. */
export type Total = { key: string; calls: number; usd: number | null };

const callsOf = (days: readonly SpendDay[]) => days.reduce((sum, { calls }) => sum + calls, 0);
const isPriced = ({ usd }: SpendDay) => usd !== null;

/** The paid calls by model and purpose, the dearest first. */
export function totalsOf(days: readonly SpendDay[]): Total[] {
  const groups = Map.groupBy(days.filter(isPaid), asKey);
  return [...groups]
    .map(([key, of]) => ({ key, calls: callsOf(of), usd: of.some(isPriced) ? usdOf(of) : null }))
    .sort((one, other) => (other.usd ?? -1) - (one.usd ?? -1) || one.key.localeCompare(other.key));
}

/** What a call costs, of those that have a price; null without any. */
export function meanOf(days: readonly SpendDay[]): number | null {
  const priced = days.filter((each) => isPaid(each) && isPriced(each));
  const calls = callsOf(priced);
  return calls > 0 ? usdOf(priced) / calls : null;
}

/** Calls that the built-in engine made needless; `usd`: at the mean of the classifications that have a price, null without any. */
export function sparedOf(days: readonly SpendDay[]): { calls: number; usd: number | null } {
  const calls = callsOf(days.filter((each) => !isPaid(each)));
  const mean = meanOf(days.filter(({ purpose }) => purpose === 'classify'));
  return { calls, usd: mean === null ? null : calls * mean };
}
