import type { FeedbackRow, FieldName } from '../contract/feedback.ts';
import type { Triage } from '../contract/triage.ts';
import type { AskedStore } from './asked-details.ts';
import type { AssignmentStore } from './assignment.ts';
import type { AuditStore } from './audit.ts';
import type { ConnectionStore } from './connection.ts';
import type { DecideInput, Decision } from './decision.ts';
import type { Example, Usage } from './engine.ts';
import type { ErasureStore } from './erasure.ts';
import type { KnowledgeStore } from './knowledge.ts';
import type { CastVote, Evidence, Learned, Vote } from './learned.ts';
import type { Vault } from './masker.ts';
import type { OverviewStore } from './overview.ts';
import type { Reading } from './reading.ts';
import type { RoutingStore } from './routing-rules.ts';
import type { SeenStore } from './seen.ts';
import type { SignalStore } from './signals.ts';
import type { SlaStore } from './sla.ts';
import type { SettingsStore } from './tenant-settings.ts';
import type { Person } from './ticket.ts';
import type { Transaction } from './transaction.ts';
import type { UpdateBudgetStore } from './update-budget.ts';
import type { WriteLogStore } from './write-log.ts';

export type { Reading } from './reading.ts';
export type { Transaction } from './transaction.ts';

/** A triage as stored: the draft still holds placeholders, `vault` gives their values for this ticket alone. */
export type StoredTriage = {
  triage: Triage;
  contentHash: string;
  vault: Vault;
  /** Which claim it is: one taken over from a process that seemed dead has the next number. */
  attempt: number;
  /** Whether a model that should have decided was down. */
  degraded: boolean;
};

/** Where a decision stands among the others: by its triage's beginning, ISO 8601 with microseconds. */
export type DecidedAt = { id: string; at: string };

/** One decision on a ticket, as far as a list shows it. */
export type FoundDecision = { triageId: string; at: string; category: string | null; urgency: string | null };

/** The claim that a runner holds on a triage. */
export type ClaimHeld = { id: string; attempt: number };

export type Claim = {
  tenantId: string;
  ticketId: string;
  contentHash: string;
  /** Start afresh although this text was triaged before. */
  force: boolean;
  /** Nobody asked for it: a ticket that was forgotten is left alone then, and comes back as skipped. */
  unasked?: boolean;
};

/** `mine`: this caller runs the pipeline; otherwise someone else does or did. */
export type Claimed = { mine: boolean; stored: StoredTriage };

/** What is kept beside a triage, and never shown in the sidebar. */
export type Beside = {
  vault?: Vault;
  reading?: Reading;
  decision?: Decision;
  /** The customers of the ticket, so that they can be forgotten; kept as fingerprints alone. */
  people?: readonly Person[];
  /** Whether a model that should have decided was down for a while. */
  degraded?: boolean;
  /** When the ticket's promises are to be looked at; null: not by waiting. Undefined leaves that as it is. */
  slaLookAt?: Date | null | undefined;
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
  /** Those of the calls whose model has no price, and that `microUsd` lacks. */
  unpricedCalls: number;
};

export type UsageEntry = { purpose: UsageRow['purpose']; usage: Usage; microUsd: number | null };

/** A tenant's ticket with the values that a person left on it; `corrected` when one of them was not what we had said. */
export type LearnedTicket = Example & { ticketId: string; language: string; corrected: boolean };

/** What one person's final state of a ticket says. */
export type Lesson = { votes: CastVote[]; ticket: LearnedTicket | null };

/** A builtin engine's model that was trained on a tenant's own tickets. */
export type TenantModel = {
  version: string;
  bytes: Uint8Array;
  /** The ids of the tickets that it was trained on. */
  seen: string[];
};

/** What a model of the same making says of a ticket that it had not seen. */
export type ReplayedVote = Pick<Vote, 'ticketId' | 'field' | 'language' | 'raw' | 'right'>;

