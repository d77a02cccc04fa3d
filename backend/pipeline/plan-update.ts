import { PRIORITY_OF } from '../contract/priority.ts';
import type { Mode } from '../contract/settings.ts';
import type { Triage } from '../contract/triage.ts';
import type { TicketUpdate } from '../ports/helpdesk.ts';
import type { ChangedField, Ticket, TriageFields } from '../ports/ticket.ts';
import { MARKER_PREFIX, markerOf } from '../ports/write-log.ts';
import { hasAnswered, isOurs, type Known, looksOurs, standingOf } from './provenance.ts';

export const TRIAGED_TAG = 'ait_triaged';
export const UNDONE_TAG = 'ait_undone';
/** On a ticket whose triage was given up; a triage that succeeds takes it off. */
export const NEEDS_HUMAN_TAG = 'ait_needs_human';
const ENDED_TAGS: ReadonlySet<string> = new Set([TRIAGED_TAG, UNDONE_TAG, NEEDS_HUMAN_TAG]);
const RANKS: readonly (string | null)[] = [null, 'low', 'normal', 'high', 'urgent'];
/** In mode `auto`, the group is set from this confidence of the category on, unless a rule is sure of it, the priority from this one of the urgency. */
const AUTO_CONFIDENCE = 0.75;

type Asked = { ticket: Ticket; triage: Triage; mode: Mode; known: Known; note: string };
type MayChange = (field: ChangedField, value: unknown) => boolean;

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

function planFields(ticket: Ticket, triage: Triage, mayChange: MayChange): TriageFields {
  const wanted = wantedFields(triage);
  const names = (Object.keys(wanted) as (keyof TriageFields)[]).filter((name) => {
    const value = ticket.fields[name];
    return value !== undefined && value !== wanted[name] && mayChange(name, value);
  });
  return Object.fromEntries(names.map((name) => [name, wanted[name]]));
}

const planTags = (tags: string[], marker: string): string[] => [
  ...tags.filter((tag) => !tag.startsWith(MARKER_PREFIX) && !ENDED_TAGS.has(tag)),
  TRIAGED_TAG,
  marker,
];

const mayReassign = (ticket: Ticket, mayChange: MayChange): boolean =>
  !hasAnswered(ticket) && mayChange('assigneeId', ticket.assigneeId);

/** The agent that was chosen gets a ticket that no person has taken or given, in the group that we chose. */
function planAssignee(
  ticket: Ticket,
  { assignee, unassigned, routing }: Triage,
  mayChange: MayChange,
  isMoved: boolean,
): Pick<TicketUpdate, 'assigneeId'> {
  // Whom we had chosen for the group before is not left with it where nobody of the new one can be found.
  const chosen = assignee?.agentId ?? (isMoved && unassigned ? null : ticket.assigneeId);
  if (ticket.assigneeId === chosen || !mayReassign(ticket, mayChange)) return {};
  const isOurGroup =
    isMoved || (ticket.groupId !== null && ticket.groupId === routing?.groupId && mayChange('groupId', ticket.groupId));
  return isOurGroup ? { assigneeId: chosen } : {};
}

function planRouting(
  ticket: Ticket,
  triage: Triage,
  mayChange: MayChange,
): Pick<TicketUpdate, 'priority' | 'groupId' | 'assigneeId'> {
  const { classification, routing } = triage;
  if (!classification || !routing) return {};
  const { unsure, confidence, urgencyConfidence } = classification;
  const priority = PRIORITY_OF[classification.urgency];
  const raises = RANKS.indexOf(priority) > RANKS.indexOf(ticket.priority);
  const isSure = (field: 'category' | 'urgency', sure: number) => sure >= AUTO_CONFIDENCE && !unsure.includes(field);
  const mayRaise = raises && isSure('urgency', urgencyConfidence) && mayChange('priority', ticket.priority);
  const isMoved =
    routing.groupId !== null &&
    ticket.groupId !== routing.groupId &&
    (routing.sureTeam || isSure('category', confidence)) &&
    mayChange('groupId', ticket.groupId) &&
    // The helpdesk takes a ticket away from an agent who is not in its new group.
    (ticket.assigneeId === null || mayReassign(ticket, mayChange));
  return {
    ...(mayRaise && { priority }),
    ...(isMoved && { groupId: routing.groupId }),
    ...planAssignee(ticket, triage, mayChange, isMoved),
  };
}

/** Only adds: nobody who follows a ticket is taken off it. A triage from before there were watchers lacks the list. */
const planFollowers = ({ routing }: Triage): Pick<TicketUpdate, 'followers'> =>
  routing?.watchers?.length ? { followers: routing.watchers } : {};

function plan({ ticket, triage, mode, note }: Asked, mayChange: MayChange): TicketUpdate {
  return {
    ticketId: ticket.id,
    updatedAt: ticket.updatedAt,
    fields: planFields(ticket, triage, mayChange),
    tags: planTags(ticket.tags, markerOf(triage.id)),
    ...(mode === 'auto' && { ...planRouting(ticket, triage, mayChange), ...planFollowers(triage) }),
    ...(mode !== 'suggest' && { note }),
  };
}

/** Whether this triage stands on its ticket already, or did until it was undone. */
export const isWritten = (ticket: Ticket, triage: Triage, { writes }: Pick<Known, 'writes'>): boolean =>
  ticket.tags.includes(markerOf(triage.id)) || writes.some(({ triageId }) => triageId === triage.id);

/** Whether the plan depends on who changed a field last: on one that still holds what we wrote. A fresh ticket has none. */
export function needsHistory(asked: Asked): boolean {
  const standing = standingOf(asked.known.writes);
  if (standing.size === 0) return false;
  let looked = false;
  plan(asked, (field, value) => {
    const maybe = looksOurs(field, value, asked.known);
    looked ||= maybe && standing.has(field);
    return maybe;
  });
  return looked;
}

/**
 * The one write of a triage to its ticket, null when it stands there already. `suggest` writes our own fields and tags,
 * `assist` a private note as well, `auto` also group, agent and raised priority. What a person or a rule has set stays.
 */
export function planUpdate(asked: Asked): TicketUpdate | null {
  const { ticket, triage, known } = asked;
  if (isWritten(ticket, triage, known) || ticket.status === 'closed') return null;
  return plan(asked, (field, value) => isOurs(field, value, known));
}
