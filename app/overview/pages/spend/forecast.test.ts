import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someSpend } from '../../../test/lead-samples.ts';
import { addDays } from '../../parts/days.ts';
import { daysIn, forecastOf } from './forecast.ts';
import { meanOf, sparedOf, totalsOf } from './totals.ts';

const TODAY = '2026-03-10';
const aDay = (ago: number, usd: number | null, purpose: 'classify' | 'draft' | 'spared' = 'classify') => ({
  ...{ day: addDays(TODAY, -ago), model: 'gpt-5-mini', purpose, calls: 10, usd },
});
const forecast = (days: ReturnType<typeof aDay>[], spentUsd: number, month = '2026-03') =>
  forecastOf({ days, month, spentUsd, today: TODAY });
const dollars = fc.integer({ min: 0, max: 100_000 }).map((cents) => cents / 100);

describe('the forecast', () => {
  it('goes on as the last seven whole days went, over the days that are left', () => {
    const days = [1, 2, 3, 4, 5, 6, 7].map((ago) => aDay(ago, ago));
    // The mean is 4: what today lacks of it, and 21 days more.
    expect(forecast([...days, aDay(0, 1), aDay(8, 1_000)], 30)).toEqual({ usd: 30 + 3 + 21 * 4, days: 7 });
  });

  it('takes a day without calls for a free one, but none from before the first call', () => {
    expect(forecast([aDay(1, 3), aDay(3, 3)], 6)).toEqual({ usd: 6 + 22 * 2, days: 3 });
  });

  it('counts neither what was spared nor what has no price', () => {
    expect(forecast([aDay(1, 3), aDay(1, 50, 'spared'), aDay(2, null, 'draft')], 3)?.usd).toBe(3 + 22 * 1.5);
  });

  it.each([
    ['before a whole day', forecast([aDay(0, 1)], 1)],
    ['without calls', forecast([], 0)],
    ['of another month', forecast([aDay(1, 1)], 1, '2026-02')],
  ])('is none %s', (_, none) => expect(none).toBeNull());

  it('is never below what is spent, and grows with it', () => {
    fc.assert(
      fc.property(fc.array(dollars, { minLength: 1, maxLength: 27 }), dollars, dollars, (usd, spent, more) => {
        const days = usd.map((each, at) => aDay(at + 1, each));
        const one = forecast(days, spent)?.usd ?? Number.NaN;
        expect(one).toBeGreaterThanOrEqual(spent);
        expect(forecast(days, spent + more)?.usd).toBeCloseTo(one + more, 6);
      }),
    );
  });

  it('of like days is one of them for each that is left', () => {
    fc.assert(
      fc.property(dollars, fc.integer({ min: 1, max: 27 }), (usd, count) => {
        const days = Array.from({ length: count }, (_, at) => aDay(at + 1, usd));
        expect(forecast(days, 9 * usd)?.usd).toBeCloseTo(31 * usd, 6);
      }),
    );
  });
});

it.each([
  ['2026-02', 28],
  ['2028-02', 29],
  ['2026-12', 31],
])('%s has %d days', (month, days) => expect(daysIn(month)).toBe(days));

describe('totals', () => {
  it('name the dearest first and leave out what was spared', () => {
    const totals = totalsOf([aDay(1, 1), aDay(2, 2), aDay(1, 5, 'draft'), aDay(1, 0, 'spared')]);
    expect(totals).toEqual([
      { key: 'draft gpt-5-mini', calls: 10, usd: 5 },
      { key: 'classify gpt-5-mini', calls: 20, usd: 3 },
    ]);
  });

  it('know what has no price', () => {
    const days = [aDay(1, null), aDay(1, 0, 'spared')];
    expect([totalsOf(days)[0]?.usd, meanOf(days), sparedOf(days)]).toEqual([null, null, { calls: 10, usd: null }]);
  });

  it('are of all paid calls', () => {
    const { days } = someSpend();
    const calls = days.reduce((sum, each) => sum + (each.purpose === 'spared' ? 0 : each.calls), 0);
    expect(totalsOf(days).reduce((sum, each) => sum + each.calls, 0)).toBe(calls);
  });
});
