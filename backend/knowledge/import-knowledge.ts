import type { Page } from '../ports/helpdesk.ts';
import type { MaskingPolicy } from '../ports/masker.ts';
import type { KnowledgeItem, KnowledgeStore } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Article, SolvedTicket } from '../ports/ticket.ts';
import { type EmbedParts, embedKnowledge } from './embed-knowledge.ts';

export type ImportProgress = { read: number; skipped: number; embedded: number };

/** Turns what was found into items; null for what is no knowledge. */
export type ItemReader = {
  readSolvedTicket(found: { solved: SolvedTicket; policy: MaskingPolicy }): Promise<KnowledgeItem | null>;
  readArticle(found: { article: Article; policy: MaskingPolicy }): Promise<KnowledgeItem | null>;
};

export type ImportParts = EmbedParts & {
  tenant: Pick<Tenant, 'id' | 'helpdesk' | 'embedder' | 'masking'>;
  store: Pick<KnowledgeStore, 'saveKnowledge' | 'readCursor' | 'saveCursor'>;
  reader: ItemReader;
  onProgress: (progress: ImportProgress) => void;
};

type Source<T> = {
  name: string;
  fetchPage: (cursor: string | null) => Promise<Page<T>>;
  toItem: (found: T) => Promise<KnowledgeItem | null>;
};

async function importSource<T>(
  { name, fetchPage, toItem }: Source<T>,
  { tenant, store }: ImportParts,
  onPage: (read: number, kept: number) => void,
): Promise<void> {
  let cursor = (await store.readCursor(tenant.id, name)) || null;
  for (let more = true; more; ) {
    const page = await fetchPage(cursor);
    const read = await Promise.all(page.items.map(toItem));
    const items = read.filter((item) => item !== null);
    if (items.length > 0) await store.saveKnowledge(tenant.id, items);
    onPage(page.items.length, items.length);
    more = page.more && page.cursor !== cursor;
    cursor = page.cursor;
    await store.saveCursor(tenant.id, name, cursor ?? '');
  }
}

/** Brings in solved tickets and articles changed since the last import, page by page, and embeds what is new. A killed import goes on where it stopped. */
export async function importKnowledge(parts: ImportParts): Promise<ImportProgress> {
  const { tenant, reader, onProgress } = parts;
  const { helpdesk, masking: policy } = tenant;
  const progress: ImportProgress = { read: 0, skipped: 0, embedded: 0 };
  const onPage = (read: number, kept: number): void => {
    progress.read += read;
    progress.skipped += read - kept;
    onProgress({ ...progress });
  };
  const tickets: Source<SolvedTicket> = {
    name: 'solved_tickets',
    fetchPage: helpdesk.fetchSolvedTickets,
    toItem: (solved) => reader.readSolvedTicket({ solved, policy }),
  };
  const articles: Source<Article> = {
    name: 'articles',
    fetchPage: helpdesk.fetchArticles,
    toItem: (article) => reader.readArticle({ article, policy }),
  };
  await importSource(tickets, parts, onPage);
  await importSource(articles, parts, onPage);
  await embedKnowledge(tenant, parts, (count) => {
    progress.embedded += count;
    onProgress({ ...progress });
  });
  return progress;
}
