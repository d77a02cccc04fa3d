import { automaticKind } from './auto-reply.ts';
import { isVisible } from './line.ts';
import { isSpam } from './spam.ts';
import { isThanks } from './thanks.ts';

export type SkipReason = 'empty' | 'closed' | 'auto_reply' | 'out_of_office' | 'bounce' | 'thanks' | 'spam';

export type Received = {
  status: string;
  subject: string;
  /** The requester's address. */
  email: string | null;
  /** Who may be thanked or sign: the names on the ticket. */
  names: readonly (string | null)[];
  /** The customer's messages, oldest first: own words, and all that arrived with them. */
  messages: { own: string; all: string; headers?: Record<string, string> | undefined }[];
};

const REPLY_SUBJECT =
  /^\s{0,3}(?:re|aw|sv|rv|tr|res|rif|antw|odp|回复|答复)\s?[:：]|^(?:conversation|chat|gespräch|unterhaltung) (?:with|mit) /iu;

/** Why a ticket is no work, when every message of it is none; null when it is work, and in doubt. */
export function findSkipReason(received: Received): SkipReason | null {
  if (received.status === 'closed') return 'closed';
  const messages = received.messages.filter(({ all }) => isVisible(all));
  if (messages.length === 0) return isVisible(received.subject) ? null : 'empty';
  const reasons = messages.map((message, index) => reasonFor(message, index === 0 ? received.subject : '', received));
  return reasons.every((reason) => reason !== null) ? (reasons[0] ?? null) : null;
}

function reasonFor(message: Received['messages'][number], subject: string, received: Received): SkipReason | null {
  const { own, all, headers } = message;
  const automatic = automaticKind({ subject, text: all, own, email: received.email, headers });
  if (automatic) return automatic;
  if (isThanks(own, received.names) && isNoTopic(subject, own, received.names)) return 'thanks';
  return isSpam(subject, own) ? 'spam' : null;
}

/** A subject of its own is what "thanks" at the end of it is said for: "Where is my order?" – "Thanks!". */
const isNoTopic = (subject: string, own: string, names: Received['names']): boolean =>
  !isVisible(subject) ||
  REPLY_SUBJECT.test(subject) ||
  isThanks(subject, names) ||
  own.startsWith(subject.trim().replace(/(?:\.{3}|…)$/u, ''));
