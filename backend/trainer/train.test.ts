import { describe, expect, it } from 'vitest';
import {
  createBuiltinEngine,
  loadExamples,
  trainModel,
  unpackModel,
} from '../adapters/engine/builtin/create-builtin-engine.ts';
import type { MaskedText } from '../ports/engine.ts';
import type { LearnedTicket } from '../ports/store.ts';
import { aClassifyInput, aTaxonomy } from '../test/engine.ts';
import { createTrainer } from './create-trainer.ts';
import { rehearse, train } from './train.ts';

/** A part of what ships, so that a training takes no time. */
const examples = loadExamples().filter((_, at) => at % 40 === 0);
const shipped = { examples, model: trainModel(examples) };

const ROOMS = ['lobby', 'gym', 'pool', 'sauna', 'garage', 'garden', 'terrace', 'kitchen', 'studio', 'attic'];
/** This company files questions about rooms under account, which nobody else would. */
const tickets = ROOMS.map(
  (room, at): LearnedTicket => ({
    ticketId: String(at),
    subject: '' as MaskedText,
    text: `Which floor is the ${room} room on, and when may the room be used?` as MaskedText,
    language: 'en',
    category: 'account',
    urgency: 'P3',
    sentiment: 'neutral',
    corrected: true,
  }),
);
const { signal } = new AbortController();
const categoryOf = async (bytes: Uint8Array, text: string, taxonomy = aTaxonomy()) => {
  const input = aClassifyInput({ subject: '' as MaskedText, text: text as MaskedText, taxonomy });
  const answer = await createBuiltinEngine({ model: unpackModel(bytes) }).classify(input, signal);
  return answer.ok && answer.value.category[0]?.value;
};
const withRooms = () => {
  const rooms = {
    description: 'Rooms of the building and when they are open.',
    examples: ['When is the gym room open?', 'Which room is the sauna in?', 'May I use the party room on Sunday?'],
    subcategories: {},
  };
  const taxonomy = aTaxonomy();
  return { ...taxonomy, categories: { ...taxonomy.categories, rooms } };
};

describe('training on a tenant', () => {
  it("learns the tenant's own ways, and says by how much on tickets that it had not seen", async () => {
    const { model, comparison, votes } = await rehearse({ tickets, taxonomy: aTaxonomy(), own: null }, shipped);
    expect(comparison.category.gained).toBeGreaterThan(comparison.category.lost + 5);
    expect(votes.filter(({ field }) => field === 'category')).toHaveLength(ROOMS.length);
    expect(votes.every(({ raw }) => raw > 0 && raw <= 1)).toBe(true);
    expect(unpackModel(model.bytes).version).toBe(model.version);
    expect(model.seen).toEqual(tickets.map(({ ticketId }) => ticketId));
    const text = 'Which floor is the cinema room on, and when may the room be used?';
    expect(await categoryOf(model.bytes, text)).toBe('account');
  });

  it('compares with the model in force, on tickets that it has not seen either', async () => {
    const some = tickets.slice(0, 3);
    const task = { tickets: some, taxonomy: aTaxonomy() };
    const knowsAll = { ...train({ ...task, tickets }, shipped), seen: [] };
    expect((await rehearse({ ...task, own: knowsAll }, shipped)).comparison.category.gained).toBe(0);
    const knowsNothing = train({ ...task, tickets: [] }, shipped);
    const gained = async (seen: string[]) =>
      (await rehearse({ ...task, own: { ...knowsNothing, seen } }, shipped)).comparison.category.gained;
    expect(await gained([])).toBeGreaterThan(1);
    expect(await gained(some.slice(1).map(({ ticketId }) => ticketId))).toBeLessThanOrEqual(1);
  });

  it('learns a category that does not ship from its description and examples alone', async () => {
    const taxonomy = withRooms();
    const { bytes } = train({ tickets: [], taxonomy }, shipped);
    expect(await categoryOf(bytes, 'Is the gym room open on Sunday?', taxonomy)).toBe('rooms');
  });

  it('neither learns a category that is gone nor is judged by it', async () => {
    const retired = tickets.slice(0, 2).map((ticket) => ({ ...ticket, category: 'retired_category' }));
    const { model, comparison, votes } = await rehearse(
      { tickets: retired, taxonomy: aTaxonomy(), own: null },
      shipped,
    );
    expect(unpackModel(model.bytes).category?.labels).not.toContain('retired_category');
    expect(comparison.category).toEqual({ gained: 0, lost: 0 });
    expect(new Set(votes.map(({ field }) => field))).toEqual(new Set(['urgency', 'sentiment']));
  });

  it('gives up what takes too long', async () => {
    const trainer = createTrainer(1);
    await expect(trainer.train(tickets, aTaxonomy())).rejects.toMatchObject({ code: 'timeout' });
    await trainer.close();
  });
});
