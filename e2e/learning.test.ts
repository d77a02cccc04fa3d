import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { decisionViewSchema, usageViewSchema } from '../backend/contract/admin.ts';
import { type Triage, triageSchema } from '../backend/contract/triage.ts';
import { trustViewSchema } from '../backend/contract/trust.ts';
import { type OpenAi, startOpenAi } from '../sandbox/openai/start.ts';
import { call, readSnapshot } from './installation.ts';
import { prepareStack, type Stack } from './stack.ts';

const EMPTY = { tickets: [], solved: [], articles: [] };
const WORDS = 'I was charged twice for my plan this month, please refund one of the two payments. Order';
/** A dial needs 60 decisions. */
const DECISIONS = 62;

describe('what people decide', () => {
  let stack: Stack;
  let model: OpenAi;
  const startStack = async (environment: Record<string, string> = {}) => {
    model = await startOpenAi();
    stack = await prepareStack({
      connect: false,
      zendesk: { seed: EMPTY },
      environment: { OPENAI_API_KEY: 'sk-sandbox', OPENAI_BASE_URL: model.url, ...environment },
    });
    await stack.startBackend();
  };
  afterEach(async () => {
    await stack.close();
    await model.close();
  });

  const triageOf = async (text: string): Promise<Triage> => {
    const ticket = stack.zendesk.createTicket({
      subject: 'Payment',
      text,
      requester: { name: 'Ada', email: 'a@b.example' },
    });
    const ticketId = String(ticket.id);
    const body = { ticket: await readSnapshot(stack, ticket.id) };
    const { id } = triageSchema.parse((await call(stack, { path: '/v1/triages', ticketId, body })).json);
    const read = async () => triageSchema.parse((await call(stack, { path: `/v1/triages/${id}`, ticketId })).json);
    await expect.poll(async () => (await read()).status).toBe('done');
    return read();
  };
  const submit = ({ id, ticketId }: Triage, final: Record<string, string>, agentId = '9') =>
    call(stack, {
      path: `/v1/triages/${id}/feedback`,
      ticketId,
      body: { type: 'submitted', id: randomUUID(), at: new Date().toISOString(), agentId, final, reply: null },
    });
  const admin = async (path: string, body?: unknown) => {
    const answer = await fetch(`${stack.backendUrl}/v1/admin/${path}`, {
      method: body === undefined ? 'GET' : 'PUT',
      headers: { authorization: `Bearer ${stack.adminToken}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, json: await answer.json() };
  };
  const messages = () => JSON.stringify(model.calls.filter(({ schemaName }) => schemaName?.includes('class')).at(-1));

  it('shows the next ticket like it to the model, counts for every engine, and can be looked up', async () => {
    await startStack();
    const first = await triageOf(`${WORDS} 1`);
    expect(first.classification?.decidedBy).toBe('openai');
    for (const agentId of ['9', '10', '11'])
      await submit(first, { category: 'account', urgency: first.classification?.urgency ?? 'P3' }, agentId);

    let number = 1;
    const nextShows = async () => {
      number += 1;
      await triageOf(`${WORDS} ${number}`);
      return messages();
    };
    await expect.poll(nextShows).toContain(`<example category=\\"account\\"`);

    const { fields } = trustViewSchema.parse((await admin('trust')).json);
    expect(
      fields.filter(({ field }) => field === 'category').map(({ engine, decisions }) => [engine, decisions]),
    ).toEqual([
      ['builtin', 1],
      ['openai:gpt-4o-mini', 1],
    ]);
    const turned = trustViewSchema.parse((await admin('trust', { field: 'category', target: 0.95 })).json);
    expect(turned.fields[0]).toMatchObject({ threshold: null, message: 'not enough evidence: 1 of 60 decisions' });
    expect((await admin('trust', { field: 'category', target: 2 })).status).toBe(400);
    expect((await admin('trust', { field: 'mood', target: 0.9 })).status).toBe(400);

    const decision = decisionViewSchema.parse((await admin(`decisions/${first.id}`)).json);
    expect(decision).toMatchObject({ decidedBy: 'openai', decidedWhy: 'first', replay: { same: true, differs: [] } });
    expect(decision.promptVersion).toMatch(/^p-/);
    expect((await admin(`decisions/${randomUUID()}`)).status).toBe(404);

    const readUsage = async () => usageViewSchema.parse((await admin('usage')).json);
    await expect.poll(async () => (await readUsage()).total.calls).toBe(2 * number);
    const usage = await readUsage();
    expect(usage.total.usd).toBeGreaterThan(0);
    expect(usage.budget).toMatchObject({ limitUsd: null, spentUsd: usage.total.usd });
  });

  it('spares the model once the builtin engine is proven on enough of them', async () => {
    await startStack({ WORKERS: '2' });
    for (let number = 0; number < DECISIONS; number += 1) {
      const triage = await triageOf(`${WORDS} ${number}`);
      const { record } = decisionViewSchema.parse((await admin(`decisions/${triage.id}`)).json);
      const { guesses } = record as {
        guesses: { engine: string; category: { value: string }; urgency: { value: string } }[];
      };
      const builtin = guesses.find(({ engine }) => engine === 'builtin');
      await submit(triage, { category: builtin?.category.value ?? '', urgency: builtin?.urgency.value ?? '' });
    }
    for (const field of ['category', 'urgency']) await admin('trust', { field, target: 0.9 });
    // One in twenty goes to the model all the same.
    let spared: Triage | null = null;
    let calls = 0;
    const nextIsSpared = async () => {
      calls = model.calls.length;
      spared = await triageOf(`${WORDS} ${calls}`);
      return spared.classification?.decidedWhy;
    };
    await expect.poll(nextIsSpared).toBe('sure_enough');
    expect(spared).toMatchObject({ classification: { decidedBy: 'builtin', needsReview: false } });
    expect(model.calls.slice(calls).map(({ schemaName }) => schemaName)).toEqual(['reply_draft']);
    const readSpared = async () => usageViewSchema.parse((await admin('usage')).json).spared;
    await expect.poll(async () => (await readSpared()).calls).toBeGreaterThanOrEqual(1);
    expect((await readSpared()).usd).toBeGreaterThan(0);
  });

  it('goes on with the builtin engine when the budget of the month is spent, and says so', async () => {
    await startStack({ MODEL_BUDGET_USD: '0.00001' });
    expect((await triageOf(`${WORDS} 1`)).classification?.decidedBy).toBe('openai');
    const calls = model.calls.length;
    const poor = await triageOf(`${WORDS} 2`);
    expect(poor.classification).toMatchObject({
      decidedBy: 'builtin',
      decidedWhy: 'fallback',
      fallbackReason: 'openai:gpt-4o-mini: budget_used_up',
    });
    expect(poor.draft?.decidedBy).toBe('builtin');
    expect(model.calls).toHaveLength(calls);
  });
});
