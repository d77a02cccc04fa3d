import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FeedbackRow } from '../../../contract/feedback.ts';
import type { MaskedText, Usage } from '../../../ports/engine.ts';
import type { CastVote } from '../../../ports/learned.ts';
import type { Claim, LearnedTicket, StoredTriage } from '../../../ports/store.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';
import { aDecision } from '../../../test/decision.ts';

const usage: Usage = { model: 'gpt-4o-mini', promptTokens: 1_000, cachedTokens: 400, completionTokens: 100 };

describe.each(databases)('what is learned and spent, on $kind', ({ open }) => {
  let test: TestDatabase;
  let tenantId: string;
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    tenantId = randomUUID();
  });
  afterAll(() => test.close());

  const claim = (over: Partial<Claim> = {}): Claim => ({
    tenantId,
    ticketId: '1',
    contentHash: 'h',
    force: false,
    ...over,
  });
  const finish = async (stored: StoredTriage, degraded: boolean) =>
    test.store.saveTriage(tenantId, { ...stored, triage: { ...stored.triage, status: 'done' } }, { degraded });
  const row = (triageId: string, over: Partial<FeedbackRow> = {}): FeedbackRow => ({
    id: randomUUID(),
    triageId,
    ticketId: '1',
    type: 'submitted',
    at: new Date().toISOString(),
    agentId: '7',
    fields: [],
    draftOutcome: null,
    draftDistance: null,
    decidedBy: null,
    helpful: null,
    ...over,
  });
  const vote = (triageId: string, over: Partial<CastVote> = {}): CastVote => ({
    triageId,
    ticketId: '1',
    agentId: '7',
    field: 'category',
    engine: 'builtin',
    model: 'builtin-1',
    language: 'en',
    raw: 0.8,
    right: true,
    ...over,
  });
  const learned = (over: Partial<LearnedTicket> = {}): LearnedTicket => ({
    ticketId: '1',
    subject: 's' as MaskedText,
    text: 't' as MaskedText,
    language: 'en',
    category: 'billing',
    urgency: null,
    sentiment: null,
    corrected: true,
    ...over,
  });

  it('books what answers used by day, model and purpose, and stops calls when the month is spent', async () => {
    const { stored } = await test.store.claimTriage(claim());
    const held = { id: stored.triage.id, attempt: stored.attempt };
    const book = (microUsd: number | null) =>
      test.store.bookUsage(tenantId, held.id, { purpose: 'classify', usage, microUsd });
    await book(600);
    expect(await test.store.spendModelCall(tenantId, held, 1_000)).toBe('spent');
    await book(400);
    await book(null);
    expect(await test.store.spendModelCall(tenantId, held, 1_000)).toBe('budget_used_up');
    expect(await test.store.spendModelCall(tenantId, held, null)).toBe('spent');
    const today = new Date().toISOString().slice(0, 10);
    expect(await test.store.readUsage(tenantId, new Date(`${today}T00:00:00Z`))).toEqual([
      {
        day: today,
        model: 'gpt-4o-mini',
        purpose: 'classify',
        calls: 3,
        promptTokens: 3_000,
        cachedTokens: 1_200,
        completionTokens: 300,
        microUsd: 1_000,
        unpricedCalls: 1,
      },
    ]);
    const [sum] = await test.database.query<{ spent: number }>(
      'SELECT micro_usd::int AS spent FROM triage WHERE id = $1',
      [held.id],
    );
    expect(sum?.spent).toBe(1_000);
    expect(await test.store.readUsage(randomUUID(), new Date(0))).toEqual([]);
  });

  it('keeps a decision with the words it was made of', async () => {
    const { stored } = await test.store.claimTriage(claim());
    expect(await test.store.readDecision(tenantId, stored.triage.id)).toBeNull();
    const reading = { subject: 's' as MaskedText, text: 'a\0b' as MaskedText, language: 'en' };
    const decision = aDecision();
    await test.store.saveTriage(tenantId, stored, { reading });
    await test.store.saveTriage(tenantId, stored, { decision });
    const kept = await test.store.readDecision(tenantId, stored.triage.id);
    expect(kept).toEqual({ decision, reading: { ...reading, text: 'ab' } });
    expect(await test.store.readDecision(randomUUID(), stored.triage.id)).toBeNull();
    const { id: triageId, ticketId } = stored.triage;
    expect(await test.store.findDecisions(tenantId, ticketId, 9)).toMatchObject([{ triageId, at: expect.any(String) }]);
    expect(await test.store.findDecisions(randomUUID(), ticketId, 9)).toEqual([]);
  });

  it('puts what was made again in the place of a degraded triage, once, its calls counting on', async () => {
    const { stored } = await test.store.claimTriage(claim());
    const spend = ({ triage, attempt }: StoredTriage) =>
      test.store.spendModelCall(tenantId, { id: triage.id, attempt }, null);
    await spend(stored);
    await spend(stored);
    await finish(stored, true);
    const since = new Date(Date.now() - 60_000);
    expect((await test.store.findDegraded(tenantId, since, 10)).map(({ id }) => id)).toEqual([stored.triage.id]);
    expect(await test.store.findDegraded(tenantId, new Date(Date.now() + 60_000), 10)).toEqual([]);

    const vault = { '[NAME_1]': 'Bob' };
    const better = { ...stored, triage: { ...stored.triage, status: 'done' as const, language: 'fr' } };
    const made = await test.store.replaceDegraded(tenantId, better, { vault, decision: aDecision() });
    expect(made).toMatchObject({ triage: { language: 'fr' }, degraded: false });
    expect(made?.triage.id).not.toBe(stored.triage.id);
    const found = await test.store.claimTriage(claim());
    expect(found).toMatchObject({ mine: false, stored: { triage: { id: made?.triage.id }, vault, degraded: false } });
    expect(await test.store.readDecision(tenantId, made?.triage.id ?? '')).toBeNull();
    expect([await spend(found.stored), await spend(found.stored), await spend(found.stored)]).toEqual([
      'spent',
      'spent',
      'calls_used_up',
    ]);
    expect(await test.store.replaceDegraded(tenantId, better, {})).toBeNull();
  });

  it('leaves a degraded triage that a person has used, and knows that one has', async () => {
    const { stored } = await test.store.claimTriage(claim());
    await finish(stored, true);
    expect(await test.store.isUsed(tenantId, stored.triage.id)).toBe(false);
    await test.store.saveFeedback(tenantId, row(stored.triage.id, { type: 'applied' }));
    expect(await test.store.isUsed(tenantId, stored.triage.id)).toBe(true);
    expect(await test.store.findDegraded(tenantId, new Date(0), 10)).toEqual([]);
    expect(await test.store.replaceDegraded(tenantId, stored, {})).toBeNull();
    expect((await test.store.claimTriage(claim())).stored.triage.id).toBe(stored.triage.id);
  });

  it('finds none that a model decided, that has no call left, or that was settled', async () => {
    const finished = async (ticketId: string, degraded: boolean) => {
      const { stored } = await test.store.claimTriage(claim({ ticketId }));
      await finish(stored, degraded);
      return stored;
    };
    await finished('1', false);
    const settled = await finished('2', true);
    await test.store.settleDegraded(tenantId, settled.triage.id);
    const spent = await finished('3', true);
    for (let call = 0; call < 4; call += 1)
      await test.store.spendModelCall(tenantId, { id: spent.triage.id, attempt: spent.attempt }, null);
    expect(await test.store.findDegraded(tenantId, new Date(0), 10)).toEqual([]);
  });

  /** Lets a person settle a ticket, on a triage that is always the same one. */
  const settle = async (votes: Partial<CastVote>[], ticket: LearnedTicket | null = null) => {
    const { stored } = await test.store.claimTriage(claim());
    const { id } = stored.triage;
    await test.store.saveFeedback(tenantId, row(id), { votes: votes.map((over) => vote(id, over)), ticket });
  };
  const evidence = (model = 'builtin-1') => test.store.readEvidence(tenantId, model);
  const countVotes = async () => {
    const sql = 'SELECT count(*)::int AS votes FROM vote WHERE tenant_id = $1';
    return (await test.database.query<{ votes: number }>(sql, [tenantId]))[0]?.votes;
  };

  it('keeps one vote a ticket, agent, field and engine: the last one', async () => {
    await settle([{}, { field: 'urgency', right: false }]);
    await settle([{ right: false }, { agentId: null }]);
    expect(await countVotes()).toBe(3);
    expect(await test.store.readEvidence(randomUUID(), 'builtin-1')).toEqual([]);
  });

  it('counts a ticket once, whatever the agents call themselves: as it was settled last', async () => {
    await settle(Array.from({ length: 60 }, (_, at) => ({ agentId: `agent-${at}` })));
    await settle([{ agentId: 'agent-0', right: false }]);
    expect(await countVotes()).toBe(60);
    expect(await evidence()).toEqual([
      { field: 'category', engine: 'builtin', language: 'en', raw: 0.8, right: false },
    ]);
  });

  it('takes no decision on an earlier model of the builtin engine for evidence of this one', async () => {
    const openai = { engine: 'openai:m', model: 'm-2024' };
    await settle([{}, { ...openai, model: 'm-2023' }]);
    await settle([{ model: 'builtin-2', raw: 0.6 }, openai, { ticketId: '2' }]);
    expect((await evidence()).map(({ engine }) => engine).sort()).toEqual(['builtin', 'builtin', 'openai:m']);
    expect((await evidence('builtin-2')).map(({ engine, raw }) => [engine, raw]).sort()).toEqual([
      ['builtin', 0.6],
      ['openai:m', 0.8],
    ]);
    expect((await evidence('builtin-3')).map(({ engine }) => engine)).toEqual(['openai:m']);
  });

  it('counts of a model what a replay says of the tickets that it was trained on, and not what it says since', async () => {
    const training = await test.store.beginTraining(tenantId, { trainedOn: 1, trainedFor: 't-1' });
    const replayed = { ticketId: '1', field: 'category' as const, language: 'en', raw: 0.55, right: false };
    const model = { version: 'builtin-2', seen: ['1'], bytes: new Uint8Array() };
    const trained = { model, votes: [replayed] };
    expect(await test.store.endTraining(tenantId, training ?? '', trained)).toBe(true);
    await settle([
      { model: 'builtin-2', raw: 0.99 },
      { model: 'builtin-2', raw: 0.7, ticketId: '2' },
    ]);
    expect((await evidence('builtin-2')).map(({ raw, right }) => [raw, right])).toEqual([
      [0.7, true],
      [0.55, false],
    ]);
    await test.store.forgetModel(tenantId);
    expect((await evidence('builtin-2')).map(({ raw }) => raw)).toEqual([0.7, 0.99]);
  });

  it('stores a lesson with its event or not at all', async () => {
    const { stored } = await test.store.claimTriage(claim());
    const { id } = stored.triage;
    const event = row(id);
    const faulty = vote('no-uuid');
    await expect(test.store.saveFeedback(tenantId, event, { votes: [faulty], ticket: null })).rejects.toThrow();
    expect((await test.store.readFeedback(tenantId, null, 10)).rows).toEqual([]);
    expect(await test.store.saveFeedback(tenantId, event, { votes: [vote(id)], ticket: null })).toBe(true);
    expect(await test.store.saveFeedback(tenantId, event, { votes: [vote(id, { right: false })], ticket: null })).toBe(
      false,
    );
    expect((await evidence()).map(({ right }) => right)).toEqual([true]);
  });

  it('gives learned tickets back, the newest first, the corrected ones alone when asked', async () => {
    const { stored } = await test.store.claimTriage(claim());
    for (const [ticketId, corrected] of [
      ['1', true],
      ['2', false],
      ['3', true],
    ] as const)
      await test.store.saveFeedback(tenantId, row(stored.triage.id), {
        votes: [],
        ticket: learned({ ticketId, corrected }),
      });
    const ids = async (correctedOnly: boolean, limit = 10) =>
      (await test.store.readLearnedTickets(tenantId, { correctedOnly, limit })).map(({ ticketId }) => ticketId);
    expect(await ids(false)).toEqual(['3', '2', '1']);
    expect(await ids(true)).toEqual(['3', '1']);
    expect(await ids(true, 1)).toEqual(['3']);
    expect(await test.store.countLearnedTickets(tenantId)).toBe(3);
  });

  it('moves a ticket that is settled again to the newest, and cuts texts where asked', async () => {
    for (const ticketId of ['1', '2', '1'])
      await settle([{ ticketId, raw: Number(ticketId) / 10 }], learned({ ticketId, text: 'words' as MaskedText }));
    const read = (options: { characters?: number }) =>
      test.store.readLearnedTickets(tenantId, { correctedOnly: true, limit: 10, ...options });
    expect((await read({})).map(({ ticketId, text }) => [ticketId, text])).toEqual([
      ['1', 'words'],
      ['2', 'words'],
    ]);
    expect((await read({ characters: 3 })).map(({ text }) => text)).toEqual(['wor', 'wor']);
    expect((await evidence()).map(({ raw }) => raw)).toEqual([0.1, 0.2]);
  });

  it('does what goes with an event in its transaction, once', async () => {
    const { stored } = await test.store.claimTriage(claim());
    const event = row(stored.triage.id);
    const fails = () => Promise.reject(new Error('the queue is down'));
    await expect(test.store.saveFeedback(tenantId, event, null, fails)).rejects.toThrow('the queue');
    let times = 0;
    const counts = async () => {
      times += 1;
    };
    expect(await test.store.saveFeedback(tenantId, event, null, counts)).toBe(true);
    expect(await test.store.saveFeedback(tenantId, event, null, counts)).toBe(false);
    expect(times).toBe(1);
  });
});
