import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dryRunSchema, routingListSchema, routingViewSchema } from '../contract/routing.ts';
import type { RoutingRule, RoutingRules } from '../contract/routing-rules.ts';
import { decide } from '../pipeline/decide.ts';
import { compareSignals } from '../pipeline/escalation/signals-of.ts';
import type { DecideInput } from '../ports/decision.ts';
import type { LogFields } from '../ports/log.ts';
import type { Tenant } from '../ports/tenant.ts';
import { asAdmin } from '../test/as-admin.ts';
import { ask } from '../test/ask.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { aDecideInput, aDecision } from '../test/decision.ts';
import { aTaxonomy } from '../test/engine.ts';
import { aRule, rulesInForce, shippedRouting } from '../test/routing.ts';
import { routingRoutes } from './routing.ts';

describe.each(databases)('routing rules over HTTP, on $kind', ({ open }) => {
  let test: TestDatabase;
  let tenant: Tenant;
  let lines: LogFields[];
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    lines = [];
    tenant = { id: randomUUID(), taxonomy: aTaxonomy(), routing: shippedRouting() } as Tenant;
  });
  afterAll(() => test.close());

  const request = async (method: string, path: string, body?: unknown) => {
    const app = asAdmin(
      tenant,
      routingRoutes({
        reader: { compareSignals: async ({ text, ...rules }) => compareSignals(text, rules) },
        store: test.store,
        log: (event, fields) => void lines.push({ event, ...fields }),
      }),
    );
    const { status, body: json } = await ask(app, method, `/v1/admin/routing${path}`, body);
    return { status, json };
  };
  const read = async () => routingViewSchema.parse((await request('GET', '')).json);
  const withRules = (...rules: RoutingRule[]): RoutingRules => ({ ...shippedRouting(), rules });
  const save = (rules: unknown, basedOn: number, note?: string) => request('PUT', '', { rules, basedOn, note });
  const dryRun = async (rules: unknown, query = '') =>
    dryRunSchema.parse((await request('POST', `/dry-run${query}`, rules)).json);

  const keepDecision = async (ticketId: string, over: Partial<DecideInput>, input = aDecideInput(over)) => {
    const claim = { tenantId: tenant.id, ticketId, contentHash: ticketId, force: false };
    const { stored } = await test.store.claimTriage(claim);
    const decision = aDecision({ input });
    const triage = { ...stored.triage, ...decide(aDecideInput(over), rulesInForce()), status: 'done' as const };
    await test.store.saveTriage(tenant.id, { triage, attempt: 1 }, { decision });
    return triage.id;
  };

  it('begins with those of the file, takes changes in versions, and goes back as a version of its own', async () => {
    expect(await read()).toMatchObject({ version: 1, savedBy: 'file', rules: shippedRouting() });
    const changed = await save(withRules(aRule()), 1, 'for our best customers');
    expect(changed).toMatchObject({
      status: 200,
      json: { version: 2, savedBy: 'admin', note: 'for our best customers' },
    });
    expect(await read()).toMatchObject({ version: 2, rules: { rules: [aRule()] } });
    expect(await request('POST', '/revert', { version: 1 })).toMatchObject({ status: 200, json: { version: 3 } });
    expect((await read()).rules).toEqual(shippedRouting());
    const { versions } = routingListSchema.parse((await request('GET', '/versions')).json);
    expect(versions.map(({ version, note }) => [version, note])).toEqual([
      [3, 'Back to version 1.'],
      [2, 'for our best customers'],
      [1, null],
    ]);
    expect(versions[0]?.hash).toBe(versions[2]?.hash);
    expect(lines.map(({ outcome, oldVersion, newVersion }) => [outcome, oldVersion, newVersion])).toEqual([
      ['routing_saved', 1, 2],
      ['routing_reverted', 2, 3],
    ]);
    expect(await request('GET', '?version=2')).toMatchObject({ status: 200, json: { rules: { rules: [aRule()] } } });
    for (const missing of [await request('POST', '/revert', { version: 9 }), await request('GET', '?version=9')])
      expect(missing).toMatchObject({ status: 404 });
    for (const wrong of [await request('POST', '/revert', { version: 3e9 }), await request('GET', '?version=3e9')])
      expect(wrong).toMatchObject({ status: 400 });
  });

  it('goes back also to what lacked a category of today', async () => {
    const { general, ...categories } = shippedRouting().categories;
    await test.store.saveRouting(tenant.id, { ...shippedRouting(), categories }, { savedBy: 'file', basedOn: 0 });
    await save(withRules(aRule()), (await read()).version);
    expect(await request('POST', '/revert', { version: 1 })).toMatchObject({ status: 200 });
    expect((await read()).rules).toEqual({ ...shippedRouting(), categories: { ...categories, general } });
  });

  it('goes back also to what had a category that is gone', async () => {
    await save(withRules(aRule()), (await read()).version);
    const { general, ...categories } = shippedRouting().categories;
    const { general: _, ...defined } = aTaxonomy().categories;
    tenant = { ...tenant, taxonomy: aTaxonomy({ categories: defined }), routing: { ...shippedRouting(), categories } };
    expect(general).toBeDefined();
    expect(await request('POST', '/revert', { version: 1 })).toMatchObject({ status: 200 });
    expect((await read()).rules).toEqual({ ...shippedRouting(), categories });
  });

  it('shows no row of a category that is gone, so that what is shown can be saved', async () => {
    const { general: seats } = shippedRouting().categories;
    const rules = { ...shippedRouting(), categories: { ...shippedRouting().categories, seats } } as RoutingRules;
    await test.store.saveRouting(tenant.id, rules, { savedBy: 'admin', basedOn: 0 });
    const shown = await read();
    expect(shown).toMatchObject({ version: 1, rules: shippedRouting() });
    expect(shown.rules.categories).not.toHaveProperty('seats');
    expect(await save(shown.rules, 1)).toMatchObject({ status: 200, json: { version: 2 } });
  });

  it('lets one of several admins win who changed the same version, and none of the others', async () => {
    await read();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => save(withRules(aRule({ set: { slaHours: at + 1 } })), 1)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(7);
    expect((await read()).version).toBe(2);
    expect(lines.filter(({ outcome }) => outcome === 'routing_conflict')).toHaveLength(7);
    expect(await save(withRules(), 1)).toMatchObject({ status: 409 });
  });

  it('makes no version of a change that changes nothing', async () => {
    await read();
    await save(withRules(aRule()), 1);
    expect(await save(withRules(aRule()), 2)).toMatchObject({ status: 200, json: { version: 2 } });
    expect(lines.at(-1)?.outcome).toBe('routing_unchanged');
  });

  it.each([
    [
      'rules.0.when.signals.0: shouting: there is no such signal',
      withRules(aRule({ when: { signals: ['shouting'] } })),
    ],
    [
      'rules.0.when.secondary.0: seats: there is no such category',
      withRules(aRule({ when: { secondary: ['seats'] } })),
    ],
    ['rules.0.when: no condition', withRules(aRule({ when: {} }))],
    ['categories.general: this category of the taxonomy has no team', withoutGeneral()],
  ])('refuses with what is wrong, and where: %s', async (message, rules) => {
    for (const answer of [await request('POST', '/dry-run', rules), await save(rules, 1)]) {
      expect(answer).toMatchObject({
        status: 400,
        json: { error: { message: expect.stringContaining(message) } },
      });
    }
    expect((await read()).version).toBe(1);
  });

  it('shows what a change would do to stored tickets, and does none of it', async () => {
    const marks = Object.values(test.store.markWords(tenant.id, ['tag:vip', 'organisation:acme']));
    const facts = { language: 'de', channel: 'email', tier: null, marks };
    const vip = await keepDecision('7', { facts });
    await keepDecision('8', { facts: { ...facts, marks: [] } });
    const { facts: _, rulesVersion: __, ...old } = aDecideInput();
    await keepDecision('9', {}, old as DecideInput);
    const rules = withRules(
      aRule({ when: { tags: ['VIP'], organisation: ['Acme'] }, set: { team: 'vip_desk', resolutionHours: 8 } }),
      aRule({ id: 'never', when: { organisation: ['Other'] } }),
    );
    expect(await dryRun(rules)).toEqual({
      basedOn: 1,
      lookedAt: 2,
      more: false,
      unknown: 1,
      flipped: 1,
      flips: [
        {
          triageId: vip,
          ticketId: '7',
          before: expect.objectContaining({ team: 'billing_support', resolutionHours: null }),
          after: expect.objectContaining({ team: 'vip_desk', resolutionHours: 8, slaHours: 24 }),
        },
      ],
      nextSkip: null,
      fired: [
        { rule: 'one', count: 1 },
        { rule: 'never', count: 0 },
      ],
    });
    expect((await read()).version).toBe(1);
    expect(lines).toEqual([]);
    await save(rules, 1);
    expect((await dryRun(rules)).flipped).toBe(0);
    expect((await dryRun(shippedRouting())).flips).toMatchObject([{ before: { team: 'vip_desk' }, ticketId: '7' }]);
  });
});

function withoutGeneral(): unknown {
  const { general, ...categories } = shippedRouting().categories;
  return { ...shippedRouting(), categories: general && categories };
}
