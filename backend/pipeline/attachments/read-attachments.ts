import type { Picture } from '../../ports/engine.ts';
import type { Helpdesk } from '../../ports/helpdesk.ts';
import type { Attachment, Ticket } from '../../ports/ticket.ts';
import type { Extracted } from './extract-text.ts';
import { findPictureType } from './picture-type.ts';
import { type Planned, planReading } from './plan-reading.ts';

export type AttachmentsRead = {
  texts: { name: string; text: string }[];
  images: (Picture & { name: string })[];
  /** Every other one: of a kind that is not read, too large, too many, or not to be had. */
  named: string[];
};

export type AttachmentParts = {
  helpdesk: Pick<Helpdesk, 'fetchAttachment'>;
  /** Runs `extractText` where it can be ended. */
  extract(bytes: Uint8Array, file: { name: string; contentType: string }): Promise<Extracted | null>;
  /** Whether the tenant lets pictures be shown to a model. */
  images: boolean;
};

const DEADLINE_MS = 8_000;
/** A smaller picture within the text is a signature's logo, not news. */
const LOGO_BYTES = 10_000;

/**
 * Reads what a ticket's customer attached in public, newest comment first, within bounds. What fails, or is not there
 * in time, is only named. Never throws.
 */
export async function readAttachments(
  ticket: Ticket,
  parts: AttachmentParts,
  signal: AbortSignal,
): Promise<AttachmentsRead> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]);
  const ended = whenAborted(limit);
  const read: AttachmentsRead = { texts: [], images: [], named: [] };
  const planned = planReading(findAttachments(ticket), parts.images);
  const contents = planned.map((plan) => Promise.race([readContent(plan, parts, limit), ended]).catch(() => null));
  for (const [index, content] of (await Promise.all(contents)).entries()) {
    const name = planned[index]?.attachment.name ?? '';
    if (content === null) read.named.push(name);
    else if ('text' in content) read.texts.push({ name, ...content });
    else read.images.push({ name, ...content });
  }
  return read;
}

const findAttachments = (ticket: Ticket): Attachment[] =>
  ticket.comments
    .filter((comment) => comment.public && comment.fromCustomer)
    .toReversed()
    .flatMap(({ attachments }) => attachments)
    .filter(({ inline, contentType, size }) => !(inline && contentType.startsWith('image/') && size < LOGO_BYTES));

async function readContent(
  { attachment, reading }: Planned,
  { helpdesk, extract }: AttachmentParts,
  signal: AbortSignal,
): Promise<{ text: string } | Picture | null> {
  if (reading === null || attachment.url === null) return null;
  const bytes = await helpdesk.fetchAttachment(attachment.url, reading.maxBytes, signal);
  if (typeof bytes === 'string') return null;
  if (reading.as === 'text') {
    const extracted = await extract(bytes, { name: attachment.name, contentType: attachment.contentType });
    return extracted && { text: extracted.text };
  }
  const mime = findPictureType(bytes);
  return mime === null ? null : { mime, base64: Buffer.from(bytes).toString('base64') };
}

const whenAborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
