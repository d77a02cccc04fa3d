import { describe, expect, it } from 'vitest';
import { type Evidence, earnedBy, type Learned, NOTHING_LEARNED } from '../ports/learned.ts';
import type { LearnedStore, TenantModel } from '../ports/store.ts';
import type { Comparison, ModelInForce, Trainer } from '../ports/trainer.ts';
import { aTaxonomy } from '../test/engine.ts';
import { isBetter, isWorse } from './is-better.ts';
import { learn } from './learn.ts';

const compared = (over: Partial<Comparison> = {}): Comparison => ({
  category: { gained: 0, lost: 0 },
  urgency: { gained: 0, lost: 0 },
  sentiment: { gained: 0, lost: 0 },
  ...over,
});
const better = compared({ category: { gained: 6, lost: 0 } });

describe('whether a model is worth taking over', () => {
  it.each([
    ['one ticket more', { category: { gained: 1, lost: 0 } }, false],
    ['five to none, which luck gives three fields in twenty', { category: { gained: 5, lost: 0 } }, false],
    ['six to none', { category: { gained: 6, lost: 0 } }, true],
    ['twelve to ten', { category: { gained: 12, lost: 10 } }, false],
    ['a better urgency alone', { urgency: { gained: 20, lost: 5 } }, true],
    [
      'a better category and a worse urgency',
      { category: { gained: 20, lost: 5 }, urgency: { gained: 2, lost: 6 } },
      false,
    ],
    ['a better category, others as good', { category: { gained: 20, lost: 5 }, urgency: { gained: 4, lost: 6 } }, true],
  ])('%s: %#', (_, over, taken) => {
    expect(isBetter(compared(over))).toBe(taken);
  });

  it('is no worse for a difference within one standard error', () => {
    expect(isWorse(compared({ sentiment: { gained: 3, lost: 6 } }))).toBe(false);
    expect(isWorse(compared({ sentiment: { gained: 2, lost: 6 } }))).toBe(true);
  });
});

/** A store in memory, the model in force and what was asked of the store, in order. */
function memory({
  tickets,
  evidence = {},
  ...before
}: Partial<Learned> & { tickets: number; evidence?: Record<string, Evidence[]> }) {
  let kept: Learned = { ...NOTHING_LEARNED, ...before };
  let own: TenantModel | null = null;
  const models: ModelInForce = { version: () => own?.version ?? 'shipped', refresh: async () => false };
  let training: string | null = null;
  const store: LearnedStore = {
    readLearned: async () => kept,
    changeLearned: async (_, model, change) => {
      kept = { ...kept, ...change(kept, evidence[model] ?? []) };
      return kept;
    },
    readEvidence: async (_, model) => evidence[model] ?? [],
    readLearnedTickets: async () => [],
    countLearnedTickets: async () => tickets,
    readModelVersion: async () => own?.version ?? null,
    readModel: async () => own,
    saveModel: async () => {},
    forgetModel: async () => false,
    beginTraining: async (_, attempt) => {
      if (training !== null) return null;
      kept = { ...kept, ...attempt };
      training = 'running';
      return training;
    },
    endTraining: async (_, ended, trained) => {
      if (training !== ended) return false;
      training = null;
      own = trained?.model ?? own;
      return true;
    },
  };
  return { store, models, kept: () => kept, own: () => own, isTraining: () => training !== null };
}

const trainer = (comparison: Comparison): Trainer => ({
  train: async () => ({ version: 'v2', bytes: new Uint8Array([1]), seen: [] }),
  rehearse: async () => ({
    model: { version: 'v2', bytes: new Uint8Array([1]), seen: [] },
    comparison,
    votes: [],
  }),
  close: async () => {},
});
const tenant = { id: 'a', taxonomy: aTaxonomy() };
const sixty = (raw: number): Evidence[] =>
  Array.from({ length: 60 }, () => ({ field: 'category', engine: 'builtin', language: 'en', raw, right: true }));

