import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChromaClient } from 'chromadb';
import { createLexicalEmbedder } from '../backend/adapters/embedder/lexical/create-lexical-embedder.ts';
import { createStore } from '../backend/adapters/store/postgres/create-store.ts';
import { migrate } from '../backend/adapters/store/postgres/migrate.ts';
import { openPglite } from '../backend/adapters/store/postgres/open-pglite.ts';
import { createChroma } from '../backend/adapters/vectors/chroma/create-chroma.ts';
import { HNSW } from '../backend/adapters/vectors/chroma/open-collection.ts';
import { startChromaServer } from '../backend/adapters/vectors/chroma/start-server.ts';
import type { ImportParts } from '../backend/knowledge/import-parts.ts';
import { runImport } from '../backend/knowledge/run-import.ts';
import type { OpenBytes } from '../backend/knowledge/sources/bytes.ts';
import { writePosition } from '../backend/knowledge/sources/read-file.ts';
import type { MaskedText } from '../backend/ports/engine.ts';
import type { Tenant } from '../backend/ports/tenant.ts';
import { createReader } from '../backend/reader/create-reader.ts';
import taxonomy from '../backend/taxonomy.json' with { type: 'json' };
import type { Row } from './benchmark.ts';
import { syntheticBatches, syntheticTickets } from './synthetic-tickets.ts';

const ITEMS = Number(process.env.BENCH_ITEMS ?? 20_000);
const CHROMA_BATCH = 500;
const TENANT = 'bench';

/** The rows of a file of solved tickets, as they come from a disk. */
const rowsOf = (items: number): OpenBytes =>
  async function* () {
    for (const ticket of syntheticTickets(items)) yield Buffer.from(`${JSON.stringify(ticket)}\n`);
  };

async function sizeOf(open: OpenBytes): Promise<number> {
  let bytes = 0;
  for await (const chunk of open(0)) bytes += chunk.length;
  return bytes;
}

async function importRows(items: number, parts: ImportParts) {
  const local = rowsOf(items);
  const { tenant, store } = parts;
  const begun = await store.startImport(tenant.id, { source: 'file', dryRun: false, total: null });
  const place = { format: 'jsonl', bytes: await sizeOf(local), byte: 0, row: 0, fingerprint: 'bench' } as const;
  const ready = { ...begun, position: writePosition(place) };
  await store.saveImport(tenant.id, ready, begun.position);
  const startedAt = performance.now();
  const run = await runImport(ready, parts, { local });
  const seconds = (performance.now() - startedAt) / 1000;
  if (run.state !== 'done' || run.read !== items) throw new Error(`The import ended as ${JSON.stringify(run)}`);
  return { run, perSecond: items / seconds };
}

/** Chroma alone, by its own client: the same vectors into another collection with the same settings. */
async function upsertAlone(items: number, server: { host: string; port: number }): Promise<number> {
  const embedder = createLexicalEmbedder();
  const client = new ChromaClient(server);
  const configuration = { hnsw: HNSW };
  const collection = await client.createCollection({ name: 'alone', embeddingFunction: null, configuration });
  let ms = 0;
  for (const batch of syntheticBatches(items, CHROMA_BATCH)) {
    const embeddings = await embedder.embed(
      batch.map(({ subject, question }) => `${subject}\n${question}` as MaskedText),
    );
    const startedAt = performance.now();
    await collection.upsert({ ids: batch.map(({ id }) => `ticket:${id}`), embeddings });
    ms += performance.now() - startedAt;
  }
  return (items * 1000) / ms;
}

async function prepare(folder: string) {
  const database = await openPglite(join(folder, 'postgres'));
  await migrate(database);
  const server = await startChromaServer(join(folder, 'chroma'));
  const reader = await createReader(() => {});
  const embedder = createLexicalEmbedder();
  const tenant = {
    ...{ id: TENANT, embedder, findEmbedder: () => embedder },
    ...{ masking: { keep: [], regions: ['US', 'DE'] }, taxonomy: { ...taxonomy, version: 'shipped' } },
  } as unknown as Tenant;
  const parts: ImportParts = {
    ...{ tenant, reader, vectors: createChroma(server) },
    store: createStore(database, new Uint8Array(32)),
  };
  const close = async () => {
    await reader.close();
    await server.stop();
    await database.close();
  };
  return { parts, server, close };
}

/** The whole import of solved tickets: read, masked, stored, embedded and written to Chroma, beside what Chroma alone takes. */
export async function measureImport(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'triage-bench-'));
  const { parts, server, close } = await prepare(folder);
  try {
    const { run, perSecond } = await importRows(ITEMS, parts);
    const alone = await upsertAlone(ITEMS, server);
    return [
      [
        'import, solved tickets a second',
        perSecond.toFixed(0),
        `${ITEMS} rows; ${run.kept} kept, ${run.duplicates} folded`,
      ],
      ['Chroma alone, vectors a second', alone.toFixed(0), `${CHROMA_BATCH} a request, the same vectors and settings`],
      ['ratio', (perSecond / alone).toFixed(2), 'promised: at least 0.8'],
    ];
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}
