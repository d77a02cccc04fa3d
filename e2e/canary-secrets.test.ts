import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPglite } from '../backend/adapters/store/postgres/open-pglite.ts';
import { type CanaryTrace, driveCanaries } from './canary-run.ts';
import { createSearch, readFolder } from './canary-secrets.ts';
import { type CanaryRun, prepareCanaryRun } from './canary-stack.ts';

/** Every row of every table, the queue's as well, as text. */
async function dumpRows(folder: string): Promise<{ table: string; row: string }[]> {
  const database = await openPglite(folder);
  const tables = await database.query<{ name: string }>(
    `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const rows: { table: string; row: string }[] = [];
  for (const { name: table } of tables)
    for (const { row } of await database.query<{ row: string }>(`SELECT t::text AS row FROM ${table} t`))
      rows.push({ table, row });
  await database.close();
  return rows;
}

describe('thirty secrets and more', () => {
  let run: CanaryRun;
  let trace: CanaryTrace;
  let secrets: Record<string, string>;
  let find: ReturnType<typeof createSearch>;
  let findInBytes: ReturnType<typeof createSearch>;
  beforeAll(async () => {
    run = await prepareCanaryRun();
    trace = await driveCanaries(run);
    secrets = { ...run.configured, ...run.customers.said, ...trace.secrets };
    find = createSearch(secrets);
    findInBytes = createSearch(secrets, { plainly: true });
  });
  afterAll(() => run?.close());

  it('were there: each was used, kept or shown to the backend, and most were thrown back at it', () => {
    expect(Object.keys(secrets).length).toBeGreaterThanOrEqual(30);
    expect(new Set(Object.values(secrets)).size).toBe(Object.keys(secrets).length);
    for (const kind of ['code ', 'code_verifier', 'client_secret', 'access_token', 'refresh_token', 'webhook secret'])
      expect(Object.keys(secrets).filter((name) => name.startsWith(kind))).not.toEqual([]);
    const refreshed = Object.keys(secrets).filter((name) => name.startsWith('access_token'));
    expect(refreshed.length).toBeGreaterThanOrEqual(2);
    const thrown = [run.helpdesk, run.model, run.vectors].flatMap(({ exchanges }) =>
      exchanges.filter(({ answer, headers }) => headers !== '{}' && answer.includes('Refused')),
    );
    const back = new Set(thrown.flatMap(({ answer }) => find(answer)));
    for (const name of ['OPENAI_API_KEY', 'FALLBACK_API_KEY', 'CHROMA_TOKEN'] as const) expect(back).toContain(name);
    expect([...back].filter((name) => /^(access|refresh)_token/.test(name)).length).toBeGreaterThanOrEqual(2);
  });

  it('are found in whatever form they stand', () => {
    for (const [name, secret] of Object.entries(secrets)) {
      const basic = Buffer.from(`id:${secret}`).toString('base64');
      const hex = `\\x00${Buffer.from(secret).toString('hex')}ff`;
      for (const text of [`a ${secret} b`, `?x=${encodeURIComponent(secret)}`, `Basic ${basic}`, hex])
        expect(find(text)).toContain(name);
      expect(findInBytes(Buffer.from(`\0${secret}\0`))).toContain(name);
    }
  });

  it('stand in no line of the log', () => {
    const lines = trace.output.trim().split('\n');
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter((line) => /failed:|put_off:|"fault"|"failure"/.test(line)).length).toBeGreaterThan(20);
    expect(lines.flatMap((line) => find(line).map((name) => `${name}: ${line}`))).toEqual([]);
  });

  it('stand in no answer', () => {
    expect(trace.answers.length).toBeGreaterThan(100);
    expect(trace.answers.flatMap((answer) => find(answer).map((name) => `${name}: ${answer}`))).toEqual([]);
  });

  it("stand in no model's prompt that a customer wrote", () => {
    const ofCustomers = createSearch(run.customers.said);
    const prompts = run.model.exchanges.map(({ asked }) => asked);
    expect(prompts.filter((prompt) => prompt.includes('charged twice')).length).toBeGreaterThan(0);
    expect(prompts.flatMap(ofCustomers)).toEqual([]);
  });

  it('stand in no row, no job and no file of the database', async () => {
    const folder = run.hosted.environment.DATA_DIR ?? '';
    const rows = await dumpRows(join(folder, 'postgres'));
    for (const table of ['public.connection', 'public.triage', 'public.knowledge_item', 'pgboss.job'])
      expect(rows.filter((row) => row.table.startsWith(table)).map(({ row }) => row)).not.toEqual([]);
    expect(rows.flatMap(({ table, row }) => find(row).map((name) => `${name}: ${table} ${row}`))).toEqual([]);
    const files = readFolder(folder);
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap(({ path, bytes }) => findInBytes(bytes).map((name) => `${name}: ${path}`))).toEqual([]);
  });

  it('stand in no file of the vectors', () => {
    const files = readFolder(run.chromaFolder);
    expect(files.some(({ path }) => path.endsWith('chroma.sqlite3'))).toBe(true);
    expect(files.flatMap(({ path, bytes }) => findInBytes(bytes).map((name) => `${name}: ${path}`))).toEqual([]);
  });

  it('stand in nothing that is served or packaged, which has no source maps either', () => {
    const files = readFolder('dist');
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter(({ path }) => path.endsWith('.map'))).toEqual([]);
    for (const { path, bytes } of files.filter((file) => /\.(js|html|json|css)$/.test(file.path))) {
      const text = bytes.toString();
      expect([path, find(text)]).toEqual([path, []]);
      expect([path, text.includes('sourceMappingURL')]).toEqual([path, false]);
    }
  });
});
