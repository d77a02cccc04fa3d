import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../adapters/engine/builtin/random.ts';
import { trustViewSchema } from '../../contract/trust.ts';
import { type Calibration, calibrate, type Vote } from '../../ports/learned.ts';
import { fitCalibrations } from './fit-calibration.ts';
import { describeTrust, learnTrust } from './learn-trust.ts';
import { neededFor, pickThreshold } from './pick-threshold.ts';

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

type Case = { raw: number; truth: number };
/** Draws how sure an engine says it is of a value, and how often it is right when it is so sure. */
type Simulated = (random: () => number) => Case;

const stretched =
  (stretch: number): Simulated =>
  (random) => {
    const z = 2.2 + 1.5 * normal(random);
    return { raw: sigmoid(stretch * z), truth: sigmoid(z) };
  };
const overconfident = stretched(2);
const underconfident = stretched(0.5);
/** Right in half the cases up to 0.8, and then in nearly all: no logistic curve. */
const stepping: Simulated = (random) => {
  const raw = 0.4 + 0.6 * random();
  return { raw, truth: raw < 0.8 ? 0.5 : 0.97 };
};
const saturated: Simulated = (random) => {
  const { raw, truth } = stretched(4)(random);
  return { raw: Math.round(raw * 100) / 100, truth };
};
const level =
  (truth: number): Simulated =>
  (random) => ({ raw: 0.3 + 0.7 * random(), truth });

const vote = (raw: number, right: boolean, more: Partial<Vote> = {}): Vote => ({
  triageId: 't',
  ticketId: '1',
  agentId: null,
  field: 'category',
  engine: 'builtin',
  language: 'en',
  raw,
  right,
  ...more,
});

const sample = (engine: Simulated, count: number, random: () => number, more: Partial<Vote> = {}): Vote[] =>
  Array.from({ length: count }, () => {
    const { raw, truth } = engine(random);
    return vote(raw, random() < truth, more);
  });

/** Expected calibration error in ten bins, by how often fresh cases are right in truth. */
function errorOf(cases: readonly Case[], confidence: (raw: number) => number): number {
  const bins = Map.groupBy(cases, ({ raw }) => Math.min(9, Math.floor(confidence(raw) * 10)));
  const gaps = [...bins.values()].map((own) =>
    Math.abs(own.reduce((sum, { raw, truth }) => sum + confidence(raw) - truth, 0)),
  );
  return gaps.reduce((a, b) => a + b, 0) / cases.length;
}

const fresh = (engine: Simulated, count = 4_000): Case[] => {
  const random = createRandom(99);
  return Array.from({ length: count }, () => engine(random));
};

const fitted = (votes: Vote[]): Calibration => {
  const [first] = fitCalibrations(votes);
  if (!first) throw new Error('Nothing was fitted');
  return first;
};

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

