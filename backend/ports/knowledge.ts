import type { Category, Sentiment, Urgency } from '../contract/taxonomy.ts';
import type { MaskedText } from './engine.ts';
import type { Person } from './ticket.ts';

export type Satisfaction = 'good' | 'bad';

/** A solved ticket or a help-centre article, masked: of other people's data only the kind is left (`[EMAIL]`). */
export type KnowledgeItem = {
  id: string;
  kind: 'ticket' | 'article';
  ticketId: string | null;
  url: string | null;
  title: MaskedText;
  question: MaskedText;
  /** The response that the customer was sent; of an article its text. */
  answer: MaskedText;
  /** What solved it, in the agents' own words; shown to agents and never part of a draft. */
  resolution: MaskedText | null;
  category: Category | null;
  urgency: Urgency | null;
  sentiment: Sentiment | null;
  language: string;
  /** Of an article when it was last changed. */
  resolvedAt: string | null;
  resolutionHours: number | null;
  satisfaction: Satisfaction | null;
  /** Marked as gold standard by a person: approved. */
  gold: boolean;
  /** Over what is embedded, so that an unchanged item is not embedded again. */
  contentHash: string;
};

/** Why something found is no knowledge. */
export type LeftOut =
  | 'invalid_row'
  | 'unreadable'
  | 'not_solved'
  | 'no_question'
  | 'no_reply'
  | 'too_short'
  | 'solved_elsewhere'
  | 'reopened'
  | 'bad_satisfaction'
  | 'not_public'
  | 'empty_article'
  | 'forgotten';

/** `people`: the customers that the words come from, so that they can be forgotten; kept as fingerprints alone. */
export type KnowledgeEntry = { item: KnowledgeItem; people: Person[] };

/** What a source gave: an entry, or the reason why what had that id is none (any longer). */
export type ItemRead = ({ ok: true } & KnowledgeEntry) | { ok: false; id: string; reason: LeftOut };

/** `superseded`: a newer answer to the same question differs; `stale`: too old to be repeated unseen. Both can still be found. */
export type Standing = 'current' | 'superseded' | 'stale';

/** What ranking needs to know of an item: no text. */
export type ItemFacts = Pick<
  KnowledgeItem,
  'id' | 'kind' | 'ticketId' | 'category' | 'language' | 'resolvedAt' | 'satisfaction' | 'gold'
> & {
  standing: Standing;
  /** How many tickets had this question and this answer; 1 when it is the only one. */
  copies: number;
  /** The same for answers that say the same, but for names, numbers and blanks. */
  answerKey: string;
};

export type KnowledgeCounts = {
  items: number;
  articles: number;
  gold: number;
  /** Tickets that were folded into an item like them. */
  duplicates: number;
  superseded: number;
  stale: number;
};

export type ItemStore = {
  /**
   * Adds entries or replaces those of the same id, in one transaction. What repeats a kept item's question and answer is
   * folded into it and counted. Forgotten tickets and people stay out, and what was stored of them goes. Says what was kept
   * and what was not; `replaced` are no longer items of their own, and their vectors are the caller's to remove.
   */
  saveKnowledge(
    tenantId: string,
    entries: KnowledgeEntry[],
  ): Promise<{ saved: number; duplicates: number; forgotten: number; replaced: string[] }>;
  /** Takes items out. Gives back the ids that were there. Their vectors are the caller's to remove. */
  removeKnowledge(tenantId: string, ids: string[]): Promise<string[]>;
  /** Takes an item and its copies out for good: no import brings them back. Gives back the ids that were there. */
  leaveOut(tenantId: string, id: string): Promise<string[]>;
  /** Articles that a whole listing, begun at `since`, has not come across. */
  findUnseenArticles(tenantId: string, since: Date): Promise<string[]>;
  readKnowledge(tenantId: string, ids: string[]): Promise<KnowledgeItem[]>;
  readFacts(tenantId: string, ids: string[]): Promise<ItemFacts[]>;
  /** Marks what a newer answer has superseded and what has become stale by `staleBefore`. */
  markStandings(tenantId: string, staleBefore: Date): Promise<void>;
  setGold(tenantId: string, id: string, gold: boolean): Promise<boolean>;
  countKnowledge(tenantId: string): Promise<KnowledgeCounts>;
  readCursor(tenantId: string, source: string): Promise<string | null>;
  saveCursor(tenantId: string, source: string, cursor: string): Promise<void>;
};

