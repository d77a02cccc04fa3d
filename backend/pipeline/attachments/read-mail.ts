import PostalMime from 'postal-mime';
import { htmlToLines } from '../ingest/html-to-lines.ts';
import { joinLines } from '../ingest/line.ts';

/** The parser costs up to a microsecond a byte; what is said stands before the mail's own attachments. */
const MAX_MAIL = 300_000;
const BOUNDS = { maxNestingDepth: 32, maxHeadersSize: 65_536, maxRfc822NestingDepth: 3 };

/** Subject and text of a mail that is attached to a mail; what is attached to it in turn is left out. */
export async function readMail(bytes: Uint8Array): Promise<string> {
  const { subject, text, html } = await PostalMime.parse(bytes.subarray(0, MAX_MAIL), BOUNDS);
  const body = text?.trim() ? text : joinLines(htmlToLines(html ?? ''));
  return [subject ?? '', body.replaceAll('\r\n', '\n').trim()].filter(Boolean).join('\n\n');
}
