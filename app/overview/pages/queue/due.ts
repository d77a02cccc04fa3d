import type { QueueState, QueueTicket } from '../../../../backend/contract/ticket-queue.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * What is left until `dueAt`, below 0 what it is late by; null where nothing runs. In steps that a person can follow:
 * minutes, and in the last one seconds.
 */
export function leftUntil(dueAt: string | null, now: number): number | null {
  if (dueAt === null) return null;
  const ms = Date.parse(dueAt) - now;
  if (Math.abs(ms) < MINUTE_MS) return Math.floor(ms / SECOND_MS) * SECOND_MS;
  // Adding 0 makes no minus 0 of it.
  return Math.trunc(ms / MINUTE_MS) * MINUTE_MS + 0;
}

/** Where a ticket stands by now: it may have changed since it was read. */
export function stateBy(read: QueueState, leftMs: number | null): QueueState {
  if (read === 'waiting' || leftMs === null) return 'waiting';
  if (leftMs < 0) return 'overdue';
  return leftMs < HOUR_MS ? 'due_soon' : 'on_time';
}

/** Share of the promised time that is gone; null where nothing was promised. Closed hours lengthen a promise on the wall's clock. */
export function shareGone({ due, sla }: Pick<QueueTicket, 'due' | 'sla'>, leftMs: number): number | null {
  const target = due === 'resolution' ? sla?.resolution : sla?.firstReply;
  if (!due || !target) return null;
  return Math.min(1, Math.max(0, 1 - leftMs / (target.hours * HOUR_MS)));
}
