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
import { train } from './train.ts';

/** A part of what ships, so that a training takes no time. */
const examples = loadExamples().filter((_, at) => at % 12 === 0);
const shipped = trainModel(examples);

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

describe('training on a tenant', () => {
  it("learns the tenant's own ways, and says by how much on tickets that it had not seen", async () => {
    const { model, replay } = await train({ tickets, taxonomy: aTaxonomy() }, examples, shipped);
    expect(replay).toMatchObject({ tickets: ROOMS.length, before: expect.any(Number) });
    expect(replay.after).toBeGreaterThan(replay.before);
    const unpacked = unpackModel(model.bytes);
    expect(unpacked.version).toBe(model.version);
    const text = 'Which floor is the cinema room on, and when may the room be used?' as MaskedText;
    const answer = await createBuiltinEngine({ model: unpacked }).classify(
      aClassifyInput({ subject: '' as MaskedText, text }),
      signal,
    );
    expect(answer.ok && answer.value.category[0]?.value).toBe('account');
  });

  it('learns a category that does not ship from its description and examples alone', async () => {
    const taxonomy = aTaxonomy();
    const rooms = {
      description: 'Rooms of the building and when they are open.',
      examples: ['When is the gym room open?', 'Which room is the sauna in?', 'May I use the party room on Sunday?'],
      subcategories: {},
    };
    const own = { ...taxonomy, categories: { ...taxonomy.categories, rooms } };
    const { model, replay } = await train({ tickets: [], taxonomy: own }, examples, shipped);
    expect(replay).toEqual({ tickets: 0, before: 0, after: 0 });
    const input = aClassifyInput({
      subject: '' as MaskedText,
      text: 'Is the gym room open on Sunday?' as MaskedText,
      taxonomy: own,
    });
    const answer = await createBuiltinEngine({ model: unpackModel(model.bytes) }).classify(input, signal);
    expect(answer.ok && answer.value.category[0]?.value).toBe('rooms');
  });
});