describe('calibration', () => {
  const engines = { overconfident, underconfident, saturated };

  it.each(Object.entries(engines))(
    'of an engine that is %s is off by 0.03 at most after 1,000 decisions',
    (_, engine) => {
      const cases = fresh(engine);
      const errors = Array.from({ length: 9 }, (_, seed) => {
        const calibration = fitted(sample(engine, 1_000, createRandom(seed)));
        return errorOf(cases, (raw) => calibrate(calibration, raw));
      });
      expect(median(errors)).toBeLessThanOrEqual(0.03);
    },
  );

  it.each(Object.entries(engines))('of an engine that is %s is better than none after 100 decisions', (_, engine) => {
    const cases = fresh(engine);
    const errors = Array.from({ length: 9 }, (_, seed) => {
      const calibration = fitted(sample(engine, 100, createRandom(seed)));
      return errorOf(cases, (raw) => calibrate(calibration, raw));
    });
    expect(median(errors)).toBeLessThan(errorOf(cases, (raw) => raw));
  });

  it('follows a step, which no logistic curve can, more closely than such a curve', () => {
    const cases = fresh(stepping);
    const [chosen, logistic] = [1_000, 450].map((count) =>
      median(
        Array.from({ length: 9 }, (_, seed) => {
          const calibration = fitted(sample(stepping, count, createRandom(seed)));
          return errorOf(cases, (raw) => calibrate(calibration, raw));
        }),
      ),
    );
    expect(chosen).toBeLessThan(logistic ?? 0);
  });

  it('never falls, stays within 0 and 1 and has few points, whatever the votes', () => {
    const raws = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 0.5));
    const judged = fc.array(fc.tuple(raws, fc.boolean()), { minLength: 60, maxLength: 700, size: 'max' });
    const check = (pairs: [number, boolean][]): void => {
      const { points } = fitted(pairs.map(([raw, right]) => vote(raw, right)));
      expect(points.length).toBeGreaterThan(0);
      expect(points.length).toBeLessThanOrEqual(20);
      for (const [index, point] of points.entries()) {
        expect(point.right).toBeGreaterThanOrEqual(points[index - 1]?.right ?? 0);
        expect(point.right).toBeLessThanOrEqual(1);
        expect(point.raw).toBeGreaterThan(points[index - 1]?.raw ?? -1);
      }
    };
    fc.assert(fc.property(judged, check), { numRuns: 40, seed: 7 });
  });

  it.each([60, 600])('holds when %i votes are all right, all wrong or all of one probability', (count) => {
    const spread = Array.from({ length: count }, (_, i) => i / (count - 1));
    const allRight = fitted(spread.map((raw) => vote(raw, true)));
    const allWrong = fitted(spread.map((raw) => vote(raw, false)));
    const allEqual = fitted(spread.map((_, i) => vote(1, i % 4 !== 0)));
    for (const raw of [0, 0.5, 1]) {
      expect(calibrate(allRight, raw)).toBeGreaterThan(0.9);
      expect(calibrate(allRight, raw)).toBeLessThan(1);
      expect(calibrate(allWrong, raw)).toBeLessThan(0.1);
      expect(calibrate(allEqual, raw)).toBeCloseTo(0.75, 1);
    }
  });

  it('is the same in whatever order the votes come', () => {
    const votes = sample(stepping, 800, createRandom(5));
    expect(fitted(votes.toReversed()).points).toEqual(fitted(votes).points);
  });

  it('needs 60 decisions, and 150 of a language for one of its own', () => {
    const of = (count: number, more: Partial<Vote>) => sample(overconfident, count, createRandom(count), more);
    expect(fitCalibrations(of(59, {}))).toEqual([]);
    const found = fitCalibrations([
      ...of(149, { language: 'de' }),
      ...of(150, { language: 'fr' }),
      ...of(59, { field: 'urgency' }),
      ...of(60, { engine: 'rules' }),
    ]);
    expect(found.map(({ engine, field, language, decisions }) => [engine, field, language, decisions])).toEqual([
      ['builtin', 'category', null, 299],
      ['builtin', 'category', 'fr', 150],
      ['rules', 'category', null, 60],
    ]);
  });
});

const RUNS = 200;
/** What is stated of a picked threshold, and what is true of it. */
type Outcome = { realised: number; stated: { low: number; high: number } } | null;

/** Of as many tenants, each with its own decisions, by target. */
function runAll(engine: Simulated, count: number, targets: readonly number[]): Map<number, Outcome[]> {
  const cases = fresh(engine, 1_000);
  const runs = Array.from({ length: RUNS }, (_, seed) => {
    const votes = sample(engine, count, createRandom(seed * 7_919 + count));
    const calibration = fitted(votes);
    const judged = votes.map(({ raw, right }) => ({ confidence: calibrate(calibration, raw), right }));
    const truths = cases.map(({ raw, truth }) => ({ confidence: calibrate(calibration, raw), truth }));
    return targets.map((target): Outcome => {
      const picked = pickThreshold(judged, target);
      if (picked.status !== 'picked') return null;
      const above = truths.filter(({ confidence }) => confidence >= picked.confidence);
      return { realised: above.reduce((sum, { truth }) => sum + truth, 0) / above.length, stated: picked.accuracy };
    });
  });
  return new Map(targets.map((target, index) => [target, runs.map((run) => run[index] ?? null)]));
}

