import { z } from 'zod';
import { findPersonalData } from '../backend/adapters/masker/builtin/find-personal-data.ts';
import { normalise } from '../backend/adapters/masker/builtin/normalise.ts';
import { EvalFailure } from './failure.ts';
import type { Options } from './options.ts';
import { measureMasked } from './pii-masked.ts';
import { regionsOf } from './pii-regions.ts';
import { kindsOf, scopeOf } from './pii-types.ts';
import { createProgress } from './progress.ts';
import { readRows } from './read-file.ts';

const rowSchema = z.object({
  id: z.string(),
  text: z.string(),
  /** Absent where nobody marked any: then only what is masked can be counted. */
  entities: z
    .array(z.object({ type: z.string(), start: z.number().int().nonnegative(), end: z.number().int().nonnegative() }))
    .optional(),
  locale: z.string().nullish(),
  /** The one type that the row's entities were marked for, where not all were. */
  tested_type: z.string().nullish(),
});
type Row = z.infer<typeof rowSchema>;

/** Entities: all and found. Predictions: all and right. */
type Tally = { n: number; found: number; predicted: number; right: number };
type Tallies = Map<string, Tally>;

/** How much of the marked personal data is masked, and how much of what is masked was marked. */
export async function measurePii({ data, limit }: Options): Promise<Record<string, unknown>> {
  if (data === undefined) throw new EvalFailure('pii needs --data FILE');
  const rows = readRows(data, rowSchema, limit);
  if (rows.every(({ entities }) => entities === undefined)) return measureMasked(rows);
  const progress = createProgress('rows', rows.length);
  const types = new Set(rows.flatMap(typesOf));
  const tallies: Tallies = new Map([...types].sort().map((type) => [type, { n: 0, found: 0, predicted: 0, right: 0 }]));
  for (const [index, row] of rows.entries()) {
    scoreRow(row, [...types], tallies);
    progress(index + 1);
  }
  const within = (...scopes: string[]) => [...tallies].filter(([type]) => scopes.includes(scopeOf(type)));
  return {
    n: rows.length,
    overall: pool(within('structured', 'in context')),
    structured: pool(within('structured')),
    types: Object.fromEntries([...tallies].map(([type, tally]) => [type, { n: tally.n, ...rates(tally) }])),
    outOfScope: within('out').map(([type]) => type),
  };
}

const typesOf = (row: Row): string[] => [
  ...(row.entities ?? []).map(({ type }) => type),
  ...(row.tested_type ? [row.tested_type] : []),
];

function scoreRow(row: Row, types: readonly string[], tallies: Tallies): void {
  const text = normalise(row.text);
  const predictions = findPersonalData(text, { people: [] }, regionsOf(row.locale));
  const scored = row.tested_type ? [row.tested_type] : types;
  const entities = entitiesOf(row);
  for (const entity of entities) {
    const tally = tallies.get(entity.type);
    if (!tally || !scored.includes(entity.type)) continue;
    tally.n++;
    if (predictions.some((one) => kindsOf(entity.type).includes(one.kind) && overlaps(one, entity))) tally.found++;
  }
  for (const prediction of predictions) {
    const hits = entities
      .filter((entity) => kindsOf(entity.type).length > 0 && overlaps(prediction, entity))
      .map(({ type }) => type);
    const asked = scored.filter((type) => kindsOf(type).includes(prediction.kind));
    const blamed =
      asked.find((type) => hits.includes(type)) ?? asked.find((type) => scopeOf(type) !== 'out') ?? asked[0];
    const tally = tallies.get(blamed ?? '');
    if (!tally) continue;
    tally.predicted++;
    if (hits.length > 0) tally.right++;
  }
}

/** The row's entities, their code points as offsets into the normalised text. */
function entitiesOf({ text, entities = [] }: Row): { type: string; start: number; end: number }[] {
  const points = [...text];
  const offset = (point: number): number => normalise(points.slice(0, point).join('')).length;
  return entities.map(({ type, start, end }) => ({ type, start: offset(start), end: offset(end) }));
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

function rates({ n, found, predicted, right }: Tally) {
  const recall = n > 0 ? found / n : null;
  const precision = predicted > 0 ? right / predicted : null;
  return { precision, recall, f1: fScore(1, precision, recall), f2: fScore(2, precision, recall) };
}

function fScore(beta: number, precision: number | null, recall: number | null): number | null {
  if (precision === null || recall === null) return null;
  const weight = beta * beta;
  return precision + recall === 0 ? 0 : ((1 + weight) * precision * recall) / (weight * precision + recall);
}

const pool = (entries: [string, Tally][]) => {
  const total = { n: 0, found: 0, predicted: 0, right: 0 };
  for (const [, tally] of entries)
    for (const key of ['n', 'found', 'predicted', 'right'] as const) total[key] += tally[key];
  return { n: total.n, ...rates(total) };
};
