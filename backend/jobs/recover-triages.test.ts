import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Triage } from '../contract/triage.ts';
import { triage } from '../pipeline/triage.ts';
import type { Engine } from '../ports/engine.ts';
import { OutsideError } from '../ports/errors.ts';
import type { Helpdesk, TicketUpdate } from '../ports/helpdesk.ts';
import type { JobPayloads, Queue } from '../ports/queue.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Ticket } from '../ports/ticket.ts';
import { markerOf } from '../ports/write-log.ts';
import { createReader } from '../reader/create-reader.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { scriptedBuiltin, scriptedEngine } from '../test/engine.ts';
import { aTenant, emptyVectors, only } from '../test/tenant.ts';
import { aComment, aTicket } from '../test/ticket.ts';
import { recoverTriages } from './recover-triages.ts';
import { type TriageTicketParts, triageTicket } from './triage-ticket.ts';

const LONG_AGO = '2026-01-01T10:00:00Z';

describe.each(databases)('after a model was down, on $kind', ({ open }) => {
  let test: TestDatabase;
  let reader: Awaited<ReturnType<typeof createReader>>;
  let tickets: Map<string, Ticket>;
  let updates: TicketUpdate[];
  let down: boolean;
  let model: ReturnType<typeof scriptedEngine>;
  beforeAll(async () => {
    test = await open();
    reader = await createReader(() => {});
  });
  afterAll(async () => {
    await reader.close();
    await test.close();
  });

  const tenantOf = (id: string, engines: Engine[]): Tenant =>
    aTenant({
      id,
      helpdesk: {
        fetchTicket: async (ticketId: string) => tickets.get(ticketId) ?? null,
        fetchSettings: async () => ({ fields: {}, teams: [] }),
        ownUserId: () => null,
        updateTicket: async (update: TicketUpdate) => void updates.push(update),
      } as unknown as Helpdesk,
      engines,
    });
  let tenant: Tenant;
  let parts: TriageTicketParts;
  let count = 0;
  beforeEach(() => {
    count += 1;
    tickets = new Map();
    updates = [];
    down = true;
    model = scriptedEngine({ available: () => !down });
    tenant = tenantOf(`t${count}`, [model.engine, scriptedBuiltin().engine]);
    parts = {
      store: test.store,
      reader,
      vectors: emptyVectors,
      findExamples: async () => [],
      // Read when it is asked for: tests put other engines in its place.
      tenants: { ...only(tenant), find: async () => tenant },
    };
  });
  /** The job that finds them, and then the jobs that it asks for. */
  const recover = async () => {
    const asked: JobPayloads['triage-ticket'][] = [];
    const queue = {
      enqueue: async (_: string, payload: unknown) => void asked.push(payload as (typeof asked)[number]),
    };
    const outcome = await recoverTriages(
      { payload: { tenantId: tenant.id } },
      { ...parts, queue: queue as unknown as Queue },
    );
    const outcomes: string[] = [];
    for (const payload of asked) outcomes.push(await triageTicket({ payload }, parts));
    return asked.length > 0 ? outcomes.join() : outcome;
  };
  const triageWhileDown = async (over: Partial<Ticket> = {}) => {
    const ticket = aTicket({ updatedAt: LONG_AGO, ...over });
    tickets.set(ticket.id, ticket);
    const stored = await (await triage(ticket, tenant, parts))?.done;
    expect(stored?.triage.classification).toMatchObject({ decidedBy: 'builtin', decidedWhy: 'fallback' });
    return stored!;
  };

  /** As the first write-back leaves it. */
  const written = ({ id, ticketId }: Triage) =>
    test.store.logWrite(tenant.id, ticketId, { marker: markerOf(id), changes: [] });
  const use = ({ id, ticketId }: Triage) =>
    test.store.saveFeedback(tenant.id, {
      id: randomUUID(),
      triageId: id,
      ticketId,
      type: 'applied',
      at: new Date().toISOString(),
      agentId: null,
      fields: [],
      draftOutcome: null,
      draftDistance: null,
      decidedBy: 'builtin',
      helpful: null,
    });

  it('triages again, once, and writes what the model says', async () => {
    const { triage: first } = await triageWhileDown();
    await written(first);
    expect(await recover()).toBe('no_model');
    down = false;
    expect(await recover()).toBe('written');
    expect(updates.map(({ note }) => note?.includes('decided by openai'))).toEqual([true]);
    expect(await recover()).toBe('asked_again:0');
    expect(model.asked).toHaveLength(1);
  });

  it('writes nothing on a ticket that only the sidebar had asked about', async () => {
    await triageWhileDown();
    down = false;
    expect(await recover()).toBe('not_recovered');
    expect(updates).toEqual([]);
    expect(await recover()).toBe('asked_again:0');
  });

  it('leaves alone what a person has used before', async () => {
    const { triage: first } = await triageWhileDown();
    await written(first);
    await use(first);
    down = false;
    expect(await recover()).toBe('asked_again:0');
  });

  it('leaves alone what a person uses while the model is being asked', async () => {
    const { triage: first } = await triageWhileDown();
    await written(first);
    const slow = scriptedEngine();
    const classify = slow.engine.classify;
    slow.engine.classify = async (...args) => {
      await use(first);
      return classify(...args);
    };
    tenant = tenantOf(tenant.id, [slow.engine, scriptedBuiltin().engine]);
    expect(await recover()).toBe('not_recovered');
    expect((await test.store.readTriage(tenant.id, first.id))?.triage.classification?.decidedBy).toBe('builtin');
    expect(updates).toEqual([]);
  });

  it('writes what was made again also when the write failed at first', async () => {
    const { triage: first } = await triageWhileDown();
    await written(first);
    down = false;
    let refusals = 1;
    const { updateTicket } = tenant.helpdesk;
    tenant.helpdesk.updateTicket = async (update) => {
      refusals -= 1;
      if (refusals >= 0) throw new OutsideError('zendesk', 'rate_limited', 'answered 429');
      return updateTicket(update);
    };
    await expect(recover()).rejects.toThrow('429');
    const payload = { tenantId: tenant.id, ticketId: first.ticketId, recovers: first.id };
    expect(await triageTicket({ payload }, parts)).toBe('written');
    expect(updates.at(-1)?.note).toContain('decided by openai');
  });

  it.each([
    ['was solved', { status: 'solved' }],
    ['has other words by now', { comments: [aComment({ text: 'Forget it, all is well again.' })] }],
  ])('asks no second time about a ticket that %s', async (_, change) => {
    const { triage: first } = await triageWhileDown();
    await written(first);
    tickets.set(first.ticketId, aTicket({ updatedAt: LONG_AGO, ...change }));
    down = false;
    await recover();
    expect(await recover()).toBe('asked_again:0');
  });

  it('writes the triage of other words, which nobody else asks for while it waits, whatever a person did with the first', async () => {
    const { triage: first } = await triageWhileDown();
    await written(first);
    await use(first);
    tickets.set(first.ticketId, aTicket({ updatedAt: LONG_AGO, comments: [aComment({ text: 'All is down now.' })] }));
    down = false;
    const payload = { tenantId: tenant.id, ticketId: first.ticketId, recovers: first.id };
    expect(await triageTicket({ payload }, parts)).toBe('written');
  });

  it('keeps what it has when the model fails again, within the calls of the ticket', async () => {
    const { triage: first } = await triageWhileDown();
    await written(first);
    const failing = scriptedEngine({ fails: ['timeout', 'timeout', 'timeout', 'timeout', 'timeout'] });
    tenant = tenantOf(tenant.id, [failing.engine, scriptedBuiltin().engine]);
    for (let time = 0; time < 4; time += 1) expect(await recover()).toBe('not_recovered');
    expect(await recover()).toBe('asked_again:0');
    expect(failing.asked).toHaveLength(4);
    expect(updates).toEqual([]);
    expect((await test.store.readTriage(tenant.id, first.id))?.triage.classification?.decidedBy).toBe('builtin');
  });

  it('waits for no model that refuses the ticket', async () => {
    const { triage: first } = await triageWhileDown();
    await written(first);
    const refusing = scriptedEngine({ fails: ['refused'] });
    tenant = tenantOf(tenant.id, [refusing.engine, scriptedBuiltin().engine]);
    expect(await recover()).toBe('not_recovered');
    expect(await recover()).toBe('asked_again:0');
  });
});
