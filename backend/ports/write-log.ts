import type { ChangedField } from './ticket.ts';
import type { Transaction } from './transaction.ts';

export const MARKER_PREFIX = 'ait_run_';

/** A tag that this very triage leaves on the ticket: read back before a retry, it says that the first write arrived. */
export const markerOf = (triageId: string): string => MARKER_PREFIX + triageId.replaceAll('-', '').slice(0, 16);

/** What a write of ours made of a field; of `tags`, those that it took away and those that it added. */
export type WrittenChange = { field: ChangedField; from: unknown; to: unknown; undone?: true };

/** One write of ours that is known to have arrived, and what decided it. */
export type LoggedWrite = {
  triageId: string;
  marker: string;
  at: string;
  engine: string | null;
  model: string | null;
  promptVersion: string | null;
  taxonomyVersion: string | null;
  /** Version of the routing rules. */
  rulesVersion: number | null;
  changes: WrittenChange[];
  /** The undo that takes it back, or has done so. */
  undoId: string | null;
  undoneAt: string | null;
};

/** Which writes: those since a moment (and until another) that all of the rest fits. */
export type UndoFilter = { since: string; until?: string; promptVersion?: string; engine?: string; model?: string };

/** Of so many tickets each field. */
export type FieldCounts = Partial<Record<ChangedField, number>>;
export type FoundWrites = { tickets: number; writes: number; fields: FieldCounts };

/** What became of one ticket: `left` are the fields that stay, since a person or a rule has changed them after us. */
export type UndoneTicket = {
  outcome: 'undone' | 'gone' | 'failed';
  code: string | null;
  restored: ChangedField[];
  left: ChangedField[];
};

export type UndoProgress = {
  id: string;
  filter: UndoFilter;
  state: 'running' | 'done';
  requestedAt: string;
  doneAt: string | null;
  tickets: { total: number; waiting: number } & Record<UndoneTicket['outcome'], number>;
  restored: FieldCounts;
  left: FieldCounts;
  /** Some of those with fields that stay or that failed, by ticket id. */
  shown: ({ ticketId: string } & UndoneTicket)[];
};

export type WriteLogStore = {
  /** Our writes to a ticket, the oldest first. */
  readWrites(tenantId: string, ticketId: string): Promise<LoggedWrite[]>;
  /** Notes once what the triage with this marker has written; nothing when that triage is gone. `at`: when, if not now. */
  logWrite(
    tenantId: string,
    ticketId: string,
    write: { marker: string; changes: WrittenChange[]; at?: string },
  ): Promise<void>;
  countWrites(tenantId: string, filter: UndoFilter): Promise<FoundWrites>;
  /** Tickets that such writes went to, by id. */
  findWrittenTickets(tenantId: string, filter: UndoFilter, limit: number): Promise<string[]>;
  /** Begins an undo of what the filter finds now; in the same transaction `alongside` enqueues the job. Null while another one runs. */
  startUndo(
    tenantId: string,
    filter: UndoFilter,
    alongside: (tx: Transaction, undoId: string) => Promise<void>,
  ): Promise<UndoProgress | null>;
  findOpenUndo(tenantId: string): Promise<string | null>;
  readUndo(tenantId: string, undoId: string): Promise<UndoProgress | null>;
  /** Tickets that wait for it, those that were tried least first. */
  findUndoTickets(tenantId: string, undoId: string, limit: number): Promise<string[]>;
  /** Puts a ticket behind the others and says how often that was done. */
  deferUndoTicket(tenantId: string, undoId: string, ticketId: string): Promise<number>;
  /** Ends the undo on a ticket. `writes`: those that were undone, with what of each was; after a failure another undo may take them. */
  saveUndone(
    tenantId: string,
    undoId: string,
    ticketId: string,
    undone: UndoneTicket & { writes: Pick<LoggedWrite, 'triageId' | 'changes'>[] },
  ): Promise<void>;
  endUndo(tenantId: string, undoId: string): Promise<void>;
};
