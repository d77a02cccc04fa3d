import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { modelForgottenSchema } from '../contract/admin.ts';
import { trustViewSchema } from '../contract/trust.ts';
import type { LogFields } from '../ports/log.ts';
import type { Tenant } from '../ports/tenant.ts';
import { asAdmin } from '../test/as-admin.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { adminRoutes } from './admin.ts';

describe.each(databases)('what an admin turns, on $kind', ({ open }) => {
  let test: TestDatabase;
  let tenantId: string;
  let lines: LogFields[];
  let jobs: string[];
  let model: string;
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    [tenantId, lines, jobs, model] = [randomUUID(), [], [], 'shipped'];
  });
  afterAll(() => test.close());

  const request = async (method: string, path: string, body?: unknown) => {
    const tenant = { id: tenantId, builtin: { version: () => model } } as Tenant;
    const app = asAdmin(
      tenant,
      adminRoutes({
        store: test.store,
        queue: { enqueue: async (name) => void jobs.push(name) },
        log: (event, fields) => void lines.push({ event, ...fields }),
      }),
    );
    const answer = await app.request(`/v1/admin/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return answer.json();
  };

  it('leaves a line for every turn of a dial, with what it was before', async () => {
    for (const target of [0.9, 0.95, null]) await request('PUT', 'trust', { field: 'category', target });
    expect(lines).toEqual(
      [
        { outcome: 'dial_set', oldTarget: null, newTarget: 0.9 },
        { outcome: 'dial_set', oldTarget: 0.9, newTarget: 0.95 },
        { outcome: 'dial_removed', oldTarget: 0.95, newTarget: null },
      ].map((line) => expect.objectContaining({ event: 'admin', tenant: tenantId, field: 'category', ...line })),
    );
  });

  it('loses no dial when two are turned at once', async () => {
    const fields = ['category', 'urgency', 'sentiment'];
    await Promise.all(fields.map((field) => request('PUT', 'trust', { field, target: 0.9 })));
    const view = trustViewSchema.parse(await request('GET', 'trust'));
    expect(view.fields.map(({ target }) => target)).toEqual([0.9, 0.9, 0.9]);
  });

  it("forgets a tenant's own model, and lets what the shipped one had earned be counted again", async () => {
    const forget = async () => modelForgottenSchema.parse(await request('DELETE', 'model')).forgotten;
    expect(await forget()).toBe(false);
    await test.store.saveModel(tenantId, { version: 'v1', bytes: new Uint8Array(), seen: [] });
    expect(await forget()).toBe(true);
    expect(await test.store.readModelVersion(tenantId)).toBeNull();
    expect(jobs).toEqual(['learn']);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['no_model', 'model_forgotten']);
  });

  it('shows nothing that another model has earned', async () => {
    const votes = `INSERT INTO vote (tenant_id, ticket_id, agent_id, field, engine, model, language, raw, is_right)
      SELECT $1, one::text, '7', 'category', 'builtin', 'shipped', 'en', 0.9, true FROM generate_series(1, 60) AS one`;
    await test.database.query(votes, [tenantId]);
    const category = (view: unknown) => trustViewSchema.parse(view).fields[0];
    const turned = category(await request('PUT', 'trust', { field: 'category', target: 0.9 }));
    expect(turned).toMatchObject({ status: 'picked', decisions: 60 });
    model = 'v1';
    expect(category(await request('GET', 'trust'))).toMatchObject({
      status: 'not_enough',
      decisions: 0,
      threshold: null,
    });
  });
});
