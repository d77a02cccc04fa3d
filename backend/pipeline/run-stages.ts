import { teamsOf } from '../contract/routing-rules.ts';
import type { Aside, Triage } from '../contract/triage.ts';
import type { DecideInput, Decision } from '../ports/decision.ts';
import type { ClassifyInput, Engine, Example, MaskedText } from '../ports/engine.ts';
import type { Learned } from '../ports/learned.ts';
import { step } from '../ports/step.ts';
import type { Beside, ClaimHeld, Store, StoredTriage, UsageEntry } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import { customersOf, type Ticket } from '../ports/ticket.ts';
import type { Vectors } from '../ports/vectors.ts';
import { assign } from './assign.ts';
import { classify, type Judged } from './classify.ts';
import { costOf } from './cost.ts';
import { decide } from './decide.ts';
import { draft } from './draft.ts';
import type { Ingested } from './ingest.ts';
import { type Climbing, isDegraded } from './ladder.ts';
import { rank, readRanked } from './rank.ts';
import { readPassages } from './read-passages.ts';
import { readTicket } from './read-ticket.ts';
import type { Reader } from './reader.ts';
import { retrieve } from './retrieve.ts';
import type { RulesOfDecision } from './route.ts';
import { readRulesInForce } from './routing/rules-in-force.ts';
import { toFacts } from './routing/to-facts.ts';
import { readHistory, slaAtTriage } from './sla/sla-at-triage.ts';

/** Attachments included. */
const READING_MS = 60_000;
/** When this is over, no engine is asked any more. */
const ASKING_MS = 60_000;
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
    | 'readRouting'
    | 'saveRouting'
    | 'markWords'
    | 'chooseInTurn'
    | 'readKnowledge'
    | 'readFacts'
    | 'readServing'
    | 'searchKnowledge'
    | 'countOtherTriages'
  >;
  vectors: Vectors;
  reader: Reader;
  /** The tenant's tickets that people put right and that are most like this one. */
  findExamples: (
    tenantId: string,
    ticket: { ticketId: string; subject: MaskedText; text: MaskedText },
  ) => Promise<Example[]>;
};

export type Run = {
  ticket: Ticket;
  tenant: Tenant;
  held: ClaimHeld;
  /** A person asked for it, also where the text looks like no work. */
  anyway: boolean;
};
type Classified = (stored: StoredTriage) => void;
export type Save = (part: Partial<Triage>, beside?: Beside) => Promise<StoredTriage>;

/** The helpdesk's groups behind the teams that the rules name, and what of the past they look at. */
const readRouting = async ({ tenant, ticket }: Run, inForce: RulesOfDecision) => {
  const [{ teams }, history] = await Promise.all([
    tenant.helpdesk.fetchSettings(teamsOf(inForce.rules)).catch(() => ({ teams: [] })),
    readHistory(ticket, tenant, inForce.rules),
  ]);
  const groupIds = Object.fromEntries(teams.flatMap(({ team, groupId }) => (groupId ? [[team, groupId]] : [])));
  return { groupIds, history };
};

/** Where the parts that are not the customer's own words stand, without a word of them: whoever may read the ticket can look. */
const placesOf = (parts: Ingested['parts']): Aside[] =>
  parts
    .flatMap(({ kind, commentId, source, start, end }) =>
      kind === 'own' ? [] : [{ kind, commentId, source, start, end }],
    )
    .slice(0, MAX_ASIDES);

/** What is to be booked at the end. */
type Bills = UsageEntry[];

/** The ladder for one stage: its calls count against the ticket and the month, its answers are billed. */
const climbing = (
  { tenant, held }: Run,
  { store }: TriageParts,
  stage: { purpose: UsageEntry['purpose']; engines: readonly Engine[]; signal: AbortSignal; bills: Bills },
): Climbing => ({
  engines: stage.engines,
  signal: stage.signal,
  spend: () => store.spendModelCall(tenant.id, held, tenant.monthlyBudgetUsd && tenant.monthlyBudgetUsd * 1_000_000),
  note: (usage, engine) => {
    const microUsd = costOf(usage, modelOf(engine), tenant.prices);
    stage.bills.push({ purpose: stage.purpose, usage, microUsd });
  },
});

/** What the decision is made of, and what is kept of how it came about. */
function toDecision(
  { raw, decidedBy, decidedWhy, model, fallbackReason, yardstick, promptVersion, tried, guesses }: Judged,
  { tenant, ticket: { createdAt } }: Run,
  found: Pick<DecideInput, 'signals' | 'muted' | 'groupIds' | 'facts' | 'rulesVersion'>,
): Decision {
  const { language } = found.facts;
  const input = { raw, decidedBy, decidedWhy, model, fallbackReason, yardstick, createdAt, ...found };
  return { input, taxonomyVersion: tenant.taxonomy.version, promptVersion, tried, guesses, language };
}

/** The stages of one ticket, in order. Each part is saved as it is ready; `classified` is told when only the draft is missing. */
export async function runStages(
  run: Run,
  parts: TriageParts,
  save: Save,
  classified: Classified,
): Promise<StoredTriage> {
  const bills: Bills = [];
  try {
    return await runInOrder({ ...run, bills }, parts, save, classified);
  } finally {
    await pay(bills, run, parts);
  }
}

