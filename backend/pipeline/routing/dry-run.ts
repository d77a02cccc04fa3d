import { isDeepStrictEqual } from 'node:util';
import type { DryRun } from '../../contract/routing.ts';
import type { Routing } from '../../contract/triage.ts';
import type { DecideInput } from '../../ports/decision.ts';
import type { RoutingVersion } from '../../ports/routing-rules.ts';
import type { RulesCompared, SignalFinder, SignalsCompared } from '../../ports/signals.ts';
import type { DecidedAt, Store } from '../../ports/store.ts';
import { decide } from '../decide.ts';
import type { RulesOfDecision } from '../route.ts';
import { needText, signalsUnder } from './signals-under.ts';

const BATCH = 250;
const FLIPS_SHOWN = 200;
const DAY_MS = 86_400_000;

type Flip = DryRun['flips'][number];
type Proposed = Pick<RulesOfDecision, 'rules' | 'marks'>;

const outcomeOf = ({
  team,
  sureTeam,
  escalationTeam,
  slaHours,
  dueAt,
  resolutionHours,
  skills,
  watchers,
}: Routing) => ({
  team,
  sureTeam,
  escalationTeam,
  slaHours,
  dueAt,
  resolutionHours,
  skills,
  watchers,
});

/** Whether both know what there is to know: the facts, and the category. */
const isKnown = ({ facts, raw }: Partial<Pick<DecideInput, 'facts'>> & Pick<DecideInput, 'raw'>, all: Proposed[]) =>
  facts !== undefined && all.every(({ rules }) => Object.hasOwn(rules.categories, raw.category[0]?.value ?? ''));

type Page = { since: Date; limit: number };

/** The newest decisions, and whether there are more; between two batches others get their turn. */
async function* readNewest(tenantId: string, { since, limit }: Page, store: Pick<Store, 'readDecisions'>) {
  let before: DecidedAt | null = null;
  for (let left = limit; ; left -= BATCH) {
    const decisions: Awaited<ReturnType<Store['readDecisions']>> = await store.readDecisions(tenantId, {
      since,
      before,
      limit: BATCH,
    });
    yield { decisions: decisions.slice(0, left), more: decisions.length > left };
    before = decisions.at(-1) ?? null;
    if (decisions.length < BATCH || decisions.length > left) return;
  }
}

export type DryRunParts = { store: Pick<Store, 'readDecisions' | 'readReadings'>; reader: SignalFinder };
type Known = { id: string; input: DecideInput };

/** What both rules hear in the texts of these decisions: nothing is read where it makes no difference. */
async function readUnder(
  tenantId: string,
  decisions: Known[],
  rules: RulesCompared,
  { store, reader }: DryRunParts,
): Promise<Map<string, SignalsCompared>> {
  const read = new Map<string, SignalsCompared>();
  if (!needText(rules)) return read;
  const ids = decisions.map(({ id }) => id);
  for (const [id, { subject, text }] of await store.readReadings(tenantId, ids)) {
    const compared = await reader.compareSignals({ text: `${subject}\n\n${text}`, ...rules });
    if (compared) read.set(id, compared);
  }
  return read;
}

/** What the rules of an account would have made of its newest decisions; nothing is changed by it. */
export async function dryRun(
  tenantId: string,
  { inForce, proposed }: { inForce: RoutingVersion; proposed: Proposed },
  { days, limit, skip }: { days: number; limit: number; skip: number },
  parts: DryRunParts,
): Promise<DryRun> {
  const flips: Flip[] = [];
  const fired = new Map(proposed.rules.rules.map(({ id }) => [`rule:${id}`, 0]));
  const escalation = { inForce: inForce.rules.escalation, proposed: proposed.rules.escalation };
  let [lookedAt, unknown, isMore] = [0, 0, false];
  const page = { since: new Date(Date.now() - days * DAY_MS), limit };
  for await (const { decisions, more } of readNewest(tenantId, page, parts.store)) {
    isMore = more;
    const known = decisions.filter(({ input }) => isKnown(input, [inForce, proposed]));
    lookedAt += known.length;
    unknown += decisions.length - known.length;
    const read = await readUnder(tenantId, known, escalation, parts);
    for (const { id: triageId, ticketId, input } of known) {
      const signals = signalsUnder(input, read.get(triageId) ?? null, escalation);
      const before = outcomeOf(decide({ ...input, signals: signals.before }, inForce).routing);
      const { routing } = decide({ ...input, signals: signals.after }, { ...proposed, version: inForce.version });
      const after = outcomeOf(routing);
      for (const rule of routing.rules) if (fired.has(rule)) fired.set(rule, (fired.get(rule) ?? 0) + 1);
      if (!isDeepStrictEqual(before, after)) flips.push({ triageId, ticketId, before, after });
    }
  }
  const shown = skip + FLIPS_SHOWN;
  return {
    basedOn: inForce.version,
    lookedAt,
    more: isMore,
    unknown,
    flipped: flips.length,
    flips: flips.slice(skip, shown),
    nextSkip: shown < flips.length ? shown : null,
    fired: [...fired].map(([rule, count]) => ({ rule: rule.slice('rule:'.length), count })),
  };
}
