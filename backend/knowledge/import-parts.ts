import type { ItemRead } from '../ports/knowledge.ts';
import type { MaskingPolicy } from '../ports/masker.ts';
import type { Store } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Article, SolvedTicket } from '../ports/ticket.ts';
import type { EmbedParts } from './embed-knowledge.ts';

/** Turns what was found into items; null for a text that could not be read. */
export type ItemReader = {
  readSolvedTicket(found: { solved: SolvedTicket; policy: MaskingPolicy }): Promise<ItemRead | null>;
  readArticle(found: { article: Article; policy: MaskingPolicy }): Promise<ItemRead | null>;
};

export type ImportParts = EmbedParts & {
  tenant: Tenant;
  store: Pick<
    Store,
    | 'saveKnowledge'
    | 'removeKnowledge'
    | 'findUnseenArticles'
    | 'markStandings'
    | 'readFacts'
    | 'readCursor'
    | 'saveCursor'
    | 'listEmbedders'
    | 'startImport'
    | 'saveImport'
    | 'readImport'
    | 'listImports'
    | 'readUpload'
    | 'dropUpload'
  >;
  reader: ItemReader;
};
