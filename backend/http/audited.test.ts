import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { adminApi } from '../contract/admin-api.ts';
import { asAdmin } from '../test/as-admin.ts';
import { ask } from '../test/ask.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { aRule, shippedRouting } from '../test/routing.ts';
import { aTenant } from '../test/tenant.ts';
import { someSettings } from '../test/tenant-settings.ts';
import { adminRoutes } from './admin.ts';
import { audited, findOperation } from './audited.ts';
import type { Env } from './env.ts';
import { erasureRoutes } from './erasure.ts';
import { HttpProblem } from './errors.ts';
import { importRoutes } from './imports.ts';
import { routingRoutes } from './routing.ts';
import { tenantSettingsRoutes } from './tenant-settings.ts';
import { undoRoutes } from './undo.ts';

describe('the operation of a request', () => {
  it.each(Object.entries(adminApi))('is found by its method and path: %s', (action, { method, path }) => {
    const id = path.includes('{id}') ? 'i-1' : null;
    expect(findOperation(method.toUpperCase(), path.replace('{id}', 'i-1'))).toEqual({ action, id });
  });

  it('is unlisted where the contract has none', () => {
    for (const [method, path] of [
      ['PATCH', '/v1/admin/trust'],
      ['PUT', '/v1/admin/trust/'],
      ['DELETE', '/v1/admin/dead-letters/'],
      ['POST', '/v1/admin'],
    ] as const)
      expect(findOperation(method, path)).toEqual({ action: 'unlisted', id: null });
  });
});

describe('what is left in the audit log', () => {
  let entries: unknown[];
  let isFull: boolean;
  beforeEach(() => {
    [entries, isFull] = [[], false];
  });
  const store = {
    appendAudit: async (...entry: unknown[]) => {
      if (isFull) throw new Error('no room');
      entries.push(entry);
    },
  };
  const tenant = aTenant({ id: 'a' });
  const failing = (said: Record<string, string> | null | undefined) =>
    new Hono<Env>().delete('/v1/admin/dead-letters/:id', (c) => {
      c.set('audited', said);
      throw new HttpProblem('unavailable', 'No.');
    });
  const answering = (said?: Record<string, string> | null) =>
    new Hono<Env>().all('*', (c) => {
      c.set('audited', said);
      return c.json({ done: true });
    });
  const request = (method: string, routes: Hono<Env>) =>
    ask(
      asAdmin(tenant, new Hono<Env>().use(audited({ store })).route('/', routes)),
      method,
      '/v1/admin/dead-letters/i-1',
    );

  it('is who did what to what', async () => {
    expect(await request('DELETE', answering({ job: 'learn' }))).toEqual({ status: 200, body: { done: true } });
    const entry = { actor: { kind: 'admin', id: '1' }, action: 'dropDeadLetter', details: { id: 'i-1', job: 'learn' } };
    expect(entries).toEqual([['a', entry]]);
  });

  it('is nothing of a read, of a change that was none, and of one that failed', async () => {
    await request('GET', answering());
    await request('DELETE', answering(null));
    expect((await request('DELETE', failing(undefined))).status).toBe(503);
    expect(entries).toEqual([]);
  });

  it('is also the change after which something failed', async () => {
    expect((await request('DELETE', failing({ newVersion: '2' }))).status).toBe(503);
    expect(entries).toMatchObject([['a', { action: 'dropDeadLetter', details: { newVersion: '2' } }]]);
  });

  it('is missed aloud when it cannot be written', async () => {
    isFull = true;
    const { status, body } = await request('DELETE', answering());
    expect(status).toBe(500);
    expect(body.error.message).toBe('The change was made, but it could not be written into the audit log.');
  });
});

describe.each(databases)('the entries of the admin routes, on $kind', ({ open }) => {
  let test: TestDatabase;
  let id: string;
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    id = randomUUID();
  });
  afterAll(() => test.close());

  const request = (method: string, path: string, body?: unknown) => {
    const { store } = test;
    const queue = { enqueue: async () => {} } as never;
    const reader = { compareSignals: async () => null };
    const parts = { ...{ store, queue, reader, hasModel: false, prices: {} }, changed: async () => {}, log: () => {} };
    const routes = new Hono<Env>().use(audited({ store }));
    for (const each of [adminRoutes, routingRoutes, erasureRoutes, importRoutes, undoRoutes, tenantSettingsRoutes])
      routes.route('/', each(parts));
    const tenant = aTenant({ id, environment: someSettings(), settings: someSettings() });
    return ask(asAdmin(tenant, routes), method, `/v1/admin/${path}`, body);
  };
  const read = async () =>
    (await test.store.readAudit(id, { before: null, limit: 50 })).map(({ action, details }) => [action, details]);

  it('name versions, dials and settings, and leave out dry runs and what changed nothing', async () => {
    const rules = { ...shippedRouting(), rules: [aRule()] };
    await request('PUT', 'trust', { field: 'category', target: 0.9 });
    await request('DELETE', 'model');
    await request('GET', 'routing');
    await request('POST', 'routing/dry-run', rules);
    for (const basedOn of [1, 2, 1]) await request('PUT', 'routing', { rules, basedOn });
    await request('POST', 'routing/revert', { version: 1 });
    await request('PUT', 'settings', { settings: someSettings({ mode: 'auto', reviewBelow: 0.7 }), basedOn: 0 });
    const since = '2026-05-04T12:00:00.000Z';
    await request('POST', 'undo', { dryRun: true, since });
    expect(await read()).toEqual([
      ['changeTenantSettings', { oldVersion: 0, newVersion: 1, changed: 'mode reviewBelow' }],
      ['revertRouting', { oldVersion: 2, newVersion: 3 }],
      ['changeRouting', { oldVersion: 1, newVersion: 2 }],
      ['changeTrust', { field: 'category', oldTarget: null, newTarget: 0.9 }],
    ]);
    const undo = await request('POST', 'undo', { dryRun: false, since });
    expect((await read())[0]).toEqual(['undo', { undo: undo.body.id, since }]);
    expect(await test.store.verifyAudit(id)).toBeNull();
  });

  it('name a receipt and never a person or a ticket', async () => {
    const { body } = await request('POST', 'erasures', { email: 'ada.canary@shop.example' });
    const { body: other } = await request('POST', 'erasures', { ticketId: '987654321' });
    expect(await read()).toEqual([
      ['forget', { receipt: other.id, subject: 'ticket' }],
      ['forget', { receipt: body.id, subject: 'person' }],
    ]);
    expect(JSON.stringify(await read())).not.toMatch(/canary|987654321/);
  });

  it('tell an import from its dry run', async () => {
    const start = (dryRun: boolean) => request('POST', 'imports', { source: 'helpdesk', dryRun });
    expect((await start(true)).status).toBe(200);
    expect(await read()).toEqual([]);
    await test.database.query('DELETE FROM import_run WHERE tenant_id = $1', [id]);
    const { body } = await start(false);
    expect(await read()).toEqual([['startImport', { import: body.id, source: 'helpdesk' }]]);
  });
});
