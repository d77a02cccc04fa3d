import { describe, expect, it } from 'vitest';
import { createLexicalEmbedder } from '../adapters/embedder/lexical/create-lexical-embedder.ts';
import type { FeedbackEvent } from '../contract/feedback.ts';
import type { MaskedText } from '../ports/engine.ts';
import type { LearnedTicket } from '../ports/store.ts';
import { aDecideInput, aDecision, aRaw } from '../test/decision.ts';
import { aTaxonomy } from '../test/engine.ts';
import { createExampleFinder } from './find-examples.ts';
import { toLesson } from './to-lesson.ts';

const TRIAGE = '0b0f4c7e-9d43-4a59-8f3e-6a5f0f2f7c11';
const reading = { subject: 'Charged twice' as MaskedText, text: 'Twice this month' as MaskedText, language: 'en' };

const submitted = (final: Extract<FeedbackEvent, { type: 'submitted' }>['final']): FeedbackEvent => ({
  id: TRIAGE,
  at: '2026-01-01T10:00:00Z',
  agentId: '7',
  type: 'submitted',
  final,
  reply: null,
});
const lessonOf = (event: FeedbackEvent, decision = aDecision()) =>
  toLesson(event, { decision, reading, triageId: TRIAGE, ticketId: '42' }, aTaxonomy());

describe('what a submitted ticket teaches', () => {
  it('is one vote for each engine and field that has a value, and the ticket with the values that stand', () => {
    const lesson = lessonOf(submitted({ category: 'account', urgency: 'P3', sentiment: null }));
    expect(lesson?.votes.map(({ engine, model, field, raw, right }) => [engine, model, field, raw, right])).toEqual([
      ['builtin', 'builtin-1', 'category', 0.7, false],
      ['builtin', 'builtin-1', 'urgency', 0.8, true],
    ]);
    expect(lesson?.ticket).toEqual({
      ...reading,
      ticketId: '42',
      category: 'account',
      urgency: 'P3',
      sentiment: null,
      corrected: true,
    });
  });

  it("is nothing about an urgency that the helpdesk's own priority contradicts", () => {
    const fieldsOf = (priority: string | null) =>
      lessonOf(submitted({ category: 'billing', urgency: 'P3', priority }))?.votes.map(({ field }) => field);
    expect(fieldsOf('urgent')).toEqual(['category']);
    expect(fieldsOf('normal')).toEqual(['category', 'urgency']);
    expect(fieldsOf(null)).toEqual(['category', 'urgency']);
  });

  it('is no correction when everything stayed as suggested', () => {
    expect(lessonOf(submitted({ category: 'billing', urgency: 'P3' }))?.ticket?.corrected).toBe(false);
  });

  it('votes on the engine that only watched by what it had said itself', () => {
    const [watching] = aDecision().guesses;
    const model = { ...watching!, engine: 'openai:m', category: { value: 'account', probability: 0.9 } };
    const input = aDecideInput({ raw: aRaw({ category: [model.category] }) });
    const lesson = lessonOf(submitted({ category: 'account' }), aDecision({ input, guesses: [model, watching!] }));
    expect(lesson?.votes.map(({ engine, right }) => [engine, right])).toEqual([
      ['openai:m', true],
      ['builtin', false],
    ]);
    expect(lesson?.ticket?.corrected).toBe(false);
  });

  it.each([
    [
      'no event but the submission',
      { id: TRIAGE, at: '2026-01-01T10:00:00Z', agentId: null, type: 'ignored' } as const,
    ],
    ['no value left', submitted({ category: null })],
    ['a value that the taxonomy does not have', submitted({ category: 'retired_category' })],
  ])('is nothing for %s', (_, event) => {
    expect(lessonOf(event)).toBeNull();
  });
});

const learned = (ticketId: string, text: string): LearnedTicket => ({
  ...reading,
  subject: '' as MaskedText,
  text: text as MaskedText,
  ticketId,
  category: 'billing',
  urgency: null,
  sentiment: null,
  corrected: true,
});

describe('examples for a ticket', () => {
  const finder = (tickets: LearnedTicket[]) => {
    const asked: unknown[] = [];
    const store = {
      readLearnedTickets: async (...args: unknown[]) => {
        asked.push(args);
        return tickets;
      },
    };
    const find = createExampleFinder({ store, embedder: createLexicalEmbedder(), taxonomyOf: async () => aTaxonomy() });
    return { find, asked };
  };
  const ask = { subject: 'Invoice' as MaskedText, text: 'The invoice for March has the wrong address' as MaskedText };

  it('are the most similar corrected ones, and no others', async () => {
    const { find, asked } = finder([
      learned('1', 'The printer on the third floor is on fire'),
      learned('2', 'My invoice shows the wrong address'),
      learned('3', 'The invoice for March has the wrong address on it'),
    ]);
    expect((await find('a', ask)).map(({ text }) => text)).toEqual([
      'The invoice for March has the wrong address on it',
      'My invoice shows the wrong address',
    ]);
    await find('a', ask);
    expect(asked).toEqual([['a', { correctedOnly: true, limit: 500, characters: 600 }]]);
  });

  it('lend no placeholder whose number could be taken for one of this ticket', async () => {
    const other = learned('1', 'The invoice for [NAME_1] in March has the wrong address [ADDRESS_2]');
    expect((await finder([other]).find('a', ask)).map(({ text }) => text)).toEqual([
      'The invoice for [NAME] in March has the wrong address [ADDRESS]',
    ]);
  });

  it('are never the ticket itself, nor one of a category that is gone', async () => {
    const tickets = [
      learned('1', 'My invoice shows the wrong address'),
      { ...learned('2', 'My invoice shows the wrong address'), category: 'retired_category' },
      { ...learned('3', 'My invoice shows the wrong address'), category: null, urgency: 'P2' as const },
    ];
    const found = await finder(tickets).find('a', { ...ask, ticketId: '1' });
    expect(found.map(({ category, urgency }) => [category, urgency])).toEqual([[null, 'P2']]);
  });

  it('are compared by what they begin with, and shown no longer', async () => {
    const long = learned('1', `My invoice shows the wrong address ${'x'.repeat(600)} and the printer burns`);
    const [shown] = await finder([long]).find('a', ask);
    expect(shown?.text).toHaveLength(600);
  });

  it('are none where nothing was corrected', async () => {
    expect(await finder([]).find('a', ask)).toEqual([]);
  });
});