type Asking = Parameters<typeof climbing>[2];

async function judge(
  read: Omit<ClassifyInput, 'taxonomy' | 'examples'>,
  learning: Promise<Learned>,
  { run, parts, asking }: { run: Run; parts: TriageParts; asking: Omit<Asking, 'purpose'> },
): Promise<Judged> {
  const { tenant, ticket, held } = run;
  const { subject, text } = read;
  return classify(
    { ...read, taxonomy: tenant.taxonomy },
    {
      ...climbing(run, parts, { ...asking, purpose: 'classify' }),
      learned: await learning,
      reviewBelow: tenant.reviewBelow,
      findExamples: () => parts.findExamples(tenant.id, { subject, text, ticketId: ticket.id }),
      audit: isAudit(held.id),
    },
  );
}

async function runInOrder(
  run: Run & { bills: Bills },
  parts: TriageParts,
  save: Save,
  classified: Classified,
): Promise<StoredTriage> {
  const { ticket, tenant, anyway, bills } = run;
  const learning = parts.store.readLearned(tenant.id);
  learning.catch(() => {});
  const inForce = await readRulesInForce(tenant, parts.store);
  const { skipReason, unread, vault, signals, muted, ...read } = await readTicket(ticket, tenant, parts.reader, {
    signal: AbortSignal.timeout(READING_MS),
    anyway,
    escalation: inForce.rules.escalation,
  });
  const { subject, text, mainLanguage: language, truncated, languageConfidence, instructsModel } = read;
  const images = read.images.map(({ mime, base64 }) => ({ mime, base64 }));
  const setAside = placesOf(read.parts);
  if (skipReason) return save({ status: 'skipped', skipReason, setAside });
  const reading = { subject, text, language };
  const known = { language: read.language, languageConfidence, truncated, unread, instructsModel, setAside };
  await save(known, { vault, reading, people: customersOf(ticket) });
  step('text:masked', ticket.id);

  // What was not read is nothing to ask an engine about: a human decides.
  const asking = { engines: unread ? [] : tenant.engines, signal: AbortSignal.timeout(ASKING_MS), bills };
  const retrieving = retrieve({ id: ticket.id, subject, text }, { tenant, vectors: parts.vectors, store: parts.store });
  const [judged, { groupIds, history }] = await Promise.all([
    judge({ ...reading, images }, learning, { run, parts, asking }),
    readRouting(run, inForce),
  ]);
  const facts = toFacts(ticket, language, (words) => parts.store.markWords(tenant.id, words));
  const decision = toDecision(judged, run, { signals, muted, groupIds, facts, rulesVersion: inForce.version });
  const decided = decide(decision.input, inForce);
  const degraded = isDegraded(judged.tried, asking.engines);
  const { sla, slaLookAt } = slaAtTriage({ ticket, tenant, history, rules: inForce.rules, routing: decided.routing });
  classified(await save({ status: 'drafting', ...decided, sla }, { decision, degraded, slaLookAt }));
  if (judged.spared) bills.push(sparedCall(judged.spared));
  const { assignment } = inForce.rules;
  const assigning = assign({ ticket, routing: decided.routing, language }, { tenant, store: parts.store, assignment });

  const { hits, available } = await retrieving;
  const { classification } = decided;
  const chosen = unread ? [] : rank(hits, { category: classification.category, language, now: new Date() });
  const ranked = await readRanked(tenant.id, chosen, parts.store);
  const { masking, reply } = tenant;
  const found = await readPassages(ranked, { reader: parts.reader, masking, draftFrom: reply.draftFrom });
  // A model that was down a moment ago is not asked again: its calls are better spent once it is back.
  const drafters = degraded ? asking.engines.filter(({ metered }) => !metered) : asking.engines;
  const drafting = climbing(run, parts, { ...asking, engines: drafters, purpose: 'draft' });
  const drafted = await draft(
    { ...reading, classification, found, vault, ticket },
    { climbing: drafting, reader: parts.reader, reply, masking },
  );
  const sources = found.map(({ passage }) => passage.source);
  const done = { status: 'done', sources, sourcesAvailable: available, draft: drafted.draft } as const;
  return save({ ...done, ...(await assigning) }, { vault: drafted.vault });
}

/** One of so many tickets that would spare the model goes to it all the same, so that both go on being compared. */
const AUDITED = 20;
const isAudit = (triageId: string): boolean => Number.parseInt(triageId.slice(0, 8), 16) % AUDITED === 0;

/** The configured model of `openai:gpt-4o-mini`. */
export const modelOf = ({ id }: Engine): string => id.slice(id.indexOf(':') + 1);

/** A call that the builtin engine made needless, so that an account can see what that saves. */
const sparedCall = (model: string): UsageEntry => ({
  purpose: 'spared',
  usage: { model, promptTokens: 0, cachedTokens: 0, completionTokens: 0 },
  microUsd: 0,
});

/** Books when the ticket has all it waits for, which does not fail by it; also what was asked for a triage that failed. */
async function pay(bills: Bills, { tenant, held }: Run, { store }: TriageParts): Promise<void> {
  for (const bill of bills.splice(0)) await store.bookUsage(tenant.id, held.id, bill).catch(() => {});
}
