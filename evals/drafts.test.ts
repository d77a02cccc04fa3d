import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftPart } from '../backend/contract/triage.ts';
import { createReader } from '../backend/reader/create-reader.ts';
import { variants } from './drafts/compose-drafts.ts';
import { CLEAN_KINDS, PLANTED_KINDS } from './drafts/scenario.ts';
import { SCENARIOS } from './drafts/scenarios.ts';
import { judgePlanted } from './drafts.ts';

const SOME = { seed: 1, limit: 120 };
let reader: Awaited<ReturnType<typeof createReader>>;
beforeAll(async () => {
  reader = await createReader(() => {});
});
afterAll(() => reader.close());

/** A checker that says the same of every sentence. */
const always = (struck: DraftPart['struck']) => ({
  maskPassage: reader.maskPassage,
  checkDraft: async ({ sentences }: Parameters<typeof reader.checkDraft>[0]) =>
    sentences.map((sentence) => ({ ...sentence, struck })),
});

describe('the scenarios', () => {
  it.each(SCENARIOS.map(({ language, scenario }) => [`${language}: ${scenario.subject}`, scenario] as const))(
    '%s: every quote stands in its source, but those planted for the quote’s sake',
    (_, scenario) => {
      const said = [...scenario.clean, ...scenario.planted];
      for (const [kind, text, source, quote] of said) {
        if (source === undefined) continue;
        const stands = scenario.sources[source]?.answer.includes(quote ?? '') === true;
        expect({ text, stands }).toEqual({ text, stands: kind !== 'quote' });
      }
    },
  );

  it('has every kind in every language', () => {
    for (const { scenario } of SCENARIOS) {
      const kinds = new Set<string>(scenario.planted.map(([kind]) => kind));
      expect([...PLANTED_KINDS].filter((kind) => !kinds.has(kind))).toEqual([]);
    }
  });

  it('fills in each choice', () => {
    expect(variants('It costs {5 €|10 €} now.')).toEqual(['It costs 5 € now.', 'It costs 10 € now.']);
    expect(variants('{Yes.|No.}')).toEqual(['Yes.', 'No.']);
    expect(variants('Plain.')).toEqual(['Plain.']);
  });
});

describe('the measure of drafts', () => {
  it('counts each kind, and says the same twice', async () => {
    const result = await judgePlanted(SOME, reader);
    expect(result.n).toBe(120);
    expect(result.planted).toBeGreaterThan(40);
    expect(result.clean).toBeGreaterThan(200);
    const sum = (tallies: Record<string, { n: number }>, kinds: readonly string[]) =>
      kinds.reduce((total, kind) => total + (tallies[kind]?.n ?? 0), 0);
    expect(sum(result.byKind, PLANTED_KINDS)).toBe(result.planted);
    expect(sum(result.cleanByKind, CLEAN_KINDS)).toBe(result.clean);
    expect(await judgePlanted(SOME, reader)).toEqual(result);
  });

  it('finds that the product strikes most of what is planted and little else', async () => {
    const { caught, struckClean } = await judgePlanted({ seed: 2, limit: 200 }, reader);
    expect(caught).toBeGreaterThan(0.9);
    expect(struckClean).toBeLessThan(0.08);
  });

  it('sees a checker that lets everything pass, and one that lets nothing pass', async () => {
    expect(await judgePlanted(SOME, always(null))).toMatchObject({ caught: 0, struckClean: 0 });
    expect(await judgePlanted(SOME, always('figure'))).toMatchObject({ caught: 1, struckClean: 1 });
  });
});
