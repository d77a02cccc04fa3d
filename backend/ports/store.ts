import type { FeedbackRow } from '../contract/feedback.ts';
import type { Category } from '../contract/taxonomy.ts';
import type { Triage } from '../contract/triage.ts';
import type { MaskedText } from './engine.ts';
import type { Vault } from './masker.ts';

/** Runs its statements in one transaction; what is handed in joins it. */
export type Transaction = { query<Row>(text: string, values?: unknown[]): Promise<Row[]> };

/** A triage as stored: the draft still holds placeholders, `vault` gives their values for this ticket alone. */
export type StoredTriage = {
  triage: Triage;
  contentHash: string;
  vault: Vault;
  /** Which claim it is: one taken over from a process that seemed dead has the next number. */
  attempt: number;
};

/** The claim that a runner holds on a triage. */
export type ClaimHeld = { id: string; attempt: number };

export type Claim = {
  tenantId: string;
  ticketId: string;
  contentHash: string;
  /** Start afresh although this text was triaged before. */
  force: boolean;
};

/** `mine`: this caller runs the pipeline; otherwise someone else does or did. */
export type Claimed = { mine: boolean; stored: StoredTriage };

/** What we last wrote to a ticket: the proof that a field's present value is ours to change. */
export type WriteBack = { marker: string; triageId: string; values: Record<string, unknown> };

export type KnowledgeItem = {
  id: string;
  kind: 'ticket' | 'article';
  ticketId: string | null;
  url: string | null;
  title: MaskedText;
  question: MaskedText;
  answer: MaskedText;
  category: Category | null;
  language: string;
  resolvedAt: string | null;
  resolutionHours: number | null;
  satisfaction: 'good' | 'bad' | null;
  gold: boolean;
  /** Over what is embedded, so that an unchanged item is not embedded again. */
  contentHash: string;
};

export type TriageStore = {
  /** Takes the triage of this text, or finds who has it; a claim left by a dead process is taken over after its lease. */
  claimTriage(claim: Claim): Promise<Claimed>;
  /** Saves the triage and, once the text was read, the vault of its placeholders. False when another claim has taken it over. */
  saveTriage(tenantId: string, stored: Pick<StoredTriage, 'triage' | 'attempt'>, vault?: Vault): Promise<boolean>;
  readTriage(tenantId: string, id: string): Promise<StoredTriage | null>;
  /** Counts this call against the ticket's budget; false when it is used up, or the triage is another claim's. */
  spendModelCall(tenantId: string, held: ClaimHeld): Promise<boolean>;
  /** How often this ticket was triaged since then, for other texts than this one. */
  countOtherTriages(claim: Pick<Claim, 'tenantId' | 'ticketId' | 'contentHash'>, since: Date): Promise<number>;
};

export type InboxStore = {
  /** Stores the delivery and, in the same transaction, lets `alongside` enqueue its job. False for a delivery seen before. */
  saveInboxEvent(
    event: { tenantId: string; eventKey: string; ticketId: string; type: string },
    alongside: (tx: Transaction) => Promise<void>,
  ): Promise<boolean>;
};

export type WriteBackStore = {
  readWriteBack(tenantId: string, ticketId: string): Promise<WriteBack | null>;
  saveWriteBack(tenantId: string, ticketId: string, writeBack: WriteBack): Promise<void>;
};

export type FeedbackStore = {
  /** False when this event id is stored already. */
  saveFeedback(tenantId: string, row: FeedbackRow): Promise<boolean>;
  readFeedback(
    tenantId: string,
    cursor: string | null,
    limit: number,
  ): Promise<{ rows: FeedbackRow[]; nextCursor: string | null }>;
};

export type KnowledgeStore = {
  /** Adds items or replaces those of the same id; what changed in content becomes unembedded. */
  saveKnowledge(tenantId: string, items: KnowledgeItem[]): Promise<void>;
  readKnowledge(tenantId: string, ids: string[]): Promise<KnowledgeItem[]>;
  /** Says which forms were embedded: an item that has changed meanwhile stays unembedded. */
  markEmbedded(tenantId: string, embedderId: string, items: Pick<KnowledgeItem, 'id' | 'contentHash'>[]): Promise<void>;
  /** Items that this embedder has not embedded in their present form, in id order. */
  findUnembedded(tenantId: string, embedderId: string, limit: number): Promise<KnowledgeItem[]>;
  forgetEmbeddings(tenantId: string): Promise<void>;
  countKnowledge(tenantId: string, embedderId: string): Promise<{ items: number; embedded: number }>;
  readCursor(tenantId: string, source: string): Promise<string | null>;
  saveCursor(tenantId: string, source: string, cursor: string): Promise<void>;
};

export type Store = TriageStore &
  InboxStore &
  WriteBackStore &
  FeedbackStore &
  KnowledgeStore & { isUp(): Promise<boolean> };
