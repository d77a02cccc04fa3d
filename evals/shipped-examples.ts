import { readdirSync } from 'node:fs';
import {
  type LabelledTicket,
  loadExamples,
  trainModel,
} from '../backend/adapters/engine/builtin/create-builtin-engine.ts';
import type { Score } from '../backend/ports/engine.ts';
import { askAll } from './ask-all.ts';
import { builtinOn, type Head } from './judge.ts';
import type { LabelledRow } from './labelled-rows.ts';
import type { Options } from './options.ts';
import { createRandom, shuffle } from './random.ts';
import { groupsOf } from './row-sets.ts';
import { accuracyOf, macroF1, type Outcome } from './scores.ts';
import { readShippedTaxonomy } from './shipped-taxonomy.ts';

const FOLDER = new URL('../backend/adapters/engine/builtin/examples/', import.meta.url);
const HEADS = ['category', 'urgency', 'sentiment'] as const satisfies readonly Head[];
const FOLDS = 5;

type Shipped = { ticket: LabelledTicket; language: string };

/** The tickets that ship, each fifth judged by a model of the other four; near-duplicates on one side. */
export async function measureExamples({ seed, limit }: Pick<Options, 'seed' | 'limit'>) {
  const shipped = shuffle(readShipped(), createRandom(seed)).slice(0, limit);
  const groups = groupsOf(shipped.map(({ ticket }) => ticket));
  const outcomes: Record<Head, Outcome[]> = { category: [], urgency: [], sentiment: [] };
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHeld = (_: Shipped, index: number): boolean => (groups[index] ?? 0) % FOLDS === fold;
    const learned = shipped.filter((one, index) => !isHeld(one, index));
    console.error(`fold ${fold + 1} of ${FOLDS}: learning from ${learned.length} tickets`);
    await judgeFold(learned, shipped.filter(isHeld), outcomes);
  }
  const languages = [...new Set(shipped.map(({ language }) => language))].sort();
  return {
    n: shipped.length,
    folds: FOLDS,
    ...Object.fromEntries(HEADS.map((head) => [head, figuresOf(outcomes[head])])),
    byLanguage: Object.fromEntries(languages.map((language) => [language, byLanguage(outcomes, language)])),
  };
}

/** A file's name begins with its tickets' language. */
const readShipped = (): Shipped[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => loadExamples([new URL(name, FOLDER)]).map((ticket) => ({ ticket, language: name.slice(0, 2) })));

async function judgeFold(learned: Shipped[], held: Shipped[], outcomes: Record<Head, Outcome[]>): Promise<void> {
  if (held.length === 0 || learned.length === 0) return;
  const engine = builtinOn(trainModel(learned.map(({ ticket }) => ticket)));
  const rows = held.map(
    ({ ticket: { subject, text }, language }): LabelledRow => ({ subject, text, language, label: '' }),
  );
  const { judged } = await askAll('tickets', { engine, taxonomy: readShippedTaxonomy() }, rows);
  for (const [index, { raw, ms }] of judged.entries()) {
    const one = held[index];
    for (const head of HEADS) {
      const top: Score | undefined = raw?.[head][0];
      const expected = one?.ticket[head];
      if (!one || !top || expected === undefined) continue;
      const { value: predicted, probability: confidence } = top;
      outcomes[head].push({ expected, predicted, confidence, ms, language: one.language });
    }
  }
}

const figuresOf = (outcomes: readonly Outcome[]) => ({
  accuracy: accuracyOf(outcomes),
  macroF1: macroF1(outcomes),
});

function byLanguage(outcomes: Record<Head, Outcome[]>, language: string) {
  const own = (head: Head): Outcome[] => outcomes[head].filter((outcome) => outcome.language === language);
  return { n: own('category').length, ...Object.fromEntries(HEADS.map((head) => [head, accuracyOf(own(head))])) };
}
