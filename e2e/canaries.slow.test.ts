import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChroma } from '../backend/adapters/vectors/chroma/create-chroma.ts';
import { startChromaServer } from '../backend/adapters/vectors/chroma/start-server.ts';
import { createServer, type ServerParts } from '../backend/http/server.ts';
import { triageTicket } from '../backend/jobs/triage-ticket.ts';
import { embedKnowledge } from '../backend/knowledge/embed-knowledge.ts';
import type { TicketUpdate } from '../backend/ports/helpdesk.ts';
import type { KnowledgeEntry } from '../backend/ports/knowledge.ts';
import type { Tenants } from '../backend/ports/tenant.ts';
import type { Ticket } from '../backend/ports/ticket.ts';
import { createReader } from '../backend/reader/create-reader.ts';
import { databases, type TestDatabase } from '../backend/test/databases.ts';
import { type OpenAi, startOpenAi } from '../sandbox/openai/start.ts';
import { type Customer, createCustomer, createWatch, MASKED, openTicketOf, solvedTicketOf } from './canaries.ts';
import { createTenant, policy, SECRET } from './canary-tenant.ts';

const TENANTS = 20;
const CUSTOMERS = 50;
/** Of each tenant's customers these write again. */
const WRITING = [0, 17, 34];
const PUBLIC_URL = 'https://triage.example';

const tenantIds = Array.from({ length: TENANTS }, (_, index) => `tenant-${index}`);
const customers = tenantIds.flatMap((id, index) =>
  Array.from({ length: CUSTOMERS }, (_, number) => createCustomer(id, 1000 + index * CUSTOMERS + number)),
);
const ofTenant = (id: string): Customer[] => customers.filter(({ tenantId }) => tenantId === id);
const markOf = ({ number }: Customer): string => `quartzroom${number}x`;

type Written = { customer: Customer; note: string; api: string; prompts: string; drafted: boolean; sources: number };

