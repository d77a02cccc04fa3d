import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPglite } from '../backend/adapters/store/postgres/open-pglite.ts';
import { createChroma } from '../backend/adapters/vectors/chroma/create-chroma.ts';
import { startChromaServer } from '../backend/adapters/vectors/chroma/start-server.ts';
import { knowledgeViewSchema } from '../backend/contract/knowledge.ts';
import type { Running } from '../backend/start.ts';
import { readSampleSeed } from '../sandbox/zendesk/seed.ts';
import { allowAccess, copyPackage, openAdminDesk } from './admin-desk.ts';
import { launchBrowser } from './browser.ts';
import { type Hosted, type HostedAccount, prepareHosted } from './hosted-stack.ts';
import { CHARGED, look, notOk, seesTriaged } from './look-at-connection.ts';

const MOST_CLICKS = 14;
/** Enough for something to be found in. */
const SOLVED = 12;

async function countKnown(account: HostedAccount): Promise<number> {
  const { json } = await account.adminCall({ path: '/v1/admin/knowledge' });
  return knowledgeViewSchema.parse(json).items;
}

/** Rows of each account by table, and jobs; of a backend that has ended. */
async function readRows(folder: string): Promise<Record<string, Record<string, number>>> {
  const database = await openPglite(join(folder, 'postgres'));
  const tables = await database.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'tenant_id'",
  );
  const sources = tables.map(({ name }) => `SELECT '${name}' AS place, tenant_id AS tenant FROM ${name}`);
  const jobs = "SELECT 'jobs' AS place, data->>'tenantId' AS tenant FROM pgboss.job WHERE name <> 'remove-tenant'";
  const rows = await database.query<{ place: string; tenant: string; count: number }>(
    `SELECT place, tenant, count(*)::int AS count FROM (${[...sources, jobs].join(' UNION ALL ')}) rows GROUP BY 1, 2`,
  );
  await database.close();
  const counts: Record<string, Record<string, number>> = {};
  for (const { place, tenant, count } of rows) counts[tenant] = { ...counts[tenant], [place]: count };
  return counts;
}

async function countVectors(folder: string, tenantIds: string[]): Promise<number[]> {
  const server = await startChromaServer(join(folder, 'chroma'));
  const chroma = createChroma(server);
  const counts = await Promise.all(tenantIds.map((id) => chroma.forTenant(id, 'lexical-1').count()));
  await server.stop();
  return counts;
}

describe('an account from installing the app to leaving', () => {
  const pack = copyPackage();
  let hosted: Hosted;
  let backend: Running;
  let browser: Browser;
  let [account, other]: HostedAccount[] = [];
  const both = () => [account, other] as [HostedAccount, HostedAccount];

  beforeAll(async () => {
    const { solved } = await readSampleSeed();
    const seed = { tickets: [], solved: solved.slice(0, SOLVED), articles: [] };
    hosted = await prepareHosted({
      accounts: 2,
      firstStart: true,
      zendesk: { appDir: pack.folder, installed: false, seed },
    });
    pack.stampFor(hosted.backendUrl);
    [account, other] = [...hosted.accounts.values()];
    [backend, browser] = await Promise.all([hosted.startBackend(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await hosted?.close();
    pack.remove();
  });

  it('takes an admin a few clicks and no word from installing to the first triaged ticket', async () => {
    const [{ zendesk }] = both();
    const desk = await openAdminDesk(browser);
    const { part, admin, click } = desk;
    await desk.page.goto(`${zendesk.url}/admin/apps?as=admin`);
    await click(part('app-install'));
    await click(part('install-confirm'));
    await part('app-uninstall').waitFor();
    await click(part('nav-app'));
    await allowAccess(desk);
    await admin.getByText('Zendesk lets Ticket Triage in.').waitFor();
    expect(await admin.getByText('Broken', { exact: true }).count()).toBe(0);
    await admin.getByText('No ticket has arrived yet.').waitFor();

    const { id } = zendesk.createTicket(CHARGED);
    await click(part('nav-tickets'));
    // The list looks for new tickets by itself, but only now and then.
    await desk.page.reload();
    await click(part(`ticket-row-${id}`));
    await desk.sidebar.getByRole('button', { name: /^Apply \d+ change/ }).waitFor();
    await expect.poll(() => zendesk.readTicket(id).tags).toContain('ait_triaged');

    expect(desk.clicks()).toBeLessThanOrEqual(MOST_CLICKS);
    expect(desk.complaints).toEqual([]);
    expect(desk.outside).toEqual([]);
    await desk.close();
  });

  it('is healthy then, and says who has allowed it', async () => {
    const view = await look(both()[0]);
    expect(view).toMatchObject({ state: 'connected', connectedBy: 'Ingrid Solberg', healthy: true });
    expect(notOk(view)).toEqual([]);
  });

  it('leaves with every row, vector and job, and nothing of the other account with it', async () => {
    const [stays, leaves] = both();
    leaves.zendesk.install({ backend_url: hosted.backendUrl });
    await leaves.connect();
    await seesTriaged(leaves);
    await backend.importKnowledge(() => {});
    const known = await countKnown(stays);
    expect(known).toBeGreaterThan(0);
    expect(await countKnown(leaves)).toBe(known);

    const body = { tenant: leaves.subdomain };
    expect((await leaves.adminCall({ path: '/v1/admin/removal', body })).json).toEqual({ started: true });
    expect(leaves.zendesk.readWebhooks()).toEqual([]);
    await expect.poll(async () => (await leaves.adminCall({ path: '/v1/admin/connection' })).status).toBe(404);
    expect(notOk(await look(stays))).toEqual([]);
    expect(await countKnown(stays)).toBe(known);

    await backend.close();
    const folder = hosted.environment.DATA_DIR ?? '';
    const rows = await readRows(folder);
    expect(rows[leaves.subdomain]).toBeUndefined();
    expect(rows[stays.subdomain]).toMatchObject({ connection: 1, knowledge_item: known });
    expect(await countVectors(folder, [leaves.subdomain, stays.subdomain])).toEqual([0, known]);
  });
});
