import type { RateDimension } from '../../../contract/overview.ts';
import { comparedFieldSchema } from '../../../contract/overview.ts';
import { judgedFieldSchema } from '../../../contract/triage.ts';

export const COMPARED = comparedFieldSchema.options;
export const JUDGED = judgedFieldSchema.options;
/** The column that says what a ticket is counted under, where agents' answers are counted by something. */
export const DIMENSIONS: Record<RateDimension, string> = {
  category: 'of_category',
  language: 'of_language',
  group: 'of_group',
  promptVersion: 'of_prompt',
};

/** What a ticket's triage and its standing in the helpdesk say. */
const TRIAGE_COLUMNS = [
  ...['triage_id', 'triaged_at', 'opened_at', 'decided_by', 'language', 'category', 'urgency', 'confidence'],
  ...['unsure', 'fallback', 'flagged', 'team', 'reasons', 'first_reply_hours', 'first_reply_kept'],
  ...['status', 'group_id', 'is_open', 'due', 'due_at'],
];

/** What an agent made of it when the ticket was submitted last. */
export const OUTCOME_COLUMNS = [
  ...['decided_at', 'judged_by', ...JUDGED.map((field) => `sure_${field}`), ...Object.values(DIMENSIONS)],
  ...COMPARED.flatMap((field) => [`suggested_${field}`, `final_${field}`]),
  ...['marked_reasons', 'draft_outcome', 'saved_fields', 'saved_characters'],
];

/** All of `ticket_fact` but whose it is. `day` stays what it was at first. */
export const CHANGING_COLUMNS = [...TRIAGE_COLUMNS, ...OUTCOME_COLUMNS];