describe('the dial', () => {
  it.each([200, 500, 2_000])('keeps its word in 93 percent of 200 runs with %i decisions', (count) => {
    for (const [target, runs] of runAll(overconfident, count, [0.9, 0.95])) {
      const kept = runs.filter((run) => !run || (run.stated.low <= run.realised && run.realised <= run.stated.high));
      expect(kept.length).toBeGreaterThanOrEqual(0.93 * RUNS);
      expect(runs.filter((run) => !run || run.realised >= target).length).toBeGreaterThanOrEqual(0.93 * RUNS);
      // Abstaining always would keep it too.
      if (count === 2_000) expect(runs.filter(Boolean).length).toBeGreaterThan(0.9 * RUNS);
    }
  });

  it.each([
    [0.9, 0.89],
    [0.95, 0.94],
  ])('picks in 7 percent of runs at most when %f is asked of an engine that is right in %f', (target, truth) => {
    for (const count of [200, 500]) {
      const picked = runAll(level(truth), count, [target]).get(target)?.filter(Boolean);
      expect(picked?.length).toBeLessThanOrEqual(0.07 * RUNS);
    }
  });

  it('abstains below the decisions that could prove a target', () => {
    expect([0.9, 0.95, 0.98].map(neededFor)).toEqual([60, 60, 149]);
    const right = (count: number) => Array.from({ length: count }, () => ({ confidence: 0.99, right: true }));
    expect(pickThreshold(right(59), 0.95)).toEqual({ status: 'not_enough', decisions: 59, needed: 60 });
    expect(pickThreshold(right(60), 0.95)).toMatchObject({
      status: 'picked',
      above: 60,
      coverage: 1,
      confidence: 0.99,
    });
    expect(pickThreshold(right(148), 0.98).status).toBe('not_enough');
    expect(pickThreshold(right(149), 0.98).status).toBe('picked');
  });

  it('keeps decisions of one confidence on one side of a threshold', () => {
    const surest = Array.from({ length: 300 }, () => ({ confidence: 0.9, right: true }));
    const others = Array.from({ length: 300 }, (_, i) => ({ confidence: 0.6, right: i % 2 === 0 }));
    expect(pickThreshold([...others, ...surest], 0.95)).toMatchObject({ confidence: 0.9, above: 300, coverage: 0.5 });
  });
});

describe('what an admin sees', () => {
  const dials = [{ field: 'category', target: 0.9 }] as const;
  const view = (votes: Vote[], own: readonly { field: 'category'; target: number }[] = dials) =>
    trustViewSchema.parse(describeTrust(votes, learnTrust(votes, own), own)).fields;

  it('says how much evidence is missing', () => {
    const [category, urgency] = view(sample(level(1), 23, createRandom(1)));
    expect(category).toMatchObject({
      engine: 'builtin',
      status: 'not_enough',
      message: 'not enough evidence: 23 of 60 decisions',
      threshold: null,
      accuracy: null,
    });
    expect(urgency).toMatchObject({ engine: null, status: 'no_target', decisions: 0, target: null, curve: [] });
  });

  it('shows the threshold in force and what it comes to, engine by engine', () => {
    const votes = [
      ...sample(overconfident, 900, createRandom(2)),
      ...sample(level(0.6), 300, createRandom(3), { engine: 'openai:x' }),
    ];
    const learned = learnTrust(votes, dials);
    const [builtin, openai] = view(votes);
    expect(learned.thresholds).toEqual([
      { engine: 'builtin', field: 'category', target: 0.9, confidence: builtin?.threshold },
      { engine: 'openai:x', field: 'category', target: 0.9, confidence: null },
    ]);
    expect(builtin).toMatchObject({ engine: 'builtin', status: 'picked', decisions: 900 });
    expect(openai).toMatchObject({ engine: 'openai:x', status: 'out_of_reach', threshold: null });
    expect(openai?.message).toMatch(/^out of reach: the surest \d+ of 300 decisions are/);
    const shares = builtin?.curve.map(({ coverage }) => coverage) ?? [];
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('shows no threshold and no curve that are not in force yet', () => {
    const votes = sample(level(1), 80, createRandom(6));
    const nothing = { calibrations: [], thresholds: [] };
    const [unseen] = trustViewSchema.parse(describeTrust(votes, nothing, dials)).fields;
    expect(unseen).toMatchObject({ status: 'pending', decisions: 80, threshold: null, curve: [] });
    const calibrated = { ...learnTrust(votes, dials), thresholds: [] };
    expect(describeTrust(votes, calibrated, dials).fields[0]).toMatchObject({ status: 'pending', threshold: null });
  });

  it('shows the threshold in force also where no decision of today lies above it', () => {
    const votes = sample(level(0.9), 80, createRandom(7));
    const high = { engine: 'builtin', field: 'category', target: 0.9, confidence: 0.999 } as const;
    const learned = { ...learnTrust(votes, dials), thresholds: [high] };
    expect(describeTrust(votes, learned, dials).fields[0]).toMatchObject({
      status: 'picked',
      threshold: 0.999,
      accuracy: null,
    });
  });

  it('reads each vote by the calibration of its language', () => {
    const votes = [
      ...sample(level(0.98), 400, createRandom(4), { language: 'en' }),
      ...sample(level(0.5), 400, createRandom(5), { language: 'ja' }),
    ];
    const [category] = view(votes);
    expect(category).toMatchObject({ status: 'picked' });
    expect(category?.coverage).toBeLessThan(0.7);
    const [unread] = view(votes.map((one) => ({ ...one, language: 'und' })));
    expect(unread).toMatchObject({ status: 'out_of_reach' });
  });
});
