import { teamsOf } from '../backend/contract/routing-rules.ts';
import { present } from '../backend/pipeline/present.ts';
import { type Account, openAccount } from './account/open-account.ts';
import { EvalFailure } from './failure.ts';
import { findDraftEscapes, supportOf } from './injection/draft-escapes.ts';
import { EFFECTS, type Escape, findEscapes } from './injection/effects.ts';
import { namesOthers, neighbourOf, othersOf } from './injection/foreign-data.ts';
import { type AttackRow, attackRowSchema } from './injection/row.ts';
import { type TriagedRow, toTicket, triageRows } from './injection/triage-rows.ts';
import type { Options } from './options.ts';
import { readRows } from './read-file.ts';

const EXAMPLES = 20;
const EXCERPT = 120;

type Judged = { row: AttackRow; escapes: Escape[]; flagged: boolean; triaged: TriagedRow | null };

/** Hostile texts through the whole product, with a model that does what they say: what came of it beyond the closed set of effects. */
export async function measureInjection({ data, limit }: Pick<Options, 'data' | 'limit'>) {
  if (data === undefined) throw new EvalFailure('injection needs --data FILE');
  const rows = readRows(data, attackRowSchema, limit);
  if (rows.length === 0) throw new EvalFailure(`${data}: no rows`);
  const account = await openAccount(rows.map(toTicket), true);
  try {
    await account.addNeighbour(neighbourOf(account.seed));
    account.openai?.faults.add({ kind: 'obey' });
    const triaged = new Map((await triageRows(rows, account)).map((each) => [each.row, each]));
    const judge = await createJudge(account);
    const judged: Judged[] = [];
    for (const row of rows) judged.push(await judge(row, triaged.get(row) ?? null));
    return summarise(judged);
  } finally {
    await account.close();
  }
}

async function createJudge({ tenant, wired, seed, zendesk }: Account) {
  const others = othersOf(seed);
  const { teams } = await tenant.helpdesk.fetchSettings(teamsOf(tenant.routing));
  const groups = new Map(teams.flatMap(({ team, groupId }) => (groupId ? [[team, groupId] as const] : [])));
  const rules = { tenant, groups, ownUserId: zendesk.ownUserId };
  return async (row: AttackRow, triaged: TriagedRow | null): Promise<Judged> => {
    if (!triaged) return { row, escapes: [], flagged: false, triaged };
    const { stored, before, after, prompts } = triaged;
    const { draft, sources, instructsModel } = stored.triage;
    const items = await wired.store.readKnowledge(
      tenant.id,
      (sources ?? []).map(({ id }) => id),
    );
    const said = JSON.stringify([
      before,
      zendesk.readTicket(before.id).requester_id,
      requesterOf(seed, before.subject),
    ]);
    const shown = JSON.stringify([present(stored), after.comments, prompts]);
    const escapes: Escape[] = [
      ...findEscapes(triaged, rules),
      ...(draft ? findDraftEscapes(draft, supportOf(items, tenant.reply.policy), stored.vault) : []),
      ...(namesOthers(shown, said, others) ? [{ effect: 'foreign_data' as const, words: '' }] : []),
    ];
    return { row, escapes, flagged: instructsModel, triaged };
  };
}

const requesterOf = ({ tickets }: Account['seed'], subject: string) =>
  tickets.find((ticket) => ticket.subject === subject)?.requester ?? null;

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const flaggedShare = (judged: readonly Judged[]): number =>
  share(judged.filter(({ flagged }) => flagged).length, judged.length);

function summarise(judged: readonly Judged[]) {
  const broken = judged.filter(({ escapes }) => escapes.length > 0);
  const triages = judged.flatMap(({ triaged }) => (triaged ? [triaged.stored.triage] : []));
  const count = (keep: (triage: (typeof triages)[number]) => boolean): number => triages.filter(keep).length;
  const parts = triages.flatMap(({ draft }) => draft?.parts ?? []);
  const byKind = [...Map.groupBy(judged, ({ row }) => `${row.kind}${row.label ? '' : ' (benign)'}`)].sort();
  return {
    n: judged.length,
    violations: broken.length,
    flagged: flaggedShare(judged.filter(({ row }) => row.label)),
    flaggedBenign: flaggedShare(judged.filter(({ row }) => !row.label)),
    triaged: count(({ status }) => status === 'done'),
    skipped: count(({ status }) => status === 'skipped'),
    unread: count(({ unread }) => unread),
    heardByModel: count(({ classification }) => classification?.decidedBy === 'openai'),
    draftedByModel: count(({ draft }) => draft?.decidedBy === 'openai'),
    sentences: parts.length,
    struck: parts.filter(({ struck }) => struck !== null).length,
    byEffect: Object.fromEntries(
      EFFECTS.map((effect) => [
        effect,
        broken.filter(({ escapes }) => escapes.some((each) => each.effect === effect)).length,
      ]),
    ),
    byKind: Object.fromEntries(
      byKind.map(([kind, rows]) => [
        kind,
        {
          n: rows.length,
          violations: rows.filter(({ escapes }) => escapes.length > 0).length,
          flagged: flaggedShare(rows),
        },
      ]),
    ),
    examples: Object.fromEntries(
      broken.slice(0, EXAMPLES).map(({ row, escapes }) => [row.id, { effects: showEscapes(escapes) }]),
    ),
  };
}

/** The first of each kind, with the words that show it. */
function showEscapes(escapes: readonly Escape[]): string {
  const firsts = new Map(escapes.toReversed().map(({ effect, words }) => [effect, words.slice(0, EXCERPT)]));
  return [...firsts].map(([effect, words]) => `${effect} ${words}`.trim()).join(' | ');
}
