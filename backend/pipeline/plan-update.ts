import { PRIORITY_OF } from '../contract/priority.ts';
import type { Mode } from '../contract/settings.ts';
import type { Triage } from '../contract/triage.ts';
import type { TicketUpdate } from '../ports/helpdesk.ts';
import type { WriteBack } from '../ports/store.ts';
import type { Ticket, TriageFields } from '../ports/ticket.ts';

const TRIAGED_TAG = 'ait_triaged';
const MARKER_PREFIX = 'ait_run_';
const RANKS: readonly (string | null)[] = [null, 'low', 'normal', 'high', 'urgent'];
/** In mode `auto`, the group is set from this confidence of the category on, the priority from this one of the urgency. */
const AUTO_CONFIDENCE = 0.75;

/** A tag that this very triage leaves on the ticket: read back before a retry, it says that the first write arrived. */
export const markerOf = (triage: Triage): string => MARKER_PREFIX + triage.id.replaceAll('-', '').slice(0, 16);

/** Unset and never written by us, or still what we wrote: a human who clears a field has decided too. */
const isOurs = (value: unknown, last: unknown): boolean =>
  last === undefined ? value === null || value === false : value === last;

function wantedFields({ classification, escalation }: Triage): TriageFields {
  if (!classification) return {};
  return {
    category: classification.category,
    urgency: classification.urgency,
    sentiment: classification.sentiment,
    confidence: Math.round(classification.confidence * 100) / 100,
    escalation: escalation?.flagged ?? false,
  };
}

const pick = (fields: TriageFields, keep: (name: keyof TriageFields) => boolean): TriageFields =>
  Object.fromEntries((Object.keys(fields) as (keyof TriageFields)[]).filter(keep).map((name) => [name, fields[name]]));

function planFields(ticket: Ticket, triage: Triage, last: WriteBack | null): TriageFields {
  const wanted = wantedFields(triage);
  return pick(wanted, (name) => {
    const value = ticket.fields[name];
    return value !== undefined && value !== wanted[name] && isOurs(value, last?.values[name]);
  });
}

/** What of a triage stands on its ticket: after a crash between the write and its record, this is what we wrote. */
export function ownValues(ticket: Ticket, triage: Triage): TriageFields {
  const wanted = wantedFields(triage);
  return pick(wanted, (name) => ticket.fields[name] === wanted[name]);
}

const planTags = (tags: string[], marker: string): string[] => [
  ...tags.filter((tag) => !tag.startsWith(MARKER_PREFIX) && tag !== TRIAGED_TAG),
  TRIAGED_TAG,
  marker,
];

function planRouting(
  ticket: Ticket,
  triage: Triage,
  last: WriteBack | null,
): Pick<TicketUpdate, 'priority' | 'groupId'> {
  const { classification, routing } = triage;
  if (!classification || !routing) return {};
  const { unsure, confidence, urgencyConfidence } = classification;
  const priority = PRIORITY_OF[classification.urgency];
  const raises = RANKS.indexOf(priority) > RANKS.indexOf(ticket.priority);
  const isSure = (field: 'category' | 'urgency', sure: number) => sure >= AUTO_CONFIDENCE && !unsure.includes(field);
  const mayRaise = raises && isSure('urgency', urgencyConfidence) && isOurs(ticket.priority, last?.values.priority);
  const mayMove = isSure('category', confidence) && isOurs(ticket.groupId, last?.values.groupId);
  return {
    ...(mayRaise && { priority }),
    ...(mayMove && routing.groupId && ticket.groupId !== routing.groupId && { groupId: routing.groupId }),
  };
}

/**
 * The one write of a triage to its ticket, null when it stands there already. `suggest` writes our own fields and tags,
 * `assist` a private note as well, `auto` also group and raised priority. What a human or a rule has set stays.
 */
export function planUpdate(input: {
  ticket: Ticket;
  triage: Triage;
  mode: Mode;
  last: WriteBack | null;
  note: string;
}): TicketUpdate | null {
  const { ticket, triage, mode, last, note } = input;
  const marker = markerOf(triage);
  const written = ticket.tags.includes(marker) || last?.marker === marker;
  if (written || ticket.status === 'closed') return null;
  return {
    ticketId: ticket.id,
    updatedAt: ticket.updatedAt,
    fields: planFields(ticket, triage, last),
    tags: planTags(ticket.tags, marker),
    ...(mode === 'auto' && planRouting(ticket, triage, last)),
    ...(mode !== 'suggest' && { note }),
  };
}
