import { createRulesEngine } from '../backend/adapters/engine/rules/create-rules-engine.ts';
import type { Taxonomy } from '../backend/contract/categories.ts';
import { askAll } from './ask-all.ts';
import type { Yardstick } from './judge.ts';
import type { LabelledRow, Measure } from './labelled-rows.ts';
import { accuracyOf, macroF1, type Outcome } from './scores.ts';
import { cosine, fitTfIdf } from './tfidf.ts';

type Figures = { accuracy: number; macroF1: number };
export type Baselines = { rules: Figures; tfidf: Figures; majority: number };

/** What can be had without any learning, on the same rows. */
export async function measureBaselines(
  what: Exclude<Measure, 'escalation'>,
  yardstick: Yardstick,
  rows: LabelledRow[],
): Promise<Baselines> {
  const { judged } = await askAll('keyword rules', { ...yardstick, engine: createRulesEngine() }, rows);
  const byRules = judged.map(({ raw }) => (raw ? (yardstick.read(raw)[0]?.value ?? '') : ''));
  return {
    rules: figuresOf(rows, byRules),
    tfidf: figuresOf(rows, byDescription(what, yardstick, rows)),
    majority: majorityOf(rows),
  };
}

export const majorityOf = (rows: readonly LabelledRow[]): number =>
  Math.max(...[...Map.groupBy(rows, ({ label }) => label).values()].map((own) => own.length)) / rows.length;

function figuresOf(rows: readonly LabelledRow[], predicted: readonly string[]): Figures {
  const outcomes = rows.map(({ label, language }, index): Outcome => {
    return { expected: label, predicted: predicted[index] ?? '', confidence: 0, ms: 0, language };
  });
  return { accuracy: accuracyOf(outcomes), macroF1: macroF1(outcomes) };
}

/** What is said of a ticket that shares no word with any description, as the keyword rules say it. */
const FALLBACKS: ReadonlySet<string> = new Set(['general', 'P3', 'neutral']);

/** The value whose description and example sentences are most like the ticket. Document frequencies are the tickets' own: that helps it. */
function byDescription(
  what: Exclude<Measure, 'escalation'>,
  { taxonomy, fold }: Yardstick,
  rows: readonly LabelledRow[],
): string[] {
  const described = Object.entries(describe(what, taxonomy));
  const documents = described.sort(([a], [b]) => Number(FALLBACKS.has(b)) - Number(FALLBACKS.has(a)));
  const texts = rows.map(({ subject, text }) => `${subject}\n${text}`);
  const weigh = fitTfIdf([...texts, ...documents.map(([, text]) => text)]);
  const known = documents.map(([value, text]) => ({ value, weights: weigh(text) }));
  return texts.map((text) => {
    const ticket = weigh(text);
    const best = known
      .map(({ value, weights }) => ({ value, score: cosine(ticket, weights) }))
      .reduce((a, b) => (b.score > a.score ? b : a));
    return fold(best.value);
  });
}

function describe(what: Exclude<Measure, 'escalation'>, taxonomy: Taxonomy): Record<string, string> {
  if (what === 'urgency') return taxonomy.urgency;
  if (what === 'sentiment') return taxonomy.sentiment;
  return Object.fromEntries(
    Object.entries(taxonomy.categories).map(([name, { description, examples }]) => [
      name,
      [name.replace('_', ' '), description, ...examples].join('\n'),
    ]),
  );
}
