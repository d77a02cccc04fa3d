import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RoutingRules } from '../../../contract/routing-rules.ts';
import { readRulesInForce, takeOverFile } from '../../../pipeline/routing/rules-in-force.ts';
import { actFor } from '../../../ports/acting-for.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';
import { aRule, shippedRouting } from '../../../test/routing.ts';

describe.each(databases)('the versions of routing rules, on $kind', ({ open }) => {
  let test: TestDatabase;
  let id: string;
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    id = randomUUID();
  });
  afterAll(() => test.close());

  const start = (routing: RoutingRules) => takeOverFile({ id, routing }, test.store);
  const changed = { ...shippedRouting(), rules: [aRule()] };
  const lessons = { team: 'teachers', escalationTeam: 'head', slaHours: { P1: 1, P2: 2, P3: 3, P4: 4 } };
  const withLessons = { ...changed, categories: { ...changed.categories, lessons } };

  it('take over a changed file, once, for as long as no admin has saved rules', async () => {
    expect(await start(shippedRouting())).toMatchObject({ version: 1, savedBy: 'file' });
    expect(await start(shippedRouting())).toMatchObject({ version: 1 });
    expect(await start(changed)).toMatchObject({ version: 2, rules: { rules: [{ id: 'one' }] } });
    const mine = { ...shippedRouting(), rules: [aRule({ id: 'mine' })] };
    await test.store.saveRouting(id, mine, { savedBy: 'admin', basedOn: 2 });
    expect(await start(changed)).toMatchObject({ version: 3, savedBy: 'admin', rules: { rules: [{ id: 'mine' }] } });
  });

  it("give an admin's rules the rows of categories that the taxonomy has gained", async () => {
    await start(shippedRouting());
    await test.store.saveRouting(id, changed, { savedBy: 'admin', basedOn: 1 });
    expect(await start(withLessons)).toMatchObject({ version: 3, savedBy: 'admin', rules: withLessons });
    expect(await start(withLessons)).toMatchObject({ version: 3 });
  });

  it('have the rows of all categories also when a process with an older taxonomy saves others', async () => {
    const inForce = () => readRulesInForce({ id, routing: withLessons }, test.store);
    await start(withLessons);
    await start(shippedRouting());
    expect(await inForce()).toMatchObject({ version: 3, savedBy: 'file', rules: { categories: { lessons } } });
    await test.store.saveRouting(id, changed, { savedBy: 'admin', basedOn: 3 });
    expect(await inForce()).toMatchObject({ version: 5, savedBy: 'admin', rules: withLessons });
    expect(await inForce()).toMatchObject({ version: 5 });
  });

  it('can be read although a newer release has saved them, or a newer calendar of the world has lost a name', async () => {
    const rules = { ...changed, rules: [aRule({ when: { language: ['xx'] } })] };
    await test.database.query(
      `INSERT INTO routing_rules (tenant_id, version, body, hash, saved_by) VALUES ($1, 1, $2, 'h', 'admin')`,
      [id, JSON.stringify({ ...rules, colours: {} })],
    );
    expect((await test.store.readRouting(id))?.rules).toEqual(rules);
  });

  it('are the same in memory and in the database, whatever characters an admin sends', async () => {
    const rules = { ...shippedRouting(), rules: [aRule({ note: 'a\0b\ud800' })] };
    const saved = await test.store.saveRouting(id, rules, { savedBy: 'admin', basedOn: 0, note: 'c\0d' });
    const [row] = await test.database.query('SELECT body, note FROM routing_rules WHERE tenant_id = $1', [id]);
    expect(row).toEqual({ body: saved?.rules, note: 'cd' });
    expect(saved).toMatchObject({ note: 'cd', rules: { rules: [{ note: 'ab\ufffd' }] } });
  });

  it('are one when many processes start at once', async () => {
    const versions = await Promise.all(Array.from({ length: 6 }, () => start(shippedRouting())));
    expect(versions.map(({ version }) => version)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('stay as they were, for the decisions that name them', async () => {
    const first = await readRulesInForce({ id, routing: changed }, test.store);
    await test.store.saveRouting(id, shippedRouting(), { savedBy: 'admin', basedOn: 1 });
    expect(await test.store.readRoutingVersion(id, 1)).toEqual(first);
    expect(await test.store.readRoutingVersion(id, 9)).toBeNull();
    expect(await test.store.readRoutingVersion(randomUUID(), 1)).toBeNull();
  });

  it('are remembered for whom they belong to alone', async () => {
    const first = await start(changed);
    const read = () => test.store.readRoutingVersion(id, 1);
    expect(await actFor(id, read)).toEqual(first);
    expect(await actFor(randomUUID(), read)).toBeNull();
  });

  it('know tags and organisations by marks that no other account has, and that hold no word', async () => {
    const rules = { ...changed, rules: [aRule({ when: { tags: ['VIP'], organisation: ['Acme Ltd'] } })] };
    const { marks } = await start(rules);
    expect(marks).toEqual(test.store.markWords(id, ['tag:vip', 'organisation:acme ltd']));
    const others = test.store.markWords(randomUUID(), ['tag:vip', 'organisation:acme ltd']);
    const all = [...Object.values(marks), ...Object.values(others)];
    expect(new Set(all).size).toBe(4);
    expect(all.join(' ').toLowerCase()).not.toMatch(/vip|acme/);
  });
});
