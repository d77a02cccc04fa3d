import { OutsideError } from '../ports/errors.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Ticket } from '../ports/ticket.ts';

/** Zendesk stamps changes by the second: a ticket read sooner after its last change could change again under the same stamp. */
export const SETTLE_MS = 2_100;
/** A ticket that keeps changing, or a clock that disagrees with ours, must not hold a worker. */
const SETTLE_ROUNDS = 10;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Reads the ticket when its last change is old enough for `safe_update` to notice the next one. */
export async function fetchSettled(tenant: Tenant, ticketId: string): Promise<Ticket | null> {
  for (let round = 0; round < SETTLE_ROUNDS; round += 1) {
    const ticket = await tenant.helpdesk.fetchTicket(ticketId);
    const age = ticket ? Date.now() - Date.parse(ticket.updatedAt) : SETTLE_MS;
    if (!(age < SETTLE_MS)) return ticket;
    await pause(Math.min(SETTLE_MS, SETTLE_MS - age));
  }
  throw new OutsideError('zendesk', 'timeout', 'the ticket keeps changing');
}
