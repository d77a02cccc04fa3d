import type { KnowledgeItem } from '../../../ports/knowledge.ts';
import type { Transaction } from '../../../ports/store.ts';
import {
  deleteRows,
  type Held,
  insertCopies,
  insertItems,
  lockKnowledge,
  pointCopies,
  recount,
  toStamp,
} from './knowledge-rows.ts';

type Ranked = Pick<KnowledgeItem, 'gold' | 'satisfaction' | 'resolvedAt' | 'answer'>;

/** The kept one gives way to a newer one only after so long: one asked every day would be embedded anew every day. */
const GIVES_WAY_MS = 90 * 24 * 3_600_000;

const timeOf = ({ resolvedAt }: Ranked): number => Date.parse(toStamp(resolvedAt) ?? '') || 0;
const classOf = ({ gold, satisfaction }: Ranked): number => (gold ? 2 : satisfaction === 'good' ? 1 : 0);

/** Which of two that say the same stands for both: the approved one, then the one that pleased, then the newer. */
export const isBetter = (one: Ranked, other: Ranked): boolean =>
  classOf(one) === classOf(other) ? timeOf(one) > timeOf(other) : classOf(one) > classOf(other);

/** Terms, prices and times, which change; longer numbers are those of orders and tickets. */
const SHORT_NUMBER = /(?<!\d)\d{1,3}(?!\d)/g;
const numbersOf = ({ answer }: Ranked): string => (answer.match(SHORT_NUMBER) ?? []).join();

/** Whether another one that says the same, but for numbers, is to stand in the kept one's place. */
export function givesWay(kept: Ranked, other: Ranked): boolean {
  if (classOf(kept) !== classOf(other)) return classOf(other) > classOf(kept);
  const later = timeOf(other) - timeOf(kept);
  return later >= GIVES_WAY_MS || (later > 0 && numbersOf(kept) !== numbersOf(other));
}

/** The best copy of each of these items. */
const readBestCopies = (tx: Transaction, tenantId: string, ids: readonly string[]) =>
  tx.query<Held & { copyOf: string }>(
    `SELECT DISTINCT ON (copy_of) copy_of AS "copyOf", item, people, approved FROM knowledge_copy
     WHERE tenant_id = $1 AND copy_of = ANY($2)
     ORDER BY copy_of, (item->>'gold')::boolean DESC, (item->>'satisfaction' = 'good') DESC NULLS LAST,
       resolved_at DESC NULLS LAST, id`,
    [tenantId, ids],
  );

/** Makes copies items of their own, in the place of those that they were copies of. */
async function putInPlace(
  tx: Transaction,
  tenantId: string,
  copies: readonly (Held & { copyOf: string })[],
): Promise<void> {
  if (copies.length === 0) return;
  const ids = copies.map(({ item }) => item.id);
  await tx.query('DELETE FROM knowledge_copy WHERE tenant_id = $1 AND id = ANY($2)', [tenantId, ids]);
  await pointCopies(
    tx,
    tenantId,
    copies.map(({ item, copyOf }) => ({ from: copyOf, to: item.id })),
  );
  const rows = copies.map((copy) => ({ ...copy, copies: 1, lastResolvedAt: null }));
  await insertItems(tx, tenantId, rows);
  await recount(tx, tenantId, ids);
}

/** Lets the best copy of each item that has gone stand for the others. */
export async function replaceGone(tx: Transaction, tenantId: string, gone: readonly string[]): Promise<void> {
  if (gone.length > 0) await putInPlace(tx, tenantId, await readBestCopies(tx, tenantId, gone));
}

/** Lets a copy that has become better change places with its item. Gives back the items that are copies now. */
export async function replaceWorse(tx: Transaction, tenantId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const best = await readBestCopies(tx, tenantId, ids);
  const kept = await tx.query<Held>(
    'SELECT item, people, approved FROM knowledge_item WHERE tenant_id = $1 AND id = ANY($2)',
    [tenantId, best.map(({ copyOf }) => copyOf)],
  );
  const byId = new Map(kept.map((held) => [held.item.id, held]));
  const winners = best.filter(({ copyOf, item }) => givesWay(byId.get(copyOf)?.item ?? item, item));
  const worse = winners.map(({ copyOf }) => copyOf);
  await deleteRows(tx, tenantId, worse);
  await insertCopies(
    tx,
    tenantId,
    worse.flatMap((id) => byId.get(id) ?? []).map((held) => ({ ...held, copyOf: held.item.id })),
  );
  await putInPlace(tx, tenantId, winners);
  return worse;
}

/**
 * Takes items and copies out. What an item stood for its best copy stands for then, as an item that is not embedded
 * yet. Gives back the ids that were there. Takes the lock that saving takes, so that it sees all that is saved or is seen.
 */
export async function removeItems(tx: Transaction, tenantId: string, ids: string[]): Promise<string[]> {
  await lockKnowledge(tx, tenantId);
  const { items, copies } = await deleteRows(tx, tenantId, ids);
  await replaceGone(tx, tenantId, items);
  const stood = new Set(items);
  await recount(
    tx,
    tenantId,
    [...new Set(copies.map(({ copyOf }) => copyOf))].filter((id) => !stood.has(id)),
  );
  return [...items, ...copies.map(({ id }) => id)];
}
