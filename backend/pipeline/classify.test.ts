import { describe, expect, it } from 'vitest';
import type { Engine, Picture } from '../ports/engine.ts';
import { type Learned, NOTHING_LEARNED } from '../ports/learned.ts';
import { aRaw } from '../test/decision.ts';
import { aClassifyInput, scriptedBuiltin, scriptedEngine } from '../test/engine.ts';
import { assess } from './assess.ts';
import { classify } from './classify.ts';

const dials = (['category', 'urgency'] as const).map((field) => ({ field, target: 0.9 }));
const dialled = (confidence: number): Learned => ({
  ...NOTHING_LEARNED,
  dials,
  thresholds: (['category', 'urgency'] as const).map((field) => ({
    engine: 'builtin',
    field,
    target: 0.9,
    confidence,
  })),
});

const judge = (engines: Engine[], learned: Learned = NOTHING_LEARNED, images: Picture[] = [], audit = false) =>
  classify(
    { ...aClassifyInput(), images },
    {
      engines,
      learned,
      reviewBelow: 0.5,
      findExamples: async () => [{ ...aClassifyInput(), category: 'billing', urgency: null, sentiment: null }],
      audit,
      spend: async () => 'spent',
      note: () => {},
      signal: new AbortController().signal,
    },
  );

const classificationOf = async (...args: Parameters<typeof judge>) => {
  const { raw, yardstick } = await judge(...args);
  return assess(raw, yardstick);
};

describe('classify', () => {
  it('lets the builtin engine watch where a model decides, and keeps what both say', async () => {
    const watching = scriptedBuiltin({ raw: aRaw({ category: [{ value: 'account', probability: 0.6 }] }) });
    const judged = await judge([scriptedEngine().engine, watching.engine]);
    expect(judged).toMatchObject({ decidedBy: 'openai', decidedWhy: 'first', promptVersion: 'p-1', spared: null });
    expect(judged.guesses.map(({ engine, category }) => [engine, category.value])).toEqual([
      ['openai:gpt-4o-mini', 'billing'],
      ['builtin', 'account'],
    ]);
  });

  it('shows a model the examples that people put right, and the watching engine none', async () => {
    const model = scriptedEngine();
    const watching = scriptedBuiltin();
    await judge([model.engine, watching.engine]);
    expect(model.asked[0]?.examples).toHaveLength(1);
    expect(watching.asked[0]?.examples).toEqual([]);
  });

  it('spares the model where the builtin engine is as sure as the dials ask', async () => {
    const model = scriptedEngine();
    const judged = await judge([model.engine, scriptedBuiltin().engine], dialled(0.65));
    expect(judged).toMatchObject({ decidedBy: 'builtin', decidedWhy: 'sure_enough', spared: 'openai:gpt-4o-mini' });
    expect(model.asked).toHaveLength(0);
  });

  it('asks the model all the same now and then, so that both can be compared', async () => {
    const judged = await judge([scriptedEngine().engine, scriptedBuiltin().engine], dialled(0.65), [], true);
    expect(judged.decidedBy).toBe('openai');
  });

  it.each([
    ['it is less sure of the category', dialled(0.75), []],
    ['urgency has no dial', { ...dialled(0.65), thresholds: dialled(0.65).thresholds.slice(0, 1) }, []],
    ['no dial is set', NOTHING_LEARNED, []],
    ['a picture says more than the words', dialled(0.65), [{ mime: 'image/png', base64: '' }]],
  ] as const)('asks the model when %s', async (_, learned, images) => {
    const judged = await judge([scriptedEngine().engine, scriptedBuiltin().engine], learned, [...images]);
    expect(judged.decidedBy).toBe('openai');
  });

  it('falls to the builtin engine when the model fails, and says so', async () => {
    const judged = await judge([scriptedEngine({ fails: ['timeout'] }).engine, scriptedBuiltin().engine]);
    expect(judged).toMatchObject({
      decidedBy: 'builtin',
      decidedWhy: 'fallback',
      fallbackReason: 'openai:gpt-4o-mini: timeout',
    });
    expect(judged.guesses.map(({ engine }) => engine)).toEqual(['builtin']);
  });

  it('leaves it to a human when nobody answers', async () => {
    const broken = scriptedBuiltin({ throws: true });
    const judged = await judge([broken.engine]);
    expect(judged).toMatchObject({ decidedBy: 'nobody', decidedWhy: 'none_answered', guesses: [] });
    expect(await classificationOf([broken.engine])).toMatchObject({
      category: 'general',
      confidence: 0,
      needsReview: true,
      unsure: ['category'],
      band: 'low',
    });
  });
});

