import { type JobName, keyOf, type Queue } from './ports/queue.ts';
import type { Tenant } from './ports/tenant.ts';

const NIGHTLY = '0 3 * * *';
const HOURLY = '23 * * * *';
const EVERY_MINUTE = '* * * * *';
const EVERY_FIVE_MINUTES = '*/5 * * * *';

type Repeated = Extract<
  JobName,
  | 'recover-triages'
  | 'index-knowledge'
  | 'retain'
  | 'warn-breaches'
  | 'fold-overview'
  | 'flag-dead'
  | 'reconcile'
  | 'import-knowledge'
  | 'check-connection'
>;
type Scheduled = Pick<Tenant, 'id' | 'engines' | 'slaWarnings'>;

/** What an operator lets be done at all. */
export type Allowed = { reconciles: boolean; imports: boolean };

const schedulesOf = (
  { engines, slaWarnings }: Scheduled,
  { reconciles, imports }: Allowed,
): Record<Repeated, string | null> => ({
  'recover-triages': engines.some(({ metered }) => metered) ? EVERY_MINUTE : null,
  'index-knowledge': HOURLY,
  retain: NIGHTLY,
  'warn-breaches': slaWarnings ? EVERY_MINUTE : null,
  'flag-dead': EVERY_MINUTE,
  'fold-overview': EVERY_MINUTE,
  reconcile: reconciles ? EVERY_FIVE_MINUTES : null,
  'import-knowledge': imports ? NIGHTLY : null,
  'check-connection': HOURLY,
});

/** Has everything done for a tenant that is done again and again; again after its settings have changed. */
export async function scheduleTenant(tenant: Scheduled, queue: Pick<Queue, 'repeat'>, allowed: Allowed): Promise<void> {
  const payload = { tenantId: tenant.id };
  for (const [name, cron] of Object.entries(schedulesOf(tenant, allowed)))
    await queue.repeat(name as Repeated, payload, keyOf(payload), cron);
}

/** Nothing is done for it by itself any more. */
export async function unscheduleTenant(tenantId: string, queue: Pick<Queue, 'repeat'>): Promise<void> {
  const payload = { tenantId };
  const never = schedulesOf({ id: tenantId, engines: [], slaWarnings: false }, { reconciles: false, imports: false });
  for (const name of Object.keys(never)) await queue.repeat(name as Repeated, payload, keyOf(payload), null);
}
