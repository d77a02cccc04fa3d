import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLexicalEmbedder } from '../adapters/embedder/lexical/create-lexical-embedder.ts';
import { triage } from '../pipeline/triage.ts';
import type { Engine } from '../ports/engine.ts';
import type { TicketUpdate } from '../ports/helpdesk.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Ticket } from '../ports/ticket.ts';
import { createReader } from '../reader/create-reader.ts';
import routing from '../routing.json' with { type: 'json' };
import { databases, type TestDatabase } from '../test/databases.ts';
import { aTaxonomy, scriptedBuiltin, scriptedEngine } from '../test/engine.ts';
import { aComment, aTicket } from '../test/ticket.ts';
import { recoverTriages } from './recover-triages.ts';
import type { TriageTicketParts } from './triage-ticket.ts';

const LONG_AGO = '2026-01-01T10:00:00Z';
const noVectors = { upsert: async () => {}, nearest: async () => [], count: async () => 0 };

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
    ({
      id,
      mode: 'assist',
      helpdesk: {
        fetchTicket: async (ticketId: string) => tickets.get(ticketId) ?? null,
        fetchSettings: async () => ({ fields: {}, teams: [] }),
        updateTicket: async (update: TicketUpdate) => void updates.push(update),
      },
      engines,
      model: 'gpt-4o-mini',
      embedder: createLexicalEmbedder(),
      masking: { keep: [], regions: [] },
      detector: null,
      images: false,
      taxonomy: aTaxonomy(),
      routing,
      reviewBelow: 0.5,
      prices: {},
      monthlyBudgetUsd: null,
    }) as unknown as Tenant;
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
      vectors: { forTenant: () => noVectors, isUp: async () => true },
      findExamples: async () => [],
      tenants: { find: () => tenant, findByIssuer: () => tenant, all: () => [tenant] },
    };
  });
  const recover = () => recoverTriages({ payload: { tenantId: tenant.id } }, parts);
  const triageWhileDown = async (over: Partial<Ticket> = {}) => {
    const ticket = aTicket({ updatedAt: LONG_AGO, ...over });
    tickets.set(ticket.id, ticket);
    const stored = await (await triage(ticket, tenant, parts))?.done;
    expect(stored?.triage.classification).toMatchObject({ decidedBy: 'builtin', decidedWhy: 'fallback' });
    return stored!;
  };

  it('triages again, once, and writes what the model says', async () => {
    await triageWhileDown();
    expect(await recover()).toBe('no_model');
    down = false;
    expect(await recover()).toBe('recovered:1');
    expect(updates.map(({ note }) => note?.includes('decided by openai'))).toEqual([true]);
    expect(await recover()).toBe('recovered:0');
    expect(model.asked).toHaveLength(1);
  });

  it('leaves alone what a person has used meanwhile', async () => {
    const { triage: used } = await triageWhileDown();
    await test.store.saveFeedback(tenant.id, {
      id: used.id,
      triageId: used.id,
      ticketId: used.ticketId,
      type: 'applied',
      at: new Date().toISOString(),
      agentId: null,
      fields: [],
      draftOutcome: null,
      draftDistance: null,
      decidedBy: 'builtin',
      helpful: null,
    });
    down = false;
    expect(await recover()).toBe('recovered:0');
    expect(updates).toEqual([]);
  });

  it.each([
    ['was solved', { status: 'solved' }],
    ['has other words by now', { comments: [aComment({ text: 'Forget it, all is well again.' })] }],
  ])('leaves alone a ticket that %s', async (_, change) => {
    const { triage: first } = await triageWhileDown();
    tickets.set(first.ticketId, aTicket({ updatedAt: LONG_AGO, ...change }));
    down = false;
    expect(await recover()).toBe('recovered:0');
    expect(await recover()).toBe('recovered:0');
    expect(model.asked).toHaveLength(0);
  });

  it('tries again later when the model is down again, within the calls of the ticket', async () => {
    await triageWhileDown();
    const failing = scriptedEngine({ fails: ['timeout'] });
    tenant = tenantOf(tenant.id, [failing.engine, scriptedBuiltin().engine]);
    expect(await recover()).toBe('recovered:1');
    expect(updates.at(-1)?.note).toContain('decided by builtin');
    expect(await recover()).toBe('recovered:1');
    expect(updates.at(-1)?.note).toContain('decided by openai');
    expect(failing.asked).toHaveLength(2);
  });
});
