import type { FeedbackRow } from '../contract/feedback.ts';
import type { Category } from '../contract/taxonomy.ts';
import type { Triage } from '../contract/triage.ts';
import type { Decision } from './decision.ts';
import type { Example, MaskedText, Usage } from './engine.ts';
import type { Learned, Vote } from './learned.ts';
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
  /** Start afresh where a model had failed, unless a person has made use of what was found instead; the calls that were made count on. */
  recovering?: boolean;
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

/** The masked words that a triage was made of. */
export type Reading = { subject: MaskedText; text: MaskedText; language: string };

/** What is kept beside a triage, and never shown in the sidebar. */
export type Beside = {
  vault?: Vault;
  reading?: Reading;
  decision?: Decision;
  /** Whether a model that should have decided or drafted failed for a while. */
  degraded?: boolean;
};

export type SpendOutcome = 'spent' | 'calls_used_up' | 'budget_used_up';

/** What calls to one model came to on one day (UTC) and for one purpose. A cost of null is not known. */
export type UsageRow = {
  day: string;
  model: string;
  purpose: 'classify' | 'draft' | 'spared';
  calls: number;
  promptTokens: number;
  cachedTokens: number;
  completionTokens: number;
  microUsd: number;
};

export type UsageEntry = { purpose: UsageRow['purpose']; usage: Usage; microUsd: number | null };

/** A tenant's ticket with the values that a person left on it; `corrected` when one of them was not what we had said. */
export type LearnedTicket = Example & { ticketId: string; language: string; corrected: boolean };

/** What one person's final state of a ticket says. */
export type Lesson = { votes: Vote[]; ticket: LearnedTicket | null };

/** A builtin engine's model that was trained on a tenant's own tickets. */
export type TenantModel = { version: string; bytes: Uint8Array };

export type TriageStore = {
  /** Takes the triage of this text, or finds who has it; a claim left by a dead process is taken over after its lease. */
  claimTriage(claim: Claim): Promise<Claimed>;
  /** Saves the triage and what is new beside it. False when another claim has taken it over. */
  saveTriage(tenantId: string, stored: Pick<StoredTriage, 'triage' | 'attempt'>, beside?: Beside): Promise<boolean>;
  readTriage(tenantId: string, id: string): Promise<StoredTriage | null>;
  readDecision(tenantId: string, id: string): Promise<{ decision: Decision; reading: Reading } | null>;
  /** Counts this call against the ticket's calls and looks at the account's budget of this month (UTC), in millionths of a dollar. */
  spendModelCall(tenantId: string, held: ClaimHeld, monthlyMicroUsd: number | null): Promise<SpendOutcome>;
  /** Triages since then that lack a model's answer, the oldest first, and that nobody has used. */
  findDegraded(
    tenantId: string,
    since: Date,
    limit: number,
  ): Promise<{ id: string; ticketId: string; contentHash: string }[]>;
  /** Leaves such a triage as it is for good. */
  settleDegraded(tenantId: string, id: string): Promise<void>;
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

export type UsageStore = {
  /** Adds to the day's row, and to the ticket's own sum. */
  bookUsage(tenantId: string, triageId: string, entry: UsageEntry): Promise<void>;
  readUsage(tenantId: string, since: Date): Promise<UsageRow[]>;
};

export type FeedbackStore = {
  /** Stores the event with what it teaches; false when this event id is stored already. */
  saveFeedback(tenantId: string, row: FeedbackRow, lesson?: Lesson): Promise<boolean>;
  readFeedback(
    tenantId: string,
    cursor: string | null,
    limit: number,
  ): Promise<{ rows: FeedbackRow[]; nextCursor: string | null }>;
};

export type LearnedStore = {
  readLearned(tenantId: string): Promise<Learned>;
  saveLearned(tenantId: string, part: Partial<Learned>): Promise<void>;
  /** The newest first. */
  readVotes(tenantId: string, limit: number): Promise<Vote[]>;
  /** The newest first. */
  readLearnedTickets(tenantId: string, options: { correctedOnly: boolean; limit: number }): Promise<LearnedTicket[]>;
  /** The tenant's own model unless it is the one of this version; null when there is none, or none other. */
  readModel(tenantId: string, exceptVersion: string | null): Promise<TenantModel | null>;
  saveModel(tenantId: string, model: TenantModel): Promise<void>;
  countLearnedTickets(tenantId: string): Promise<number>;
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
  UsageStore &
  LearnedStore &
  WriteBackStore &
  FeedbackStore &
  KnowledgeStore & { isUp(): Promise<boolean> };
