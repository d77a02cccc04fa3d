import type { EscalationRules } from '../contract/escalation-rules.ts';
import type { MaskedText, Picture } from '../ports/engine.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Ticket } from '../ports/ticket.ts';
import { describeAttachments } from './attachments/describe-attachments.ts';
import { readAttachments } from './attachments/read-attachments.ts';
import type { Ingested } from './ingest.ts';
import type { ReadText } from './read-text.ts';
import type { Reader } from './reader.ts';

/** Of a small model's context; the rest is left for the prompt, the passages and the answer. */
const MAX_TOKENS = 6_000;
/** A second detector that is slow or down must not hold the ticket: the built-in masker stands alone then. */
const DETECT_MS = 2_500;
/** Of one attachment: more than is shown of it, so that what is cut off here was masked and is not shown. */
const ATTACHMENT_CHARACTERS = 5_000;

export type TicketRead = ReadText & {
  skipReason: Ingested['skipReason'];
  parts: Ingested['parts'];
  images: readonly Picture[];
  /** The reading had to be ended: nothing is known of the text, and a human has to look. */
  unread: boolean;
};

const UNREAD: TicketRead = {
  subject: '' as MaskedText,
  text: '' as MaskedText,
  language: 'und',
  mainLanguage: 'und',
  languageConfidence: 0,
  vault: {},
  truncated: true,
  signals: [],
  muted: [],
  instructsModel: false,
  skipReason: null,
  parts: [],
  images: [],
  unread: true,
};

/** Stages 1 and 2: the customer's own words, found and masked, and what was attached to them. */
export async function readTicket(
  ticket: Ticket,
  tenant: Tenant,
  reader: Reader,
  { signal, anyway, escalation }: { signal: AbortSignal; anyway: boolean; escalation: EscalationRules },
): Promise<TicketRead> {
  const ingested = await reader.ingest(ticket);
  if (!ingested) return UNREAD;
  const { parts, subject, text, uncut, language, clipped } = ingested;
  const { helpdesk, images } = tenant;
  const skipReason = findSkipReason(ingested, ticket, anyway);
  if (skipReason) return { ...UNREAD, skipReason, parts, truncated: false, unread: false };
  const attachments = await readAttachments(ticket, { helpdesk, extract: reader.extract, images }, signal);
  const attached = describeAttachments(attachments, ATTACHMENT_CHARACTERS);
  const found = await detect([subject, ...attached, text].join('\n\n'), language, tenant);
  const hints = {
    people: ticket.people,
    organisations: ticket.organisations,
    policy: tenant.masking,
    found,
  };
  const { model } = tenant;
  const given = { subject, text, attached, uncut, hints, maxTokens: MAX_TOKENS, model, escalation };
  const read = await reader.readText(given);
  const truncated = read?.truncated || clipped;
  return read
    ? { ...read, truncated, skipReason, parts, images: attachments.images, unread: false }
    : { ...UNREAD, parts };
}

/** No word, or mere thanks, is work when something is attached, and a person may see work in what looks like none. */
function findSkipReason({ skipReason }: Ingested, { comments }: Ticket, anyway: boolean): Ingested['skipReason'] {
  if (skipReason === 'closed') return skipReason;
  const wordless = skipReason === 'empty' || skipReason === 'thanks';
  if (wordless && comments.some(({ attachments }) => attachments.length > 0)) return null;
  return anyway && skipReason !== 'empty' ? null : skipReason;
}

/** What a second detector finds, where the account has one. */
export const detect = async (text: string, language: string, { detector }: Pick<Tenant, 'detector'>) =>
  (await detector
    ?.detect(text, language === 'und' ? 'en' : language, AbortSignal.timeout(DETECT_MS))
    .catch(() => [])) ?? [];
