import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as contract from '../../../backend/contract/overview.ts';
import { addDays, eachDay, faultOf, isDay, lengthOf, MOST_DAYS, mondayOf, todayIn } from './days.ts';
import { wilson } from './wilson.ts';

const aDay = fc.integer({ min: 0, max: 30_000 }).map((number) => addDays('1970-01-01', number));

describe('days', () => {
  it('are as many as the contract allows', () => expect(MOST_DAYS).toBe(contract.MOST_DAYS));

  it('go round months, leap days and changes of the clock', () => {
    expect(eachDay({ from: '2024-02-28', to: '2024-03-01' })).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
    expect(lengthOf({ from: '2026-03-01', to: '2026-04-01' })).toBe(32);
    expect(eachDay({ from: '2026-03-02', to: '2026-03-01' })).toEqual([]);
  });

  it('have a Monday at most six days before', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const monday = mondayOf(day);
        expect(new Date(monday).getUTCDay()).toBe(1);
        expect([0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days))).toContain(day);
      }),
    );
  });

  it.each(['2026-02-30', '2026-3-2', 'today', '', null, '2026-03-02T00:00'])('%s is none', (text) =>
    expect(isDay(text)).toBe(false),
  );

  it('make a range by the rules of the contract', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -3, max: 403 }), (from, days) => {
        const range = { from, to: addDays(from, days) };
        expect(faultOf(range) === null).toBe(contract.rangeSchema.safeParse(range).success);
      }),
    );
  });

  it('begin when they begin there', () => {
    const now = new Date('2026-03-02T23:30:00Z');
    expect(['UTC', 'Europe/Berlin', 'America/Los_Angeles'].map((zone) => todayIn(zone, now))).toEqual([
      '2026-03-02',
      '2026-03-03',
      '2026-03-02',
    ]);
  });
});

describe("Wilson's interval", () => {
  it('holds the share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
        const hits = Math.round(of * part);
        const { low, high } = wilson(hits, of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low - 1e-12).toBeLessThanOrEqual(hits / of);
        expect(high + 1e-12).toBeGreaterThanOrEqual(hits / of);
      }),
    );
  });

  it('is what tables say', () => {
    const { low, high } = wilson(8, 10);
    expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.490', '0.943']);
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});
