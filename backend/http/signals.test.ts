import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMasker } from '../adapters/masker/builtin/create-masker.ts';
import { dryRunSchema } from '../contract/routing.ts';
import { type SignalsView, signalsViewSchema } from '../contract/signals.ts';
import type { Triage } from '../contract/triage.ts';
import { toRow } from '../feedback/to-row.ts';
import type { Reader } from '../pipeline/reader.ts';
import { type TriageParts, triage } from '../pipeline/triage.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import type { SignalFinder } from '../ports/signals.ts';
import type { Tenant } from '../ports/tenant.ts';
import { markerOf } from '../ports/write-log.ts';
import { createTextTasks } from '../reader/text-tasks.ts';
import { asAdmin } from '../test/as-admin.ts';
import { ask } from '../test/ask.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { scriptedBuiltin } from '../test/engine.ts';
import { shippedRouting } from '../test/routing.ts';
import { aTenant, emptyVectors } from '../test/tenant.ts';
import { aComment, aTicket } from '../test/ticket.ts';
import { routingRoutes } from './routing.ts';
import { signalRoutes } from './signals.ts';

const reader = createTextTasks(createMasker()) as unknown as Reader & SignalFinder;
const SUE = 'You charged me twice. I will sue you.';
const OWN = { rule: 'public', text: 'call the mayor' } as const;
const MAYOR = 'You charged me twice. I will call the mayor.';

