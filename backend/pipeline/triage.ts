import type { Aside, Triage } from '../contract/triage.ts';
import type { DecideInput, Decision } from '../ports/decision.ts';
import type { Engine, Example, MaskedText } from '../ports/engine.ts';
import { OutsideError } from '../ports/errors.ts';
import type { Beside, ClaimHeld, Store, StoredTriage, UsageEntry } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Ticket } from '../ports/ticket.ts';
import type { Vectors } from '../ports/vectors.ts';
import { classify, type Judged } from './classify.ts';
import { costOf } from './cost.ts';
import { decide } from './decide.ts';
import { draft, toSource } from './draft.ts';
import { hashContent } from './hash-content.ts';
import type { Ingested } from './ingest.ts';
import { type Climbing, isDegraded } from './ladder.ts';
import { rank } from './rank.ts';
import { readTicket } from './read-ticket.ts';
import type { Reader } from './reader.ts';
import { retrieve } from './retrieve.ts';

/** When this is over, no engine is asked any more. */
const DEADLINE_MS = 60_000;
/** A loop between two systems would ask without end; a person who asks in the sidebar is always answered. */
const FUSE = { triages: 2, withinMs: 3_600_000 };
/** A conversation of a hundred mails has as many quotes; the agent opens the first ones. */
const MAX_ASIDES = 100;

export type TriageParts = {
  store: Pick<
    Store,
    | 'claimTriage'
    | 'saveTriage'
    | 'spendModelCall'
    | 'bookUsage'
    | 'readLearned'
    | 'readKnowledge'
    | 'countOtherTriages'
  >;
  vectors: Vectors;
  reader: Reader;
  /** The tenant's tickets that people put right and that are most like this one. */
  findExamples: (tenantId: string, ticket: { subject: MaskedText; text: MaskedText }) => Promise<Example[]>;
};

export type Started = {
  stored: StoredTriage;
  /** Whether this call runs the triage; otherwise another one does or did. */
  mine: boolean;
  /** The triage once its classification stands, the draft still missing. */
  classified: Promise<StoredTriage>;
  /** The triage in full; rejects when it could not be finished. */
  done: Promise<StoredTriage>;
};

type Run = {
  ticket: Ticket;
  tenant: Tenant;
  held: ClaimHeld;
  /** A person asked for it, also where the text looks like no work. */
  anyway: boolean;
};
type Save = (part: Partial<Triage>, beside?: Beside) => Promise<StoredTriage>;

const readGroupIds = async (tenant: Tenant): Promise<Record<string, string>> => {
  const { teams } = await tenant.helpdesk.fetchSettings().catch(() => ({ teams: [] }));
  return Object.fromEntries(teams.flatMap(({ team, groupId }) => (groupId ? [[team, groupId]] : [])));
};

/** Where the parts that are not the customer's own words stand, without a word of them: whoever may read the ticket can look. */
const placesOf = (parts: Ingested['parts']): Aside[] =>
  parts
    .flatMap(({ kind, commentId, source, start, end }) =>
      kind === 'own' ? [] : [{ kind, commentId, source, start, end }],
    )
    .slice(0, MAX_ASIDES);

/** The ladder for one stage: its calls count against the ticket and the month, its answers are booked. */
const climbing = (
  { tenant, held }: Run,
  { store }: TriageParts,
  { purpose, engines, signal }: { purpose: UsageEntry['purpose']; engines: readonly Engine[]; signal: AbortSignal },
): Climbing => ({
  engines,
  signal,
  spend: () => store.spendModelCall(tenant.id, held, tenant.monthlyBudgetUsd && tenant.monthlyBudgetUsd * 1_000_000),
  book: (usage) => store.bookUsage(tenant.id, held.id, { purpose, usage, microUsd: costOf(usage, tenant.prices) }),
});

/** What the decision is made of, and what is kept of how it came about. */
function toDecision(
  { raw, decidedBy, decidedWhy, model, fallbackReason, yardstick, promptVersion, tried, guesses }: Judged,
  { tenant, ticket: { createdAt } }: Run,
  found: Pick<DecideInput, 'signals' | 'groupIds'> & { language: string },
): Decision {
  const { language, ...rest } = found;
  const [category] = raw.category;
  const row = category && tenant.routing[category.value];
  if (!row) throw new RangeError(`The routing table has no category ${category?.value}`);
  const table = { [category.value]: row };
  const input = { raw, decidedBy, decidedWhy, model, fallbackReason, yardstick, table, createdAt, ...rest };
  return { input, taxonomyVersion: tenant.taxonomy.version, promptVersion, tried, guesses, language };
}

