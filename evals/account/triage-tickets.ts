import type { Mode } from '../../backend/contract/settings.ts';
import { triageTicket } from '../../backend/jobs/triage-ticket.ts';
import type { StoredTriage } from '../../backend/ports/store.ts';
import { createProgress } from '../progress.ts';
import type { Account } from './open-account.ts';

const AT_ONCE = 16;
/** The number of a sandbox account's first open ticket. */
const FIRST_TICKET = 1001;

export const ticketIdOf = (index: number): number => FIRST_TICKET + index;

/** The account's first tickets through triage and write-back, several at once. By ticket id, as they were last saved. */
export async function triageTickets(
  count: number,
  { wired, tenant }: Pick<Account, 'wired' | 'tenant'>,
  modeOf: (index: number) => Mode = () => tenant.mode,
): Promise<Map<string, StoredTriage>> {
  const triages = new Map<string, StoredTriage>();
  const saveTriage: typeof wired.store.saveTriage = (tenantId, stored, beside) => {
    const vault = beside?.vault ?? triages.get(stored.triage.ticketId)?.vault ?? {};
    triages.set(stored.triage.ticketId, { ...stored, vault, contentHash: '', degraded: false });
    return wired.store.saveTriage(tenantId, stored, beside);
  };
  const store = { ...wired.store, saveTriage };
  const progress = createProgress('tickets', count);
  let [next, done] = [0, 0];
  const work = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) {
      const serving = { ...tenant, mode: modeOf(index) };
      const tenants = { ...wired.tenants, find: async () => serving };
      const payload = { tenantId: tenant.id, ticketId: String(ticketIdOf(index)) };
      await triageTicket({ payload }, { ...wired, store, tenants });
      progress(++done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return triages;
}
