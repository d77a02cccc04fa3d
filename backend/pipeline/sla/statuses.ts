import { type FieldChange, isOver, type Ticket } from '../../ports/ticket.ts';

/** A time that a ticket spent in one status, in ms; `to` is null for the present one. */
export type Stay = { status: string; from: number; to: number | null };

/** Nobody waits for us: Zendesk's requester wait time counts new, open and on-hold alone. */
export const stopsClock = (status: string): boolean => status === 'pending' || isOver(status);

/** The statuses that a ticket had, in order. Of ticket and history, each is read at its own moment: what changed later holds. */
export function staysOf(ticket: Pick<Ticket, 'status' | 'updatedAt'>, history: readonly FieldChange[]): Stay[] {
  const changes = history
    .filter(({ field }) => field === 'status')
    .map(({ at, to }) => ({ at: Date.parse(at), status: String(to) }))
    .toSorted((a, b) => a.at - b.at);
  const last = changes.at(-1);
  const readAt = Date.parse(ticket.updatedAt);
  if (!last || (last.status !== ticket.status && last.at <= readAt))
    changes.push({ at: readAt, status: ticket.status });
  return changes.map(({ at, status }, index) => ({ status, from: at, to: changes[index + 1]?.at ?? null }));
}

/** Since when it has been solved or closed without a break; null while it is not. */
export function overSince(stays: readonly Stay[]): number | null {
  const lastWork = stays.findLastIndex(({ status }) => !isOver(status));
  return stays[lastWork + 1]?.from ?? null;
}

/** Whether a ticket's history can change what its clocks say: a new one was never pending, and the first reply never pauses. */
export const historyMatters = ({ status }: Pick<Ticket, 'status'>, promisesResolution: boolean): boolean =>
  isOver(status) || (promisesResolution && status !== 'new');
