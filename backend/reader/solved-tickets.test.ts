import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMasker } from '../adapters/masker/builtin/create-masker.ts';
import type { ItemRead } from '../ports/knowledge.ts';
import type { Article, SolvedTicket, Ticket } from '../ports/ticket.ts';
import { aComment, aTicket } from '../test/ticket.ts';
import { createTextTasks } from './text-tasks.ts';

const tasks = createTextTasks(createMasker());
const policy = { keep: [], regions: ['DE'] };
const STEPS = `Open Settings, choose Billing and press Download next to the invoice that you need.${' Save it where you like.'.repeat(4)}`;
const agent = { id: '20', name: 'Nora Lindqvist', email: 'nora@desk.example' };
const aReply = (text: string, over = {}) =>
  aComment({ id: '2', authorId: agent.id, fromCustomer: false, text, ...over });

const solvedTicket = (answer: string, over: Partial<Ticket> = {}): Ticket => {
  const ticket = aTicket({ status: 'solved', comments: [aComment(), aReply(answer)], ...over });
  return { ...ticket, people: [...ticket.people, agent] };
};
const aSolved = (ticket: Ticket, over: Partial<SolvedTicket> = {}): SolvedTicket => ({
  ...{ ticket, category: 'billing', urgency: 'P3', sentiment: 'frustrated', solvedAt: '2026-01-02T10:00:00Z' },
  ...{ resolutionHours: 24, satisfaction: null, reopens: 0, resolution: null },
  ...over,
});
const read = (solved: SolvedTicket): Promise<ItemRead> => tasks.readSolvedTicket({ solved, policy });
const readArticle = (over: Partial<Article>): ItemRead => {
  const article = { id: '9', locale: 'pt-br', title: 'Refunds', html: '<p>Within 14 days.</p>', url: null };
  return tasks.readArticle({ article: { ...article, updatedAt: '2026-01-01T00:00:00Z', ...over }, policy });
};

describe('a solved ticket as knowledge', () => {
  it('keeps its final labels, how it went, and who asked', async () => {
    const colleague = { id: '11', name: 'Cy Moss', email: 'cy@quill.example' };
    const ticket = solvedTicket(STEPS);
    const [first, ...rest] = ticket.comments;
    const comments = [...(first ? [first] : []), aComment({ id: '3', authorId: '11', text: 'Me too.' }), ...rest];
    const solved = aSolved({ ...ticket, comments, people: [...ticket.people, colleague] }, { satisfaction: 'good' });
    expect(await read({ ...solved, resolution: 'Sent Ada Quill the link.' })).toMatchObject({
      ok: true,
      people: [ticket.requester, colleague],
      item: {
        ...{ id: 'ticket:42', ticketId: '42', category: 'billing', urgency: 'P3', sentiment: 'frustrated' },
        ...{
          resolution: 'Sent [NAME] the link.',
          resolutionHours: 24,
          satisfaction: 'good',
          gold: false,
          language: 'en',
        },
      },
    });
  });

  it.each<[string, string, Partial<SolvedTicket>, Partial<Ticket>]>([
    ['no_reply', STEPS, {}, { comments: [aComment()] }],
    ['no_reply', STEPS, {}, { comments: [aComment(), aReply(STEPS, { public: false })] }],
    ['no_question', STEPS, {}, { comments: [aComment({ text: ' \n' }), aReply(STEPS)] }],
    ['no_question', STEPS, {}, { comments: [aReply(STEPS)] }],
    ['too_short', 'It works again, please try once more.', {}, {}],
    ['solved_elsewhere', `As discussed on the phone. ${STEPS}`, {}, {}],
    ['solved_elsewhere', STEPS, { resolution: 'Telefonisch geklärt' }, {}],
    ['reopened', STEPS, { reopens: 1 }, {}],
    ['bad_satisfaction', STEPS, { satisfaction: 'bad' }, {}],
  ])('is none: %s', async (reason, answer, over, ticket) => {
    expect(await read(aSolved(solvedTicket(answer, ticket), over))).toEqual({ ok: false, id: 'ticket:42', reason });
  });

  it('is one all the same, opened again or badly rated, when it is marked as gold standard', async () => {
    const gold = solvedTicket(STEPS, { tags: ['gold_standard'] });
    for (const over of [{ reopens: 2 }, { satisfaction: 'bad' as const }])
      expect(await read(aSolved(gold, over))).toMatchObject({ ok: true, item: { gold: true } });
  });

  it('masks in the title what only the question or the greeting of the answer gives away', async () => {
    const subject = 'Parcel for Perpetua Oakhollow, to Thaddea';
    const answer = `Dear Thaddea,\n\n${STEPS}`;
    const question = aComment({ text: 'It is late. My name is Perpetua Oakhollow.' });
    const ticket = solvedTicket(answer, { subject, comments: [question, aReply(answer)] });
    expect(await read(aSolved(ticket))).toMatchObject({
      ok: true,
      item: { title: 'Parcel for [NAME], to [NAME]', question: 'It is late. My name is [NAME].' },
    });
  });

  it("keeps the agent's words without what they quote and without their signature", async () => {
    const signed = `${STEPS}\n\n-- \nNora Lindqvist\nnora@desk.example\n\nOn Mon, 4 Apr 2022 at 15:59, Ada <ada@quill.example> wrote:\n> I was charged twice.`;
    expect(await read(aSolved(solvedTicket(signed)))).toMatchObject({ ok: true, item: { answer: STEPS } });
  });

  it('holds no placeholder that could be restored, no half of one, and nothing too long, whatever the text', async () => {
    const part = fc.constantFrom(
      STEPS,
      'ada@quill.example ',
      '[NAME_1] ',
      'Ada Quill ',
      '4111 1111 1111 1111 ',
      '\ud83d',
      '😀',
      '\n',
    );
    const texts = fc.array(fc.oneof(part, fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(texts, texts, async (asked, answered) => {
        const comments = [aComment({ text: asked.join('') }), aReply(answered.join(''))];
        const outcome = await read(aSolved(solvedTicket('', { comments, subject: asked.join('') })));
        if (!outcome.ok) return;
        const { title, question, answer } = outcome.item;
        expect([title.length <= 280, question.length <= 2000, answer.length <= 4000]).toEqual([true, true, true]);
        for (const text of [title, question, answer]) {
          expect(text).not.toMatch(/\[[A-Z]{2,12}_\d+\]|ada@quill|Ada Quill|\[[A-Z]*$/);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('an article as knowledge', () => {
  it('is found by its text and carries when it was last changed', () => {
    expect(readArticle({})).toMatchObject({
      ok: true,
      people: [],
      item: {
        ...{ id: 'article:pt-br:9', kind: 'article', language: 'pt', resolvedAt: '2026-01-01T00:00:00Z' },
        ...{ title: 'Refunds', question: 'Within 14 days.', answer: 'Within 14 days.' },
      },
    });
  });

  it('is none when it is empty', () => {
    const reason = 'empty_article';
    expect(readArticle({ html: '<p> </p><style>p{}</style>' })).toEqual({ ok: false, id: 'article:pt-br:9', reason });
  });
});
