import type { ComparedField, RateDimension } from '../contract/overview.ts';
import type { QueueState } from '../contract/ticket-queue.ts';
import type { JudgedField, Sla } from '../contract/triage.ts';

/**
 * What tickets are counted by, on the day of their first triage. `key` and `second` say what was counted, `tickets` how many
 * tickets, `total` the sum of what is measured on them.
 *
 * - `decided_by`: key the engine, `nobody` or `skipped`; the only one that counts skipped tickets.
 * - `category`, `urgency`, `language`: key the value. `unsure`, `fallback`, `flagged`: key `yes` or `no`.
 * - `matrix:FIELD`: key the suggested value, second the final one; `none` where there is none. Of `escalation`: `yes` or `none`, and
 *   a suggested one only where our mark had been on the ticket.
 * - `rate:FIELD:DIMENSION`: key the dimension's value, second `agreed` or `overridden`; where the final value is not `none`, or of
 *   `escalation` whatever it is.
 * - `draft:DIMENSION`: key the dimension's value, second `kept`, `edited` or `unused`.
 * - `confidence:FIELD`: key the engine, second the bin's number and `right` or `wrong`, such as `37:right`; total the confidences.
 * - `first_reply`: key the number of the bucket (`bucketOf`), second `kept` or `broken`; total the hours.
 * - `saved_fields`, `saved_characters`: key empty; total the fields accepted, the characters of drafts that were sent.
 * - `escalation`: key `LAYER:RULE`, second `fired`, `agreed`, `removed`, `agreed_alone` or `removed_alone`.
 */
export type Series =
  | 'category'
  | 'urgency'
  | 'language'
  | 'decided_by'
  | 'unsure'
  | 'fallback'
  | 'flagged'
  | `matrix:${ComparedField}`
  | `rate:${ComparedField}:${RateDimension}`
  | `draft:${RateDimension}`
  | `confidence:${JudgedField}`
  | 'first_reply'
  | 'saved_fields'
  | 'saved_characters'
  | 'escalation';

/** Days of the account, `YYYY-MM-DD`, both included. */
export type DayRange = { from: string; to: string };

export type TallySum = { series: Series; key: string; second: string; tickets: number; total: number };
export type Tally = TallySum & { day: string };

/** Buckets of hours that grow by a fifth: exact enough for a median, few enough to add up. */
const GROWTH = 1.2;
const FIRST_HOURS = 1 / 60;
/** The lower end of a bucket, in hours. Bucket 0 begins at 0. */
export const bucketStart = (bucket: number): number => (bucket === 0 ? 0 : FIRST_HOURS * GROWTH ** (bucket - 1));
export const bucketOf = (hours: number): number =>
  hours < FIRST_HOURS ? 0 : Math.floor(Math.log(hours / FIRST_HOURS) / Math.log(GROWTH)) + 1;

export type CellTicket = {
  ticketId: string;
  triageId: string;
  triagedAt: string;
  decidedAt: string;
  language: string;
  confidence: number;
  decidedBy: string;
};

export type QueueFilter = {
  category?: string | undefined;
  urgency?: string | undefined;
  language?: string | undefined;
  group?: string | undefined;
  state?: QueueState | undefined;
  escalated?: boolean | undefined;
  unsure?: boolean | undefined;
};

export type QueuedTicket = {
  ticketId: string;
  triageId: string;
  /** Of the ticket, ISO 8601. */
  createdAt: string;
  status: string;
  category: string | null;
  urgency: string | null;
  language: string;
  confidence: number;
  unsure: boolean;
  escalated: boolean;
  groupId: string | null;
  team: string | null;
  state: QueueState;
  dueAt: string | null;
  due: 'first_reply' | 'resolution' | null;
  sla: Sla | null;
};

type Choice = { key: string; tickets: number };
export type QueuePage = {
  tickets: QueuedTicket[];
  nextCursor: string | null;
  total: number;
  /** Of the tickets that pass all filters but the one that it is about. */
  choices: Record<'state' | 'category' | 'urgency' | 'language' | 'group', Choice[]>;
};

export type OverviewStore = {
  /**
   * Takes at most so many changes into the facts and the tallies, unless another process does just now (then 0); says how many
   * changes it took. Days are those of `timeZone` (IANA); a ticket stays on the day on which it was counted first.
   * Throws where a ticket cannot be counted, and has left it out then: the next call goes on.
   */
  foldChanges(tenantId: string, options: { limit: number; timeZone: string }): Promise<number>;
  /** Until when everything is counted (the oldest change that waits, else now), and how many changes wait, at most 50,000. */
  readCounted(tenantId: string): Promise<{ countedAt: string; waiting: number }>;
  readTallies(tenantId: string, series: readonly Series[], range: DayRange): Promise<Tally[]>;
  /** The same added up over the days. */
  sumTallies(tenantId: string, series: readonly Series[], range: DayRange): Promise<TallySum[]>;
  /** The tickets behind a cell of the matrix, the last decided first. */
  readCellTickets(
    tenantId: string,
    cell: DayRange & { field: ComparedField; suggested: string; final: string },
    page: { cursor: string | null; limit: number },
  ): Promise<{ tickets: CellTicket[]; nextCursor: string | null }>;
  readQueue(
    tenantId: string,
    filter: QueueFilter,
    page: { cursor: string | null; limit: number; now: Date },
  ): Promise<QueuePage>;
  /** How a ticket stands in the helpdesk: its status (`deleted` where it is gone), and whose it is. */
  saveStanding(tenantId: string, ticketId: string, standing: { status: string; groupId: string | null }): Promise<void>;
};
