import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, mix, readableOn } from './contrast.ts';
import { gistOf } from './gist.ts';
import { linear } from './linear.ts';
import { stackUp } from './stack.ts';
import { spreadTicks, wholeTicks } from './ticks.ts';

const aColor = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);
const aRow = fc.array(fc.nat(1_000), { minLength: 4, maxLength: 4 });

describe('colours', () => {
  it('are as far apart as WCAG says', () => {
    expect(contrast('#000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#767676', '#fff')).toBeCloseTo(4.54, 2);
    expect(contrast('#fff', '#767676')).toBeCloseTo(4.54, 2);
  });

  it('carry a text that can be read on each of them', () => {
    fc.assert(fc.property(aColor, (ground) => contrast(ground, readableOn(ground)) >= 4.5));
  });

  it('are mixed from one end to the other', () => {
    expect([0, 0.5, 1].map((share) => mix('#000000', '#ff8000', share))).toEqual(['#000000', '#804000', '#ff8000']);
  });
});

describe('a stack', () => {
  it('lays each series on the one below and ends at the total', () => {
    fc.assert(
      fc.property(fc.array(aRow, { minLength: 1, maxLength: 5 }), (rows) => {
        const { spans, totals } = stackUp(rows, 4);
        for (const column of [0, 1, 2, 3]) {
          const ends = spans.map((row) => row[column] ?? [0, 0]);
          expect(ends.map(([from]) => from)).toEqual([0, ...ends.slice(0, -1).map(([, to]) => to)]);
          expect(ends.at(-1)?.[1]).toBe(totals[column]);
          expect(totals[column]).toBe(rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
        }
      }),
    );
  });
});

describe('ticks', () => {
  it('are no more than there is room for, from the first place on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 260, max: 1200 }), (places, width) => {
        const ticks = spreadTicks(places, width, 64);
        expect(ticks[0]).toBe(0);
        expect(ticks.length).toBeLessThanOrEqual(Math.max(1, Math.floor(width / 64)));
        expect(ticks.every((tick) => tick < places)).toBe(true);
      }),
    );
  });

  it('are whole numbers within their ends', () => {
    expect(wholeTicks(2.5, 6.1, 640)).toEqual([3, 4, 5, 6]);
  });
});

describe('a linear scale', () => {
  const end = fc.integer({ min: -10_000, max: 10_000 });

  it('keeps order and ends, and has round ticks between them', () => {
    fc.assert(
      fc.property(end, fc.integer({ min: 1, max: 5_000 }), (low, length) => {
        const scale = linear([low, low + length], [300, 20]);
        expect([scale.at(low), scale.at(low + length)].map(Math.round)).toEqual([300, 20]);
        const places = scale.ticks(5).map(scale.at);
        expect(places).toEqual([...places].sort((a, b) => b - a));
        for (const place of places) {
          expect(place).toBeLessThanOrEqual(300.001);
          expect(place).toBeGreaterThanOrEqual(19.999);
        }
      }),
    );
  });

  it('widens its ends to round numbers where it may', () => {
    const { at, ticks } = linear([0, 207], [0, 100], true);
    expect(at(220)).toBe(100);
    expect(ticks(5)).toEqual([0, 50, 100, 150, 200]);
    expect(linear([3, 3], [0, 100]).at(3)).toBe(0);
  });
});

describe('the gist', () => {
  it('names the highest, the lowest and the latest', () => {
    const points = [4, 9, 1, 6].map((value, at) => ({ at, value }));
    expect(gistOf(points)).toEqual({
      highest: { at: 1, value: 9 },
      lowest: { at: 2, value: 1 },
      latest: { at: 3, value: 6 },
    });
    expect(gistOf([])).toBeNull();
  });
});
