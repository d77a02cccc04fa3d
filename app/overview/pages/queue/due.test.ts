import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { span } from '../../../ui/page/spans.ts';
import { leftUntil, shareGone, stateBy } from './due.ts';

const NOW = Date.parse('2026-03-02T10:00:00.000Z');
const at = (ms: number) => new Date(NOW + ms).toISOString();
const WEEK_MS = 7 * 86_400_000;
const anyLeft = fc.integer({ min: -WEEK_MS, max: WEEK_MS });

describe('what is left', () => {
  it('is never more than a minute off, and on its own side of the promise', () => {
    fc.assert(
      fc.property(anyLeft, (ms) => {
        const left = leftUntil(at(ms), NOW) ?? Number.NaN;
        expect(Math.abs(left - ms)).toBeLessThan(Math.abs(ms) < 60_000 ? 1_000 : 60_000);
        expect(stateBy('on_time', left) === 'overdue').toBe(ms < 0);
        expect(Object.is(left, -0)).toBe(false);
      }),
    );
  });

  it('only ever shrinks', () => {
    fc.assert(
      fc.property(anyLeft, fc.nat(WEEK_MS), (ms, later) => {
        expect(leftUntil(at(ms), NOW + later)).toBeLessThanOrEqual(leftUntil(at(ms), NOW) ?? Number.NaN);
      }),
    );
  });

  it('is nothing where nothing is promised', () => {
    expect([leftUntil(null, NOW), stateBy('on_time', null), stateBy('waiting', -1)]).toEqual([
      null,
      'waiting',
      'waiting',
    ]);
  });
});

describe('the share of a promise that is gone', () => {
  const target = { hours: 4, dueAt: at(0), pausedSince: null, metAt: null };
  it.each([
    ['first_reply', 3_600_000, 0.75],
    ['first_reply', 9 * 3_600_000, 0],
    ['first_reply', -1, 1],
    ['resolution', 3_600_000, null],
    [null, 3_600_000, null],
  ] as const)('%s with %d ms left: %s', (due, left, share) => {
    expect(shareGone({ due, sla: { firstReply: target, resolution: null } }, left)).toBe(share);
  });
});

describe('a length of time', () => {
  it.each([
    [0, '0 sec'],
    [-59_999, '59 sec'],
    [12 * 60_000, '12 min'],
    [80 * 60_000, '1 hr 20 min'],
    [11.5 * 3_600_000, '11 hr'],
    [50 * 3_600_000, '2 days 2 hr'],
    [WEEK_MS * 2, '14 days'],
  ])('of %d ms', (ms, text) => expect(span('en', ms)).toBe(text));

  it('is told roughly where more would not help', () => {
    expect([span('en', 80 * 60_000, true), span('de', 3 * 3_600_000, true)]).toEqual(['1 hr', '3 Std.']);
  });
});