async function run(run: Run, parts: TriageParts, save: Save, classified: (stored: StoredTriage) => void) {
  const { ticket, tenant, anyway } = run;
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const { skipReason, unread, vault, signals, ...read } = await readTicket(ticket, tenant, parts.reader, {
    signal,
    anyway,
  });
  const { subject, text, mainLanguage: language, truncated, languageConfidence } = read;
  const images = read.images.map(({ mime, base64 }) => ({ mime, base64 }));
  const setAside = placesOf(read.parts);
  if (skipReason) return save({ status: 'skipped', skipReason, setAside });
  const reading = { subject, text, language };
  await save({ language: read.language, languageConfidence, truncated, unread, setAside }, { vault, reading });

  // What was not read is nothing to ask an engine about: a human decides.
  const asking = { engines: unread ? [] : tenant.engines, signal };
  const retrieving = retrieve(
    { tenantId: tenant.id, subject, text, exceptTicketId: ticket.id },
    { embedder: tenant.embedder, vectors: parts.vectors, store: parts.store },
  );
  const [judged, groupIds] = await Promise.all([
    classify(
      { ...reading, taxonomy: tenant.taxonomy, images },
      {
        ...climbing(run, parts, { ...asking, purpose: 'classify' }),
        learned: await parts.store.readLearned(tenant.id),
        reviewBelow: tenant.reviewBelow,
        findExamples: () => parts.findExamples(tenant.id, reading),
      },
    ),
    readGroupIds(tenant),
  ]);
  const decision = toDecision(judged, run, { signals, groupIds, language });
  const decided = decide(decision.input);
  const degraded = isDegraded(judged.tried, asking.engines);
  classified(await save({ status: 'drafting', ...decided }, { decision, degraded }));
  if (judged.spared) await bookSpared(run, parts, judged.spared);

  const { hits, available } = await retrieving;
  const { classification } = decided;
  const ranked = unread ? [] : rank(hits, { category: classification.category, language, now: new Date() });
  const sources = ranked.map(toSource);
  // A model that was down a moment ago is not asked again: its calls are better spent once it is back.
  const drafters = degraded ? asking.engines.filter(({ metered }) => !metered) : asking.engines;
  const drafting = climbing(run, parts, { engines: drafters, signal, purpose: 'draft' });
  const drafted = await draft({ ...reading, classification, ranked, vault }, drafting);
  return save(
    { status: 'done', sources, sourcesAvailable: available, draft: drafted.draft },
    { degraded: degraded || isDegraded(drafted.tried, drafters) },
  );
}

/** A call that the builtin engine made needless, so that an account can see what that saves. */
const bookSpared = ({ tenant, held }: Run, { store }: TriageParts, model: string): Promise<void> =>
  store.bookUsage(tenant.id, held.id, {
    purpose: 'spared',
    usage: { model, promptTokens: 0, cachedTokens: 0, completionTokens: 0 },
    microUsd: 0,
  });

/**
 * One triage of a ticket's present text: claimed, run and saved part by part; the stages' order is `run`'s.
 * Null when `fused` and this ticket has had its triages for this hour.
 */
export async function triage(
  ticket: Ticket,
  tenant: Tenant,
  parts: TriageParts,
  { force = false, fused = false, recovering = false }: { force?: boolean; fused?: boolean; recovering?: boolean } = {},
): Promise<Started | null> {
  const key = { tenantId: tenant.id, ticketId: ticket.id, contentHash: hashContent(ticket) };
  const since = new Date(Date.now() - FUSE.withinMs);
  if (fused && (await parts.store.countOtherTriages(key, since)) >= FUSE.triages) return null;
  const { mine, stored } = await parts.store.claimTriage({ ...key, force, recovering });
  if (!mine) return { stored, mine, classified: Promise.resolve(stored), done: Promise.resolve(stored) };

  let present = stored;
  const save: Save = async (part, beside) => {
    const triage = { ...present.triage, ...part, updatedAt: new Date().toISOString() };
    present = { ...present, triage, vault: beside?.vault ?? present.vault };
    if (!(await parts.store.saveTriage(tenant.id, present, beside)))
      throw new OutsideError('triage', 'conflict', 'another process has taken it over');
    return present;
  };
  const classified = Promise.withResolvers<StoredTriage>();
  const held = { id: stored.triage.id, attempt: stored.attempt };
  const done = run({ ticket, tenant, held, anyway: force }, parts, save, classified.resolve).catch(async (error) => {
    await save({ status: 'failed', failure: error instanceof Error ? error.name : 'unknown' }).catch(() => {});
    throw error;
  });
  done.then(classified.resolve, classified.reject);
  classified.promise.catch(() => {});
  return { stored, mine, classified: classified.promise, done };
}
