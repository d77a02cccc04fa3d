import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startZendesk, type ZendeskSandbox } from '../../sandbox/zendesk/start.ts';
import { createZendesk } from '../adapters/helpdesk/zendesk/create-zendesk.ts';
import { assignmentSchema } from '../contract/assignment.ts';
import type { Tenant } from '../ports/tenant.ts';
import { createReader } from '../reader/create-reader.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { aRaw } from '../test/decision.ts';
import { scriptedBuiltin } from '../test/engine.ts';
import { shippedRouting } from '../test/routing.ts';
import { aTenant, emptyVectors, only } from '../test/tenant.ts';
import { type TriageTicketParts, triageTicket } from './triage-ticket.ts';

const TEAM = 'billing_support';
const FIRST = 1001;
const TICKETS = 12;
/** Somebody has answered this one. */
const TAKEN = FIRST + TICKETS;
const LONG_AGO = 60;
const ticket = (_: unknown, index: number) => ({
  ...{ subject: 'Charged twice', channel: 'email', language: 'en', organization: null, priority: null, tags: [] },
  requester: { name: 'Ada Quill', email: 'ada@quill.example', locale: 'en-US' },
  minutesAgo: LONG_AGO,
  comments: [
    {
      author: 'requester' as 'requester' | 'agent',
      public: true,
      text: `I was charged twice: ${index}.`,
      minutesAgo: LONG_AGO,
    },
  ],
});

describe.each(databases)('an account that has agents chosen, on $kind', ({ open }) => {
  let test: TestDatabase;
  let reader: Awaited<ReturnType<typeof createReader>>;
  let sandbox: ZendeskSandbox;
  let agents: number[];
  let tenant: Tenant;
  beforeAll(async () => {
    test = await open();
    reader = await createReader(() => {});
  });
  afterAll(async () => {
    await reader.close();
    await test.close();
  });

  let count = 0;
  beforeEach(async () => {
    count += 1;
    const tickets = Array.from({ length: TICKETS + 1 }, ticket);
    tickets.at(-1)?.comments.push({ author: 'agent', public: true, text: 'I look into it.', minutesAgo: LONG_AGO });
    sandbox = await startZendesk({ seed: { tickets, solved: [], articles: [] } });
    const hire = (name: string) => sandbox.addAgent({ name, email: `${name}@bookwren.example`, groups: [TEAM] });
    agents = ['ana', 'ben', 'cleo', 'dan'].map(hire);
    const [, , , dan] = agents;
    if (dan) sandbox.setAgent(dan, { status: 'away' });
    tenant = tenantOf(`t${count}`);
    return () => sandbox.close();
  });

  const tenantOf = (id: string) =>
    aTenant({
      id,
      mode: 'auto',
      modeOf: {},
      helpdesk: createZendesk({
        baseUrl: sandbox.url,
        clientId: sandbox.oauth.clientId,
        clientSecret: sandbox.oauth.clientSecret,
        webhookSecrets: ['s'],
        fetch,
      }),
      engines: [scriptedBuiltin({ raw: aRaw({ category: [{ value: 'billing', probability: 0.9 }] }) }).engine],
      // Two of the sandbox's own agents are in the group too: these have no skill.
      routing: {
        ...shippedRouting(),
        rules: [{ id: 'skilled', when: { always: true }, set: { skills: ['refunds'] } }],
        assignment: assignmentSchema.parse({
          enabled: true,
          agents: Object.fromEntries(agents.map((agentId) => [agentId, { skills: ['refunds'] }])),
        }),
      },
    });
  const run = (ticketId: number) => {
    const parts: TriageTicketParts = {
      store: test.store,
      reader,
      vectors: emptyVectors,
      findExamples: async () => [],
      tenants: only(tenant),
    };
    return triageTicket({ payload: { tenantId: tenant.id, ticketId: String(ticketId) } }, parts);
  };
  const ownWrites = (ticketId: number) =>
    sandbox.readTicket(ticketId).audits.filter(({ author_id }) => author_id === sandbox.ownUserId);

  it('spreads a burst evenly over those who are there, each ticket with one write', async () => {
    const ids = Array.from({ length: TICKETS }, (_, index) => FIRST + index);
    expect(new Set(await Promise.all(ids.map(run)))).toEqual(new Set(['written']));
    const assigned = ids.map((id) => sandbox.readTicket(id).assignee_id);
    const [ana, ben, cleo, dan] = agents.map((id) => assigned.filter((one) => one === id).length);
    expect({ ana, ben, cleo, dan }).toEqual({ ana: 4, ben: 4, cleo: 4, dan: 0 });
    for (const id of ids) expect(ownWrites(id)).toHaveLength(1);
    expect(sandbox.readTicket(FIRST).comments.at(-1)?.body).toMatch(/Agent: (ana|ben|cleo) \(\d open\), before/);
  });

  it('writes the rest without an agent when the one has left the group meanwhile', async () => {
    const groupId = (await tenant.helpdesk.fetchSettings([TEAM])).teams[0]?.groupId ?? '';
    await tenant.helpdesk.fetchAgents(groupId);
    for (const id of agents) sandbox.setAgent(id, { role_type: 1 });
    expect(await run(FIRST)).toBe('written');
    expect(sandbox.readTicket(FIRST)).toMatchObject({ group_id: Number(groupId), assignee_id: null });
    expect(ownWrites(FIRST)).toHaveLength(1);
  });

  it('takes no ticket away from the person who has it, by a change of its group neither', async () => {
    const { assignee_id, group_id } = sandbox.readTicket(TAKEN);
    expect(assignee_id).not.toBeNull();
    expect(await run(TAKEN)).toBe('written');
    expect(sandbox.readTicket(TAKEN)).toMatchObject({ assignee_id, group_id });
    expect(sandbox.readTicket(TAKEN).tags).toContain('ait_category_billing');
  });
});
