import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importListSchema, importRunSchema } from '../contract/imports.ts';
import { openUpload } from '../knowledge/upload.ts';
import type { LogFields } from '../ports/log.ts';
import type { Tenant } from '../ports/tenant.ts';
import { asAdmin } from '../test/as-admin.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { answerError } from './errors.ts';
import { importRoutes } from './imports.ts';

const MB = 1024 * 1024;

describe.each(databases)('imports over HTTP, on $kind', ({ open }) => {
  let test: TestDatabase;
  let tenantId: string;
  let jobs: unknown[];
  let lines: LogFields[];
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    [tenantId, jobs, lines] = [randomUUID(), [], []];
  });
  afterAll(() => test.close());

  const request = async (method: string, path: string, body?: BodyInit | null) => {
    const tenant = { id: tenantId } as Tenant;
    const app = asAdmin(
      tenant,
      importRoutes({
        store: test.store,
        queue: { enqueue: async (...job) => void jobs.push(job) },
        log: (event, fields) => void lines.push({ event, ...fields }),
        maxUpload: 3 * MB,
      }),
    );
    app.onError(answerError);
    const init = { method, ...(body != null && { body, duplex: 'half' }) } as RequestInit;
    const answer = await app.request(`/v1/admin/imports${path}`, init);
    return { status: answer.status, json: await answer.json() };
  };

  /** A body that comes in pieces, without a length, as a large file does. */
  const streamed = (pieces: Uint8Array[], fault?: Error) =>
    new ReadableStream<Uint8Array>({
      pull(stream) {
        const piece = pieces.shift();
        if (piece) stream.enqueue(piece);
        else if (fault) stream.error(fault);
        else stream.close();
      },
    });
  const countParts = async () =>
    (await test.database.query('SELECT 1 FROM import_upload WHERE tenant_id = $1', [tenantId])).length;

  it('keeps an uploaded file, sealed, until its job has read it', async () => {
    const file = Buffer.alloc(2 * MB + 77, 'secret words of a customer ');
    const pieces = [file.subarray(0, 100), file.subarray(100, MB + 5), file.subarray(MB + 5)];
    const answer = await request('POST', '?source=file&format=csv&dryRun=true', streamed(pieces));
    const run = importRunSchema.parse(answer.json);
    expect(run).toMatchObject({ source: 'file', dryRun: true, state: 'waiting', read: 0, failure: null });
    expect(jobs).toEqual([['import-knowledge', { tenantId, runId: run.id }, `${tenantId}:${run.id}`]]);
    expect(lines).toEqual([expect.objectContaining({ event: 'admin', outcome: 'import_started' })]);
    expect(await countParts()).toBe(3);

    const read = async (from: number) => {
      const kept: Uint8Array[] = [];
      for await (const part of openUpload(run.id, { tenantId, store: test.store })(from)) kept.push(part);
      return Buffer.concat(kept);
    };
    expect((await read(0)).equals(file)).toBe(true);
    expect((await read(MB + 3)).equals(file.subarray(MB + 3))).toBe(true);
    const [dump] = await test.database.query<{ held: string }>(
      "SELECT string_agg(encode(sealed, 'escape'), '') AS held FROM import_upload WHERE tenant_id = $1",
      [tenantId],
    );
    expect(dump?.held.length).toBeGreaterThan(1_000);
    expect(dump?.held).not.toContain('secret');
  });

  it.each([
    ['larger than it may be', () => streamed([new Uint8Array(2 * MB), new Uint8Array(2 * MB)]), 413],
    ['cut off', () => streamed([new Uint8Array(2 * MB)], new Error('gone')), 500],
  ])('leaves nothing behind of a file that is %s', async (_, body, status) => {
    expect((await request('POST', '?source=file&format=jsonl', body())).status).toBe(status);
    expect(jobs).toEqual([]);
    expect(await countParts()).toBe(0);
    const { imports } = importListSchema.parse((await request('GET', '')).json);
    expect(imports).toMatchObject([{ state: 'failed', failure: { code: 'upload_incomplete' } }]);
  });

  it('takes a file that says how large it is, and an empty one', async () => {
    const answers = [
      await request('POST', '?source=file&format=csv', 'id,question,answer\n'),
      await request('POST', '?source=file&format=csv'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(jobs).toHaveLength(2);
  });

  it('begins an import from the helpdesk, and no second one beside it', async () => {
    const first = await request('POST', '', JSON.stringify({ source: 'helpdesk' }));
    const run = importRunSchema.parse(first.json);
    expect(run).toMatchObject({ source: 'helpdesk', dryRun: false, total: null });
    const second = await request('POST', '', JSON.stringify({ source: 'helpdesk', dryRun: true }));
    expect(second).toMatchObject({ status: 409, json: { error: { message: expect.stringContaining(run.id) } } });
    const read = importRunSchema.parse((await request('GET', `/${run.id}`)).json);
    expect(read).toEqual({ ...run, updatedAt: read.updatedAt });
    // The second one only makes sure that somebody goes on with the first.
    expect(jobs).toEqual([1, 2].map(() => ['import-knowledge', { tenantId, runId: run.id }, `${tenantId}:${run.id}`]));
  });

  it.each([
    ['no format', 'POST', '?source=file', 'x', 400],
    ['another format', 'POST', '?source=file&format=xml', 'x', 400],
    ['no JSON', 'POST', '', 'x', 400],
    ['another source', 'POST', '', '{"source":"web"}', 400],
    ['too much JSON', 'POST', '', `"${'x'.repeat(70_000)}"`, 413],
    ['no such import', 'GET', `/${randomUUID()}`, null, 404],
    ['no id', 'GET', '/7', null, 404],
  ])('refuses %s', async (_, method, path, body, status) => {
    expect((await request(method, path, body)).status).toBe(status);
    expect(jobs).toEqual([]);
  });
});