describe('a model that says again whatever it is shown', () => {
  const folder = mkdtempSync(join(tmpdir(), 'triage-canaries-'));
  const logged: string[] = [];
  const updates = new Map<string, TicketUpdate>();
  const tickets = new Map<string, Ticket>();
  const opened: (() => Promise<unknown>)[] = [];
  let database: TestDatabase;
  let openAi: OpenAi;
  let parts: ServerParts;
  let app: ReturnType<typeof createServer>;

  beforeAll(async () => {
    const log = (event: string, fields: unknown) => void logged.push(JSON.stringify({ event, fields }));
    const [first] = databases;
    if (!first) throw new Error('There is no database to test with');
    database = await first.open();
    opened.push(database.close);
    const [reader, chroma] = await Promise.all([createReader(log), startChromaServer(folder)]);
    opened.push(reader.close, chroma.stop);
    openAi = await startOpenAi({ apiKeys: ['sk-test'] });
    opened.push(openAi.close);
    openAi.faults.add({ kind: 'echo', match: { endpoint: 'chat' } });
    const tenants = new Map(tenantIds.map((id) => [id, createTenant(id, { openAiUrl: openAi.url, tickets, updates })]));
    const all: Tenants = {
      find: async (id) => tenants.get(id) ?? null,
      list: async () => tenantIds,
      sole: null,
      changed: () => {},
    };
    parts = {
      store: database.store,
      vectors: createChroma(chroma),
      reader,
      tenants: all,
      findExamples: async () => [],
      log,
      publicUrl: PUBLIC_URL,
      adminToken: null,
      requestsPerMinute: 1_000_000,
      files: null,
      background: () => {},
      queue: { enqueue: async () => {} },
      metrics: { count: () => {}, read: async () => '' },
    } as unknown as ServerParts;
    app = createServer(parts);
    for (const id of tenantIds) await learn(id);
  });
  afterAll(async () => {
    for (const close of opened.reverse()) await close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Every customer's solved ticket becomes knowledge, every tenth one approved. */
  async function learn(id: string): Promise<void> {
    const read = await Promise.all(
      ofTenant(id).map(async (customer): Promise<KnowledgeEntry> => {
        const item = await (parts.reader as Awaited<ReturnType<typeof createReader>>).readSolvedTicket({
          solved: solvedTicketOf(customer),
          policy,
        });
        if (!item?.ok) throw new Error(`No knowledge of customer ${customer.number}: ${JSON.stringify(item)}`);
        return { ...item, item: { ...item.item, gold: customer.number % 10 === 0 } };
      }),
    );
    await database.store.saveKnowledge(id, read);
    const tenant = await parts.tenants.find(id);
    if (tenant) await embedKnowledge(tenant, parts as unknown as Parameters<typeof embedKnowledge>[1]);
  }

  async function readApi(customer: Customer, ticketId: string, triageId: string): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const token = await new SignJWT({ ticket_id: ticketId })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(customer.tenantId)
      .setAudience(PUBLIC_URL)
      .setIssuedAt(now)
      .setExpirationTime(now + 60)
      .sign(new TextEncoder().encode(SECRET));
    const answer = await app.request(`/v1/triages/${triageId}`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(200);
    return answer.text();
  }

  /** One more ticket of a customer, through job, pipeline, write-back and API. */
  async function write(customer: Customer): Promise<Written> {
    const { tenantId } = customer;
    const ticket = openTicketOf(customer, markOf(customer));
    tickets.set(`${tenantId}/${ticket.id}`, ticket);
    const outcome = await triageTicket({ payload: { tenantId, ticketId: ticket.id } }, parts);
    expect(outcome).toBe('written');
    const { triageId = '' } = (await database.store.readWrites(tenantId, ticket.id)).at(-1) ?? {};
    const stored = await database.store.readTriage(tenantId, triageId);
    const prompts = openAi.calls
      .map(({ messages }) => JSON.stringify(messages))
      .filter((text) => text.includes(markOf(customer)));
    return {
      customer,
      note: updates.get(`${tenantId}/${ticket.id}`)?.note ?? '',
      api: await readApi(customer, ticket.id, triageId),
      prompts: prompts.join('\n'),
      drafted: prompts.length >= 2 && stored?.triage.draft !== null,
      sources: stored?.triage.sources?.length ?? 0,
    };
  }

  it('says nothing of another customer, in prompts, drafts, notes, answers or logs', { timeout: 170_000 }, async () => {
    const findOwners = createWatch(customers);
    const writing = tenantIds.flatMap((id) => WRITING.flatMap((at) => ofTenant(id)[at] ?? [])).values();
    const written: Written[] = [];
    const work = async (): Promise<void> => {
      for (const customer of writing) written.push(await write(customer));
    };
    await Promise.all([work(), work(), work(), work()]);
    expect(written).toHaveLength(TENANTS * WRITING.length);

    for (const { customer, note, api, prompts } of written) {
      expect(createWatch([customer], MASKED)(prompts)).toEqual([]);
      for (const text of [note, api, prompts]) {
        expect(findOwners(text).filter((owner) => owner !== customer)).toEqual([]);
      }
    }
    expect(findOwners(logged.join('\n'))).toEqual([]);
    // It had its chance: drafts were made, of what was found, and the customer's own name came back.
    expect(written.filter(({ drafted, sources }) => drafted && sources > 1)).toHaveLength(written.length);
    expect(written.filter(({ customer, api }) => findOwners(api).includes(customer))).toHaveLength(written.length);
  });

  it('would be told from one that got through', async () => {
    const [one, other] = ofTenant('tenant-0');
    if (!one || !other) throw new Error('There are no customers');
    const findOwners = createWatch(customers);
    const solved = solvedTicketOf(one);
    for (const text of [
      ...solved.ticket.comments.map(({ text }) => text),
      solved.ticket.subject,
      solved.resolution ?? '',
    ])
      expect(findOwners(text)).toEqual([one]);
    for (const told of [other.person.name, other.phone, other.order, other.secret])
      expect(findOwners(`It is ${told}.`)).toEqual([other]);
  });
});