export type TriageStore = {
  /** Takes the triage of this text, or finds who has it; a claim left by a dead process is taken over after its lease. */
  claimTriage(claim: Claim): Promise<Claimed>;
  /** Saves the triage and what is new beside it; its first `sla` stands until `saveSla`. False when another claim has taken it over. */
  saveTriage(tenantId: string, stored: Pick<StoredTriage, 'triage' | 'attempt'>, beside?: Beside): Promise<boolean>;
  readTriage(tenantId: string, id: string): Promise<StoredTriage | null>;
  readDecision(tenantId: string, id: string): Promise<{ decision: Decision; reading: Reading } | null>;
  /** The decisions on one ticket, also on texts that it has outgrown; the newest first. */
  findDecisions(tenantId: string, ticketId: string, limit: number): Promise<FoundDecision[]>;
  /** Decisions on tickets' present text, the newest first; `before` is the last one that was read. */
  readDecisions(
    tenantId: string,
    page: { since: Date; before: DecidedAt | null; limit: number },
  ): Promise<(DecidedAt & { ticketId: string; input: DecideInput })[]>;
  /** Counts this call against the ticket's calls and looks at the account's budget of this month (UTC), in millionths of a dollar. */
  spendModelCall(tenantId: string, held: ClaimHeld, monthlyMicroUsd: number | null): Promise<SpendOutcome>;
  /** The same for one that a person asks for, to have the draft in other words: it counts apart, against the triage's rewrites. */
  spendRewrite(tenantId: string, id: string, monthlyMicroUsd: number | null): Promise<SpendOutcome>;
  /** Triages since then that lack a model's answer, the oldest first, and that nobody has used. */
  findDegraded(
    tenantId: string,
    since: Date,
    limit: number,
  ): Promise<{ id: string; ticketId: string; contentHash: string }[]>;
  /** Leaves such a triage as it is for good. */
  settleDegraded(tenantId: string, id: string): Promise<void>;
  /** Puts a triage made again, under an id of its own, in the place of the degraded one; null when a person has used that one meanwhile. */
  replaceDegraded(
    tenantId: string,
    stored: Pick<StoredTriage, 'triage' | 'contentHash'>,
    beside: Beside,
  ): Promise<StoredTriage | null>;
  /** Whether a person has applied, overridden, inserted or submitted something of it. */
  isUsed(tenantId: string, id: string): Promise<boolean>;
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

export type DeliveryStore = {
  /** When the helpdesk's newest delivery came; null while there was none. */
  readLastDelivery(tenantId: string): Promise<Date | null>;
};

export type UsageStore = {
  /** Adds to the day's row, and to the ticket's own sum. */
  bookUsage(tenantId: string, triageId: string, entry: UsageEntry): Promise<void>;
  readUsage(tenantId: string, since: Date): Promise<UsageRow[]>;
};

export type FeedbackStore = {
  /** Stores the event with what it teaches and, in the same transaction, what `alongside` does; false when this event id is stored already. */
  saveFeedback(
    tenantId: string,
    row: FeedbackRow,
    lesson?: Lesson | null,
    alongside?: ((tx: Transaction) => Promise<void>) | undefined,
  ): Promise<boolean>;
  /** What agents have settled on this ticket in the sidebar: applied and not undone, or chosen otherwise than suggested. */
  readDecidedFields(tenantId: string, ticketId: string): Promise<FieldName[]>;
  readFeedback(
    tenantId: string,
    cursor: string | null,
    limit: number,
  ): Promise<{ rows: FeedbackRow[]; nextCursor: string | null }>;
};

export type LearnedStore = {
  readLearned(tenantId: string): Promise<Learned>;
  /**
   * Changes what was learned by what is there and by the evidence, while nobody else can; gives back what there is then.
   * `builtinModel` is the model in force: what another one has earned is no evidence.
   */
  changeLearned(
    tenantId: string,
    builtinModel: string,
    change: (learned: Learned, evidence: Evidence[]) => Partial<Learned>,
  ): Promise<Learned>;
  /** The newest of each ticket, field and engine; of the builtin engine, what it said on this model of tickets that the model had not seen. */
  readEvidence(tenantId: string, builtinModel: string): Promise<Evidence[]>;
  /** The newest first; texts cut to so many characters. */
  readLearnedTickets(
    tenantId: string,
    options: { correctedOnly: boolean; limit: number; characters?: number },
  ): Promise<LearnedTicket[]>;
  countLearnedTickets(tenantId: string): Promise<number>;
} & TenantModelStore;

export type TenantModelStore = {
  /** The version of the tenant's own model; null when there is none. */
  readModelVersion(tenantId: string): Promise<string | null>;
  readModel(tenantId: string): Promise<TenantModel | null>;
  saveModel(tenantId: string, model: TenantModel): Promise<void>;
  /** Leaves the tenant without a model of its own, and a running training without effect. False when there was none. */
  forgetModel(tenantId: string): Promise<boolean>;
  /** Notes that a training begins, before it can fail; null when another one runs. The value is for its end. */
  beginTraining(tenantId: string, attempt: Pick<Learned, 'trainedOn' | 'trainedFor'>): Promise<string | null>;
  /** Ends it, and takes over its model with the votes that it brings. False when the training does not count any more. */
  endTraining(
    tenantId: string,
    training: string,
    trained: { model: TenantModel; votes: ReplayedVote[] } | null,
  ): Promise<boolean>;
};

export type Store = TriageStore &
  InboxStore &
  DeliveryStore &
  SeenStore &
  UpdateBudgetStore &
  AskedStore &
  UsageStore &
  LearnedStore &
  WriteLogStore &
  FeedbackStore &
  AssignmentStore &
  KnowledgeStore &
  RoutingStore &
  SlaStore &
  SignalStore &
  OverviewStore &
  ConnectionStore &
  SettingsStore &
  AuditStore &
  ErasureStore & { isUp(): Promise<boolean> };
