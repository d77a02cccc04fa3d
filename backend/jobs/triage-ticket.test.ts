import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBuiltinEngine, loadShippedModel } from '../adapters/engine/builtin/create-builtin-engine.ts';
import type { Helpdesk, TicketUpdate } from '../ports/helpdesk.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Ticket } from '../ports/ticket.ts';
import { createReader } from '../reader/create-reader.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { scriptedEngine } from '../test/engine.ts';
import { aTenant, emptyVectors, only } from '../test/tenant.ts';
import { aComment, aTicket } from '../test/ticket.ts';
import { type TriageTicketParts, triageTicket } from './triage-ticket.ts';

const LONG_AGO = '2026-01-01T10:00:00Z';
const builtin = createBuiltinEngine({ model: loadShippedModel() });

describe.each(databases)('triage of a ticket that its customer goes on writing on, on $kind', ({ open }) => {
  let test: TestDatabase;
  let reader: Awaited<ReturnType<typeof createReader>>;
  beforeAll(async () => {
    test = await open();
    reader = await createReader(() => {});
  });
  afterAll(async () => {
    await reader.close();
    await test.close();
  });

  let ticket: Ticket;
  let updates: TicketUpdate[];
  let model: ReturnType<typeof scriptedEngine>;
  let tenant: Tenant;
  beforeEach(() => {
    ticket = aTicket({ id: '42', updatedAt: LONG_AGO });
    updates = [];
    model = scriptedEngine();
    tenant = aTenant({
      engines: [model.engine, builtin],
      helpdesk: {
        fetchTicket: async () => ticket,
        fetchSettings: async () => ({ fields: {}, teams: [] }),
        fetchHistory: async () => [],
        ownUserId: () => null,
        updateTicket: async (update: TicketUpdate) => void updates.push(update),
      } as unknown as Helpdesk,
    });
  });
  const runJob = () =>
    triageTicket({ payload: { tenantId: tenant.id, ticketId: '42' } }, {
      ...{ store: test.store, reader, findExamples: async () => [] },
      vectors: emptyVectors,
      tenants: only(tenant),
    } as unknown as TriageTicketParts);
  const write = (text: string) => {
    const comments = [...ticket.comments, aComment({ id: String(ticket.comments.length + 1), text })];
    ticket = { ...ticket, comments };
  };
  const unseen = async (at: string) => {
    const changed = { id: '42', status: 'open', updatedAt: at, commentedAt: at };
    return (await test.store.findUntriaged(tenant.id, [changed], new Date(0))).length > 0;
  };

  it('asks no model and writes nothing for what changes nothing', async () => {
    // A triage that stands by itself: no question is open.
    model = scriptedEngine({ draft: { sentences: [] } });
    tenant = { ...tenant, engines: [model.engine, builtin] };
    expect(await runJob()).toBe('written');
    const asked = model.asked.length;
    for (const text of ['Thank you!', 'I am out of the office until Monday.']) {
      write(text);
      expect(await runJob()).toBe('not_worth');
    }
    expect([model.asked.length, updates.length]).toEqual([asked, 1]);
    write('I will call my lawyer if this is not solved today.');
    expect(await runJob()).toBe('written');
    expect([model.asked.length, updates.length]).toEqual([asked + 1, 2]);
  });

  it.each(['Thank you!', 'I am out of the office until Monday.'])(
    'writes what stands when words that change nothing came before it was written: %s',
    async (text) => {
      model = scriptedEngine({ draft: { sentences: [] } });
      tenant = { ...tenant, engines: [model.engine, builtin] };
      const { fetchTicket } = tenant.helpdesk;
      let reads = 0;
      tenant.helpdesk.fetchTicket = async (id) => {
        reads += 1;
        if (reads === 2) write(text);
        return fetchTicket(id);
      };
      expect(await runJob()).toBe('superseded');
      const asked = model.asked.length;
      expect([await runJob(), await runJob()]).toEqual(['written', 'not_worth']);
      expect([model.asked.length, updates.length]).toEqual([asked, 1]);
    },
  );

  it('comes back later for a ticket that has had its triages of this hour, without asking a model', async () => {
    expect(await runJob()).toBe('written');
    write('I will call my lawyer if this is not solved today.');
    expect(await runJob()).toBe('written');
    const asked = model.asked.length;
    write('Now nobody in our company can log in any more, everything is down.');
    await expect(runJob()).rejects.toMatchObject({ code: 'rate_limited', retryable: true, retryAfterSeconds: 1_200 });
    expect([model.asked.length, updates.length]).toEqual([asked, 2]);
  });

  it('has seen the ticket up to its last change, and not what may still come in the same second', async () => {
    await runJob();
    expect(await unseen(LONG_AGO)).toBe(false);
    expect(await unseen('2026-01-01T10:00:01Z')).toBe(true);
    const now = new Date().toISOString();
    ticket = { ...ticket, comments: [aComment({ text: 'Thank you!' })], subject: '', updatedAt: now };
    expect(await runJob()).toBe('skipped');
    expect(await unseen(now)).toBe(true);
  });

  it('has seen nothing of words that came while it wrote', async () => {
    const { fetchTicket } = tenant.helpdesk;
    let reads = 0;
    tenant.helpdesk.fetchTicket = async (id) => {
      reads += 1;
      if (reads === 2) write('One more thing.');
      return fetchTicket(id);
    };
    expect(await runJob()).toBe('superseded');
    expect(await unseen(LONG_AGO)).toBe(true);
  });
});
