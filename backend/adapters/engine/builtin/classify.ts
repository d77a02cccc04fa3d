import { categoriesOf } from '../../../contract/categories.ts';
import {
  type Category,
  type Sentiment,
  sentimentSchema,
  type Urgency,
  urgencySchema,
} from '../../../contract/taxonomy.ts';
import type { ClassifyInput, RawClassification, Score } from '../../../ports/engine.ts';
import { isCourtesy } from './courtesies.ts';
import { contributions, pickEvidence } from './evidence.ts';
import { KINDS, type Reading, readTicket } from './features.ts';
import { rankLabels } from './head.ts';

import type { Head, Model } from './model.ts';
import type { Weigh } from './relevance.ts';
import type { Row } from './row.ts';
import { findSecondary } from './secondary.ts';
import { splitSentences } from './sentences.ts';
import { summarise } from './summarise.ts';

const SURE_OUTAGE = 0.6;
/** What is broken or lost pleases nobody, unless the ticket says so very clearly. */
const URGENT = ['P1', 'P2'];
const SURELY_PLEASED = 0.9;
/** So many phrases of advertisements make one. */
const SURELY_ADVERT = 2;
/** Of its category alone. */
const SURE_SUBCATEGORY = 0.5;
/** What is said when nothing is known comes first. */
const URGENCIES = first('P3', urgencySchema.options);
const SENTIMENTS = first('neutral', sentimentSchema.options);
const WORD = KINDS.indexOf('word');

export function classify(model: Model, weigh: Weigh, input: ClassifyInput): RawClassification {
  const { vectoriser } = model;
  const reading = readTicket(input.subject, input.text);
  const known = countKnown(model, reading);
  const row = known > 0 ? vectoriser.vectorise(reading) : null;
  const asked = first('general', categoriesOf(input.taxonomy));
  const chosen = row && model.category ? choose(rankLabels(model.category, row), asked) : evenly(asked);
  const category = known === 1 ? doubt(chosen) : chosen;
  const urgency = (row && model.urgency ? rankLabels(model.urgency, row) : evenly(URGENCIES)) as Score<Urgency>[];
  const sentiment =
    row && model.sentiment
      ? judgeSentiment(model.sentiment, model, { reading, row, urgency }, input)
      : evenly(SENTIMENTS);
  const [top] = category;
  const judged = row && model.category && top?.probability ? { row, head: model.category, label: top.value } : null;
  return {
    category,
    urgency,
    sentiment: sentiment as Score<Sentiment>[],
    secondary: judged ? findSecondary(vectoriser, judged.head, input.text, category) : null,
    subcategory: judged ? findSubcategory(model, judged.row, judged.label, input) : null,
    summary: summarise(weigh, input.subject, input.text),
    escalationRisk: isRisky(reading, urgency, sentiment[0]?.value),
    evidence: judged
      ? pickEvidence(reading, contributions(reading, judged.row, judged.head, judged.label, vectoriser.columnOf))
      : [],
    selfReported: null,
  };
}

function first<T extends string>(value: T, all: readonly T[]): T[] {
  return all.includes(value) ? [value, ...all.filter((other) => other !== value)] : [...all];
}

const evenly = <T extends string>(values: readonly T[]): Score<T>[] =>
  values.map((value) => ({ value, probability: 1 / values.length }));

/** Categories that are not asked for keep their probability: what is likely one of them is no safe member of the rest. */
function choose(ranked: readonly Score[], asked: readonly Category[]): Score<Category>[] {
  const found = ranked.filter(({ value }) => asked.includes(value));
  const others = asked.filter((value) => found.every((one) => one.value !== value));
  return [...found, ...others.map((value) => ({ value, probability: 0 }))];
}

type Read = { reading: Reading; row: Row; urgency: readonly Score[] };

/** An advertisement shouts without being angry, and who says thanks at the end of a request is polite and not pleased. */
function judgeSentiment(head: Head, { vectoriser }: Model, read: Read, { subject, text }: ClassifyInput): Score[] {
  const ranked = rankLabels(head, read.row);
  const adverts = read.reading.cues.filter(({ cue }) => cue === 'advert').length;
  if (adverts >= SURELY_ADVERT) return without('angry', ranked);
  if (ranked[0]?.value !== 'positive') return ranked;
  const matter = splitSentences(text).filter((sentence) => !isCourtesy(sentence));
  const plain =
    matter.length > 0 ? rankLabels(head, vectoriser.vectorise(readTicket(subject, matter.join('\n')))) : ranked;
  const broken = URGENT.includes(read.urgency[0]?.value ?? '') && (plain[0]?.probability ?? 0) < SURELY_PLEASED;
  return broken ? without('positive', plain) : plain;
}

/** The same with a value ruled out: what spoke for it speaks for neutral, unless another one is likelier. */
function without(value: string, ranked: Score[]): Score[] {
  const out = ranked.find((one) => one.value === value)?.probability ?? 0;
  return ranked
    .map((one) => {
      if (one.value === value) return { ...one, probability: 0 };
      return one.value === 'neutral' ? { ...one, probability: one.probability + out } : one;
    })
    .sort((a, b) => b.probability - a.probability);
}

function findSubcategory(
  { subcategory: head }: Model,
  row: Row,
  category: Category,
  { taxonomy }: ClassifyInput,
): string | null {
  if (!head) return null;
  const known = Object.keys(taxonomy.categories[category]?.subcategories ?? {});
  const scores = rankLabels(head, row).flatMap(({ value, probability }) => {
    const [parent, name = ''] = value.split('/');
    return parent === category && known.includes(name) ? [{ name, probability }] : [];
  });
  const total = scores.reduce((sum, { probability }) => sum + probability, 0);
  const [top] = scores;
  return top && top.probability >= SURE_SUBCATEGORY * total ? top.name : null;
}

/** How many different words of the ticket the tickets that taught the model have, too. */
const countKnown = ({ vectoriser }: Model, { tokens, features }: Reading): number =>
  new Set(
    features.hashes.filter(
      (hash, i) =>
        features.kinds[i] === WORD && tokens[features.from[i] ?? 0]?.kind === 'word' && vectoriser.columnOf(hash) >= 0,
    ),
  ).size;

/** One word says half as much as it seems to. */
const doubt = (scores: Score<Category>[]): Score<Category>[] =>
  scores.map(({ value, probability }) => ({ value, probability: (probability + 1 / scores.length) / 2 }));

function isRisky({ cues }: Reading, [urgency]: readonly Score[], sentiment: string | undefined): boolean {
  if (urgency?.value === 'P1' && urgency.probability >= SURE_OUTAGE) return true;
  return sentiment === 'angry' && cues.some(({ cue }) => cue === 'threat');
}
