import type { Triage } from '../contract/triage.ts';
import type { TicketUpdate } from '../ports/helpdesk.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Ticket } from '../ports/ticket.ts';
import { modeOf } from './mode-of.ts';
import { isScant, wordsOf } from './scant-words.ts';

/** On a ticket whose customer was asked for details by itself. */
export const ASKED_TAG = 'ait_asked_details';
/** Where a public comment is a letter to the customer and to nobody else. */
const CHANNELS: ReadonlySet<string> = new Set(['email', 'web', 'api', 'mobile', 'mobile_sdk', 'help_center']);
/** A category that nobody can be sure of, in so few words: there is not enough to go by. */
const FEW_WORDS = 6;
const SURE_LANGUAGE = 0.8;

type Asked = {
  ticket: Ticket;
  triage: Triage;
  /** The masked words that the triage was made of. */
  said: { subject: string; text: string };
  tenant: Pick<Tenant, 'mode' | 'modeOf' | 'askDetails' | 'reply'>;
};

function isTooLittle({ subject, text }: Asked['said'], { classification, draft }: Triage): boolean {
  if (!classification || draft?.kind !== 'clarifying') return false;
  const isUnclear = classification.needsReview && classification.unsure.includes('category');
  return isScant(subject, text) || (isUnclear && wordsOf(`${subject} ${text}`).length <= FEW_WORDS);
}

/** Nobody of the team has it yet, and the customer alone has spoken. */
const isUntouched = ({ status, assigneeId, comments, tags }: Ticket): boolean =>
  (status === 'new' || status === 'open') &&
  assigneeId === null &&
  !tags.includes(ASKED_TAG) &&
  comments.length > 0 &&
  comments.every(({ fromCustomer }) => fromCustomer);

/** Whether a person should see it first, whatever it lacks. */
const isDelicate = ({ escalation, instructsModel, truncated, unread }: Triage): boolean =>
  escalation?.flagged !== false || instructsModel || truncated || unread;

/**
 * The language to ask for details in, by itself and in the account's fixed words; null where that is not to be done.
 * Whether the ticket was asked before is the store's to know.
 */
export function askDetailsIn({ ticket, triage, said, tenant }: Asked): string | null {
  if (!tenant.askDetails || modeOf(tenant, triage) !== 'auto' || triage.status !== 'done') return null;
  if (!CHANNELS.has(ticket.channel) || !isUntouched(ticket) || isDelicate(triage)) return null;
  const isKnown = triage.languageConfidence >= SURE_LANGUAGE && Object.hasOwn(tenant.reply.askDetails, triage.language);
  return isKnown && isTooLittle(said, triage) ? triage.language : null;
}

/** The question goes out with the rest, in place of the note: an update has room for one comment. */
export function withQuestion({ note: _, ...update }: TicketUpdate, language: string): TicketUpdate {
  return { ...update, tags: update.tags && [...update.tags, ASKED_TAG], askDetailsIn: language };
}
