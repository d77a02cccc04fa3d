import type { Transaction } from '../../../ports/store.ts';
import { givesWay, isBetter } from './best-copy.ts';
import { deleteRows, type Held, insertCopies, insertItems, type Kept, pointCopies, toStamp } from './knowledge-rows.ts';
import { areAlike, type Likeness, likenessOf, type Words } from './likeness.ts';

/** An item on its way in. */
export type Fresh = Held & { likeness: Likeness };

/** Items that repeat each other: the stored one that they were found by, if any, and the new ones. */
type Group = { words: Words; kept: Kept | null; fresh: Fresh[] };
type Outcome = {
  items: (Kept & { likeness?: Likeness })[];
  copies: (Held & { copyOf: string })[];
  grown: Kept[];
  /** Stored ones that have become copies. */
  gone: (Held & { copyOf: string })[];
};

/** An item has few neighbours that are not its like; more of them would be looked at in vain. */
const NEIGHBOURS = 5;

/** The stored items that may be the likes of each new one, by its place: those that share the most come first. */
async function findNeighbours(
  tx: Transaction,
  tenantId: string,
  fresh: readonly Fresh[],
): Promise<Map<number, string[]>> {
  const asked = fresh
    .map(({ likeness }, at) => ({ at, bands: likeness.bands }))
    .filter(({ bands }) => bands.length > 0);
  if (asked.length === 0) return new Map();
  const like = (column: number) =>
    `(SELECT id FROM knowledge_item WHERE tenant_id = $1 AND like_${column} = band_${column} ORDER BY id LIMIT 8)`;
  const rows = await tx.query<{ at: number; id: string }>(
    `SELECT at, near.id FROM unnest($2::int[], $3::int[], $4::int[], $5::int[], $6::int[])
       AS wanted (at, band_1, band_2, band_3, band_4)
     CROSS JOIN LATERAL (${[1, 2, 3, 4].map(like).join(' UNION ALL ')}) AS near
     GROUP BY at, near.id ORDER BY at, count(*) DESC, near.id`,
    [tenantId, asked.map(({ at }) => at), ...[0, 1, 2, 3].map((band) => asked.map(({ bands }) => bands[band]))],
  );
  const byPlace = Map.groupBy(rows, ({ at }) => at);
  return new Map([...byPlace].map(([at, found]) => [at, found.slice(0, NEIGHBOURS).map(({ id }) => id)]));
}

async function readKept(tx: Transaction, tenantId: string, ids: readonly string[]): Promise<Map<string, Kept>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<Omit<Kept, 'lastResolvedAt'> & { last: Date | null }>(
    `SELECT item, people, approved, copies, last_resolved_at AS last FROM knowledge_item
     WHERE tenant_id = $1 AND id = ANY($2)`,
    [tenantId, ids],
  );
  return new Map(
    rows.map(({ last, ...row }) => [row.item.id, { ...row, lastResolvedAt: last?.toISOString() ?? null }]),
  );
}

/** Puts each new item to the stored one that it repeats, or to those of the new ones. */
function toGroups(
  tenantId: string,
  fresh: readonly Fresh[],
  near: { neighbours: Map<number, string[]>; kept: Map<string, Kept> },
): Group[] {
  const groups: Group[] = [];
  const byBand = new Map<number, Group[]>();
  const byKept = new Map<string, Group>();
  const found = (id: string): Group[] => {
    const known = byKept.get(id);
    const kept = near.kept.get(id);
    if (known || !kept) return known ? [known] : [];
    const group = { words: likenessOf(tenantId, kept.item).words, kept, fresh: [] };
    byKept.set(id, group);
    return [group];
  };
  for (const [at, one] of fresh.entries()) {
    const stored = (near.neighbours.get(at) ?? []).flatMap(found);
    const others = one.likeness.bands.flatMap((band) => byBand.get(band) ?? []);
    let group = [...stored, ...others].find(({ words }) => areAlike(words, one.likeness.words));
    if (!group) {
      group = { words: one.likeness.words, kept: null, fresh: [] };
      for (const band of one.likeness.bands) byBand.set(band, [group, ...(byBand.get(band) ?? [])]);
    }
    if (group.fresh.length === 0) groups.push(group);
    group.fresh.push(one);
  }
  return groups;
}

const latest = (stamps: (string | null)[]): string | null =>
  stamps
    .filter((stamp) => stamp !== null)
    .toSorted()
    .at(-1) ?? null;

/** Decides who stands for a group. */
function settle({ kept, fresh }: Group, outcome: Outcome): void {
  const [best] = fresh.toSorted((a, b) => (isBetter(a.item, b.item) ? -1 : 1));
  if (!best) return;
  const lastResolvedAt = latest([kept?.lastResolvedAt ?? null, ...fresh.map(({ item }) => toStamp(item.resolvedAt))]);
  const copies = (kept?.copies ?? 0) + fresh.length;
  const stays = kept !== null && !givesWay(kept.item, best.item);
  const copyOf = stays ? kept.item.id : best.item.id;
  if (stays) outcome.grown.push({ ...kept, copies, lastResolvedAt });
  else outcome.items.push({ ...best, copies, lastResolvedAt });
  if (kept && !stays) outcome.gone.push({ ...kept, copyOf });
  for (const one of fresh) if (stays || one !== best) outcome.copies.push({ ...one, copyOf });
}

/** Stores new items; those that repeat a stored one, or each other, become copies of the best. Says which are copies. */
export async function foldItems(
  tx: Transaction,
  tenantId: string,
  fresh: readonly Fresh[],
): Promise<{ copies: string[]; replaced: string[] }> {
  const neighbours = await findNeighbours(tx, tenantId, fresh);
  const kept = await readKept(tx, tenantId, [...new Set([...neighbours.values()].flat())]);
  const outcome: Outcome = { items: [], copies: [], grown: [], gone: [] };
  for (const group of toGroups(tenantId, fresh, { neighbours, kept })) settle(group, outcome);
  const replaced = outcome.gone.map(({ item }) => item.id);
  await deleteRows(tx, tenantId, replaced);
  await insertItems(tx, tenantId, outcome.items);
  await pointCopies(
    tx,
    tenantId,
    outcome.gone.map(({ item, copyOf }) => ({ from: item.id, to: copyOf })),
  );
  await insertCopies(tx, tenantId, [...outcome.copies, ...outcome.gone]);
  await grow(tx, tenantId, outcome.grown);
  return { copies: outcome.copies.map(({ item }) => item.id), replaced };
}

async function grow(tx: Transaction, tenantId: string, grown: readonly Kept[]): Promise<void> {
  if (grown.length === 0) return;
  await tx.query(
    `UPDATE knowledge_item SET copies = grown.copies, last_resolved_at = grown.last
     FROM unnest($2::text[], $3::int[], $4::timestamptz[]) AS grown (id, copies, last)
     WHERE tenant_id = $1 AND knowledge_item.id = grown.id`,
    [
      tenantId,
      grown.map(({ item }) => item.id),
      grown.map((row) => row.copies),
      grown.map((row) => row.lastResolvedAt),
    ],
  );
}
