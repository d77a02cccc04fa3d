import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FeedbackRow } from '../../../contract/feedback.ts';
import type { MaskedText, Usage } from '../../../ports/engine.ts';
import type { Vote } from '../../../ports/learned.ts';
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
  const vote = (triageId: string, over: Partial<Vote> = {}): Vote => ({
    triageId,
    ticketId: '1',
    agentId: '7',
    field: 'category',
    engine: 'builtin',
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
  });

  it('lets a degraded triage be made again, its calls counting on, until a person uses it', async () => {
    const { stored } = await test.store.claimTriage(claim());
    const spend = ({ triage, attempt }: StoredTriage) =>
      test.store.spendModelCall(tenantId, { id: triage.id, attempt }, null);
    await spend(stored);
    await spend(stored);
    await finish(stored, true);
    const since = new Date(Date.now() - 60_000);
    expect((await test.store.findDegraded(tenantId, since, 10)).map(({ id }) => id)).toEqual([stored.triage.id]);
    expect(await test.store.findDegraded(tenantId, new Date(Date.now() + 60_000), 10)).toEqual([]);

    const again = await test.store.claimTriage(claim({ recovering: true }));
    expect(again.mine).toBe(true);
    expect(again.stored.triage.id).not.toBe(stored.triage.id);
    expect([await spend(again.stored), await spend(again.stored), await spend(again.stored)]).toEqual([
      'spent',
      'spent',
      'calls_used_up',
    ]);
    await finish(again.stored, true);
    await test.store.saveFeedback(tenantId, row(again.stored.triage.id, { type: 'applied' }));
    expect(await test.store.findDegraded(tenantId, since, 10)).toEqual([]);
    expect((await test.store.claimTriage(claim({ recovering: true }))).mine).toBe(false);
  });

  it('makes nothing again that a model decided, or that was settled', async () => {
    const { stored } = await test.store.claimTriage(claim());
    await finish(stored, false);
    expect((await test.store.claimTriage(claim({ recovering: true }))).mine).toBe(false);
    const other = await test.store.claimTriage(claim({ ticketId: '2' }));
    await finish(other.stored, true);
    await test.store.settleDegraded(tenantId, other.stored.triage.id);
    expect(await test.store.findDegraded(tenantId, new Date(0), 10)).toEqual([]);
    expect((await test.store.claimTriage(claim({ ticketId: '2', recovering: true }))).mine).toBe(false);
  });

  it('keeps one vote a ticket, agent, field and engine: the last one', async () => {
    const { stored } = await test.store.claimTriage(claim());
    const { id } = stored.triage;
    const say = (votes: Vote[]) => test.store.saveFeedback(tenantId, row(id), { votes, ticket: learned() });
    await say([vote(id), vote(id, { field: 'urgency', right: false })]);
    await say([vote(id, { right: false }), vote(id, { agentId: null })]);
    const votes = await test.store.readVotes(tenantId, 10);
    expect(votes).toHaveLength(3);
    expect(votes).toContainEqual(vote(id, { right: false }));
    expect(votes).toContainEqual(vote(id, { agentId: null }));
    expect(await test.store.readVotes(randomUUID(), 10)).toEqual([]);
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
    expect(await test.store.readVotes(tenantId, 10)).toEqual([vote(id)]);
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

  it('changes a part of what was learned and leaves the rest', async () => {
    const dials = [{ field: 'category' as const, target: 0.95 }];
    expect(await test.store.readLearned(tenantId)).toEqual({
      calibrations: [],
      dials: [],
      thresholds: [],
      trainedOn: 0,
    });
    await test.store.saveLearned(tenantId, { dials });
    await test.store.saveLearned(tenantId, { trainedOn: 40 });
    expect(await test.store.readLearned(tenantId)).toMatchObject({ dials, trainedOn: 40, thresholds: [] });
  });

  it('gives a model back unless it is the one that the caller has', async () => {
    const bytes = new Uint8Array([0, 255, 1]);
    expect(await test.store.readModel(tenantId, null)).toBeNull();
    await test.store.saveModel(tenantId, { version: 'v1', bytes });
    const model = await test.store.readModel(tenantId, 'v0');
    expect(model?.version).toBe('v1');
    expect([...(model?.bytes ?? [])]).toEqual([...bytes]);
    expect(await test.store.readModel(tenantId, 'v1')).toBeNull();
  });
});
