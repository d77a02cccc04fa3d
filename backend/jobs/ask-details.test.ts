import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startZendesk, type ZendeskSandbox } from '../../sandbox/zendesk/start.ts';
import { createZendesk } from '../adapters/helpdesk/zendesk/create-zendesk.ts';
import { DETAILS_QUESTION } from '../ports/details-question.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import type { Tenant } from '../ports/tenant.ts';
import { createReader } from '../reader/create-reader.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { scriptedBuiltin } from '../test/engine.ts';
import { aTenant, emptyVectors, only } from '../test/tenant.ts';
import { type TriageTicketParts, triageTicket } from './triage-ticket.ts';

const opened = (text: string) => ({
  ...{
    subject: 'Hello',
    channel: 'email',
    language: 'en',
    organization: null,
    priority: null,
    tags: [],
    minutesAgo: 30,
  },
  requester: { name: 'Ada Quill', email: 'ada@quill.example', locale: 'en-US' },
  comments: [{ author: 'requester' as const, public: true, text, minutesAgo: 30 }],
});
const HELP = 1001;
const CLEAR = 1002;

describe.each(databases)('asking a customer for details, on $kind', ({ open }) => {
  let test: TestDatabase;
  let reader: Awaited<ReturnType<typeof createReader>>;
  let sandbox: ZendeskSandbox;
  let helpdesk: Helpdesk;
  beforeAll(async () => {
    test = await open();
    reader = await createReader(() => {});
  });
  afterAll(async () => {
    await reader.close();
    await test.close();
  });
  beforeEach(async () => {
    const tickets = [opened('Help, nothing works!'), opened('I was charged twice for my plan in May.')];
    sandbox = await startZendesk({ seed: { tickets, solved: [], articles: [] } });
    const { clientId, clientSecret } = sandbox.oauth;
    const account = { baseUrl: sandbox.url, clientId, clientSecret, webhookSecrets: [], fetch };
    helpdesk = createZendesk({ ...account, questions: DETAILS_QUESTION });
    return () => sandbox.close();
  });

  const tenantOf = (over: Partial<Tenant> = {}): Tenant =>
    aTenant({ mode: 'auto', askDetails: true, helpdesk, engines: [scriptedBuiltin().engine], ...over });
  const runJob = (tenant: Tenant, ticketId: number) =>
    triageTicket({ payload: { tenantId: tenant.id, ticketId: String(ticketId) } }, {
      ...{ store: test.store, reader, findExamples: async () => [] },
      vectors: emptyVectors,
      tenants: only(tenant),
    } as unknown as TriageTicketParts);
  const ours = (id: number) =>
    sandbox.readTicket(id).comments.filter(({ author_id }) => author_id === sandbox.ownUserId);

  it('sends the fixed words once, in the one write, however often the job runs and dies', async () => {
    const tenant = tenantOf();
    let deaths = 1;
    const dying = {
      ...helpdesk,
      updateTicket: async (update: Parameters<Helpdesk['updateTicket']>[0]) => {
        deaths -= 1;
        if (deaths >= 0) throw new Error('killed before the write');
        return helpdesk.updateTicket(update);
      },
    };
    await expect(runJob({ ...tenant, helpdesk: dying }, HELP)).rejects.toThrow('killed');
    sandbox.faults.add({ kind: 'drop_after_apply', match: { method: 'PUT' }, times: 1 });
    await expect(runJob({ ...tenant, helpdesk: dying }, HELP)).rejects.toMatchObject({ code: 'unreachable' });
    expect(await runJob(tenant, HELP)).toBe('already_written');
    expect(ours(HELP)).toMatchObject([{ public: true, body: DETAILS_QUESTION.en }]);
    expect(sandbox.readTicket(HELP).audits.filter(({ author_id }) => author_id === sandbox.ownUserId)).toHaveLength(1);
    expect(sandbox.readTicket(HELP).tags).toEqual(expect.arrayContaining(['ait_triaged', 'ait_asked_details']));
  });

  it('asks no second time, not even when every tag was taken off', async () => {
    const tenant = tenantOf();
    await test.store.claimQuestion(tenant.id, String(HELP), randomUUID());
    expect(await runJob(tenant, HELP)).toBe('written');
    expect(ours(HELP)).toMatchObject([{ public: false }]);
  });

  it.each([
    ['when it is off', { askDetails: false }, HELP],
    ['when the customer has said what it is', {}, CLEAR],
  ])('says nothing in public %s', async (_, over, id) => {
    expect(await runJob(tenantOf(over), id)).toBe('written');
    expect(ours(id)).toMatchObject([{ public: false }]);
  });

  it('has no words but the fixed ones', async () => {
    const ticket = await helpdesk.fetchTicket(String(CLEAR));
    const update = { ticketId: String(CLEAR), updatedAt: ticket?.updatedAt ?? '', fields: {}, tags: null };
    await expect(helpdesk.updateTicket({ ...update, askDetailsIn: 'nl' })).rejects.toThrow('nl');
    await expect(helpdesk.updateTicket({ ...update, askDetailsIn: 'constructor' })).rejects.toThrow('constructor');
    expect(ours(CLEAR)).toEqual([]);
  });
});
