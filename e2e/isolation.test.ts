import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actFor } from '../backend/ports/acting-for.ts';
import { databases } from '../backend/test/databases.ts';
import { ask } from './isolation/asking.ts';
import { JOBS_NAMED, runJobs } from './isolation/job-calls.ts';
import { documentedOf, plain, routesOf, runMatrix, toldApart } from './isolation/matrix.ts';
import { type Planted, plant } from './isolation/plant.ts';
import { ROUTES } from './isolation/routes.ts';
import { rowsOf, tablesOf } from './isolation/rows.ts';
import { runSigned, type SignedCell } from './isolation/signed-cells.ts';
import { climbWall, withoutSecurity } from './isolation/sql-wall.ts';
import { callAll } from './isolation/store-calls.ts';
import { swapTenant } from './isolation/swapped-store.ts';
import type { Accounts, TokenState } from './isolation/token-states.ts';
import { createBackend, openOutside, openRig, type Rig } from './isolation/two-accounts.ts';

/** So many customers' tickets of the other account come first that none of its ids is one of ours. */
const APART = 30;

/** Where an account's own answer bears its own words: so the same words of another would be seen. */
const TELLING = [
  ...['GET /v1/triages/:id', 'GET /v1/settings', 'GET /v1/feedback', 'GET /v1/admin/decisions/:id'],
  ...['GET /v1/admin/routing', 'GET /v1/admin/routing/versions', 'GET /v1/admin/settings/versions'],
  ...['GET /v1/admin/imports', 'GET /v1/admin/imports/:id', 'GET /v1/admin/erasures', 'GET /v1/admin/undo/:id'],
  ...['GET /v1/admin/dead-letters', 'GET /v1/admin/usage', 'GET /v1/admin/audit', 'GET /v1/admin/connection'],
];

/** An account that has left, and a secret of the other one whose time is over. */
async function leave({ store }: Rig, other: Planted): Promise<Pick<Accounts, 'gone' | 'oldSecret'>> {
  const [gone, oldSecret] = [{ tenantId: 'gone-away', secret: random() }, random()];
  await actFor(gone.tenantId, async () => {
    await store.openConnection(gone.tenantId, '1');
    const sidebarSecrets = [{ secret: gone.secret, endsAt: null }];
    await store.saveConnection(gone.tenantId, { state: 'uninstalled', sidebarSecrets });
  });
  const sidebarSecrets = [
    { secret: other.secret, endsAt: null },
    { secret: oldSecret, endsAt: new Date(Date.now() - 1_000).toISOString() },
  ];
  await actFor(other.tenantId, () => store.saveConnection(other.tenantId, { sidebarSecrets }));
  return { gone, oldSecret };
}

const random = (): string => randomBytes(32).toString('hex');

let outside: Awaited<ReturnType<typeof openOutside>>;
beforeAll(async () => {
  outside = await openOutside();
});
afterAll(() => outside?.close());

