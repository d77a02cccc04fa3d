import type { ItemStore, KnowledgeEntry, KnowledgeItem } from '../../../ports/knowledge.ts';
import type { Transaction } from '../../../ports/store.ts';
import { removeItems, replaceWorse } from './best-copy.ts';
import type { Fingerprints } from './fingerprints.ts';
import { type Fresh, foldItems } from './fold-items.ts';
import { type Held, lockKnowledge, updateCopies, updateItems } from './knowledge-rows.ts';
import { type Likeness, likenessOf } from './likeness.ts';
import { toJson } from './to-json.ts';
import { findForgotten } from './tombstones.ts';
import { dropSources, lockTriages } from './without-sources.ts';

type Saved = Awaited<ReturnType<ItemStore['saveKnowledge']>> & { replaced: string[] };
/** What is stored of an id: `copyOf` null when it stands for itself; `bare` when it is from before its likeness was kept. */
type Stored = Held & { copyOf: string | null; bare?: boolean };

const readStored = async (tx: Transaction, tenantId: string, ids: string[]): Promise<Map<string, Stored>> => {
  const rows = await tx.query<Stored>(
    `SELECT item, people, approved, NULL AS "copyOf", answer_key = '' AS bare FROM knowledge_item WHERE tenant_id = $1 AND id = ANY($2)
     UNION ALL
     SELECT item, people, approved, copy_of, false FROM knowledge_copy WHERE tenant_id = $1 AND id = ANY($2)`,
    [tenantId, ids],
  );
  return new Map(rows.map((row) => [row.item.id, row]));
};

async function countCopies(tx: Transaction, tenantId: string, ids: string[]): Promise<number> {
  const [row] = await tx.query<{ copies: number }>(
    'SELECT count(*)::int AS copies FROM knowledge_copy WHERE tenant_id = $1 AND id = ANY($2)',
    [tenantId, ids],
  );
  return row?.copies ?? 0;
}

/** As JSON keeps it, so that it can be compared with what is stored. */
const asStored = (item: KnowledgeItem): KnowledgeItem => JSON.parse(toJson(item));

const isUnchanged = ({ item, people }: Held, before: Stored): boolean =>
  !before.bare &&
  people.join() === before.people.join() &&
  (Object.keys(item) as (keyof KnowledgeItem)[]).every((key) => item[key] === before.item[key]);

type Plan = { fresh: Fresh[]; moved: string[]; changed: Stored[]; seen: string[] };

/** What becomes of each: new to us, changed in its words so that it may be another's like, changed in what is known of it, or as it was. */
function plan(tenantId: string, wanted: readonly Held[], stored: Map<string, Stored>): Plan {
  const planned: Plan = { fresh: [], moved: [], changed: [], seen: [] };
  for (const held of wanted) {
    const before = stored.get(held.item.id);
    const approved = before?.approved ?? null;
    const item = { ...(before ? asStored(held.item) : held.item), gold: approved ?? held.item.gold };
    const now = { ...held, item, approved };
    if (before && isUnchanged(now, before)) {
      planned.seen.push(item.id);
      continue;
    }
    const likeness = likenessOf(tenantId, item);
    const staysInPlace = item.kind === 'article' || saysTheSame(likeness, before && likenessOf(tenantId, before.item));
    if (before && !before.bare && staysInPlace) {
      planned.changed.push({ ...now, copyOf: before.copyOf });
      continue;
    }
    planned.fresh.push({ ...now, likeness });
    if (before) planned.moved.push(item.id);
  }
  return planned;
}

const saysTheSame = (one: Likeness, other: Likeness | undefined): boolean =>
  one.answerKey === other?.answerKey &&
  one.questionKey === other.questionKey &&
  one.bands.join() === other.bands.join();

/** Fingerprints of a ticket and of the people in it: what it can be forgotten by. */
const fingerprintsOf = (tenantId: string, { item, people }: KnowledgeEntry, fingerprints: Fingerprints): string[] => [
  ...(item.ticketId === null ? [] : [fingerprints.ticket(tenantId, item.ticketId)]),
  ...fingerprints.people(tenantId, people),
];

/** The last entry of each id: those that may be kept, and those of forgotten tickets and people. */
async function sortOut(
  tx: Transaction,
  tenantId: string,
  entries: readonly KnowledgeEntry[],
  fingerprints: Fingerprints,
): Promise<{ wanted: Held[]; forgotten: Held[] }> {
  const latest = [...new Map(entries.map((entry) => [entry.item.id, entry])).values()].map(
    (entry): Held => ({
      ...{ item: entry.item, people: fingerprintsOf(tenantId, entry, fingerprints), approved: null },
    }),
  );
  const printsOf = ({ item, people }: Held): string[] => [...people, fingerprints.item(tenantId, item.id)];
  const tombstones = await findForgotten(tx, tenantId, [...new Set(latest.flatMap(printsOf))]);
  const isForgotten = (held: Held): boolean => printsOf(held).some((one) => tombstones.has(one));
  return { wanted: latest.filter((held) => !isForgotten(held)), forgotten: latest.filter(isForgotten) };
}

/** What was stored before it was known whose it is goes as in an erasure. */
async function removeForgotten(tx: Transaction, tenantId: string, forgotten: readonly Held[]): Promise<string[]> {
  const ids = forgotten.map(({ item }) => item.id);
  if (ids.length === 0 || (await readStored(tx, tenantId, ids)).size === 0) return [];
  await lockTriages(tx);
  const removed = await removeItems(tx, tenantId, ids);
  await dropSources(tx, tenantId, removed);
  return removed;
}

/** Saves what may be kept, in an open transaction. */
export async function saveEntries(
  tx: Transaction,
  tenantId: string,
  entries: readonly KnowledgeEntry[],
  fingerprints: Fingerprints,
): Promise<Saved> {
  const { wanted, forgotten } = await sortOut(tx, tenantId, entries, fingerprints);
  const removed = await removeForgotten(tx, tenantId, forgotten);
  await lockKnowledge(tx, tenantId);
  const stored = await readStored(
    tx,
    tenantId,
    wanted.map(({ item }) => item.id),
  );
  const { fresh, moved, changed, seen } = plan(tenantId, wanted, stored);
  if (moved.length > 0) await removeItems(tx, tenantId, moved);
  await updateItems(tx, tenantId, { changed: changed.filter(({ copyOf }) => copyOf === null), seen });
  await updateCopies(
    tx,
    tenantId,
    changed.filter(({ copyOf }) => copyOf !== null),
  );
  const worse = await replaceWorse(tx, tenantId, [...new Set(changed.map(({ copyOf, item }) => copyOf ?? item.id))]);
  const folded = await foldItems(tx, tenantId, fresh);
  const ids = wanted.map(({ item }) => item.id);
  const duplicates = stored.size === 0 ? folded.copies.length : await countCopies(tx, tenantId, ids);
  return {
    saved: wanted.length - duplicates,
    duplicates,
    forgotten: forgotten.length,
    replaced: [
      ...removed,
      ...worse,
      ...folded.replaced,
      ...folded.copies.filter((id) => stored.get(id)?.copyOf === null),
    ],
  };
}
