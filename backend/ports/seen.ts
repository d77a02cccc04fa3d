import type { Triage } from '../contract/triage.ts';
import type { Reading } from './reading.ts';
import type { ChangedTicket } from './ticket.ts';

/** How far the search for lost deliveries has come; `since`: what is older is no business of it. */
export type Reconciling = { since: Date; cursor: string | null };

/** A ticket's newest triage that has ended, and the masked words that it was made of. */
export type LastTriage = { triage: Triage; contentHash: string; degraded: boolean; reading: Reading | null };

/** Up to where we know each ticket, so that what no delivery told us can be found. Times of tickets are the helpdesk's own. */
export type SeenStore = {
  /** Begins at the first call; null for as long as no delivery has ever come, since such an account asks for no triage by itself. */
  beginReconciling(tenantId: string, beginAt: Date): Promise<Reconciling | null>;
  saveReconciling(tenantId: string, cursor: string | null): Promise<void>;
  /** The ids of those that were commented on after their last triage job, or after `since` when there was none. */
  findUntriaged(tenantId: string, changed: readonly ChangedTicket[], since: Date): Promise<string[]>;
  /** The ids of those that changed after the knowledge last looked at them. */
  findUnfollowed(tenantId: string, changed: readonly ChangedTicket[]): Promise<string[]>;
  /** The ticket's triage job has seen it as it was at `until`. A ticket that is to stay forgotten leaves no trace. */
  saveTriaged(tenantId: string, ticketId: string, until: Date): Promise<void>;
  readLastTriage(tenantId: string, ticketId: string): Promise<LastTriage | null>;
  saveFollowed(tenantId: string, ticketId: string, at: Date): Promise<void>;
  /** Those of the tickets that were not flagged since their triage was given up. */
  findUnflagged(tenantId: string, dead: readonly { ticketId: string; failedAt: string }[]): Promise<string[]>;
  saveFlagged(tenantId: string, ticketId: string, at: Date): Promise<void>;
};
