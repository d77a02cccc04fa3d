import { type Job, keyOf, type Queue } from '../ports/queue.ts';
import type { SlaStore } from '../ports/sla.ts';

/** What one minute may bring; the rest waits for the next one, and people's own writes go between. */
const AT_ONCE = 50;

export type WarnBreachesParts = { store: Pick<SlaStore, 'takeDueClocks'>; queue: Pick<Queue, 'enqueue'> };

/** Lets the clocks be read whose promise is at risk or broken from now on. Two processes share them. */
export async function warnBreaches(
  { payload: { tenantId } }: Pick<Job<'warn-breaches'>, 'payload'>,
  { store, queue }: WarnBreachesParts,
): Promise<string> {
  const taken = await store.takeDueClocks(tenantId, new Date(), AT_ONCE, async (tx, ticketIds) => {
    for (const ticketId of ticketIds) {
      const payload = { tenantId, ticketId };
      await queue.enqueue('follow-sla', payload, keyOf(payload), { tx });
    }
  });
  return taken > 0 ? 'taken' : 'nothing_due';
}
