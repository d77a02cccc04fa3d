import { existsSync } from 'node:fs';
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

export type Measure = 'category' | 'urgency' | 'sentiment' | 'escalation';
export type LabelledRow = { subject: string; text: string; language: string; label: string };

const DEFAULT_FIELDS: Record<Measure, string[]> = {
  category: ['category'],
  urgency: ['priority'],
  sentiment: ['sentiment', 'label'],
  escalation: ['label'],
};

/** One file, or several with commas between them; a name that holds a comma itself is one file. */
export const filesOf = (given: string): string[] =>
  existsSync(given) ? [given] : given.split(',').filter((path) => path !== '');

/** Rows of classification files that carry the wanted label; `skipped` counts the others. */
export function readLabelledRows(
  given: string,
  what: Measure,
  { map: mapPath, field, strong, limit }: Pick<Options, 'map' | 'field' | 'strong' | 'limit'>,
): { rows: LabelledRow[]; skipped: number } {
  const map = mapPath === undefined ? null : readLabelMap(mapPath);
  const fields = field === undefined ? DEFAULT_FIELDS[what] : [field];
  const all = filesOf(given)
    .flatMap((path) => readRows(path, rowSchema, limit))
    .slice(0, limit);
  const rows = all.flatMap((row) => {
    const label = labelOf(row, fields, map, strong);
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
