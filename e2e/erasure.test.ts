import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erasureReceiptSchema } from '../backend/contract/erasure.ts';
import { type Triage, triageSchema } from '../backend/contract/triage.ts';
import { call, readSnapshot } from './installation.ts';
import { prepareStack, type Stack } from './stack.ts';

const EMAIL = 'ada.quill@shop.example';
const TEXT = 'I was charged twice for my plan this month, please refund one of the two payments.';

describe('being forgotten', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await prepareStack({ connect: false });
    const backend = await stack.startBackend();
    await backend.importKnowledge(() => {});
  });
  afterAll(() => stack.close());

  const newTicket = () =>
    stack.zendesk.createTicket({ subject: 'Payment', text: TEXT, requester: { name: 'Ada Quill', email: EMAIL } });
  const triageOf = async (ticketNumber: number): Promise<Triage> => {
    const ticketId = String(ticketNumber);
    const body = { ticket: await readSnapshot(stack, ticketNumber) };
    const { id } = triageSchema.parse((await call(stack, { path: '/v1/triages', ticketId, body })).json);
    const read = async () => triageSchema.parse((await call(stack, { path: `/v1/triages/${id}`, ticketId })).json);
    await expect.poll(async () => (await read()).status).toBe('done');
    return read();
  };
  const forget = async (subject: { email: string } | { ticketId: string }) => {
    const ask = { path: '/v1/admin/erasures', token: stack.adminToken };
    const { status, json } = await call(stack, { ...ask, body: subject });
    expect(status).toBe(202);
    const { id } = erasureReceiptSchema.parse(json);
    const read = async () =>
      erasureReceiptSchema.parse((await call(stack, { ...ask, path: `${ask.path}/${id}` })).json);
    await expect.poll(async () => (await read()).state).toBe('done');
    return read();
  };

  it('forgets a person: the triage is gone, what it taught too, and the receipt says so', async () => {
    const { id } = newTicket();
    const triage = await triageOf(id);
    const at = { path: `/v1/triages/${triage.id}`, ticketId: String(id) };
    const event = { type: 'submitted', id: randomUUID(), at: new Date().toISOString(), agentId: '9', reply: null };
    await call(stack, { ...at, path: `${at.path}/feedback`, body: { ...event, final: { category: 'account' } } });
    const receipt = await forget({ email: EMAIL.toUpperCase() });
    expect(receipt.erased).toMatchObject({ tickets: 1, triages: 1, feedback: 1, learnedTickets: 1 });
    expect((await call(stack, at)).status).toBe(404);
    expect((await triageOf(id)).id).not.toBe(triage.id);
  });

  it('forgets a solved ticket: it is no source any more, neither of what was found before nor of what comes', async () => {
    const { id } = newTicket();
    const before = await triageOf(id);
    const source = before.sources?.find(({ kind }) => kind === 'ticket');
    const receipt = await forget({ ticketId: source?.ticketId ?? '' });
    expect(receipt.erased).toMatchObject({ knowledgeItems: 1, vectors: 1 });
    const [again, next] = [await triageOf(id), await triageOf(newTicket().id)];
    expect(again.id).toBe(before.id);
    expect(JSON.stringify([again, next])).not.toContain(source?.id);
  });
});
