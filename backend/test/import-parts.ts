import { createLexicalEmbedder } from '../adapters/embedder/lexical/create-lexical-embedder.ts';
import { createMasker } from '../adapters/masker/builtin/create-masker.ts';
import type { ImportFormat } from '../contract/imports.ts';
import type { ImportParts } from '../knowledge/import-parts.ts';
import { saveUpload } from '../knowledge/upload.ts';
import type { MaskedText } from '../ports/engine.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import type { ImportRun } from '../ports/knowledge.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Collection, Vectors } from '../ports/vectors.ts';
import { createTextTasks } from '../reader/text-tasks.ts';
import type { TestDatabase } from './databases.ts';
import { aTaxonomy } from './engine.ts';

/** Vectors in memory, to be looked at: what is held of all embedders together. */
export function createMemory() {
  const held = new Map<string, number[]>();
  const collection: Partial<Collection> = {
    upsert: async (added) => {
      for (const { id, embedding } of added) held.set(id, embedding);
    },
    nearest: async () => [],
    count: async () => held.size,
    remove: async (ids) => {
      for (const id of ids) held.delete(id);
    },
  };
  const vectors: Vectors = {
    forTenant: () => collection as Collection,
    drop: async () => held.clear(),
    isUp: async () => true,
  };
  return { held, vectors };
}

/** What an import needs, on a real store and with the real reading, done in this thread. */
export function createImportParts(test: TestDatabase, tenantId: string, helpdesk: Partial<Helpdesk> = {}) {
  const { held, vectors } = createMemory();
  const embedder = createLexicalEmbedder();
  const tenant = {
    ...{ id: tenantId, helpdesk, embedder, taxonomy: aTaxonomy(), masking: { keep: [], regions: [] } },
    findEmbedder: (id: string) => (id === embedder.id ? embedder : null),
  } as unknown as Tenant;
  const tasks = createTextTasks(createMasker());
  const reader: ImportParts['reader'] = {
    readSolvedTicket: (found) => tasks.readSolvedTicket(found),
    readArticle: async (found) => tasks.readArticle(found),
  };
  const parts: ImportParts = { tenant, store: test.store, vectors, reader };
  return { parts, held };
}

const SYLLABLES = ['ba', 'ke', 'lo', 'mi', 'nu', 'pra', 'sto', 'tri', 'wen', 'zar'];
/** Four words that no other row has: rows that share most of theirs would be taken for the same. */
export const topic = (id: number): string =>
  [1, 3, 7, 9]
    .map((factor) => [...String(id * factor + 1_000)].map((digit) => SYLLABLES[Number(digit)]).join(''))
    .join(' ');

export const answerOf = (id: number): string =>
  `Please open ${topic(id)} and choose ${topic(id + 2_000)}, which shows ${topic(id + 4_000)} with a button for ${topic(id + 6_000)}.`;

export const aRow = (id: number, over: object = {}) => ({
  ...{
    id,
    subject: `About ${topic(id)}`,
    question: `How do I change the ${topic(id)} on my side?`,
    answer: answerOf(id),
  },
  ...{ category: 'billing', resolved_at: '2026-03-01' },
  ...over,
});

/** Reads without masking, which takes most of the time and is not what a stop is about. */
export const quickReader: ImportParts['reader'] = {
  readSolvedTicket: async ({ solved: { ticket, category, solvedAt } }) => {
    const id = `ticket:${ticket.id}`;
    const [asked, answered] = ticket.comments.map(({ text }) => text as MaskedText);
    if (!asked || !answered) return { ok: false, id, reason: 'no_reply' };
    const texts = { title: ticket.subject as MaskedText, question: asked, answer: answered, resolution: null };
    const labels = { category, urgency: null, sentiment: null, language: 'en', satisfaction: null, gold: false };
    const times = { resolvedAt: solvedAt, resolutionHours: null, contentHash: asked };
    return {
      ok: true,
      item: { id, kind: 'ticket', ticketId: ticket.id, url: null, ...texts, ...labels, ...times },
      people: [],
    };
  },
  readArticle: async ({ article: { id } }) => ({ ok: false, id, reason: 'empty_article' }),
};

export type UploadOptions = { dryRun?: boolean; format?: ImportFormat };

/** A run whose file, with these rows, was uploaded. */
export async function uploadRows(
  { store }: TestDatabase,
  tenantId: string,
  rows: object[],
  { dryRun = false, format = 'jsonl' }: UploadOptions = {},
): Promise<ImportRun> {
  const run = await store.startImport(tenantId, { source: 'file', dryRun, total: null });
  const file = Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'));
  async function* chunks() {
    yield file;
  }
  const uploaded = await saveUpload(run, { chunks: chunks(), format, maxBytes: 1e9 }, { tenantId, store });
  if (!uploaded) throw new Error('The rows are too large');
  return uploaded;
}
