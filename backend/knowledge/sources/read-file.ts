import type { ImportFormat } from '../../contract/imports.ts';
import type { OpenBytes, Place } from './bytes.ts';
import { readCsv } from './read-csv.ts';
import { readJsonl } from './read-jsonl.ts';
import type { Batch, Found, Refusal } from './source.ts';
import { toFound } from './to-found.ts';

const BATCH_ROWS = 400;
/** Rows may be large: what lies in memory is bounded by their bytes too. */
const BATCH_BYTES = 2 * 1024 * 1024;
/** Among so many ids a second one is noticed; nothing depends on it, since the last row of an id wins anyway. */
const NOTICED_IDS = 100_000;

/** Where the reading of a file stands, in the run's own words. */
export type FilePosition = Place & {
  format: ImportFormat;
  /** How large the file is. */
  bytes: number;
  /** Tells whether it is the same file; null for one that was uploaded, and lies with its run. */
  fingerprint: string | null;
};

export const writePosition = (position: FilePosition): string => JSON.stringify(position);
export const readPosition = (position: string): FilePosition => JSON.parse(position);

const idOf = (found: Found): string | null =>
  'solved' in found
    ? found.solved.ticket.id
    : 'article' in found
      ? `${found.article.locale} ${found.article.id}`
      : null;

function createNoticing() {
  const seen = new Set<string>();
  return (found: Found): Found => {
    const id = idOf(found);
    if (id === null) return found;
    if (seen.has(id)) return { ...found, notes: [...(found.notes ?? []), 'repeated_id'] };
    if (seen.size < NOTICED_IDS) seen.add(id);
    return found;
  };
}

/** A file's rows in batches; how many there are in all is told from how far its bytes are read. */
export async function* readFile(open: OpenBytes, from: FilePosition): AsyncGenerator<Batch | Refusal> {
  const [read, unit] = from.format === 'csv' ? [readCsv, 'row' as const] : [readJsonl, 'line' as const];
  const notice = createNoticing();
  let found: Found[] = [];
  let place: Place = from;
  let startsAt = from.byte;
  const end = (): Batch => {
    const total = Math.round((place.row * from.bytes) / Math.max(place.byte, 1));
    const batch = { found, position: writePosition({ ...from, ...place }), total };
    found = [];
    startsAt = place.byte;
    return batch;
  };
  for await (const row of read(open, from)) {
    if ('refused' in row) {
      yield row;
      return;
    }
    found.push(notice(toFound(row, unit)));
    place = { byte: row.end, row: row.row };
    if (found.length >= BATCH_ROWS || place.byte - startsAt >= BATCH_BYTES) yield end();
  }
  if (found.length > 0) yield end();
}
