import type { z } from 'zod';
import type { Next } from '../xss-payloads.ts';

type Path = readonly PropertyKey[];
const JOINED = 60;
/** What is no text to the page: dates, and codes that the browser's own words are asked for. */
const KEPT = /(At|Since|^at|^since|^until|^from|^to|^day|^timeZone|^language|^languages|^currency|^month)$/;

const keyOf = (path: Path): string => path.map(String).join('\0');
const mapText = (value: unknown, make: (text: string, path: Path) => string, path: Path = []): unknown => {
  if (typeof value === 'string') return make(value, path);
  if (Array.isArray(value)) return value.map((item, index) => mapText(item, make, [...path, index]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapText(part, make, [...path, key])]));
};

/** Every list as long as that, lists in lists as long as the next number says. */
function grow(value: unknown, lengths: readonly number[], depth = 0): unknown {
  if (Array.isArray(value)) {
    const length = value.length === 0 ? 0 : Math.max(value.length, lengths[depth] ?? 1);
    return Array.from({ length }, (_, index) => grow(value[index % value.length], lengths, depth + 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, grow(part, lengths, depth)]));
}

/** Whether a fault of the answer lies in this text, or in the place that it stands in. */
const isHit = (path: Path, faults: ReadonlySet<string>): boolean =>
  path.some((_, end) => faults.has(keyOf(path.slice(0, end + 1)))) || faults.has('');

/** Cuts the list at the path of this issue to as many as it may hold. */
function shrink(start: unknown, { code, path, ...issue }: z.core.$ZodIssue): void {
  const list = path.reduce((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], start);
  if (code === 'too_big' && Array.isArray(list) && 'maximum' in issue) list.length = Number(issue.maximum);
}

export type Placed = { field: string; texts: string[] };
export type Planted = { answer: unknown; placed: Placed[] };
type Planting = { next: Next; lengths: readonly number[] };

/** Lists have one field for all their items. */
const fieldOf = (path: Path): string => path.filter((part) => typeof part === 'string').join('.');

function plantOnce(start: unknown, tries: ReadonlyMap<string, number>, next: Next): Planted {
  const placed: Placed[] = [];
  const answer = mapText(start, (text, path) => {
    if (KEPT.test(String(path.findLast((part) => typeof part === 'string')))) return text;
    const steps = path.some((part) => typeof part === 'number') ? [1] : [JOINED, 1];
    const count = steps[tries.get(keyOf(path)) ?? 0];
    if (count === undefined) return text;
    const field = fieldOf(path);
    const texts = next(count, field);
    placed.push({ field, texts });
    return texts.join('\n');
  });
  return { answer, placed };
}

/**
 * The answer with a payload in place of every text that the contract lets be any text: many together where there is one place,
 * one each in lists. What the contract holds against is taken back.
 */
export function plant(base: unknown, schema: z.ZodType, { next, lengths }: Planting): Planted {
  for (const start of [grow(base, lengths), base]) {
    const tries = new Map<string, number>();
    for (let round = 0; round < 6; round += 1) {
      const planted = plantOnce(start, tries, next);
      const parsed = schema.safeParse(planted.answer);
      if (parsed.success) return planted;
      for (const issue of parsed.error.issues) shrink(start, issue);
      const faults = new Set(parsed.error.issues.map(({ path }) => keyOf(path)));
      mapText(start, (text, path) => {
        if (isHit(path, faults)) tries.set(keyOf(path), (tries.get(keyOf(path)) ?? 0) + 1);
        return text;
      });
    }
  }
  throw new Error(`Nothing hostile fits where this is allowed: ${JSON.stringify(base).slice(0, 200)}`);
}
