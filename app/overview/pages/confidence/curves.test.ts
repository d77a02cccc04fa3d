import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BIN_WIDTH } from '../../../../backend/contract/overview.ts';
import { type Bin, calibrationOf, coverageOf, fromBelow, joinAll, mergeBins, takenAt } from './curves.ts';

const someBins = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 39 }), fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true })), {
    selector: ([bin]) => bin,
    maxLength: 40,
  })
  .map((rows) =>
    rows.map(([bin, tickets, part]): Bin => {
      const from = bin * BIN_WIDTH;
      return { from, tickets, right: Math.floor(tickets * part), confidence: tickets * (from + BIN_WIDTH / 2) };
    }),
  );

describe('bins', () => {
  it('are merged until each has enough tickets, and lose none', () => {
    fc.assert(
      fc.property(someBins, (bins) => {
        const merged = mergeBins(bins);
        const { tickets, right, confidence } = joinAll(bins);
        const after = joinAll(merged);
        expect([after.tickets, after.right]).toEqual([tickets, right]);
        expect(after.confidence).toBeCloseTo(confidence, 6);
        if (tickets >= 10) expect(merged.every((bin) => bin.tickets >= 10)).toBe(true);
        expect(merged.map(({ from }) => from)).toEqual(merged.map(({ from }) => from).sort((a, b) => a - b));
      }),
    );
  });

  it('join the few at the upper end to the last', () => {
    const bin = (from: number, tickets: number) => ({ from, tickets, right: tickets, confidence: from * tickets });
    expect(mergeBins([bin(0.9, 3), bin(0.5, 4), bin(0.6, 8), bin(0.7, 12)])).toEqual([
      { from: 0.5, tickets: 12, right: 12, confidence: 4 * 0.5 + 8 * 0.6 },
      { from: 0.7, tickets: 15, right: 15, confidence: 12 * 0.7 + 3 * 0.9 },
    ]);
  });

  it('are calibrated within 0 and 1, and their shares are the whole', () => {
    fc.assert(
      fc.property(someBins, (bins) => {
        const curve = calibrationOf(bins);
        for (const { sure, right } of curve) {
          expect(Math.min(sure, right)).toBeGreaterThanOrEqual(0);
          expect(Math.max(sure, right)).toBeLessThanOrEqual(1);
        }
        if (curve.length > 0) expect(curve.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
      }),
    );
  });
});

describe('coverage', () => {
  it('grows as the threshold falls, and ends at all tickets', () => {
    fc.assert(
      fc.property(someBins, (bins) => {
        const curve = coverageOf(bins);
        for (const [index, { share, threshold, right }] of curve.entries()) {
          const before = curve[index - 1];
          if (before) {
            expect(share).toBeGreaterThan(before.share);
            expect(threshold).toBeLessThan(before.threshold);
          }
          expect(right).toBeLessThanOrEqual(1);
        }
        if (curve.length > 0) expect(curve.at(-1)?.share).toBe(1);
      }),
    );
  });

  it('counts a bin that begins at the threshold, in binary numbers too', () => {
    const bins = [
      { from: 28 * BIN_WIDTH, tickets: 20, right: 10, confidence: 14 },
      { from: 32 * BIN_WIDTH, tickets: 60, right: 57, confidence: 50 },
    ];
    expect(takenAt(bins, 0.8)).toEqual({ share: 0.75, right: 0.95, tickets: 60 });
    expect(takenAt(bins, 0.9)).toBeNull();
  });
});

describe('an axis of shares', () => {
  it.each([
    [0.37, 0.3],
    [0.9, 0.9],
    [1, 0.9],
  ])('above %s begins at %s', (lowest, from) => expect(fromBelow(lowest)).toEqual([from, 1]));
});