export type SearchStore = {
  /** Items that share telling words with the text, best first; `score` is comparable within one answer only. */
  searchKnowledge(tenantId: string, text: MaskedText, limit: number): Promise<{ id: string; score: number }[]>;
};

export type EmbeddingStore = {
  /** Items after this id (in id order) that the embedder has not embedded in their present form; of `ids` alone when given. */
  findUnembedded(
    tenantId: string,
    embedderId: string,
    options: { after: string; limit: number; ids?: string[] | undefined },
  ): Promise<Pick<KnowledgeItem, 'id' | 'title' | 'question' | 'contentHash'>[]>;
  /**
   * Says which forms were embedded: an item that has changed meanwhile stays unembedded. Gives back the ids that are no
   * items any more: their vectors are the caller's to remove.
   */
  markEmbedded(
    tenantId: string,
    embedderId: string,
    items: Pick<KnowledgeItem, 'id' | 'contentHash'>[],
  ): Promise<string[]>;
  /** Lets these items be embedded again. */
  unmarkEmbedded(tenantId: string, embedderId: string, ids: string[]): Promise<void>;
  forgetEmbeddings(tenantId: string, embedderId: string): Promise<void>;
  /** `embedded` in their present form, `marked` in any form: so many vectors the collection should have. */
  countEmbedded(tenantId: string, embedderId: string): Promise<{ embedded: number; missing: number; marked: number }>;
  /** Items after this id (in id order) that the embedder has embedded in any form. */
  findEmbedded(tenantId: string, embedderId: string, options: { after: string; limit: number }): Promise<string[]>;
  /** The embedder whose collection answers; null before the first one is whole. */
  readServing(tenantId: string): Promise<string | null>;
  saveServing(tenantId: string, embedderId: string): Promise<void>;
  /** Every embedder that has embedded something of this tenant. */
  listEmbedders(tenantId: string): Promise<string[]>;
  /** Those of them that have not served since before this time, so that no query can be asking their collections. */
  findRetired(tenantId: string, before: Date): Promise<string[]>;
};

export type ImportSource = 'helpdesk' | 'file';

export type ImportNote =
  | 'unknown_category'
  | 'unknown_urgency'
  | 'unknown_sentiment'
  | 'unknown_satisfaction'
  | 'repeated_id'
  | 'no_help_center'
  | 'not_embedded';

/** One import, its progress and its outcome. `total` null: not known. */
export type ImportRun = {
  id: string;
  source: ImportSource;
  dryRun: boolean;
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** Where to go on after a stop; the source's own words. */
  position: string | null;
  total: number | null;
  read: number;
  kept: number;
  duplicates: number;
  removed: number;
  embedded: number;
  /** By reason, with a few of the ids or row numbers. */
  leftOut: Partial<Record<LeftOut, { count: number; examples: string[] }>>;
  /** What was read all the same, without a part of it; by what it was. */
  notes: Partial<Record<ImportNote, { count: number; examples: string[] }>>;
  /** How many it read a second while it last ran. */
  perSecond: number | null;
  /** Why it failed, in a code. */
  failure: string | null;
  startedAt: string;
  updatedAt: string;
};

export type ImportStore = {
  startImport(tenantId: string, run: Pick<ImportRun, 'source' | 'dryRun' | 'total'>): Promise<ImportRun>;
  /** With `from` only while the run still stands at this position: false when another process has moved it on. */
  saveImport(tenantId: string, run: ImportRun, from?: string | null): Promise<boolean>;
  readImport(tenantId: string, id: string): Promise<ImportRun | null>;
  /** The newest first. */
  listImports(tenantId: string, limit: number): Promise<ImportRun[]>;
  /** Keeps a part of an uploaded file, sealed, until its import is done. */
  saveUpload(tenantId: string, runId: string, part: number, bytes: Uint8Array): Promise<void>;
  readUpload(tenantId: string, runId: string, part: number): Promise<Uint8Array | null>;
  dropUpload(tenantId: string, runId: string): Promise<void>;
};

export type KnowledgeStore = ItemStore & SearchStore & EmbeddingStore & ImportStore;
