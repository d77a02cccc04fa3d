import type { Attachment } from '../../ports/ticket.ts';
import { findKind } from './file-kind.ts';

/** `reading` is null for one that is only named. */
export type Planned = { attachment: Attachment; reading: { as: 'text' | 'picture'; maxBytes: number } | null };

const MAX_FILES = 5;
const MAX_PICTURES = 3;
const MAX_BYTES = { text: 5_000_000, picture: 4_000_000 };
const MAX_TOTAL_BYTES = 10_000_000;

/** Chooses which to read, first come first served. All may be read at once: each has its share of the bytes set aside. */
export function planReading(attachments: readonly Attachment[], pictures: boolean): Planned[] {
  let files = MAX_FILES;
  let bytes = MAX_TOTAL_BYTES;
  let shown = pictures ? MAX_PICTURES : 0;
  return attachments.map((attachment) => {
    const kind = findKind(attachment);
    const as = kind === 'picture' ? 'picture' : 'text';
    const maxBytes = attachment.size > 0 ? attachment.size : Math.min(MAX_BYTES[as], bytes);
    const fits = files > 0 && maxBytes <= MAX_BYTES[as] && maxBytes <= bytes && (as === 'text' || shown > 0);
    if (kind === null || attachment.url === null || !fits || bytes === 0) return { attachment, reading: null };
    files -= 1;
    bytes -= maxBytes;
    if (as === 'picture') shown -= 1;
    return { attachment, reading: { as, maxBytes } };
  });
}
