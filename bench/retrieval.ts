import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChromaClient, type Collection } from 'chromadb';
import { createLexicalEmbedder } from '../backend/adapters/embedder/lexical/create-lexical-embedder.ts';
import { createStore } from '../backend/adapters/store/postgres/create-store.ts';
import { migrate } from '../backend/adapters/store/postgres/migrate.ts';
import { openPglite } from '../backend/adapters/store/postgres/open-pglite.ts';
import { createChroma } from '../backend/adapters/vectors/chroma/create-chroma.ts';
import { type ChromaServer, startChromaServer } from '../backend/adapters/vectors/chroma/start-server.ts';
import type { Category } from '../backend/contract/taxonomy.ts';
import { rank, readRanked } from '../backend/pipeline/rank.ts';
import { WIDE } from '../backend/pipeline/retrieve/weights.ts';
import { type RetrieveParts, retrieve } from '../backend/pipeline/retrieve.ts';
import type { MaskedText } from '../backend/ports/engine.ts';
import type { KnowledgeEntry } from '../backend/ports/knowledge.ts';
import type { Store } from '../backend/ports/store.ts';
import { quantile, type Row, spread } from './benchmark.ts';
import { type SyntheticTicket, syntheticBatches, syntheticTickets } from './synthetic-tickets.ts';

const ITEMS = Number(process.env.BENCH_ITEMS ?? 100_000);
const QUESTIONS = 300;
/** A server answers for days: its code is warm. */
const WARM_UP = 200;
const BATCH = 500;
const TENANT = 'bench';
const DAY_MS = 86_400_000;

const embedder = createLexicalEmbedder();
const masked = (text: string): MaskedText => text as MaskedText;

function toEntry({ id, subject, question, answer, category }: SyntheticTicket, now: number): KnowledgeEntry {
  return {
    people: [],
    item: {
      ...{ id: `ticket:${id}`, kind: 'ticket', ticketId: String(id), url: null, resolution: null },
      ...{ title: masked(subject), question: masked(question), answer: masked(answer) },
      ...{ category: category as Category, urgency: null, sentiment: null, language: 'en', resolutionHours: 4 },
      resolvedAt: new Date(now - (id % 700) * DAY_MS).toISOString(),
      ...{ satisfaction: id % 5 === 0 ? 'good' : null, gold: id % 50 === 0, contentHash: String(id) },
    },
  };
}

/** Stored and embedded as an import does it. */
async function fill(store: Store, collection: ReturnType<RetrieveParts['vectors']['forTenant']>): Promise<void> {
  const now = Date.now();
  for (const batch of syntheticBatches(ITEMS, BATCH)) {
    const texts = batch.map(({ subject, question }) => masked(`${subject}\n${question}`));
    const embeddings = await embedder.embed(texts);
    const vectors = batch.map(({ id }, index) => ({ id: `ticket:${id}`, embedding: embeddings[index] ?? [] }));
    const entries = batch.map((ticket) => toEntry(ticket, now));
    await Promise.all([store.saveKnowledge(TENANT, entries), collection.upsert(vectors)]);
  }
  await store.saveServing(TENANT, embedder.id);
}

/** The product's collection, asked by Chroma's own client. */
async function openAlone(server: ChromaServer): Promise<Collection> {
  const [collection] = await new ChromaClient(server).listCollections();
  if (!collection) throw new Error('The product has made no collection');
  return collection;
}

type Times = { whole: number[]; search: number[]; alone: number[] };

async function ask(
  question: SyntheticTicket,
  parts: RetrieveParts & { store: Store },
  alone: Collection,
  times: Times,
) {
  const { id, subject, question: text, category } = question;
  const ticket = { id: `new-${id}`, subject: masked(subject), text: masked(text) };
  const queryEmbeddings = await embedder.embed([masked(`${subject}\n${text}`)]);
  const byProduct = async () => {
    const startedAt = performance.now();
    const { hits, available } = await retrieve(ticket, parts);
    if (!available) throw new Error('The vectors did not answer');
    times.search.push(performance.now() - startedAt);
    const wanted = { category: category as Category, language: 'en', now: new Date() };
    await readRanked(TENANT, rank(hits, wanted), parts.store);
    times.whole.push(performance.now() - startedAt);
  };
  const byChroma = async () => {
    const startedAt = performance.now();
    await alone.query({ queryEmbeddings, nResults: WIDE, include: ['distances'] });
    times.alone.push(performance.now() - startedAt);
  };
  // Whoever comes second finds the graph warm: they take turns.
  for (const run of id % 2 === 0 ? [byProduct, byChroma] : [byChroma, byProduct]) await run();
}

/** Both legs, the facts, the ranking with its preferences and the texts of the best, beside one query of Chroma alone. */
export async function measureRetrieval(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'triage-bench-'));
  const database = await openPglite(join(folder, 'postgres'));
  const server = await startChromaServer(join(folder, 'chroma'));
  try {
    await migrate(database);
    const store = createStore(database, new Uint8Array(32));
    const vectors = createChroma(server);
    await fill(store, vectors.forTenant(TENANT, embedder.id));
    const tenant = { id: TENANT, embedder, findEmbedder: () => null };
    const alone = await openAlone(server);
    const times: Times = { whole: [], search: [], alone: [] };
    let asked = 0;
    for (const question of syntheticTickets(WARM_UP + QUESTIONS, 2)) {
      if (asked++ === WARM_UP) for (const each of Object.values(times)) each.length = 0;
      await ask(question, { tenant, vectors, store }, alone, times);
    }
    const { items } = await store.countKnowledge(TENANT);
    return [
      ['knowledge items', String(items), `${ITEMS} synthetic tickets; those alike are folded`],
      ['both searches, fused, with the facts', spread(times.search)],
      ['retrieval, ranked, with the texts', spread(times.whole)],
      ['Chroma alone, unfiltered', spread(times.alone), `its own client, ${WIDE} results, the same vectors`],
      ['ratio', (quantile(times.whole, 0.5) / quantile(times.alone, 0.5)).toFixed(2), 'promised: at most 1.5'],
    ];
  } finally {
    await server.stop();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
