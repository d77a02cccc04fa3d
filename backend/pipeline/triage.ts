import type { Triage } from '../contract/triage.ts';
import type { Masker } from '../ports/masker.ts';
import { categoriesOf } from '../ports/routing-table.ts';
import type { Store, StoredTriage } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Ticket } from '../ports/ticket.ts';
import type { Vectors } from '../ports/vectors.ts';
import { classify } from './classify.ts';
import { draft, toSource } from './draft.ts';
import { findSignals } from './escalation/find-signals.ts';
import { hashContent } from './hash-content.ts';
import { type Ingested, ingest } from './ingest.ts';
import { clip } from './preprocess/clip.ts';
import { type Prepared, preprocess } from './preprocess.ts';
import { rank } from './rank.ts';
import { retrieve } from './retrieve.ts';
import { escalate, route } from './route.ts';

/** Of a small model's context; the rest is left for the prompt, the passages and the answer. */
const MAX_TOKENS = 6_000;
const SIGNAL_CHARACTERS = 60_000;
/** When this is over, no engine is asked any more. */
const DEADLINE_MS = 60_000;
/** A loop between two systems would ask without end; a person who asks in the sidebar is always answered. */
const FUSE = { triages: 2, withinMs: 3_600_000 };

export type TriageParts = {
  store: Pick<Store, 'claimTriage' | 'saveTriage' | 'spendModelCall' | 'readKnowledge' | 'countOtherTriages'>;
  vectors: Vectors;
  masker: Masker;
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

type Run = { ticket: Ticket; tenant: Tenant; ingested: Ingested; prepared: Prepared; stored: StoredTriage };
type Save = (part: Partial<Triage>) => Promise<StoredTriage>;

const readGroupIds = async (tenant: Tenant): Promise<Map<string, string>> => {
  const { teams } = await tenant.helpdesk.fetchSettings().catch(() => ({ teams: [] }));
  return new Map(teams.flatMap(({ team, groupId }) => (groupId ? [[team, groupId]] : [])));
};

const signalsOf = ({ ingested, prepared, ticket }: Run, masker: Masker) =>
  findSignals(clip(`${ingested.subject}\n\n${ingested.uncut}`, SIGNAL_CHARACTERS).text).map(({ rule, phrase }) => ({
    rule,
    phrase: masker.mask(phrase, { people: ticket.people }, { ...prepared.vault }).text,
  }));

async function run(run: Run, parts: TriageParts, save: Save, classified: (stored: StoredTriage) => void) {
  const { ticket, tenant, ingested, prepared, stored } = run;
  const { subject, text, language } = prepared;
  if (ingested.skipReason) return save({ status: 'skipped', skipReason: ingested.skipReason });

  const spend = () => parts.store.spendModelCall(tenant.id, stored.triage.id);
  const asking = {
    engines: tenant.engines,
    reviewBelow: tenant.reviewBelow,
    spend,
    signal: AbortSignal.timeout(DEADLINE_MS),
  };
  const retrieving = retrieve(
    { tenantId: tenant.id, subject, text, exceptTicketId: ticket.id },
    { embedder: tenant.embedder, vectors: parts.vectors, store: parts.store },
  );
  const [{ classification, escalationRisk }, groupIds] = await Promise.all([
    classify({ subject, text, language, categories: categoriesOf(tenant.routing) }, asking),
    readGroupIds(tenant),
  ]);
  const escalation = escalate({ classification, escalationRisk, signals: signalsOf(run, parts.masker) });
  const { createdAt } = ticket;
  const routing = route({ classification, escalation, table: tenant.routing, groupIds, createdAt });
  classified(await save({ status: 'drafting', classification, escalation, routing }));

  const { hits, available } = await retrieving;
  const ranked = rank(hits, { category: classification.category, language, now: new Date() });
  const sources = ranked.map(toSource);
  const drafted = await draft({ subject, text, language, classification, ranked, vault: prepared.vault }, asking);
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
  const ingested = ingest(ticket);
  const key = { tenantId: tenant.id, ticketId: ticket.id, contentHash: hashContent(ticket) };
  const since = new Date(Date.now() - FUSE.withinMs);
  if (fused && (await parts.store.countOtherTriages(key, since)) >= FUSE.triages) return null;
  const { subject, text } = ingested;
  const prepared = preprocess({ subject, text, people: ticket.people, maxTokens: MAX_TOKENS }, parts.masker);
  const { mine, stored } = await parts.store.claimTriage({
    ...key,
    language: prepared.language,
    vault: prepared.vault,
    force,
  });
  if (!mine) return { stored, mine, classified: Promise.resolve(stored), done: Promise.resolve(stored) };

  let present: StoredTriage = { ...stored, vault: prepared.vault };
  const save: Save = async (part) => {
    const updated = { ...present.triage, truncated: prepared.truncated, ...part, updatedAt: new Date().toISOString() };
    present = { ...present, triage: updated };
    await parts.store.saveTriage(tenant.id, updated);
    return present;
  };
  const classified = Promise.withResolvers<StoredTriage>();
  const done = run({ ticket, tenant, ingested, prepared, stored: present }, parts, save, classified.resolve).catch(
    async (error) => {
      await save({ status: 'failed', failure: error instanceof Error ? error.name : 'unknown' });
      throw error;
    },
  );
  done.then(classified.resolve, classified.reject);
  classified.promise.catch(() => {});
  return { stored: present, mine, classified: classified.promise, done };
}
