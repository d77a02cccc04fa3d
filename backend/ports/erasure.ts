import type { Transaction } from './transaction.ts';

/** Whom or what to forget: a ticket, or a customer by the helpdesk's id or an address. */
export type ErasureSubject = { ticketId: string } | { personId: string } | { email: string };

/** What was erased, by what it was; a count of 0 says that there was nothing. */
export type ErasedCounts = {
  tickets: number;
  triages: number;
  feedback: number;
  votes: number;
  learnedTickets: number;
  knowledgeItems: number;
  vectors: number;
  jobs: number;
  /** Whether the tenant's own model had learned from it and was dropped. */
  model: boolean;
};

/** The proof of an erasure. It names nobody: the subject is a fingerprint. */
export type ErasureReceipt = {
  id: string;
  subject: 'ticket' | 'person';
  fingerprint: string;
  state: 'waiting' | 'done';
  erased: ErasedCounts | null;
  requestedAt: string;
  doneAt: string | null;
};

/** How many days each is kept; null: for good. */
export type Retention = { triages: number | null; feedback: number | null; knowledge: number | null };

/** What an erasure has found so far, over all its runs. */
export type Erasing = {
  erased: Omit<ErasedCounts, 'vectors' | 'jobs'>;
  ticketIds: string[];
  /** What lies in the collections: these items, under any of these embedders, and how many of them had been embedded. */
  knowledgeIds: string[];
  embedderIds: string[];
  vectors: number;
};

export type ErasureStore = {
  /**
   * Notes the wish and, at once, the tombstone that keeps the subject from coming back; in the same transaction
   * `alongside` enqueues the job. A wish that still waits is given back instead of a second one.
   */
  startErasure(
    tenantId: string,
    subject: ErasureSubject,
    alongside?: (tx: Transaction, erasureId: string) => Promise<void>,
  ): Promise<ErasureReceipt>;
  /** Erases everything of the subject in one transaction; gives back what lies elsewhere. Idempotent; null when it has ended. */
  eraseSubject(tenantId: string, erasureId: string): Promise<Erasing | null>;
  /** Ends it once the vectors are gone; in the same transaction `dropJobs` takes the jobs out and says how many there were. */
  endErasure(
    tenantId: string,
    erasureId: string,
    vectors: number,
    dropJobs: (tx: Transaction) => Promise<number>,
  ): Promise<void>;
  readErasure(tenantId: string, id: string): Promise<ErasureReceipt | null>;
  /** The newest first. */
  listErasures(tenantId: string, limit: number): Promise<ErasureReceipt[]>;
  /** Erases a batch of what is older than it may be; gives back the ids of knowledge whose vectors remain, and whether there is more. */
  eraseExpired(
    tenantId: string,
    retention: Retention,
    limit: number,
  ): Promise<{
    erased: Pick<ErasedCounts, 'triages' | 'feedback' | 'knowledgeItems'>;
    knowledgeIds: string[];
    more: boolean;
  }>;
  /** Erases every row of the account, its audit log and connection too, in one transaction; how many there were, by table. */
  eraseTenant(tenantId: string): Promise<Record<string, number>>;
};
