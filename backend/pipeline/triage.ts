import type { Aside, Triage } from '../contract/triage.ts';
import { OutsideError } from '../ports/errors.ts';
import { categoriesOf } from '../ports/routing-table.ts';
import type { ClaimHeld, Store, StoredTriage } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Ticket } from '../ports/ticket.ts';
import type { Vectors } from '../ports/vectors.ts';
import { classify } from './classify.ts';
import { draft, toSource } from './draft.ts';
import { hashContent } from './hash-content.ts';
import type { Ingested } from './ingest.ts';
import { rank } from './rank.ts';
import { readTicket } from './read-ticket.ts';
import type { Reader } from './reader.ts';
import { retrieve } from './retrieve.ts';
import { escalate, route } from './route.ts';

/** When this is over, no engine is asked any more. */
const DEADLINE_MS = 60_000;
/** A loop between two systems would ask without end; a person who asks in the sidebar is always answered. */
const FUSE = { triages: 2, withinMs: 3_600_000 };
/** A conversation of a hundred mails has as many quotes; the agent opens the first ones. */
const MAX_ASIDES = 100;

export type TriageParts = {
  store: Pick<Store, 'claimTriage' | 'saveTriage' | 'spendModelCall' | 'readKnowledge' | 'countOtherTriages'>;
  vectors: Vectors;
  reader: Reader;
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
type Save = (part: Partial<Triage>, vault?: StoredTriage['vault']) => Promise<StoredTriage>;

const readGroupIds = async (tenant: Tenant): Promise<Map<string, string>> => {
  const { teams } = await tenant.helpdesk.fetchSettings().catch(() => ({ teams: [] }));
  return new Map(teams.flatMap(({ team, groupId }) => (groupId ? [[team, groupId]] : [])));
};

/** Where the parts that are not the customer's own words stand, without a word of them: whoever may read the ticket can look. */
const placesOf = (parts: Ingested['parts']): Aside[] =>
  parts
    .flatMap(({ kind, commentId, source, start, end }) =>
      kind === 'own' ? [] : [{ kind, commentId, source, start, end }],
    )
    .slice(0, MAX_ASIDES);

async function run(run: Run, parts: TriageParts, save: Save, classified: (stored: StoredTriage) => void) {
  const { ticket, tenant, held, anyway } = run;
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const { skipReason, unread, vault, signals, ...read } = await readTicket(ticket, tenant, parts.reader, {
    signal,
    anyway,
  });
  const { subject, text, mainLanguage: language, truncated, languageConfidence } = read;
  const images = read.images.map(({ mime, base64 }) => ({ mime, base64 }));
  const setAside = placesOf(read.parts);
  if (skipReason) return save({ status: 'skipped', skipReason, setAside });
  await save({ language: read.language, languageConfidence, truncated, unread, setAside }, vault);

  const asking = {
    // What was not read is nothing to ask an engine about: a human decides.
    engines: unread ? [] : tenant.engines,
    reviewBelow: tenant.reviewBelow,
    spend: () => parts.store.spendModelCall(tenant.id, held),
    signal,
  };
  const retrieving = retrieve(
    { tenantId: tenant.id, subject, text, exceptTicketId: ticket.id },
    { embedder: tenant.embedder, vectors: parts.vectors, store: parts.store },
  );
  const [{ classification, escalationRisk }, groupIds] = await Promise.all([
    classify({ subject, text, language, categories: categoriesOf(tenant.routing), images }, asking),
    readGroupIds(tenant),
  ]);
  const escalation = escalate({ classification, escalationRisk, signals });
  const { createdAt } = ticket;
  const routing = route({ classification, escalation, table: tenant.routing, groupIds, createdAt });
  classified(await save({ status: 'drafting', classification, escalation, routing }));

  const { hits, available } = await retrieving;
  const ranked = unread ? [] : rank(hits, { category: classification.category, language, now: new Date() });
  const sources = ranked.map(toSource);
  const drafted = await draft({ subject, text, language, classification, ranked, vault }, asking);
  return save({ status: 'done', sources, sourcesAvailable: available, draft: drafted });
}

/**
 * One triage of a ticket's present text: claimed, run and saved part by part; the stages' order is `run`'s.
 * Null when `fused` and this ticket has had its triages for this hour.
 */
export async function triage(
  ticket: Ticket,
  tenant: Tenant,
  parts: TriageParts,
  { force = false, fused = false }: { force?: boolean; fused?: boolean } = {},
): Promise<Started | null> {
  const key = { tenantId: tenant.id, ticketId: ticket.id, contentHash: hashContent(ticket) };
  const since = new Date(Date.now() - FUSE.withinMs);
  if (fused && (await parts.store.countOtherTriages(key, since)) >= FUSE.triages) return null;
  const { mine, stored } = await parts.store.claimTriage({ ...key, force });
  if (!mine) return { stored, mine, classified: Promise.resolve(stored), done: Promise.resolve(stored) };

  let present = stored;
  const save: Save = async (part, vault) => {
    const triage = { ...present.triage, ...part, updatedAt: new Date().toISOString() };
    present = { ...present, triage, vault: vault ?? present.vault };
    if (!(await parts.store.saveTriage(tenant.id, present, vault)))
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
