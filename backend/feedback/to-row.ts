import { distance } from 'fastest-levenshtein';
import type { FeedbackEvent, FeedbackRow, FieldName } from '../contract/feedback.ts';
import { PRIORITY_OF } from '../contract/priority.ts';
import type { Triage } from '../contract/triage.ts';

/** Longer texts are compared by their beginnings; a reply is shorter. */
const COMPARED_CHARS = 8_000;
/** Up to here only spacing or a name changed; beyond the second it is the agent's own text. */
const ACCEPTED = 0.05;
const EDITED = 0.7;

type FieldRow = FeedbackRow['fields'][number];

const suggestedValues = ({ classification, escalation, routing }: Triage): Partial<Record<FieldName, string | null>> =>
  classification
    ? {
        category: classification.category,
        urgency: classification.urgency,
        sentiment: classification.sentiment,
        priority: PRIORITY_OF[classification.urgency],
        group: routing?.groupId ?? null,
        escalation: escalation?.flagged ? 'yes' : null,
      }
    : {};

const compare = (field: FieldName, suggested: string | null, final: string | null): FieldRow => ({
  field,
  suggested,
  final,
  outcome: final === null ? 'untouched' : final === suggested ? 'accepted' : 'overridden',
});

function fieldsOf(event: FeedbackEvent, triage: Triage): FieldRow[] {
  if (event.type === 'applied')
    return event.fields.map(({ field, suggested, chosen }) => compare(field, suggested, chosen));
  if (event.type === 'overridden') return [compare(event.field, event.suggested, event.chosen)];
  if (event.type !== 'submitted') return [];
  const suggested = suggestedValues(triage);
  return (Object.keys(suggested) as FieldName[])
    .filter((field) => event.final[field] !== undefined)
    .map((field) => compare(field, suggested[field] ?? null, event.final[field] ?? null));
}

const normalise = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim().slice(0, COMPARED_CHARS);

function compareDraft(draft: string, reply: string | null): Pick<FeedbackRow, 'draftOutcome' | 'draftDistance'> {
  if (!reply?.trim()) return { draftOutcome: 'unused', draftDistance: null };
  const [drafted, sent] = [normalise(draft), normalise(reply)];
  const share = distance(drafted, sent) / Math.max(1, drafted.length, sent.length);
  return {
    draftOutcome: share <= ACCEPTED ? 'accepted' : share <= EDITED ? 'edited' : 'unused',
    draftDistance: Math.round(share * 1000) / 1000,
  };
}

/**
 * One thing that an agent did, beside what had been suggested. `triage` has its placeholders restored, as the agent saw
 * it: the texts are compared here and only the outcome is kept, for they hold a customer's data.
 */
export function toRow(event: FeedbackEvent, triage: Triage): FeedbackRow {
  const compared =
    event.type === 'submitted' && triage.draft
      ? compareDraft(triage.draft.text, event.reply)
      : { draftOutcome: null, draftDistance: null };
  return {
    id: event.id,
    triageId: triage.id,
    ticketId: triage.ticketId,
    type: event.type,
    at: event.at,
    agentId: event.agentId,
    fields: fieldsOf(event, triage),
    ...compared,
    decidedBy: triage.classification?.decidedBy ?? null,
    helpful: event.type === 'rated' ? event.helpful : null,
    reason: event.type === 'rated' ? event.reason : null,
  };
}
