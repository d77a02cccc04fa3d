import { htmlToLines } from '../ingest/html-to-lines.ts';
import { joinLines } from '../ingest/line.ts';
import { clip } from '../preprocess/clip.ts';
import { decodeText } from './decode-text.ts';
import { findKind } from './file-kind.ts';
import { readMail } from './read-mail.ts';
import { isPdf, readPdf } from './read-pdf.ts';

export type Extracted = { text: string; truncated: boolean };

const MAX_BYTES = 5_000_000;
const MAX_CHARACTERS = 100_000;
const MAX_MARKUP = 500_000;

/**
 * What a file says, as text: PDF, mail, HTML and plain kinds. Null for everything else, for what is not what it claims
 * to be and for what has no text; archives are never unpacked. Does no I/O and never throws.
 */
export async function extractText(
  bytes: Uint8Array,
  file: { name: string; contentType: string },
): Promise<Extracted | null> {
  if (bytes.length > MAX_BYTES) return null;
  try {
    const extracted = await extract(bytes, file);
    return extracted && /\S/.test(extracted.text) ? extracted : null;
  } catch {
    return null;
  }
}

async function extract(bytes: Uint8Array, file: { name: string; contentType: string }): Promise<Extracted | null> {
  const kind = findKind(file);
  if (kind !== null && isPdf(bytes)) return readPdf(bytes, MAX_CHARACTERS);
  if (kind === 'mail') return short(await readMail(bytes));
  if (kind !== 'html' && kind !== 'text') return null;
  const text = decodeText(bytes, file.contentType);
  if (text === null) return null;
  if (kind === 'text') return short(text);
  const { text: shown, truncated } = short(joinLines(htmlToLines(text.slice(0, MAX_MARKUP))));
  return { text: shown, truncated: truncated || text.length > MAX_MARKUP };
}

function short(text: string): Extracted {
  const { text: kept, clipped } = clip(text.trim(), MAX_CHARACTERS);
  return { text: kept, truncated: clipped };
}
