import { Buffer } from 'node:buffer';

/** OpenAI's models read 8,192 tokens of a text, and no token is shorter than a byte. */
const MOST_BYTES = 8_000;
/** A request holds at most 300,000 tokens and 2,048 texts. */
const BATCH = { bytes: 250_000, texts: 128 };

/** The start of the text that surely fits; an empty one is refused, a blank says as little. */
export function cutText(text: string): string {
  if (Buffer.byteLength(text) <= MOST_BYTES) return text.trim() === '' ? ' ' : text;
  let end = Math.min(text.length, MOST_BYTES);
  for (let bytes = Buffer.byteLength(text.slice(0, end)); bytes > MOST_BYTES; ) {
    end = Math.floor((end * MOST_BYTES) / bytes);
    bytes = Buffer.byteLength(text.slice(0, end));
  }
  return text.slice(0, end).toWellFormed();
}

/** Texts in their order, as many to a request as it holds. */
export function toRequests(texts: readonly string[]): string[][] {
  const requests: string[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    const length = Buffer.byteLength(text);
    const last = requests.at(-1);
    if (!last || last.length === BATCH.texts || bytes + length > BATCH.bytes) {
      requests.push([text]);
      bytes = length;
    } else {
      last.push(text);
      bytes += length;
    }
  }
  return requests;
}
