import { z } from 'zod';
import { readJson } from './read-file.ts';

const entrySchema = z.union([z.string(), z.tuple([z.string(), z.enum(['s', 'w'])])]);
const groupSchema = z.record(z.string(), entrySchema);
const mapSchema = z.record(z.string(), z.union([entrySchema, groupSchema]));
type Group = z.infer<typeof groupSchema>;

export type LabelMap = Map<string, { value: string; strong: boolean }>;

/** `{label: value}`, `{label: [value, "s" | "w"]}`, or such objects by the name of a set. */
export function readLabelMap(path: string): LabelMap {
  const groups = Object.entries(readJson(path, mapSchema)).map(
    ([name, value]): Group => (typeof value === 'string' || Array.isArray(value) ? { [name]: value } : value),
  );
  return new Map(
    groups.flatMap((group) =>
      Object.entries(group).map(([label, target]): [string, { value: string; strong: boolean }] =>
        typeof target === 'string'
          ? [label, { value: target, strong: true }]
          : [label, { value: target[0], strong: target[1] === 's' }],
      ),
    ),
  );
}
