import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { undoDryRunSchema, undoViewSchema } from '../contract/undo.ts';
import type { LogFields } from '../ports/log.ts';
import type { Queue } from '../ports/queue.ts';
import type { Tenant } from '../ports/tenant.ts';
import { markerOf } from '../ports/write-log.ts';
import { asAdmin } from '../test/as-admin.ts';
import { ask } from '../test/ask.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { aDecision } from '../test/decision.ts';
import { aTriage } from '../test/ticket.ts';
import { undoRoutes } from './undo.ts';

const SINCE = '2026-01-01T10:00:00+02:00';

describe.each(databases)('asking for an undo, on $kind', ({ open }) => {
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
      undoRoutes({
        store: test.store,
        queue,
        log: (event, fields) => void lines.push({ event, ...fields }),
      }),
    );
    return ask(app, method, `/v1/admin/undo${path}`, body);
  };
  const written = async (ticketId: string, promptVersion: string) => {
    const { stored } = await test.store.claimTriage({ tenantId, ticketId, contentHash: promptVersion, force: false });
    const triage = aTriage({ id: stored.triage.id, ticketId });
    await test.store.saveTriage(tenantId, { ...stored, triage }, { decision: aDecision({ promptVersion }) });
    const changes = [{ field: 'category' as const, from: null, to: 'billing' }];
    await test.store.logWrite(tenantId, ticketId, { marker: markerOf(triage.id), changes });
  };

  it('only tells what it would do unless it is told to do it', async () => {
    for (const ticketId of ['7', '8']) await written(ticketId, 'p-1');
    await written('9', 'p-2');
    const { status, body } = await request('POST', '', { since: SINCE, promptVersion: 'p-1' });
    expect([status, undoDryRunSchema.parse(body)]).toEqual([
      200,
      {
        ...{ tickets: 2, writes: 2, fields: { category: 2 } },
        first: ['7', '8'].map((ticketId) => ({
          ticketId,
          changes: [{ field: 'category', from: 'billing', to: null }],
        })),
      },
    ]);
    expect(await test.store.findOpenUndo(tenantId)).toBeNull();
    expect(lines).toEqual([]);
  });

  it('begins it with its job, refuses a second one while it runs, and shows it', async () => {
    await written('7', 'p-1');
    const waiting = await queue.countWaiting('undo-writes');
    const asked = await request('POST', '', { since: SINCE, dryRun: false });
    expect(asked.status).toBe(202);
    const { id } = undoViewSchema.parse(asked.body);
    expect(await queue.countWaiting('undo-writes')).toBe(waiting + 1);
    expect(lines).toMatchObject([{ event: 'admin', tenant: tenantId, outcome: 'undo_started' }]);
    const second = await request('POST', '', { since: SINCE, dryRun: false });
    expect([second.status, JSON.stringify(second.body)]).toEqual([409, expect.stringContaining(id)]);
    expect(await queue.countWaiting('undo-writes')).toBe(waiting + 1);
    expect((await request('GET', `/${id}`)).body).toMatchObject({
      state: 'running',
      tickets: { total: 1, waiting: 1 },
    });
  });

  it('takes a moment in any zone', async () => {
    expect((await request('POST', '', { since: '2026-01-01T10:00:00+23:00' })).status).toBe(200);
  });

  it.each([
    ['no moment', {}],
    ['a moment without a zone', { since: '2026-01-01T10:00' }],
    ['a year that no calendar has', { since: '0000-01-01T10:00:00Z' }],
    ['an end before its beginning', { since: SINCE, until: '2026-01-01T07:00:00Z' }],
    ['a word that it does not know', { since: SINCE, prompt: 'p-1' }],
    ['no JSON', '{'],
  ])('refuses %s', async (_, body) => {
    expect((await request('POST', '', body)).status).toBe(400);
  });

  it.each(['/nonsense', `/${randomUUID()}`])('knows no undo %s', async (path) => {
    expect((await request('GET', path)).status).toBe(404);
  });
});
