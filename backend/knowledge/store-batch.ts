import type { ImportRun, KnowledgeEntry, LeftOut } from '../ports/knowledge.ts';
import type { ImportParts } from './import-parts.ts';
import type { Judged } from './judge-batch.ts';
import { OVERRULED, removeItems, removeVectors } from './remove-items.ts';
import type { Batch } from './sources/source.ts';
import { isOfFile } from './sources/to-found.ts';
import { addLeftOut, addNote, tally } from './tally.ts';

/** Of these we do not know what the item has become. */
const SAYS_NOTHING: ReadonlySet<LeftOut> = new Set(['unreadable', 'invalid_row']);

/** The last that was said of each item. */
function settle(judged: readonly Judged[]) {
  const entries = new Map<string, KnowledgeEntry>();
  const gone = new Map<string, LeftOut>();
  for (const each of judged) {
    if ('entry' in each) {
      gone.delete(each.entry.item.id);
      entries.set(each.entry.item.id, each.entry);
    } else if (each.id !== null && !SAYS_NOTHING.has(each.leftOut)) {
      entries.delete(each.id);
      gone.set(each.id, each.leftOut);
    }
  }
  return { entries: [...entries.values()], gone };
}

async function removeGone(gone: ReadonlyMap<string, LeftOut>, parts: ImportParts): Promise<number> {
  const { tenant, store } = parts;
  const doubtful = [...gone].filter(([, reason]) => OVERRULED.has(reason)).map(([id]) => id);
  const facts = doubtful.length > 0 ? await store.readFacts(tenant.id, doubtful) : [];
  const gold = new Set(facts.filter((item) => item.gold).map(({ id }) => id));
  return removeItems(
    tenant,
    [...gone.keys()].filter((id) => !gold.has(id)),
    parts,
  );
}

/** Articles of the helpdesk that its whole listing no longer has. */
async function removeUnseen(run: ImportRun, parts: ImportParts): Promise<number> {
  const unseen = await parts.store.findUnseenArticles(parts.tenant.id, new Date(run.startedAt));
  return removeItems(
    parts.tenant,
    unseen.filter((id) => !isOfFile(id)),
    parts,
  );
}

/** Stores what a batch came to and counts it in the run, whose position is then behind it. Gives back the ids that may have to be embedded. */
export async function storeBatch(
  { batch, judged }: { batch: Batch; judged: Judged[] },
  run: ImportRun,
  parts: ImportParts,
): Promise<string[]> {
  const { tenant, store } = parts;
  const { entries, gone } = settle(judged);
  if (batch.total !== undefined) run.total = batch.total;
  tally(run, judged);
  for (const note of batch.notes ?? []) addNote(run, note, null);
  run.position = batch.position;
  const kept = judged.filter((each) => 'entry' in each).length;
  if (run.dryRun) {
    run.kept += kept;
    return [];
  }
  const none = { saved: 0, duplicates: 0, forgotten: 0, replaced: [] };
  const { duplicates, forgotten, replaced } = entries.length > 0 ? await store.saveKnowledge(tenant.id, entries) : none;
  await removeVectors(tenant, replaced, parts);
  run.kept += kept - duplicates - forgotten;
  run.duplicates += duplicates;
  addLeftOut(run, 'forgotten', forgotten);
  run.removed += await removeGone(gone, parts);
  if (batch.articlesComplete) run.removed += await removeUnseen(run, parts);
  if (batch.cursor) await store.saveCursor(tenant.id, batch.cursor.name, batch.cursor.value);
  return entries.map(({ item }) => item.id);
}
