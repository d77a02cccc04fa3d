import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { measureClassification } from './classification.ts';
import type { Measure } from './labelled-rows.ts';
import type { Options } from './options.ts';

const DATA = fileURLToPath(new URL('../../shared/data/', import.meta.url));
const figuresSchema = z.looseObject({
  accuracy: z.number(),
  macroF1: z.number(),
  calibrated: z.object({ ece: z.number(), byChance: z.number() }),
  dial: z.record(z.string(), z.looseObject({ judged: z.number(), within: z.number().nullable() })),
});
const baselinesSchema = z.object({
  baselines: z.object({ rules: z.object({ macroF1: z.number() }), tfidf: z.object({ macroF1: z.number() }) }),
});

const CLEARLY = 0.05;

function measure(what: Measure, set: string, more: Partial<Options> = {}) {
  const rest = { engine: 'builtin', embedder: '', mode: '', json: true, limit: Number.POSITIVE_INFINITY, seed: 1 };
  return measureClassification(what, { data: `${DATA}${set}.jsonl`, strong: false, ...rest, ...more });
}

describe.skipIf(!existsSync(DATA))('triage of public tickets (skipped where ../shared/data is absent)', () => {
  it.each([
    ['category', 'cls_banking77'],
    ['category', 'cls_nlbse24_issues'],
    ['sentiment', 'sent_airline'],
  ] as const)('%s of %s, as shipped: clearly better than keyword rules and plain TF-IDF', async (what, set) => {
    const result = await measure(what, set, { strong: what === 'category', limit: 3000 });
    const { macroF1 } = figuresSchema.parse(result);
    const { rules, tfidf } = baselinesSchema.parse(result).baselines;
    expect(macroF1).toBeGreaterThan(rules.macroF1 + CLEARLY);
    expect(macroF1).toBeGreaterThan(tfidf.macroF1 + CLEARLY);
  });

  it('means its confidence once people have decided, and the dial keeps its word', async () => {
    const { calibrated, dial } = figuresSchema.parse(await measure('category', 'cls_banking77', { strong: true }));
    expect(calibrated.ece).toBeLessThanOrEqual(0.03);
    for (const trial of Object.values(dial).filter(({ judged }) => judged >= 100))
      expect(trial.within).toBeGreaterThanOrEqual(0.93);
  });

  it('learns a set’s own labels', async () => {
    const { accuracy } = figuresSchema.parse(await measure('category', 'cls_clinc', { field: 'label', split: 60 }));
    expect(accuracy).toBeGreaterThan(0.92);
  });
});
