import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createChroma } from '../backend/adapters/vectors/chroma/create-chroma.ts';
import { type ChromaServer, startChromaServer } from '../backend/adapters/vectors/chroma/start-server.ts';
import type { EmbedFor } from '../backend/knowledge/embed-knowledge.ts';
import { embedKnowledge } from '../backend/knowledge/embed-knowledge.ts';
import { type Indexed, indexKnowledge } from '../backend/knowledge/index-knowledge.ts';
import { databases, type TestDatabase } from '../backend/test/databases.ts';
import { createScriptedEmbedder, distinctEntries, textOf } from '../backend/test/distinct-knowledge.ts';

const ITEMS = 750;
const DATABASE = 'chroma.sqlite3';
const embedder = createScriptedEmbedder('e1', { dimensions: 64 });

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );
const filesCalled = (folder: string, name: string): string[] => filesIn(folder).filter((path) => path.endsWith(name));

function scribble(path: string, from: number, length: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(length, 0xab), 0, length, from);
  closeSync(file);
}

/** What a crash, a full disk or a careless hand leaves of a server's folder. */
const DAMAGES: Record<string, (folder: string) => void> = {
  nothing: () => {},
  'the whole folder gone': (folder) => rmSync(folder, { recursive: true }),
  'the files of the index gone': (folder) => {
    for (const entry of readdirSync(folder)) if (entry !== DATABASE) rmSync(join(folder, entry), { recursive: true });
  },
  'the vectors gone': (folder) => {
    for (const path of filesCalled(folder, 'data_level0.bin')) rmSync(path);
  },
  'the vectors cut short': (folder) => {
    for (const path of filesCalled(folder, 'data_level0.bin')) truncateSync(path, Math.floor(statSync(path).size / 2));
  },
  'the vectors overwritten': (folder) => {
    for (const path of filesCalled(folder, 'data_level0.bin')) scribble(path, 2_000, 50_000);
  },
  'the header overwritten': (folder) => {
    for (const path of filesCalled(folder, 'header.bin')) scribble(path, 0, 60);
  },
  'the header cut short': (folder) => {
    for (const path of filesCalled(folder, 'header.bin')) truncateSync(path, 10);
  },
  'the list of ids overwritten': (folder) => {
    for (const path of filesCalled(folder, 'index_metadata.pickle')) scribble(path, 0, 100);
  },
  'the database overwritten in the middle': (folder) => {
    const path = join(folder, DATABASE);
    scribble(path, Math.floor(statSync(path).size / 2), Math.floor(statSync(path).size / 3));
  },
  'the database overwritten from the start': (folder) => scribble(join(folder, DATABASE), 0, 8_192),
  'the database cut short': (folder) => {
    const path = join(folder, DATABASE);
    truncateSync(path, Math.floor(statSync(path).size / 8_192) * 4_096);
  },
};

/** Ends the server as a crash of the machine would. */
function kill(folder: string): void {
  const lines = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
  const ours = lines.filter((line) => line.includes('server-process') && line.includes(folder));
  for (const line of ours) process.kill(Number.parseInt(line, 10), 'SIGKILL');
}

const [database] = databases;

describe('an index whose server is killed while it writes, and whose files are damaged', () => {
  let test: TestDatabase;
  let folder: string;
  let server: ChromaServer;
  const tenant: EmbedFor = { id: randomUUID(), embedder, findEmbedder: () => embedder };
  beforeAll(async () => {
    test = await (database as (typeof databases)[number]).open();
    for (let from = 0; from < ITEMS; from += 250) await test.store.saveKnowledge(tenant.id, distinctEntries(from, 250));
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    folder = join(mkdtempSync(join(tmpdir(), 'triage-damage-')), 'chroma');
    server = await startChromaServer(folder);
    await test.store.forgetEmbeddings(tenant.id, embedder.id);
  });
  afterEach(async () => {
    await server.stop();
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });

  /** How many items are the nearest to their own words. */
  const countFound = async (): Promise<number> => {
    const collection = createChroma(server).forTenant(tenant.id, embedder.id);
    const entries = distinctEntries(0, ITEMS);
    const embeddings = await embedder.embed(entries.map(textOf));
    let found = 0;
    for (const [index, embedding] of embeddings.entries()) {
      const [nearest] = await collection.nearest(embedding, 1);
      if (nearest && nearest.id === entries[index]?.item.id && nearest.similarity > 0.999) found += 1;
    }
    return found;
  };

  it.each(Object.entries(DAMAGES))('finds everything again: %s', async (_, damage) => {
    let written = 0;
    const onBatch = (count: number) => {
      written += count;
      if (written >= ITEMS / 2) kill(folder);
    };
    const parts = () => ({ store: test.store, vectors: createChroma(server) });
    await embedKnowledge(tenant, parts(), onBatch).catch(() => {});
    expect((await test.store.countEmbedded(tenant.id, embedder.id)).embedded).toBeGreaterThan(0);
    await server.stop();
    damage(folder);
    server = await startChromaServer(folder);
    const outcome: Indexed = await indexKnowledge(tenant, parts());
    expect(outcome).toMatchObject({ whole: true, refused: 0 });
    expect(await createChroma(server).forTenant(tenant.id, embedder.id).count()).toBe(ITEMS);
    expect(await countFound()).toBe(ITEMS);
    expect(await indexKnowledge(tenant, parts())).toMatchObject({ repaired: 'whole', embedded: 0 });
  });
});
