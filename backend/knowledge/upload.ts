import type { ImportFormat } from '../contract/imports.ts';
import type { ImportRun, ImportStore } from '../ports/knowledge.ts';
import type { OpenBytes } from './sources/bytes.ts';
import { writePosition } from './sources/read-file.ts';

const PART_BYTES = 1024 * 1024;

type Kept<Names extends keyof ImportStore> = { tenantId: string; store: Pick<ImportStore, Names> };

/** Cuts a stream into parts of the same size, but for the last one. */
async function* toParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let part = new Uint8Array(PART_BYTES);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const piece = chunk.subarray(at, at + PART_BYTES - filled);
      part.set(piece, filled);
      filled += piece.length;
      at += piece.length;
      if (filled < PART_BYTES) continue;
      yield part;
      part = new Uint8Array(PART_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield part.subarray(0, filled);
}

/** Keeps a file, sealed, with the run that is to read it, so that any process can. Null for one that is larger than it may be. */
export async function saveUpload(
  run: ImportRun,
  file: { chunks: AsyncIterable<Uint8Array>; format: ImportFormat; maxBytes: number },
  { tenantId, store }: Kept<'saveUpload' | 'saveImport'>,
): Promise<ImportRun | null> {
  let [bytes, part] = [0, 0];
  for await (const piece of toParts(file.chunks)) {
    bytes += piece.length;
    if (bytes > file.maxBytes) return null;
    await store.saveUpload(tenantId, run.id, part, piece);
    part += 1;
  }
  // Only with a position is the file whole.
  const position = writePosition({ format: file.format, bytes, byte: 0, row: 0, fingerprint: null });
  const ready = { ...run, position };
  await store.saveImport(tenantId, ready);
  return ready;
}

/** Reads the parts again, from any offset on. */
export const openUpload = (runId: string, { tenantId, store }: Kept<'readUpload'>): OpenBytes =>
  async function* (from) {
    const first = Math.floor(from / PART_BYTES);
    for (let part = first; ; part += 1) {
      const bytes = await store.readUpload(tenantId, runId, part);
      if (bytes === null) return;
      yield part === first ? bytes.subarray(from - first * PART_BYTES) : bytes;
    }
  };
