import type { Routing, Sla } from '../contract/triage.ts';
import type { Transaction } from './transaction.ts';

export type SlaStore = {
  /** The routing of a ticket's newest triage that has one: later words that were no work leave the promise as it is. */
  findRouted(tenantId: string, ticketId: string): Promise<{ triageId: string; routing: Routing } | null>;
  /**
   * Keeps what a triage's clocks say, and when to look again: null never, undefined leaves that as it is. False when the triage
   * is not the one that `findRouted` gives any more.
   */
  saveSla(tenantId: string, triageId: string, reading: { sla: Sla; lookAt: Date | null | undefined }): Promise<boolean>;
  /**
   * Takes clocks that are to be looked at by now, the most overdue first, and says how many; `alongside` enqueues in the same
   * transaction. One that nobody has looked at after ten minutes is taken again.
   */
  takeDueClocks(
    tenantId: string,
    now: Date,
    limit: number,
    alongside: (tx: Transaction, ticketIds: string[]) => Promise<void>,
  ): Promise<number>;
  /** Looks at this ticket no more. */
  stopClock(tenantId: string, ticketId: string): Promise<void>;
};
