/** A file's bytes from an offset on. */
export type OpenBytes = (from: number) => AsyncIterable<Uint8Array>;

/** Where a reading goes on: the offset of the first byte not read, and how many rows came before. */
export type Place = { byte: number; row: number };

/** What is wrong with a row as a whole. */
export type RowFault = 'too_long' | 'not_utf8' | 'not_json' | 'unclosed_quote' | 'too_many_values';

/** A row by its names in lower case; `row` counts from 1 as an editor or a spreadsheet does, `end` is the offset after it. */
export type Row = { row: number; end: number } & ({ values: Map<string, unknown> } | { fault: RowFault });

/** A ticket may have 1 MB of text; more in one row is no ticket. */
export const MAX_ROW_BYTES = 1024 * 1024;

const NEWLINE = 0x0a;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Null for bytes that are no UTF-8. */
export function decode(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** The first bytes of a file, at most so many. */
export async function readHead(open: OpenBytes, length: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of open(0)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= length) break;
  }
  return Buffer.concat(chunks).subarray(0, length);
}

/** Files that a spreadsheet wrote as UTF-16 or packed: no text that could be read row by row. */
export function isOtherThanUtf8(head: Uint8Array): boolean {
  const [first, second] = head;
  const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const packed = (first === 0x50 && second === 0x4b) || (first === 0x1f && second === 0x8b);
  return utf16 || packed || head.includes(0);
}

/** The offset after the first line end at or after `from`; null when there is none. */
export async function findLineEnd(open: OpenBytes, from: number): Promise<number | null> {
  let offset = from;
  for await (const chunk of open(from)) {
    const at = chunk.indexOf(NEWLINE);
    if (at >= 0) return offset + at + 1;
    offset += chunk.length;
  }
  return null;
}

/** Lines without their ends; null for one that is longer than a row may be, of which nothing is kept. */
export async function* readLines(
  open: OpenBytes,
  from: number,
): AsyncGenerator<{ bytes: Uint8Array | null; end: number }> {
  let held: Uint8Array[] = [];
  let size = 0;
  let offset = from;
  const take = (rest: Uint8Array, end: number) => {
    const bytes = size + rest.length > MAX_ROW_BYTES ? null : Buffer.concat([...held, rest]);
    held = [];
    size = 0;
    return { bytes, end };
  };
  for await (const chunk of open(from)) {
    let start = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
      yield take(chunk.subarray(start, at), offset + at + 1);
      start = at + 1;
    }
    const rest = chunk.subarray(start);
    size += rest.length;
    if (size > MAX_ROW_BYTES) held = [];
    else if (rest.length > 0) held.push(rest);
    offset += chunk.length;
  }
  if (size > 0) yield take(new Uint8Array(), offset);
}
