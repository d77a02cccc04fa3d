import { z } from 'zod';
import { decodeQuotedPrintable } from '../backend/pipeline/ingest/quoted-printable.ts';
import { readRows } from './read-file.ts';

const rowSchema = z.looseObject({
  id: z.string(),
  raw: z.string(),
  expected: z.string(),
  kind: z.string(),
  core: z.string().nullish(),
  drop: z.string().nullish(),
});
export type CleaningRow = z.infer<typeof rowSchema>;

/**
 * Rows of a clean-up file; forwards are left out, for there the wanted text is somebody else's. Where a set left plain
 * text in its transport encoding, the whole row is decoded, for every method alike.
 */
export const readCleaningRows = (path: string, limit: number): CleaningRow[] =>
  readRows(path, rowSchema, limit)
    .filter(({ kind }) => !kind.endsWith('forward'))
    .map(decodeRow);

function decodeRow(row: CleaningRow): CleaningRow {
  const raw = decodeQuotedPrintable(row.raw);
  if (!row.kind.startsWith('text:') || raw === row.raw) return row;
  const decode = (text: string | null | undefined) =>
    typeof text === 'string' ? decodeQuotedPrintable(text, true) : text;
  return { ...row, raw, expected: decode(row.expected) ?? '', core: decode(row.core), drop: decode(row.drop) };
}