describe.each(databases)('escalation signals over HTTP, on $kind', ({ open }) => {
  let test: TestDatabase;
  let tenant: Tenant;
  let parts: TriageParts;
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    const helpdesk = { fetchSettings: async () => ({ fields: {}, teams: [] }), ownUserId: () => null };
    tenant = aTenant({ engines: [scriptedBuiltin().engine], helpdesk: helpdesk as unknown as Helpdesk });
    parts = { store: test.store, reader, vectors: emptyVectors, findExamples: async () => [] };
  });
  afterAll(() => test.close());

  const request = async (method: string, path: string, body?: unknown) => {
    const routes = routingRoutes({ store: test.store, reader, log: () => {} });
    const app = asAdmin(tenant, routes.route('/', signalRoutes({ store: test.store })));
    const { status, body: json } = await ask(app, method, `/v1/admin/${path}`, body);
    return { status, json };
  };
  const read = async (): Promise<SignalsView> => signalsViewSchema.parse((await request('GET', 'signals')).json);
  const ofRule = async (rule: string) => (await read()).rules.find((one) => one.rule === rule);
  const rulesWith = (escalation: object) => ({ ...shippedRouting(), escalation });
  const save = async (escalation: object) =>
    request('PUT', 'routing', { rules: rulesWith(escalation), basedOn: (await read()).version });

  const triaged = async (ticketId: string, text: string): Promise<Triage> => {
    const ticket = aTicket({ id: ticketId, comments: [aComment({ text })] });
    const stored = await (await triage(ticket, tenant, parts))?.done;
    if (!stored) throw new Error('not triaged');
    return stored.triage;
  };
  const rulesOf = ({ escalation }: Triage) => escalation?.reasons.map(({ rule }) => rule);
  const mark = ({ id, ticketId }: Triage, at: string) => {
    const changes = [{ field: 'escalation' as const, from: null, to: true }];
    return test.store.logWrite(tenant.id, ticketId, { marker: markerOf(id), changes, at });
  };
  const submit = (of: Triage, escalation: string | null, at: string) => {
    const event = { type: 'submitted', id: randomUUID(), at, agentId: '9', reply: null } as const;
    return test.store.saveFeedback(tenant.id, toRow({ ...event, final: { escalation } }, of));
  };

  it('begins with what ships', async () => {
    const legal = await ofRule('legal');
    expect(legal).toMatchObject({ isMuted: false, phrases: [], notSignals: [], fired: 0, decided: 0, precision: null });
    expect(Object.keys(legal?.shipped ?? {})).toEqual(['en', 'es', 'fr', 'de', 'pt', 'ja']);
    expect(Math.min(...Object.values(legal?.shipped ?? {}))).toBeGreaterThan(0);
  });

  it('keeps a muted rule out of the escalation from the next ticket on, and counts it', async () => {
    expect(rulesOf(await triaged('1', SUE))).toEqual(['legal']);
    expect(await save({ muted: ['legal'] })).toMatchObject({ status: 200, json: { version: 2 } });
    const quiet = await triaged('2', SUE);
    expect(quiet.escalation).toEqual({ flagged: false, risk: 'low', reasons: [] });
    expect(quiet.routing).toMatchObject({ escalationTeam: null, version: 2 });
    expect(await ofRule('legal')).toMatchObject({ isMuted: true, fired: 1, muted: 1 });
    const heardAgain = await request('POST', 'routing/dry-run', rulesWith({}));
    expect(dryRunSchema.parse(heardAgain.json).flips.map(({ ticketId }) => ticketId)).toEqual(['2', '1']);
  });

  it("hears the account's own phrases, passes over its exceptions, and shows beforehand what they change", async () => {
    await triaged('1', MAYOR);
    await triaged('2', SUE);
    const escalation = { phrases: [OWN], notSignals: [{ rule: 'legal', text: 'I will sue you' }] };
    const tried = dryRunSchema.parse((await request('POST', 'routing/dry-run', rulesWith(escalation))).json);
    const flips = tried.flips.map(({ ticketId, before, after }) => [
      ...[ticketId, before.escalationTeam, after.escalationTeam],
    ]);
    expect(flips).toEqual([
      ['2', 'billing_lead', null],
      ['1', null, 'billing_lead'],
    ]);
    await save(escalation);
    expect(rulesOf(await triaged('3', MAYOR))).toEqual(['public']);
    expect(rulesOf(await triaged('4', SUE))).toEqual([]);
    expect(await ofRule('public')).toMatchObject({ phrases: [{ text: 'call the mayor', language: null }], fired: 1 });
    expect((await ofRule('legal'))?.notSignals).toEqual(['I will sue you']);
  });

  it.each([
    [{ muted: ['shouting'] }, 'a rule is one of cancel_threat'],
    [{ phrases: [{ rule: 'legal', text: '* mayor' }] }, '* stands between words'],
    [{ phrases: [{ rule: 'legal', text: 'mayor', language: 'nl' }] }, 'language'],
    [{ notSignal: [] }, 'notSignal'],
  ])('refuses %j', async (escalation, message) => {
    const refused = await save(escalation);
    expect([refused.status, JSON.stringify(refused.json)]).toEqual([400, expect.stringContaining(message)]);
  });

  it('counts agreement where a person saved a ticket that we had marked, once each, as it stood last', async () => {
    const [kept, cleared, both, unmarked, untold] = [
      await triaged('1', SUE),
      await triaged('2', SUE),
      await triaged('3', `${SUE} Cancel my account.`),
      await triaged('4', SUE),
      await triaged('5', SUE),
    ];
    for (const one of [kept, cleared, both, untold]) await mark(one, '2026-01-01T10:00:00Z');
    await submit(kept, null, '2026-01-01T09:00:00Z');
    await submit(kept, 'yes', '2026-01-01T11:00:00Z');
    await submit(cleared, 'yes', '2026-01-01T11:00:00Z');
    await submit(cleared, null, '2026-01-01T12:00:00Z');
    await submit(both, 'yes', '2026-01-01T11:00:00Z');
    await submit(unmarked, null, '2026-01-01T11:00:00Z');
    const legal = await ofRule('legal');
    expect(legal).toMatchObject({ fired: 5, decided: 3, agreed: 2, alone: { decided: 2, agreed: 1 } });
    expect(legal?.precision?.estimate).toBeCloseTo(2 / 3);
    expect(legal?.precision?.low).toBeLessThan(0.2);
    expect(legal?.languages).toMatchObject([{ language: 'en', fired: 5, decided: 3, agreed: 2 }]);
    expect(await ofRule('cancel_threat')).toMatchObject({ fired: 1, decided: 1, agreed: 1, alone: { decided: 0 } });
    expect(await test.store.countSignals(randomUUID(), new Date(0))).toEqual([]);
  });
});
