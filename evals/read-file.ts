import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { EvalFailure } from './failure.ts';

/** The rows of a JSON-lines file; a faulty one is named by file and line. */
export function readRows<T>(path: string, schema: z.ZodType<T>, limit = Number.POSITIVE_INFINITY): T[] {
  const rows: T[] = [];
  for (const [index, line] of readText(path).split('\n').entries()) {
    if (rows.length >= limit) break;
    if (line.trim() !== '') rows.push(check(line, schema, `${path}:${index + 1}`));
  }
  return rows;
}

export const readJson = <T>(path: string, schema: z.ZodType<T>): T => check(readText(path), schema, path);

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new EvalFailure(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
}

function check<T>(json: string, schema: z.ZodType<T>, place: string): T {
  const result = schema.safeParse(parse(json, place));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new EvalFailure(`${place}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'not of the right shape'}`);
}

function parse(json: string, place: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new EvalFailure(`${place}: not JSON`);
  }
}