describe('learning in the background', () => {
  it('keeps a model that a replay finds better, and asks no more until there is enough new', async () => {
    const { store, models, kept, own } = memory({ tickets: 20 });
    const parts = { store, models, trainer: trainer(better) };
    expect(await learn(tenant, parts)).toBe('model');
    expect(own()?.version).toBe('v2');
    expect(kept()).toMatchObject({ trainedOn: 20, trainedFor: 't-1' });
    expect(await learn(tenant, parts)).toBe('trust');
  });

  it('throws a model away that does not help', async () => {
    const { store, models, kept, own } = memory({ tickets: 45, trainedOn: 20, trainedFor: 't-1' });
    expect(await learn(tenant, { store, models, trainer: trainer(compared()) })).toBe('model_kept');
    expect(own()).toBeNull();
    expect(kept().trainedOn).toBe(45);
  });

  it.each([
    [19, 0],
    [1_099, 1_000],
  ])('does not train on %i tickets when it knows %i', async (tickets, trainedOn) => {
    const { store, models, own } = memory({ tickets, trainedOn });
    expect(await learn(tenant, { store, models, trainer: trainer(better) })).toBe('trust');
    expect(own()).toBeNull();
  });

  it('lets thresholds end with the model that earned them, and begins with the evidence of the new one', async () => {
    const evidence = { shipped: sixty(0.9), v2: sixty(0.6) };
    const dials = [{ field: 'category' as const, target: 0.9 }];
    const { store, models, kept } = memory({ tickets: 19, dials, evidence });
    await learn(tenant, { store, models, trainer: trainer(better) });
    expect(kept()).toMatchObject({ builtinModel: 'shipped', thresholds: [{ engine: 'builtin' }] });
    expect(earnedBy(kept(), 'v2')).toMatchObject({ calibrations: [], thresholds: [], dials });

    const grown = memory({ tickets: 20, dials, evidence });
    await learn(tenant, { ...grown, trainer: trainer(better) });
    expect(grown.kept()).toMatchObject({ builtinModel: 'v2', calibrations: [{ points: [{ raw: 0.6 }] }] });
    expect(earnedBy(grown.kept(), 'v2')).toBe(grown.kept());
  });

  it('keeps what models outside have earned, whatever the builtin engine runs on', () => {
    const threshold = { engine: 'openai:m', field: 'category' as const, target: 0.9, confidence: 0.5 };
    const learned = { ...NOTHING_LEARNED, builtinModel: 'v1', thresholds: [threshold] };
    expect(earnedBy(learned, 'v2').thresholds).toEqual([threshold]);
  });

  it('does not repeat a training that failed', async () => {
    const { store, models, kept, isTraining } = memory({ tickets: 20 });
    const failing = { ...trainer(better), rehearse: () => Promise.reject(new Error('out of memory')) };
    await expect(learn(tenant, { store, models, trainer: failing })).rejects.toThrow('out of memory');
    expect(kept().trainedOn).toBe(20);
    expect(isTraining()).toBe(false);
    expect(await learn(tenant, { store, models, trainer: failing })).toBe('trust');
  });

  it('leaves a tenant alone on whose tickets another process trains', async () => {
    const { store, models } = memory({ tickets: 20 });
    await store.beginTraining('a', { trainedOn: 0, trainedFor: null });
    expect(await learn(tenant, { store, models, trainer: trainer(better) })).toBe('trust');
  });

  it('trains again for other definitions, once, and takes what is no worse', async () => {
    const before = { tickets: 20, trainedOn: 20, trainedFor: 't-0' };
    const { store, models, kept, own } = memory(before);
    expect(await learn(tenant, { store, models, trainer: trainer(compared()) })).toBe('model');
    expect([own()?.version, kept().trainedFor]).toEqual(['v2', 't-1']);
    expect(await learn(tenant, { store, models, trainer: trainer(compared()) })).toBe('trust');
    const worse = trainer(compared({ urgency: { gained: 0, lost: 2 } }));
    expect(await learn(tenant, { ...memory(before), trainer: worse })).toBe('model_kept');
  });
});
