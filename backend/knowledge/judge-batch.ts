import type { ImportNote, ItemRead, KnowledgeEntry, LeftOut } from '../ports/knowledge.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { SolvedTicket } from '../ports/ticket.ts';
import type { ItemReader } from './import-parts.ts';
import type { Batch, Found } from './sources/source.ts';

/** What became of one thing found. */
export type Judged = { place: string; notes: ImportNote[] } & (
  | { entry: KnowledgeEntry }
  | { leftOut: LeftOut; id: string | null }
);

export type JudgeParts = { tenant: Pick<Tenant, 'masking' | 'taxonomy'>; reader: ItemReader };

/** A category that the tenant does not have, or not any more, says nothing. */
export const withKnownCategory = (solved: SolvedTicket, { categories }: Tenant['taxonomy']): SolvedTicket =>
  solved.category === null || Object.hasOwn(categories, solved.category) ? solved : { ...solved, category: null };

function withoutUnknownCategory(found: Extract<Found, { solved: unknown }>, taxonomy: Tenant['taxonomy']) {
  const solved = withKnownCategory(found.solved, taxonomy);
  if (solved === found.solved) return found;
  const notes: ImportNote[] = [...(found.notes ?? []), 'unknown_category'];
  return { ...found, notes, solved };
}

function toJudged(
  read: ItemRead | null,
  { place, notes = [], ...found }: Exclude<Found, { leftOut: unknown }>,
): Judged {
  const told = { place, notes: [...notes] };
  if (read === null) return { ...told, leftOut: 'unreadable', id: null };
  return read.ok
    ? { ...told, entry: { item: { ...read.item, ...found.known }, people: read.people } }
    : { ...told, leftOut: read.reason, id: read.id };
}

async function judge(found: Found, { tenant, reader }: JudgeParts): Promise<Judged> {
  const { masking: policy, taxonomy } = tenant;
  if ('leftOut' in found) return { ...found, notes: [...(found.notes ?? [])] };
  if ('article' in found) return toJudged(await reader.readArticle({ article: found.article, policy }), found);
  const ticket = withoutUnknownCategory(found, taxonomy);
  return toJudged(await reader.readSolvedTicket({ solved: ticket.solved, policy }), ticket);
}

/** The reader takes one text after another: those of tickets that are triaged meanwhile wait behind all that it was given. */
const AT_ONCE = 2;

/** Reads, masks and judges everything of a batch; nothing is kept by it. */
export async function judgeBatch({ found }: Pick<Batch, 'found'>, parts: JudgeParts): Promise<Judged[]> {
  const judged: Judged[] = [];
  const left = found.entries();
  const judgeLeft = async () => {
    for (const [at, each] of left) judged[at] = await judge(each, parts);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, judgeLeft));
  return judged;
}
