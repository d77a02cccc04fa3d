import { spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importRunSchema } from '../backend/contract/imports.ts';
import { runImport } from '../backend/knowledge/run-import.ts';
import { writePosition } from '../backend/knowledge/sources/read-file.ts';
import type { ImportRun } from '../backend/ports/knowledge.ts';
import { databases, type TestDatabase } from '../backend/test/databases.ts';
import { createImportParts } from '../backend/test/import-parts.ts';
import { startBackendProcess } from './backend-process.ts';
import { prepareStack, type Stack } from './stack.ts';

const COMMAND = new URL('../scripts/knowledge.ts', import.meta.url).pathname;
const SYLLABLES = ['ba', 'ke', 'lo', 'mi', 'nu', 'pra', 'sto', 'tri', 'wen', 'zar'];
const MB = 1024 * 1024;

/** Words that no other row has: rows that share most of theirs would be folded into one. */
const words = (id: number, count: number): string =>
  Array.from({ length: count }, (_, at) =>
    [...String((id + 7) * (2 * at + 3) * 31)].map((digit) => SYLLABLES[Number(digit)]).join(''),
  ).join(' ');

const row = (id: number): string =>
  JSON.stringify({
    ...{ id: 5_000_000 + id, subject: words(id, 3), question: `How do I change ${words(id, 20)}?` },
    ...{
      answer: `Open the settings and choose ${words(id + 9, 30)}.`,
      category: 'technical',
      resolved_at: '2026-03-01',
    },
  });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'triage-import-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeRows(count: number): { file: string; bytes: number } {
  const file = join(folder, `${count}.jsonl`);
  const lines = Buffer.from(`${Array.from({ length: count }, (_, id) => row(id)).join('\n')}\n`);
  writeFileSync(file, lines);
  return { file, bytes: lines.length };
}

describe('a large file', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await (databases.at(-1) as (typeof databases)[number]).open();
  });
  afterAll(() => test.close());

  it('is read without growing memory', async () => {
    const rows = 100_000;
    const { file, bytes } = writeRows(rows);
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const { parts } = createImportParts(test, 'large');
    const skipped = { ok: false, id: 'ticket:0', reason: 'too_short' } as const;
    const reader = { readSolvedTicket: async () => skipped, readArticle: async () => skipped };
    const run = await test.store.startImport('large', { source: 'file', dryRun: true, total: null });
    const position = writePosition({ format: 'jsonl', bytes, byte: 0, row: 0, fingerprint: 'f' });
    const heap: number[] = [];
    const onProgress = ({ read }: ImportRun) => {
      if (read % 20_000 !== 0) return;
      collect();
      heap.push(process.memoryUsage().heapUsed);
    };
    const local = (from: number) => createReadStream(file, { start: from });
    await test.store.saveImport('large', { ...run, position });
    const ended = await runImport({ ...run, position }, { ...parts, reader }, { onProgress, local });
    expect(ended).toMatchObject({ state: 'done', read: rows, total: rows });
    expect(heap).toHaveLength(5);
    const grown = (heap.at(-1) as number) - (heap[0] as number);
    process.stdout.write(
      `heap after 20,000 and 100,000 rows: ${heap.map((size) => Math.round(size / MB)).join(', ')} MB\n`,
    );
    expect(grown).toBeLessThan(24 * MB);
  });
});

describe('the command', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await prepareStack({ connect: false });
  });
  afterAll(() => stack.close());

  /** Runs it to its end, or until it has said what is waited for: then it is killed. */
  const run = (args: string[], killAt?: RegExp) =>
    new Promise<{ code: number | null; said: string; told: string }>((resolve) => {
      const child = spawn(process.execPath, [COMMAND, ...args], {
        env: { PATH: process.env.PATH, ...stack.environment },
      });
      let [said, told] = ['', ''];
      child.stdout.on('data', (chunk) => {
        told += chunk;
      });
      child.stderr.on('data', (chunk) => {
        said += chunk;
        if (killAt?.test(said)) child.kill('SIGKILL');
      });
      child.once('exit', (code) => resolve({ code, said, told }));
    });

  it('goes on with a file where a kill has stopped it, and tells what it came to', async () => {
    const { file } = writeRows(2_000);
    const killed = await run(['import', file], /[1-9]\d* of about [\d,]+ read/);
    expect(killed.code).toBeNull();
    const again = await run(['import', file]);
    expect(again.said).toMatch(/Goes on behind the (400|800|1200|1600) rows/);
    expect(again.told).toMatch(/: done\n +2,000 {2}read\n +2,000 {2}kept/);
    expect(again.code).toBe(0);
    const status = await run(['status']);
    expect(status.told).toMatch(/2000 items, 0 of them articles/);
    expect(status.told).toMatch(/2000 embedded, 0 missing/);
  });

  it.each([
    [['import'], 2, /FILE or from the --helpdesk/],
    [['import', 'no-such-file.csv'], 2, /no-such-file.csv cannot be read/],
    [['import', 'a', 'b'], 2, /no such command/],
    [['improt'], 2, /no such command/],
    [['status', '--what'], 2, /Unknown option/],
  ])('answers %j with %i', async (args, code, words) => {
    const answer = await run(args);
    expect(answer.code).toBe(code);
    expect(answer.said).toMatch(words);
  });

  it('refuses beside a running backend, which takes the file itself', async () => {
    const backend = startBackendProcess(stack.environment);
    try {
      await backend.ready;
      const refused = await run(['status']);
      expect(refused.code).toBe(1);
      expect(refused.said).toMatch(/is in use by process \d+[\s\S]*POST \/v1\/admin\/imports/);
      const headers = { authorization: `Bearer ${stack.adminToken}` };
      const url = `${stack.backendUrl}/v1/admin/imports`;
      const body = `${row(1)}\n${row(2)}\nno row`;
      const answer = await fetch(`${url}?source=file&format=jsonl`, { method: 'POST', headers, body });
      const { id } = importRunSchema.parse(await answer.json());
      const read = async () => importRunSchema.parse(await (await fetch(`${url}/${id}`, { headers })).json());
      await expect.poll(async () => (await read()).state).toBe('done');
      expect(await read()).toMatchObject({ read: 3, kept: 2, leftOut: [{ what: 'invalid_row', count: 1 }] });
    } finally {
      await backend.end('SIGTERM');
    }
  });
});
