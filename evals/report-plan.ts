import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { categoriesOf } from '../backend/contract/categories.ts';
import { sentimentSchema } from '../backend/contract/taxonomy.ts';
import { readJson, readRows } from './read-file.ts';
import { readShippedTaxonomy } from './shipped-taxonomy.ts';

/** One call of the command; `group` is the heading that it stands under. */
export type Step = { group: string; title: string; what: string; args: string[] };
/** A step that was taken; `failure` says why there is no result. */
export type Taken = Step & { command: string; result: Record<string, unknown> | null; failure: string | null };
type Row = Record<string, unknown>;

const rowSchema = z.record(z.string(), z.unknown());
const queryIdsSchema = z.looseObject({ texts: z.string() });
/** Fewer labelled rows say nothing. */
const LEAST_ROWS = 30;
const LEAST_TO_SPLIT = 300;
const LEAST_OF_LABEL = 10;
const MOST_LABELS = 150;
const OWN_FIELDS = ['label', 'label2', 'type', 'queue', 'priority_raw'];

/** What can be measured on the files of a folder, told by the shape of their rows and never by their names. */
export function planFolder(folder: string): Step[] {
  const names = readdirSync(folder).sort();
  const sets = names
    .filter((name) => name.endsWith('.jsonl') && !/\.(?:corpus|queries)\.jsonl$/.test(name))
    .map((name) => ({ name, path: join(folder, name), rows: readRows(join(folder, name), rowSchema) }));
  return [
    ...sets.flatMap(({ name, path, rows }) => planSet(name.replace('.jsonl', ''), path, rows)),
    ...planPooled(sets.filter(({ rows }) => isStrong(rows)).map(({ path }) => path)),
    ...planRetrieval(folder, names),
  ];
}

function planSet(name: string, path: string, rows: Row[]): Step[] {
  const step = (group: string, what: string, ...args: string[]): Step => {
    const field = args[args.indexOf('--field') + 1];
    return {
      group,
      title: args.includes('--field') ? `${name} ${field}` : name,
      what,
      args: ['--data', path, ...args],
    };
  };
  const own = OWN_FIELDS.filter((field) => isLearnable(valuesOf(rows, field)));
  return [
    ...planProduct(rows, step),
    ...own.flatMap((field) => [
      step('Own labels, learned', 'category', '--field', field, '--split', '60'),
      step('Own labels, after corrections', 'category', '--field', field, '--split', '60', '--learn', '200'),
    ]),
    ...(rows.some((row) => typeof row.raw === 'string' && typeof row.expected === 'string')
      ? [step('Cleaning', 'cleaning')]
      : []),
    ...(rows.some((row) => Array.isArray(row.entities)) ? [step('Personal data', 'pii')] : []),
    ...(isLanguageSet(rows) ? [step('Language', 'language')] : []),
    ...(isAttackSet(rows) ? [step('Manipulation', 'injection')] : []),
  ];
}

/** The fields that the product judges, where rows carry its values. */
function planProduct(rows: Row[], step: (group: string, what: string, ...args: string[]) => Step): Step[] {
  const learnable = (group: string, what: string, count: number, ...args: string[]): Step[] =>
    count < LEAST_ROWS
      ? []
      : [
          step(`${group}, as shipped`, what, ...args),
          ...(count < LEAST_TO_SPLIT
            ? []
            : [step(`${group}, after corrections`, what, ...args, '--split', '60', '--learn', '200')]),
        ];
  const strong = isStrong(rows) ? ['--strong'] : [];
  const categories = categoriesOf(readShippedTaxonomy());
  const inCategory = valuesOf(
    rows.filter((row) => strong.length === 0 || row.category_strength === 'strong'),
    'category',
  );
  const urgent = valuesOf(rows, 'priority').filter((value) => /^P[1-4]$/.test(value));
  const sentiments = sentimentsOf(rows);
  const isEscalation = rows.some((row) => row.strength === 'strong') && valuesOf(rows, 'label').includes('none');
  return [
    ...learnable('Category', 'category', inCategory.filter((value) => categories.includes(value)).length, ...strong),
    ...learnable('Urgency', 'urgency', urgent.length),
    ...(urgent.length < LEAST_TO_SPLIT ? [] : [step('Urgency, learned', 'urgency', '--split', '60')]),
    ...learnable('Sentiment', 'sentiment', sentiments.length),
    ...(isEscalation
      ? [
          step('Escalation, as shipped', 'escalation', '--strong'),
          step('Escalation, learned', 'escalation', '--strong', '--split', '60'),
        ]
      : []),
  ];
}

const planPooled = (paths: string[]): Step[] =>
  paths.length < 2
    ? []
    : [
        {
          group: 'Category, learned',
          title: 'all sets pooled',
          what: 'category',
          args: ['--data', paths.join(','), '--strong', '--split', '60'],
        },
      ];

function planRetrieval(folder: string, names: readonly string[]): Step[] {
  const step = (title: string, ...args: string[]): Step => ({ group: 'Retrieval', title, what: 'retrieval', args });
  return names.flatMap((name) => {
    const path = join(folder, name);
    if (name.endsWith('.query_ids.json')) {
      const texts = join(folder, readJson(path, queryIdsSchema).texts);
      return existsSync(texts) ? [step(name.replace('.query_ids.json', ''), '--data', texts, '--query-ids', path)] : [];
    }
    const corpus = path.replace(/\.queries\.jsonl$/, '.corpus.jsonl');
    const isPair = corpus !== path && existsSync(corpus);
    return isPair ? [step(name.replace('.queries.jsonl', ''), '--corpus', corpus, '--queries', path)] : [];
  });
}

const isStrong = (rows: readonly Row[]): boolean =>
  rows.some(({ category_strength }) => category_strength === 'strong');

const valuesOf = (rows: readonly Row[], field: string): string[] =>
  rows.map((row) => row[field]).filter((value) => typeof value === 'string');

function sentimentsOf(rows: readonly Row[]): string[] {
  const known: string[] = [...sentimentSchema.options, 'negative'];
  const values = valuesOf(rows, rows.some(({ sentiment }) => sentiment !== undefined) ? 'sentiment' : 'label');
  return values.every((value) => known.includes(value)) ? values : [];
}

/** Enough rows of each of several labels; flags such as 0 and 1 are no labels. */
function isLearnable(values: readonly string[]): boolean {
  const labels = new Set(values);
  return (
    values.length >= LEAST_TO_SPLIT &&
    labels.size >= 2 &&
    labels.size <= MOST_LABELS &&
    values.length / labels.size >= LEAST_OF_LABEL &&
    ![...labels].every((label) => /^\d+$/.test(label))
  );
}

const isLanguageSet = (rows: readonly Row[]): boolean =>
  new Set(valuesOf(rows, 'language')).size > 1 &&
  rows.every(({ label, raw }) => label === undefined && raw === undefined);

const isAttackSet = (rows: readonly Row[]): boolean =>
  rows.length > 0 &&
  rows.every(
    ({ text, label, kind }) => typeof text === 'string' && typeof kind === 'string' && /^[01]$/.test(`${label}`),
  );
