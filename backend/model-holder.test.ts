import { describe, expect, it } from 'vitest';
import { loadExamples, packModel, trainModel } from './adapters/engine/builtin/create-builtin-engine.ts';
import type { Taxonomy } from './contract/categories.ts';
import { createModelHolder } from './model-holder.ts';
import type { MaskedText } from './ports/engine.ts';
import type { LearnedTicket, TenantModel } from './ports/store.ts';
import { aTaxonomy } from './test/engine.ts';
import { train } from './trainer/train.ts';

/** A part of what ships, so that a training takes no time. */
const examples = loadExamples().filter((_, at) => at % 60 === 0);
const shipped = trainModel(examples);
const ownOf = (left: number): TenantModel => {
  const model = trainModel(examples.slice(left));
  return { version: model.version, bytes: packModel(model), seen: [] };
};

const learned: LearnedTicket = {
  ticketId: '7',
  subject: '' as MaskedText,
  text: 'Is the sauna room free?' as MaskedText,
  language: 'en',
  category: 'rooms',
  urgency: null,
  sentiment: null,
  corrected: true,
};
const withRooms = (): Taxonomy => {
  const taxonomy = aTaxonomy({ version: 't-2' });
  const rooms = { description: 'Rooms of the building', examples: ['When is the gym room open?'], subcategories: {} };
  return { ...taxonomy, categories: { ...taxonomy.categories, rooms } };
};

function hold(
  taxonomy: Taxonomy,
  { stored = null, fails = false }: { stored?: TenantModel | null; fails?: boolean } = {},
) {
  const state = { stored, errors: 0, trainedOn: [] as string[][], reads: 0 };
  const holder = createModelHolder({
    tenantId: 'a',
    taxonomy,
    shipped,
    store: {
      readModelVersion: async () => state.stored?.version ?? null,
      readModel: async () => {
        state.reads += 1;
        return state.stored;
      },
      saveModel: async (_, model) => {
        state.stored = model;
      },
      readLearnedTickets: async () => [learned],
    },
    trainer: {
      train: async (tickets, of) => {
        if (fails) throw new Error('out of memory');
        state.trainedOn.push(tickets.map(({ ticketId }) => ticketId));
        return train({ tickets, taxonomy: of }, { examples, model: shipped });
      },
    },
    onError: () => {
      state.errors += 1;
    },
  });
  return { holder, state };
}

describe("a tenant's model", () => {
  it('is the one that ships until there is one of its own, and again once that is forgotten', async () => {
    const { holder, state } = hold(aTaxonomy());
    const { version, refresh } = await holder;
    expect(version()).toBe(shipped.version);
    state.stored = ownOf(1);
    expect([await refresh(), version()]).toEqual([true, state.stored.version]);
    expect([await refresh(), state.reads]).toEqual([false, 1]);
    state.stored = null;
    expect([await refresh(), version()]).toEqual([true, shipped.version]);
    expect(state.trainedOn).toEqual([]);
  });

  it('is trained again with what was learned when its taxonomy has a category that it does not know', async () => {
    const { holder, state } = hold(withRooms(), { stored: ownOf(1) });
    const { version, refresh } = await holder;
    expect(state.trainedOn).toEqual([['7']]);
    expect(version()).toBe(state.stored?.version);
    expect(state.stored?.seen).toEqual(['7']);
    const trained = version();
    state.stored = ownOf(2);
    expect([await refresh(), version()]).toEqual([false, trained]);
  });

  it('is trained without what was learned once that is forgotten', async () => {
    const { holder, state } = hold(withRooms());
    const { version, refresh } = await holder;
    const before = version();
    state.stored = null;
    expect(await refresh()).toBe(true);
    expect(state.trainedOn).toEqual([['7'], []]);
    expect(version()).not.toBe(before);
  });

  it('is the one that ships where a start cannot train', async () => {
    const { holder, state } = hold(withRooms(), { fails: true });
    expect((await holder).version()).toBe(shipped.version);
    expect(state.errors).toBe(1);
  });
});
