import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLexicalEmbedder } from '../backend/adapters/embedder/lexical/create-lexical-embedder.ts';
import { createChroma } from '../backend/adapters/vectors/chroma/create-chroma.ts';
import { startChromaServer } from '../backend/adapters/vectors/chroma/start-server.ts';
import type { MaskedText } from '../backend/ports/engine.ts';
import { type Row, spread } from './benchmark.ts';
import { type SyntheticTicket, syntheticBatches, syntheticTickets } from './synthetic-tickets.ts';

const ITEMS = Number(process.env.BENCH_ITEMS ?? 100_000);
const QUESTIONS = 200;
const NEAREST = 10;
const BATCH = 500;
/** Two that are as near as single precision can tell are one as good as the other. */
const TIE = 1e-6;

const textOf = ({ subject, question }: SyntheticTicket): MaskedText => `${subject}\n${question}` as MaskedText;

/** The similarity of the tenth nearest to each question, by comparing with everything. */
function createExhaustive(questions: number[][], dimensions: number) {
  const asked = questions.map((question) => Float32Array.from(question));
  const best = questions.map(() => new Float64Array(NEAREST).fill(-1));
  const keep = (nearest: Float64Array, similarity: number): void => {
    let at = NEAREST - 1;
    if (similarity <= (nearest[at] ?? 1)) return;
    for (; at > 0 && (nearest[at - 1] ?? 1) < similarity; at -= 1) nearest[at] = nearest[at - 1] ?? -1;
    nearest[at] = similarity;
  };
  return {
    add(embedding: number[]): void {
      const vector = Float32Array.from(embedding);
      for (const [index, question] of asked.entries()) {
        let similarity = 0;
        for (let at = 0; at < dimensions; at += 1) similarity += (question[at] ?? 0) * (vector[at] ?? 0);
        keep(best[index] as Float64Array, similarity);
      }
    },
    tenth: (index: number): number => best[index]?.[NEAREST - 1] ?? 1,
  };
}

/** How many of the ten nearest Chroma finds, against brute force over the same vectors, and how fast. */
export async function measureRecall(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'triage-bench-'));
  const server = await startChromaServer(join(folder, 'chroma'));
  const embedder = createLexicalEmbedder();
  const collection = createChroma(server).forTenant('bench', embedder.id);
  try {
    const questions = await embedder.embed([...syntheticTickets(QUESTIONS, 2)].map(textOf));
    const exhaustive = createExhaustive(questions, embedder.dimensions);
    for (const batch of syntheticBatches(ITEMS, BATCH)) {
      const embeddings = await embedder.embed(batch.map(textOf));
      for (const embedding of embeddings) exhaustive.add(embedding);
      await collection.upsert(batch.map(({ id }, index) => ({ id: String(id), embedding: embeddings[index] ?? [] })));
    }
    let found = 0;
    const times: number[] = [];
    for (const [index, question] of questions.entries()) {
      const startedAt = performance.now();
      const nearest = await collection.nearest(question, NEAREST);
      times.push(performance.now() - startedAt);
      found += nearest.filter(({ similarity }) => similarity >= exhaustive.tenth(index) - TIE).length;
    }
    const recall = found / (QUESTIONS * NEAREST);
    return [
      [`recall@${NEAREST} of ${ITEMS} items`, recall.toFixed(4), 'promised: at least 0.98'],
      ['a query', spread(times)],
    ];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
