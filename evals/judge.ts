import type { LabelledTicket, Model } from '../backend/adapters/engine/builtin/create-builtin-engine.ts';
import { createBuiltinEngine, loadShippedModel } from '../backend/adapters/engine/builtin/create-builtin-engine.ts';
import { categoriesOf, type Taxonomy } from '../backend/contract/categories.ts';
import { sentimentSchema, urgencySchema } from '../backend/contract/taxonomy.ts';
import type { Engine, Example, MaskedText, RawClassification, Score } from '../backend/ports/engine.ts';
import type { LabelledRow, Measure } from './labelled-rows.ts';
import { readShippedTaxonomy, taxonomyOfLabels } from './shipped-taxonomy.ts';

export type Head = 'category' | 'urgency' | 'sentiment';

/** Which of an engine's answers is judged, and against which labels. */
export type Yardstick = {
  labels: string[];
  taxonomy: Taxonomy;
  /** The field of a ticket that such a label teaches, and the value it teaches. */
  toTicket(row: LabelledRow): LabelledTicket;
  /** Likeliest first. */
  read(raw: RawClassification): Score[];
  /** The label that one of the product's own values goes by. */
  fold(value: string): string;
};

export type Judge = Yardstick & { engine: Engine; findExamples?: (row: LabelledRow) => Promise<Example[]> };

const NEGATIVE = ['angry', 'frustrated'];

/** The product's own values; three-valued sentiment, where rows say `negative`, sums up the two that are. */
export function ownYardstick(what: Exclude<Measure, 'escalation'>, rows: readonly LabelledRow[]): Yardstick {
  const taxonomy = readShippedTaxonomy();
  const plain = { taxonomy, fold: same, toTicket: (row: LabelledRow) => toTicket(row, what, row.label) };
  if (what === 'category') return { ...plain, labels: categoriesOf(taxonomy), read: ({ category }) => category };
  if (what === 'urgency') return { ...plain, labels: urgencySchema.options, read: ({ urgency }) => urgency };
  if (!rows.some(({ label }) => label === 'negative'))
    return { ...plain, labels: sentimentSchema.options, read: ({ sentiment }) => sentiment };
  return {
    taxonomy,
    labels: ['negative', 'neutral', 'positive'],
    read: ({ sentiment }) => coarse(sentiment),
    fold: (value) => (NEGATIVE.includes(value) ? 'negative' : value),
    toTicket: (row) => toTicket(row, 'sentiment', row.label === 'negative' ? 'frustrated' : row.label),
  };
}

const same = (value: string): string => value;

/** Any set of labels is a taxonomy: it is learned, and read, as the category. */
export const labelYardstick = (labels: string[]): Yardstick => ({
  labels,
  taxonomy: taxonomyOfLabels(labels),
  read: ({ category }) => category,
  fold: same,
  toTicket: (row) => toTicket(row, 'category', row.label),
});

const toTicket = ({ subject, text }: LabelledRow, head: Head, value: string): LabelledTicket => ({
  subject,
  text,
  [head]: value,
});

function coarse(scores: readonly Score[]): Score[] {
  const negative = scores
    .filter(({ value }) => NEGATIVE.includes(value))
    .reduce((sum, { probability }) => sum + probability, 0);
  const others = scores.filter(({ value }) => !NEGATIVE.includes(value));
  return [{ value: 'negative', probability: Math.min(1, negative) }, ...others].sort(
    (a, b) => b.probability - a.probability,
  );
}

export const builtinOn = (model: Model = loadShippedModel()): Engine => createBuiltinEngine({ readModel: () => model });

export const labelsOf = (rows: readonly LabelledRow[]): string[] => [...new Set(rows.map(({ label }) => label))].sort();

export const asMasked = ({ subject, text }: LabelledRow): { subject: MaskedText; text: MaskedText } => ({
  subject: subject as MaskedText,
  text: text as MaskedText,
});
