import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { drawConfusion } from './draw-confusion.ts';
import { drawCoverage, drawLearning, drawReliability } from './draw-outcomes.ts';
import { EvalFailure } from './failure.ts';
import type { Options } from './options.ts';

const figuresSchema = z.object({
  confusion: z.record(z.string(), z.record(z.string(), z.number())).optional(),
  bins: z.array(z.object({ confidence: z.number(), accuracy: z.number(), n: z.number() })).optional(),
  coverageCurve: z.array(z.object({ coverage: z.number(), accuracy: z.number() })).optional(),
  curve: z.array(z.object({ n: z.number(), accuracy: z.number() })).optional(),
});

export type Drawn = { name: string; svg: string };

/** What of a result can be drawn. `title` says what it is the result of. */
export function drawPictures(result: Record<string, unknown>, title: string): Drawn[] {
  const found = figuresSchema.safeParse(result);
  if (!found.success) return [];
  const { confusion, bins, coverageCurve, curve } = found.data;
  return [
    ...(confusion ? [{ name: 'confusion', svg: drawConfusion(confusion, title) }] : []),
    ...(bins ? [{ name: 'reliability', svg: drawReliability({ 'as stated': bins }, title) }] : []),
    ...(coverageCurve ? [{ name: 'coverage', svg: drawCoverage({ 'as stated': coverageCurve }, title) }] : []),
    ...(curve ? [{ name: 'learning', svg: drawLearning({ accuracy: curve }, title) }] : []),
  ];
}

/** Writes the pictures that the table has no room for, and returns their paths. */
export function writePictures(what: string, result: Record<string, unknown>, options: Options): string[] {
  const folder = options.out ?? 'eval-out';
  const set = basename(options.data ?? '').split('.')[0] || 'rows';
  const wanted = drawPictures(result, `${what}, ${set}`).filter(
    ({ name }) => name !== 'coverage' && name !== 'reliability',
  );
  return wanted.map(({ name, svg }) => {
    const path = join(folder, `${what}-${set}-${name}.svg`.replace(/[^\w.-]+/g, '_'));
    writeFile(folder, path, svg);
    return path;
  });
}

export function writeFile(folder: string, path: string, content: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, content);
  } catch (error) {
    throw new EvalFailure(`${path}: ${error instanceof Error ? error.message : 'cannot be written'}`);
  }
}
