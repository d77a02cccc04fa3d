import { type IndexParts, indexKnowledge as index } from '../knowledge/index-knowledge.ts';
import { forgetIndex } from '../knowledge/rebuild-index.ts';
import { type Job, keyOf, type Queue } from '../ports/queue.ts';
import type { Tenants } from '../ports/tenant.ts';

export type IndexJobParts = IndexParts & { tenants: Tenants; queue: Pick<Queue, 'enqueue'> };

/** A long rebuild goes on in a job of its own: a queue takes one that runs for a quarter of an hour for lost. */
const SLICE_MS = 5 * 60_000;
const BEHIND_AFTER_SECONDS = 5;
/** When what served before may be dropped. */
const RETIRED_AFTER_SECONDS = 70;

/** Repairs the index and embeds what is missing. What is left to do, it leaves to a job of its own. */
export async function indexKnowledge(
  { payload: { tenantId, rebuild } }: Pick<Job<'index-knowledge'>, 'payload'>,
  { tenants, queue, ...parts }: IndexJobParts,
): Promise<string> {
  const tenant = await tenants.find(tenantId);
  if (!tenant) return 'gone';
  const payload = { tenantId };
  const again = (afterSeconds: number) => queue.enqueue('index-knowledge', payload, keyOf(payload), { afterSeconds });
  if (rebuild) {
    // Once: put off or tried again, it would begin from the beginning.
    await forgetIndex(tenant, parts);
    await again(0);
    return 'begun';
  }
  const { repaired, whole, retiring, refused } = await index(tenant, parts, { signal: AbortSignal.timeout(SLICE_MS) });
  if (!whole) await again(BEHIND_AFTER_SECONDS);
  else if (retiring) await again(RETIRED_AFTER_SECONDS);
  const outcome = whole ? repaired : `${repaired}:behind`;
  return refused > 0 ? `${outcome}:refused_${refused}` : outcome;
}
