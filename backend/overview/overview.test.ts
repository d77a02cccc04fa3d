import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOf, bucketStart, type Series, type Tally, type TallySum } from '../ports/overview.ts';
import { findDrift } from './find-drift.ts';
import { countedDays, driftRanges, rangeOf } from './range.ts';
import { toAgreement } from './to-agreement.ts';
import { toBins } from './to-confidence.ts';
import { quantileOf, toEffort } from './to-effort.ts';
import { toEscalations } from './to-escalations.ts';

const sum = (series: Series, key: string, second: string, tickets: number, total = 0): TallySum => ({
  ...{ series, key, second, tickets, total },
});
const on = (day: string, ...of: Parameters<typeof sum>): Tally => ({ day, ...sum(...of) });

describe('the days of a view', () => {
  const now = new Date('2026-03-01T23:30:00Z');
  it.each([
    ['UTC', { from: '2026-02-02', to: '2026-03-01' }],
    ['Europe/Berlin', { from: '2026-02-03', to: '2026-03-02' }],
    ['America/Los_Angeles', { from: '2026-02-02', to: '2026-03-01' }],
  ])('are the last 28 in %s', (timeZone, range) => {
    expect(rangeOf({}, { timeZone, now })).toEqual(range);
  });

  it('count back from the last one that is asked for', () => {
    expect(rangeOf({ to: '2026-01-10' }, { timeZone: 'UTC', now })).toEqual({ from: '2025-12-14', to: '2026-01-10' });
  });

  it('that are counted begin with the first that has anything', () => {
    const days = { from: '2026-02-01', to: '2026-03-01' };
    expect(countedDays(days, [])).toBe(0);
    expect(countedDays(days, [{ day: '2026-02-28' }, { day: '2026-02-20' }])).toBe(10);
    expect(countedDays(days, [{ day: '2026-02-01' }])).toBe(29);
  });

  it('of drift are whole and lie beside each other', () => {
    expect(driftRanges('UTC', now)).toEqual({
      recent: { from: '2026-02-22', to: '2026-02-28' },
      before: { from: '2026-01-25', to: '2026-02-21' },
    });
  });
});

describe('agreement', () => {
  const sums = [
    sum('matrix:category', 'billing', 'billing', 8),
    sum('matrix:category', 'billing', 'account', 2),
    sum('rate:category:language', 'de', 'agreed', 3),
    sum('rate:category:language', 'de', 'overridden', 1),
    sum('rate:category:language', 'en', 'agreed', 6),
    sum('draft:language', 'en', 'kept', 2),
    sum('draft:language', 'en', 'edited', 1),
    sum('rate:urgency:language', 'en', 'overridden', 99),
  ];

  it('gives the cells and, by dimension, the rates of this field alone', () => {
    const { matrix, rates } = toAgreement(sums, 'category');
    expect(matrix).toEqual([
      { suggested: 'billing', final: 'billing', tickets: 8 },
      { suggested: 'billing', final: 'account', tickets: 2 },
    ]);
    const none = { draftsKept: 0, draftsEdited: 0, draftsUnused: 0 };
    expect(rates).toEqual([
      { dimension: 'language', key: 'en', decided: 6, overridden: 0, ...none, draftsKept: 2, draftsEdited: 1 },
      { dimension: 'language', key: 'de', decided: 4, overridden: 1, ...none },
    ]);
  });
});

describe('confidence', () => {
  it('puts right and wrong of a bin together, engine by engine', () => {
    const sums = [
      sum('confidence:category', 'openai', '37:right', 9, 8.4),
      sum('confidence:category', 'openai', '37:wrong', 1, 0.93),
      sum('confidence:category', 'builtin', '2:wrong', 4, 0.24),
      sum('confidence:urgency', 'builtin', '2:wrong', 7, 0.4),
    ];
    expect(toBins(sums, 'category')).toEqual([
      { decidedBy: 'builtin', from: 0.05, tickets: 4, right: 0, confidence: 0.24 },
      { decidedBy: 'openai', from: 0.925, tickets: 10, right: 9, confidence: expect.closeTo(9.33) },
    ]);
  });
});

