import { z } from 'zod';
import { type LabelMap, readLabelMap } from './label-map.ts';
import type { Options } from './options.ts';
import { readRows } from './read-file.ts';

const rowSchema = z.looseObject({
  id: z.string(),
  text: z.string(),
  subject: z.string().nullish(),
  language: z.string().nullish(),
});
type Row = z.infer<typeof rowSchema>;

export type LabelledRow = { subject: string; text: string; language: string; label: string };

const DEFAULT_FIELDS: Record<string, string[]> = {
  category: ['category'],
  urgency: ['priority'],
  sentiment: ['sentiment', 'label'],
};

/** Rows of a classification file that carry the wanted label; `skipped` counts the others. */
export function readLabelledRows(
  path: string,
  what: string,
  options: Options,
): { rows: LabelledRow[]; skipped: number } {
  const map = options.map === undefined ? null : readLabelMap(options.map);
  const fields = options.field === undefined ? (DEFAULT_FIELDS[what] ?? []) : [options.field];
  const all = readRows(path, rowSchema, options.limit);
  const rows = all.flatMap((row) => {
    const label = labelOf(row, fields, map, options.strong);
    return label === null
      ? []
      : [{ subject: row.subject ?? '', text: row.text, language: row.language ?? 'und', label }];
  });
  return { rows, skipped: all.length - rows.length };
}

function labelOf(row: Row, fields: string[], map: LabelMap | null, strongOnly: boolean): string | null {
  const raw = fields.map((field) => row[field]).find((value) => typeof value === 'string');
  if (typeof raw !== 'string') return null;
  const strength = row.category_strength ?? row.strength;
  if (!map) return strongOnly && strength !== 'strong' ? null : raw;
  const mapped = map.get(raw);
  return !mapped || (strongOnly && !mapped.strong) ? null : mapped.value;
}
