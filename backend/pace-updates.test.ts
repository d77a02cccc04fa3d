import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startZendesk, type ZendeskSandbox } from '../sandbox/zendesk/start.ts';
import { createZendesk } from './adapters/helpdesk/zendesk/create-zendesk.ts';
import { paceUpdates } from './pace-updates.ts';
import { OutsideError } from './ports/errors.ts';
import type { Helpdesk } from './ports/helpdesk.ts';
import { databases, type TestDatabase } from './test/databases.ts';

const NOON = Date.parse('2026-05-04T12:00:00Z');
const at = (seconds: number): Date => new Date(NOON + seconds * 1000);
const opened = (subject: string) => ({
  ...{ subject, channel: 'email', language: 'en', organization: null, priority: null, tags: [], minutesAgo: 30 },
  requester: { name: 'Ada Quill', email: 'ada@quill.example', locale: 'en-US' },
  comments: [{ author: 'requester' as const, public: true, text: 'It broke.', minutesAgo: 30 }],
});

describe.each(databases)('the pace of updates, on $kind', ({ open }) => {
  let test: TestDatabase;
  let sandbox: ZendeskSandbox;
  let tenantId: string;
  beforeAll(async () => {
    test = await open();
    const tickets = Array.from({ length: 10 }, (_, index) => opened(`${index}`));
    sandbox = await startZendesk({ seed: { tickets, solved: [], articles: [] } });
  });
  beforeEach(() => {
    tenantId = randomUUID();
  });
  afterAll(async () => {
    await sandbox.close();
    await test.close();
  });
  const take = (ticketId: string, now: Date, perMinute = 20) =>
    test.store.takeUpdate(tenantId, ticketId, perMinute, now);

  it('is one for all who take at the same time, who are told different turns', async () => {
    const waits = await Promise.all(Array.from({ length: 12 }, (_, index) => take(`${index}`, at(0))));
    expect(waits.filter((seconds) => seconds === null)).toHaveLength(2);
    const told = waits.filter((seconds) => seconds !== null).toSorted((a, b) => a - b);
    expect(told.map((seconds) => Math.round(seconds))).toEqual([3, 7, 10, 13, 17, 20, 23, 27, 30, 33]);
  });

  it('keeps a turn for who was told it, and lets those who come later wait behind', async () => {
    for (const id of ['1', '2']) await take(id, at(0));
    expect(await take('3', at(0))).toBeCloseTo(3.33, 1);
    expect(await take('4', at(1))).toBeCloseTo(5.67, 1);
    expect(await take('3', at(2))).toBeCloseTo(1.33, 1);
    expect(await take('3', at(3.5))).toBeNull();
    expect(await take('5', at(4))).toBeGreaterThan(5);
    expect(await take('4', at(7))).toBeNull();
  });

  it('pauses a tenant for as long as it was asked to, and no other', async () => {
    await test.store.pauseUpdates(tenantId, 30, at(0));
    await test.store.pauseUpdates(tenantId, 5, at(0));
    expect(await test.store.readPause(tenantId, at(10))).toBe(20);
    expect(await take('1', at(10))).toBe(20);
    expect(await test.store.readPause(tenantId, at(30))).toBeNull();
    expect(await take('1', at(31))).toBeNull();
    expect(await test.store.readPause(randomUUID(), at(10))).toBeNull();
  });

  it('lets no more reach the helpdesk, and says when to come back', async () => {
    const { clientId, clientSecret } = sandbox.oauth;
    const zendesk = createZendesk({ baseUrl: sandbox.url, clientId, clientSecret, webhookSecrets: [], fetch });
    const paced = paceUpdates(zendesk, { tenantId, perMinute: 20, store: test.store });
    const write = async (ticketId: string): Promise<string> => {
      const ticket = await paced.fetchTicket(ticketId);
      const update = { ticketId, updatedAt: ticket?.updatedAt ?? '', fields: {}, tags: ['ait_triaged'] };
      return paced.updateTicket(update).then(
        () => 'written',
        ({ code, retryAfterSeconds }: OutsideError) => `${code} ${retryAfterSeconds !== null && retryAfterSeconds > 0}`,
      );
    };
    const ids = Array.from({ length: 10 }, (_, index) => 1001 + index);
    const before = ids.filter((id) => sandbox.readTicket(id).tags.includes('ait_triaged')).length;
    const outcomes = await Promise.all(ids.map((id) => write(String(id))));
    expect(outcomes.toSorted()).toEqual([...Array(8).fill('rate_limited true'), 'written', 'written']);
    expect(before).toBe(0);
    expect(ids.filter((id) => sandbox.readTicket(id).tags.includes('ait_triaged'))).toHaveLength(2);
  });

  it('asks nobody else of the account once the helpdesk has asked one to wait', async () => {
    let asked = 0;
    const busy = async () => {
      asked += 1;
      throw new OutsideError('zendesk', 'rate_limited', 'answered 429', 40);
    };
    const helpdesk = { fetchTicket: busy, updateTicket: busy } as unknown as Helpdesk;
    const paced = paceUpdates(helpdesk, { tenantId, perMinute: 60, store: test.store });
    await expect(paced.fetchTicket('1')).rejects.toMatchObject({ code: 'rate_limited' });
    expect(await test.store.readPause(tenantId)).toBeGreaterThan(30);
    const update = { ticketId: '2', updatedAt: '', fields: {}, tags: null };
    await expect(paced.updateTicket(update)).rejects.toMatchObject({ code: 'rate_limited' });
    expect(asked).toBe(1);
  });

  it.each(['fetchHistory', 'fetchExported', 'fetchAgents'] as const)('is told by any reading: %s', async (reading) => {
    const busy = async () => {
      throw new OutsideError('zendesk', 'rate_limited', 'answered 429', 40);
    };
    const paced = paceUpdates({ [reading]: busy } as unknown as Helpdesk, {
      ...{ tenantId, perMinute: 60, store: test.store },
    });
    await expect(paced[reading]('1')).rejects.toMatchObject({ code: 'rate_limited' });
    expect(await test.store.readPause(tenantId)).toBeGreaterThan(30);
  });
});
