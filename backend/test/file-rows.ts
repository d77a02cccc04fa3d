import fc from 'fast-check';
import type { ImportFormat } from '../contract/imports.ts';
import type { OpenBytes } from '../knowledge/sources/bytes.ts';
import { type FilePosition, readFile } from '../knowledge/sources/read-file.ts';
import type { Batch, Found } from '../knowledge/sources/source.ts';

/** A file in pieces of so many bytes, since a stream cuts wherever it likes. */
export const fileOf = (bytes: Uint8Array, piece = 7): OpenBytes =>
  async function* (from) {
    for (let at = from; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  };

export const startOf = (format: ImportFormat, bytes: Uint8Array): FilePosition => ({
  ...{ format, bytes: bytes.length, byte: 0, row: 0, fingerprint: null },
});

export async function readAll(format: ImportFormat, text: string | Uint8Array, piece?: number) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const batches: Batch[] = [];
  for await (const batch of readFile(fileOf(bytes, piece), startOf(format, bytes))) {
    if ('refused' in batch) return { refused: batch.refused, found: batches.flatMap((each) => each.found), batches };
    batches.push(batch);
  }
  return { refused: null, found: batches.flatMap(({ found }) => found), batches };
}

export const tell = (found: Found): string => {
  if ('leftOut' in found) return `${found.leftOut} ${found.place}`;
  if ('article' in found) return `article ${found.article.id}`;
  const [question, answer] = found.solved.ticket.comments;
  return `${found.solved.ticket.id} ${question?.text} ${answer?.text}`;
};
export const tellAll = async (format: ImportFormat, text: string | Uint8Array) =>
  (await readAll(format, text)).found.map(tell);

const quoteCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
export const asCsv = (rows: string[][], lineEnd: string, delimiter: string): string =>
  rows.map((cells) => cells.map(quoteCell).join(delimiter)).join(lineEnd);
export const words = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.trim() || 'x');
