import type { Mode } from '../contract/settings.ts';
import type { Triage } from '../contract/triage.ts';
import { askDetailsIn, withQuestion } from '../pipeline/ask-details.ts';
import { hashContent } from '../pipeline/hash-content.ts';
import { modeOf } from '../pipeline/mode-of.ts';
import { isWritten, needsHistory, planUpdate } from '../pipeline/plan-update.ts';
import { present } from '../pipeline/present.ts';
import { changesOf, type Known, recoverWrite } from '../pipeline/provenance.ts';
import { writeNote } from '../pipeline/write-note.ts';
import { OutsideError } from '../ports/errors.ts';
import { step } from '../ports/step.ts';
import type { Store, StoredTriage } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Ticket } from '../ports/ticket.ts';
import { markerOf } from '../ports/write-log.ts';
import { fetchSettled } from './fetch-settled.ts';
import { type KnownStore, readKnown } from './read-known.ts';

const CONFLICTS = 4;

type WriteStore = KnownStore & Pick<Store, 'readLastTriage' | 'claimQuestion'>;
type Asked = { ticket: Ticket; triage: Triage; mode: Mode; known: Known; note: string };

export type WriteOutcome = 'gone' | 'superseded' | 'written' | 'already_written' | 'not_taken';

/** The language to ask the customer for details in. What was begun is gone on with, and nothing is asked twice. */
async function findQuestion(tenant: Tenant, ticket: Ticket, triage: Triage, store: WriteStore): Promise<string | null> {
  if (!tenant.askDetails) return null;
  const last = await store.readLastTriage(tenant.id, ticket.id);
  if (!last?.reading || last.triage.id !== triage.id) return null;
  const language = askDetailsIn({ ticket, triage, said: last.reading, tenant });
  return language !== null && (await store.claimQuestion(tenant.id, ticket.id, triage.id)) ? language : null;
}

/** The plan, with the history asked for only where it can decide something: never for a fresh ticket. */
async function planWrite(tenant: Tenant, asked: Asked) {
  if (isWritten(asked.ticket, asked.triage, asked.known)) return null;
  if (asked.known.history || !needsHistory(asked)) return planUpdate(asked);
  const history = await tenant.helpdesk.fetchHistory(asked.ticket.id);
  return planUpdate({ ...asked, known: { ...asked.known, history } });
}

/** What the ticket's history says of a write whose answer does not show it: writing again would double the note. Throws when it did not arrive. */
async function readArrived(tenant: Tenant, ticketId: string, marker: string) {
  const arrived = recoverWrite(await tenant.helpdesk.fetchHistory(ticketId), marker);
  if (!arrived) throw new OutsideError('zendesk', 'bad_answer', 'did not take the update');
  return arrived;
}

/** Somebody has left the group since it was read, or a rule names who is no agent: the rest is written all the same. */
const withoutPeople = (triage: Triage): Triage => ({
  ...triage,
  assignee: null,
  unassigned: triage.assignee ? 'no_answer' : triage.unassigned,
  routing: triage.routing && { ...triage.routing, watchers: [] },
});

/** The group was deleted since the account's groups were read. */
const withoutGroup = (triage: Triage): Triage => ({
  ...triage,
  routing: triage.routing && { ...triage.routing, groupId: null },
});

/** Writes the suggestion where no person has decided. Idempotent: marker and log say that it stands there. */
export async function writeBack(tenant: Tenant, store: WriteStore, stored: StoredTriage): Promise<WriteOutcome> {
  let triage = present(stored);
  for (let attempt = 0; ; attempt += 1) {
    const ticket = await fetchSettled(tenant, triage.ticketId);
    if (!ticket) return 'gone';
    // The customer has written since: the triage of that text writes, and an older one must not come after it.
    if (hashContent(ticket) !== stored.contentHash) return 'superseded';
    const known = await readKnown(tenant, ticket, store);
    const asked = { ticket, triage, mode: modeOf(tenant, triage), known, note: writeNote(triage) };
    const planned = await planWrite(tenant, asked);
    if (!planned) return 'already_written';
    const language = await findQuestion(tenant, ticket, triage, store);
    const update = language ? withQuestion(planned, language) : planned;
    step('write:planned', ticket.id);
    const outcome = await tenant.helpdesk.updateTicket(update).then(
      () => 'written' as const,
      (error: unknown) => {
        const code = error instanceof OutsideError ? error.code : null;
        if (code === 'conflict' && attempt < CONFLICTS) return 'conflict' as const;
        if (code === 'rejected' && (update.assigneeId || update.followers)) return 'people_refused' as const;
        if (code === 'rejected' && update.groupId) return 'group_refused' as const;
        // As a rule it arrived, and a trigger of the account changed it at once.
        if (code === 'bad_answer') return 'not_taken' as const;
        throw error;
      },
    );
    if (outcome === 'conflict') continue;
    if (outcome === 'people_refused' || outcome === 'group_refused') {
      triage = outcome === 'people_refused' ? withoutPeople(triage) : withoutGroup(triage);
      continue;
    }
    const marker = markerOf(triage.id);
    const arrived =
      outcome === 'written' ? { changes: changesOf(ticket, update) } : await readArrived(tenant, ticket.id, marker);
    await store.logWrite(tenant.id, ticket.id, { marker, ...arrived });
    step('write:recorded', ticket.id);
    return outcome;
  }
}