describe.each(databases)('two accounts of one backend, on $kind', (kind) => {
  let rig: Rig;
  let accounts: Accounts;
  let before: Record<string, string[]>;
  beforeAll(async () => {
    rig = await openRig(kind, outside);
    for (let count = 0; count < APART; count += 1)
      outside.zendesks.other.createTicket({ subject: 'Hello', text: 'Hi' });
    const own = await plant(rig, outside.zendesks.own, { word: 'plumquartz', digits: '71717171', versions: 1 });
    const other = await plant(rig, outside.zendesks.other, { word: 'zincwillow', digits: '82828282', versions: 6 });
    accounts = { own, other, ...(await leave(rig, other)) };
    // No training is run for them: what it would have made.
    for (const { tenantId, word } of [own, other]) {
      const made = { version: word, bytes: new Uint8Array(Buffer.from(word)), seen: [word] };
      await actFor(tenantId, () => rig.store.saveModel(tenantId, made));
    }
    before = await rowsOf(rig, other.tenantId);
  });
  afterAll(() => rig?.close());

  const isUntouched = async () => expect(await rowsOf(rig, accounts.other.tenantId)).toEqual(before);
  const leaks = (bytes: string) => accounts.other.canaries.filter((canary) => bytes.includes(canary));
  const countVectors = () =>
    outside.shared.vectors.forTenant(accounts.other.tenantId, accounts.other.embedderId).count();
  const leaked = (cells: SignedCell[]) =>
    cells.flatMap(({ name, answered }) => leaks(answered.bytes).map((leak) => `${name}: ${leak}`));
  const wrongOf = (cells: SignedCell[]) =>
    cells
      .filter(({ expected, answered }) => answered.status !== expected)
      .map(
        ({ name, expected, answered }) =>
          `${name}: ${answered.status}, not ${expected}: ${plain(answered).slice(0, 120)}`,
      );

  it('every route of the app stands in the matrix, and none that is not there', async () => {
    const routes = routesOf(rig.backend);
    expect(routes.toSorted()).toEqual(Object.keys(ROUTES).toSorted());
    const documented = await documentedOf(rig.backend);
    expect(routes.filter((route) => route.includes(' /v1/')).toSorted()).toEqual(documented.toSorted());
  });

  it('row-level security holds for statements without any condition, on every table', async () => {
    const { own, other } = accounts;
    expect((await tablesOf(rig)).filter((table) => before[table]?.length === 0)).toEqual([]);
    expect(await climbWall(rig, own.tenantId, other.tenantId)).toEqual([]);
    await isUntouched();
  });

  it('answers every token on every route about own, foreign and random ids as it should, and with no byte of the other', async () => {
    const { cells, states } = await runMatrix(rig.backend, accounts);
    expect(wrongOf(cells)).toEqual([]);
    expect(leaked(cells)).toEqual([]);
    expect(toldApart(cells)).toEqual([]);
    await isUntouched();
    const telling = cells.filter(({ answered }) => accounts.own.canaries.some((own) => answered.bytes.includes(own)));
    expect([...new Set(telling.map(({ route }) => route))]).toEqual(expect.arrayContaining(TELLING));
    const ran = `${cells.length} cells: ${Object.keys(ROUTES).length} routes by ${states} token states`;
    process.stdout.write(`Isolation on ${kind.kind}: ${ran}\n`);
  });

  it('holds by the check of the application alone, where no row-level security stands behind it', async () => {
    const isIn = ({ doors }: TokenState) => doors?.admin !== undefined || doors?.sidebar !== undefined;
    const { cells } = await withoutSecurity(rig, () => runMatrix(rig.backend, accounts, isIn));
    expect(wrongOf(cells.filter(({ whose }) => whose !== 'own'))).toEqual([]);
    expect(leaked(cells)).toEqual([]);
    expect(toldApart(cells)).toEqual([]);
    await isUntouched();
  });

  it('lets in by what a request carries whom it should, and nobody else', async () => {
    const cells = await runSigned(rig.backend, accounts);
    expect(wrongOf(cells)).toEqual([]);
    expect(leaked(cells)).toEqual([]);
    await isUntouched();
  });

  it('the store gives and takes nothing of another account, whatever it is asked for', async () => {
    const { own, other } = accounts;
    const isRead = (name: string) => /^(read|find|list|count|search)/.test(name);
    const asOther = await callAll(rig.store, { actsFor: other.tenantId, names: other, only: isRead });
    const given = await callAll(rig.store, { actsFor: own.tenantId, names: other });
    // An id that comes back to where it was sent from tells nothing.
    const told = [...given].map(([name, text]) => [name, text.replaceAll(other.ids.itemId, '')] as const);
    expect(told.filter(([, text]) => leaks(text).length > 0)).toEqual([]);
    await isUntouched();
    // To the account itself they have something to tell.
    const silent = [...asOther].filter(([name, text]) => given.get(name) === text);
    expect(silent.length).toBeLessThan(asOther.size / 4);
  });

  it('routes and jobs that ask the store for the wrong account get and change nothing', async () => {
    const { own, other } = accounts;
    const { store, swapped } = swapTenant(rig.store, own.tenantId, other.tenantId);
    const blind = await createBackend(store, rig.queue, outside.shared, rig.store);
    const vectors = await countVectors();
    const asked = { ...accounts, own: { ...own, ids: other.ids } };
    const { cells } = await runMatrix(blind, asked, ({ doors }) => doors?.admin === 'in' || doors?.sidebar === 'in');
    await runJobs(blind, accounts);
    expect(swapped.size).toBeGreaterThan(Object.keys(rig.store).length / 2);
    expect(leaked(cells)).toEqual([]);
    expect(leaks(blind.logged.join('\n'))).toEqual([]);
    expect(await countVectors()).toBe(vectors);
    await isUntouched();
  });

  it("every job that names what is another account's reads, writes and calls nothing of it", async () => {
    const { own, other } = accounts;
    expect(rig.backend.jobNames.toSorted()).toEqual(JOBS_NAMED.toSorted());
    const [calls, vectors, lines] = [
      other.zendesk.requestsSeen.length,
      await countVectors(),
      rig.backend.logged.length,
    ];
    const ran = await runJobs(rig.backend, accounts);
    const logged = rig.backend.logged.slice(lines);
    expect(logged.filter((line) => line.startsWith('["job"'))).toHaveLength(ran);
    expect(leaks([...logged, JSON.stringify(await rowsOf(rig, own.tenantId))].join('\n'))).toEqual([]);
    expect(other.zendesk.requestsSeen.length).toBe(calls);
    expect(await countVectors()).toBe(vectors);
    await isUntouched();
  });

  it('an account that leaves takes nothing of another with it', async () => {
    const { own, other } = accounts;
    const left = await ask(rig.backend, { method: 'DELETE', path: '/v1/admin/connection', token: own.session });
    expect(left.status).toBe(200);
    await rig.backend.run('remove-tenant', { tenantId: own.tenantId });
    const { 'pgboss.job': _, ...rows } = await rowsOf(rig, own.tenantId);
    expect(Object.values(rows).flat()).toEqual([]);
    expect(own.zendesk.readWebhooks()).toEqual([]);
    expect(other.zendesk.readWebhooks()).toHaveLength(1);
    await isUntouched();
  });
});
