import { describe, expect, it } from 'vitest';
import {
  createBuiltinEngine,
  type LabelledTicket,
  loadExamples,
  loadShippedModel,
  packModel,
  trainingSet,
  trainModel,
  unpackModel,
} from './create-builtin-engine.ts';
import { classify, taxonomyOf } from './test/classify.ts';
import { hashTickets } from './train-model.ts';

const shipped = loadExamples();
const few = shipped.filter((_, index) => index % 20 === 0);
const taxonomy = taxonomyOf({
  billing: [],
  technical: [],
  pets: ['How old must a puppy be to travel?', 'My cat needs a vaccination before the flight', 'Do you carry dogs?'],
});
const judge = (tickets: readonly LabelledTicket[]) => createBuiltinEngine({ model: trainModel(tickets) });

describe('the shipped model', () => {
  it('is what the shipped tickets train to today (else: npm run train)', () => {
    expect(loadShippedModel().trainedOn).toBe(hashTickets(shipped));
  });
});

describe('training', () => {
  const model = trainModel(few);

  it('makes the same of the same tickets every time, and something else of others', () => {
    expect(trainModel(few).version).toBe(model.version);
    expect(packModel(trainModel(few)).equals(packModel(model))).toBe(true);
    expect(trainModel(few.slice(1)).version).not.toBe(model.version);
  });

  it('judges alike after packing', async () => {
    const text = 'The export fails and I was charged for it. I cannot log in either.';
    const unpacked = unpackModel(packModel(model));
    expect(unpacked.version).toBe(model.version);
    expect(await classify(text, '', { engine: createBuiltinEngine({ model: unpacked }) })).toEqual(
      await classify(text, '', { engine: createBuiltinEngine({ model }) }),
    );
  });

  it('leaves out heads that no ticket is labelled for', async () => {
    const engine = judge(few.map(({ subject, text, category }) => ({ subject, text, category })));
    const { urgency, sentiment } = await classify('Complete outage, nobody can work!', '', { engine });
    expect(urgency[0]).toEqual({ value: 'P3', probability: 0.25 });
    expect(sentiment[0]).toEqual({ value: 'neutral', probability: 0.25 });
  });

  it('counts a weight as so many tickets', () => {
    const tickets: LabelledTicket[] = [
      { subject: '', text: 'the red parcel', category: 'billing' },
      { subject: '', text: 'the red parcel', category: 'general' },
      { subject: '', text: 'the blue invoice', category: 'billing' },
      { subject: '', text: 'the green visit', category: 'general' },
    ];
    const weighed = (heavy: number) => tickets.map((ticket, index) => ({ ...ticket, weight: index === heavy ? 5 : 1 }));
    const top = async (heavy: number) =>
      (
        await classify('the red parcel', '', {
          engine: judge(weighed(heavy)),
          taxonomy: taxonomyOf({ billing: [], general: [] }),
        })
      ).category[0]?.value;
    return expect(Promise.all([top(0), top(1)])).resolves.toEqual(['billing', 'general']);
  });

  it('refuses to learn from nothing', () => {
    expect(() => trainModel([])).toThrow('no ticket');
  });
});

describe('a packed model', () => {
  const packed = packModel(trainModel(few.slice(0, 60)));

  it.each([
    ['other bytes', Buffer.from('PK\u0003\u0004 something else'), 'no packed model'],
    ['another format', Buffer.concat([packed.subarray(0, 7), Buffer.from([9]), packed.subarray(8)]), 'format 9'],
    ['a part', packed.subarray(0, packed.length / 2), 'damaged'],
    ['nothing', Buffer.alloc(0), 'no packed model'],
  ])('is told from %s', (_, bytes, message) => {
    expect(() => unpackModel(bytes)).toThrow(message);
  });
});

describe('the training set of a tenant', () => {
  it('holds only its categories, and explains new ones by their sentences', async () => {
    const tickets = trainingSet({ taxonomy, examples: few, tenantTickets: [] });
    expect(new Set(tickets.flatMap(({ category }) => category ?? []))).toEqual(
      new Set(['billing', 'technical', 'pets']),
    );
    expect(tickets.length).toBeGreaterThan(few.length);
    const { category } = await classify('May my dog travel on the plane?', '', { engine: judge(tickets), taxonomy });
    expect(category[0]?.value).toBe('pets');
  });

  it('lets a correction count for more than a shipped ticket', () => {
    const tenantTickets = [{ subject: '', text: 'a', category: 'pets' }];
    const tickets = trainingSet({ taxonomy, examples: few, tenantTickets });
    expect(tickets.at(-1)).toMatchObject({ text: 'a', category: 'pets' });
    expect(tickets.at(-1)?.weight).toBeGreaterThan(1);
  });
});