describe('assess', () => {
  const calibration = (over = {}) => ({
    engine: 'builtin',
    field: 'category' as const,
    language: null,
    decisions: 100,
    points: [
      { raw: 0, right: 0.2 },
      { raw: 1, right: 0.6 },
    ],
    ...over,
  });

  it('takes the confidence from what people made of such values, in this language where there is enough', async () => {
    const learned = { ...NOTHING_LEARNED, calibrations: [calibration()] };
    expect((await classificationOf([scriptedBuiltin().engine], learned)).confidence).toBeCloseTo(0.48);
    const german = calibration({ language: 'de', points: [{ raw: 0.5, right: 0.99 }] });
    const english = calibration({ language: 'en', points: [{ raw: 0.5, right: 0.31 }] });
    const both = { ...learned, calibrations: [...learned.calibrations, german, english] };
    expect(await classificationOf([scriptedBuiltin().engine], both)).toMatchObject({
      confidence: 0.31,
      needsReview: true,
    });
  });

  it('is never quite sure of what nobody has confirmed', async () => {
    const raw = aRaw({ category: [{ value: 'billing', probability: 1 }] });
    expect((await classificationOf([scriptedBuiltin({ raw }).engine])).confidence).toBe(0.9);
  });

  it('asks for a human each time where there is evidence enough and it proves no threshold', async () => {
    const threshold = { engine: 'builtin', field: 'urgency' as const, target: 0.9, confidence: null };
    const learned = { ...NOTHING_LEARNED, dials, thresholds: [threshold] };
    const raw = aRaw({ urgency: [{ value: 'P3', probability: 1 }] });
    expect((await classificationOf([scriptedBuiltin({ raw }).engine], learned)).unsure).toEqual(['urgency']);
  });

  it("holds a dialled field to the account's own bar until there is evidence enough", async () => {
    const raw = aRaw({ urgency: [{ value: 'P3', probability: 0.4 }] });
    const learned = { ...NOTHING_LEARNED, dials };
    expect((await classificationOf([scriptedBuiltin({ raw }).engine], learned)).unsure).toEqual(['urgency']);
    expect((await classificationOf([scriptedBuiltin({ raw }).engine])).unsure).toEqual([]);
  });

  it('asks for a human where a dialled field is below its threshold, category or not', async () => {
    const threshold = { engine: 'builtin', field: 'urgency' as const, target: 0.9, confidence: 0.85 };
    const learned = { ...NOTHING_LEARNED, dials, thresholds: [threshold] };
    expect(await classificationOf([scriptedBuiltin().engine], learned)).toMatchObject({
      needsReview: true,
      unsure: ['urgency'],
      band: 'low',
      confidence: 0.7,
    });
  });

  it("does not hold one engine to another one's threshold", async () => {
    const threshold = { engine: 'openai:gpt-4o-mini', field: 'category' as const, target: 0.9, confidence: 0.95 };
    const learned = { ...NOTHING_LEARNED, dials, thresholds: [threshold] };
    expect((await classificationOf([scriptedBuiltin().engine], learned)).needsReview).toBe(false);
  });

  it('forgets a threshold whose dial was turned since', async () => {
    const threshold = { engine: 'builtin', field: 'urgency' as const, target: 0.95, confidence: 0.85 };
    const learned = { ...NOTHING_LEARNED, dials, thresholds: [threshold] };
    expect((await classificationOf([scriptedBuiltin().engine], learned)).needsReview).toBe(false);
  });

  it('leaves a runner-up no more than the first one leaves', async () => {
    const raw = aRaw({
      category: [
        { value: 'billing', probability: 0.5 },
        { value: 'account', probability: 0.45 },
      ],
    });
    const learned = { ...NOTHING_LEARNED, calibrations: [calibration({ points: [{ raw: 0.5, right: 0.8 }] })] };
    const { candidates } = await classificationOf([scriptedBuiltin({ raw }).engine], learned);
    expect(candidates[0]).toEqual({ category: 'billing', confidence: 0.8 });
    expect(candidates[1]?.confidence).toBeCloseTo(0.2);
  });
});
