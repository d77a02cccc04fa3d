import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../parts/days.ts';
import { foldSeries } from './fold-series.ts';

const DAYS = { from: '2026-03-02', to: '2026-03-05' };
const counts = fc.uniqueArray(
  fc.record({
    day: fc.integer({ min: 0, max: 199 }).map((days) => addDays('2026-01-01', days)),
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'),
    tickets: fc.nat(500),
  }),
  { selector: ({ day, key }) => `${day} ${key}`, maxLength: 200 },
);

describe('series of a range', () => {
  it.each([
    ['days', '2026-04-01'],
    ['weeks', '2026-07-19'],
  ])('keep every ticket in %s, whatever is folded', (_, to) => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 12 }), (rows, most) => {
        const days = { from: '2026-01-01', to };
        const { series, total, columns } = foldSeries(rows, days, most);
        const within = rows.filter(({ day }) => day <= to).reduce((sum, { tickets }) => sum + tickets, 0);
        expect(total).toBe(within);
        expect(series.filter(({ key }) => key !== null).length).toBeLessThanOrEqual(most);
        for (const { values, total: own } of series) {
          expect(values).toHaveLength(columns.length);
          expect(values.reduce((sum, value) => sum + value, 0)).toBe(own);
        }
      }),
    );
  });

  it('fold the smallest, and leave days without tickets at nothing', () => {
    const rows = [
      { day: '2026-03-02', key: 'small', tickets: 1 },
      { day: '2026-03-03', key: 'tiny', tickets: 1 },
      { day: '2026-03-05', key: 'large', tickets: 9 },
      { day: '2026-03-09', key: 'large', tickets: 9 },
    ];
    const { series, isWeekly } = foldSeries(rows, DAYS, 1);
    expect(isWeekly).toBe(false);
    expect(series).toEqual([
      { key: 'large', values: [0, 0, 0, 9], total: 9 },
      { key: null, values: [1, 1, 0, 0], total: 2 },
    ]);
  });

  it('go by weeks from Monday on in more than 120 days', () => {
    const range = { from: '2026-03-04', to: addDays('2026-03-04', 120) };
    const { isWeekly, columns } = foldSeries([], range, 7);
    expect(isWeekly).toBe(true);
    expect(columns.slice(0, 2)).toEqual(['2026-03-02', '2026-03-09']);
    expect(foldSeries([], { ...range, to: addDays(range.from, 119) }, 7).isWeekly).toBe(false);
  });
});
