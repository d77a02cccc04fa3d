import { OutsideError } from './ports/errors.ts';
import type { Helpdesk } from './ports/helpdesk.ts';
import type { UpdateBudgetStore } from './ports/update-budget.ts';

/** When the helpdesk names no time. */
const PAUSE_SECONDS = 20;

type Pace = { tenantId: string; perMinute: number; store: Pick<UpdateBudgetStore, 'takeUpdate' | 'pauseUpdates'> };

/** A helpdesk whose updates keep to the tenant's budget in all processes, and that lets all of them wait when it is told to. */
export function paceUpdates(helpdesk: Helpdesk, { tenantId, perMinute, store }: Pace): Helpdesk {
  const noting = <T>(call: Promise<T>): Promise<T> =>
    call.catch(async (error) => {
      if (error instanceof OutsideError && error.code === 'rate_limited')
        await store.pauseUpdates(tenantId, error.retryAfterSeconds ?? PAUSE_SECONDS);
      throw error;
    });
  return {
    ...helpdesk,
    fetchTicket: (ticketId) => noting(helpdesk.fetchTicket(ticketId)),
    fetchHistory: (ticketId) => noting(helpdesk.fetchHistory(ticketId)),
    fetchExported: (ticketId) => noting(helpdesk.fetchExported(ticketId)),
    fetchAgents: (groupId) => noting(helpdesk.fetchAgents(groupId)),
    async updateTicket(update) {
      const seconds = await store.takeUpdate(tenantId, update.ticketId, perMinute);
      if (seconds !== null)
        throw new OutsideError('zendesk', 'rate_limited', "this minute's updates are used up", seconds);
      return noting(helpdesk.updateTicket(update));
    },
  };
}