describe('first replies', () => {
  it('fall into the bucket that begins at or before them', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 10_000, noNaN: true }), (hours) => {
        const bucket = bucketOf(hours);
        expect(bucketStart(bucket)).toBeLessThanOrEqual(hours * 1.000001);
        expect(bucketStart(bucket + 1)).toBeGreaterThan(hours * 0.999999);
      }),
    );
  });

  it('have quantiles within a fifth of the true ones', () => {
    const times = fc.array(fc.double({ min: 0.02, max: 500, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(times, fc.constantFrom(0.5, 0.9), (hours, part) => {
        const rows = hours.map((each) => ({ key: String(bucketOf(each)), tickets: 1 }));
        const exact = hours.toSorted((a, b) => a - b)[Math.ceil(hours.length * part) - 1] ?? 0;
        const shown = quantileOf(rows, part) ?? 0;
        expect(shown).toBeGreaterThanOrEqual(exact / 1.21);
        expect(shown).toBeLessThanOrEqual(exact * 1.21);
      }),
    );
  });

  it('are told by day and in all, with what was saved by the stated method', () => {
    const effort = toEffort([
      on('2026-01-02', 'first_reply', '10', 'kept', 3, 1.5),
      on('2026-01-01', 'first_reply', '20', 'broken', 1, 2),
      on('2026-01-01', 'saved_fields', '', '', 4, 10),
      on('2026-01-01', 'saved_characters', '', '', 2, 400.4),
    ]);
    expect(effort.firstReplies.map(({ day, replied, kept, broken }) => ({ day, replied, kept, broken }))).toEqual([
      { day: '2026-01-01', replied: 1, kept: 0, broken: 1 },
      { day: '2026-01-02', replied: 3, kept: 3, broken: 0 },
    ]);
    expect(effort.firstReply).toMatchObject({ replied: 4, kept: 3, broken: 1 });
    expect(effort.timeSaved).toEqual([{ day: '2026-01-01', fields: 10, draftCharacters: 400, seconds: 180 }]);
    expect(toEffort([]).firstReply).toEqual({ replied: 0, medianHours: null, p90Hours: null, kept: 0, broken: 0 });
  });
});

describe('escalations', () => {
  it('tell apart what agents left and took off, and where a reason stood alone', () => {
    const sums = [
      sum('escalation', 'signal:legal', 'fired', 12),
      sum('escalation', 'signal:legal', 'agreed', 5),
      sum('escalation', 'signal:legal', 'removed', 3),
      sum('escalation', 'signal:legal', 'agreed_alone', 2),
      sum('escalation', 'signal:legal', 'removed_alone', 2),
      sum('flagged', 'yes', '', 12),
      sum('flagged', 'no', '', 88),
    ];
    const rule = { layer: 'signal', rule: 'legal', fired: 12, decided: 8, agreed: 5, decidedAlone: 4, agreedAlone: 2 };
    expect(toEscalations(sums)).toEqual({ rules: [rule], flagged: 12 });
  });
});

describe('drift', () => {
  const period = (days: number, billing: number, other: number, overridden = 0) => ({
    days,
    sums: [
      sum('category', 'billing', '', billing),
      sum('category', 'other', '', other),
      sum('rate:category:language', 'en', 'agreed', billing + other - overridden),
      sum('rate:category:language', 'en', 'overridden', overridden),
    ],
  });
  const kinds = ({ alerts }: ReturnType<typeof findDrift>) =>
    alerts.map(({ kind, key }) => `${kind} ${key ?? ''}`.trim());

  it('is told of a share that has changed by more than chance', () => {
    const found = findDrift(period(7, 90, 110), period(28, 160, 640));
    expect(kinds(found)).toEqual(['category_share billing', 'category_share other']);
    expect(found.alerts[0]).toMatchObject({ recent: 0.45, before: 0.2 });
  });

  it('is not told of few tickets, of a small difference, or of the same share', () => {
    expect(kinds(findDrift(period(7, 30, 10), period(28, 30, 130)))).toEqual([]);
    expect(kinds(findDrift(period(7, 20_200, 79_800), period(28, 80_000, 320_000)))).toEqual([]);
    expect(kinds(findDrift(period(7, 50, 150), period(28, 200, 600)))).toEqual([]);
  });

  it('is told of agents who override more, and of many more tickets a day', () => {
    expect(kinds(findDrift(period(7, 100, 100, 60), period(28, 400, 400, 80)))).toEqual(['override_rate']);
    expect(kinds(findDrift(period(7, 200, 200), period(28, 400, 400)))).toEqual(['volume']);
    expect(kinds(findDrift(period(7, 200, 200), period(14, 400, 400)))).toEqual([]);
    expect(kinds(findDrift(period(7, 200, 200), period(6, 20, 20)))).toEqual([]);
  });

  it('calls one week in a hundred at most drifted that is not', () => {
    let state = 7;
    const dice = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
    const draw = (of: number) => Array.from({ length: of }, dice).filter((roll) => roll < 0.3).length;
    const weeks = Array.from({ length: 300 }, () => [draw(200), draw(800)] as const);
    const drifted = weeks.filter(
      ([now, then]) => findDrift(period(7, now, 200 - now), period(28, then, 800 - then)).alerts.length > 0,
    );
    expect(drifted.length).toBeLessThanOrEqual(6);
  });
});
