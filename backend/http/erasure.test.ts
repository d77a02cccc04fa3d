import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { erasureApi, erasureReceiptSchema } from '../contract/erasure.ts';
import type { LogFields } from '../ports/log.ts';
import type { Queue } from '../ports/queue.ts';
import type { Tenant } from '../ports/tenant.ts';
import { forget } from '../privacy/forget.ts';
import { asAdmin } from '../test/as-admin.ts';
import { ask } from '../test/ask.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { erasureRoutes } from './erasure.ts';

describe.each(databases)('asking to forget, on $kind', ({ open }) => {
  let test: TestDatabase;
  let queue: Queue;
  let tenantId: string;
  let lines: LogFields[];
  beforeAll(async () => {
    test = await open();
    queue = await test.openQueue();
  });
  beforeEach(() => {
    [tenantId, lines] = [randomUUID(), []];
  });
  afterAll(async () => {
    await queue.close();
    await test.close();
  });

  const request = (method: string, path: string, body?: unknown) => {
    const tenant = { id: tenantId } as Tenant;
    const app = asAdmin(
      tenant,
      erasureRoutes({
        store: test.store,
        queue,
        log: (event, fields) => void lines.push({ event, ...fields }),
      }),
    );
    return ask(app, method, `/v1/admin/erasures${path}`, body);
  };

  it('takes the wish, names nobody in answer and log, and shows the receipt until and when it is done', async () => {
    const email = 'Ada.Canary@shop.example';
    const asked = await request('POST', '', { email });
    expect(asked.status).toBe(202);
    const { id } = erasureReceiptSchema.parse(asked.body);
    expect(lines).toMatchObject([{ event: 'admin', tenant: tenantId, outcome: 'forget_person' }]);
    expect(JSON.stringify([asked.body, lines]).toLowerCase()).not.toContain('canary');
    expect((await request('GET', `/${id}`)).body).toMatchObject({ id, state: 'waiting', erased: null, doneAt: null });
    const parts = { store: test.store, queue, vectors: { forTenant: () => ({}) }, models: {} } as unknown;
    await forget({ id: tenantId, embedder: { id: 'e' } } as Tenant, id, parts as Parameters<typeof forget>[2]);
    const done = erasureReceiptSchema.parse((await request('GET', `/${id}`)).body);
    expect(done).toMatchObject({ state: 'done', erased: { tickets: 0, jobs: 0, model: false } });
  });

  it('lists receipts, the newest first', async () => {
    const ids = [];
    for (const ticketId of ['1', '2', '3']) ids.push((await request('POST', '', { ticketId })).body.id);
    const list = async (query: string) =>
      erasureApi.listErasures.response.parse((await request('GET', query)).body).erasures.map((one) => one.id);
    expect(await list('')).toEqual(ids.toReversed());
    expect(await list('?limit=2')).toEqual(ids.toReversed().slice(0, 2));
  });

  it.each([
    ['nothing', {}],
    ['two at once', { ticketId: '1', email: 'a@b.example' }],
    ['an empty id', { ticketId: ' ' }],
    ['no address', { email: 'ada' }],
    ['no JSON', '{'],
  ])('refuses %s without storing it', async (_, body) => {
    expect((await request('POST', '', body)).status).toBe(400);
    expect((await request('GET', '')).body).toEqual({ erasures: [] });
  });

  it.each(['/nonsense', `/${randomUUID()}`])('knows no receipt %s', async (path) => {
    expect((await request('GET', path)).status).toBe(404);
  });
});
