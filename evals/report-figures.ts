import type { Result } from './measures.ts';
import type { Taken } from './report-plan.ts';
import { escapeText } from './svg.ts';

/** Drawn, or other people's words, which stay where they are. */
export const NOT_WRITTEN = new Set([
  'confusion',
  'bins',
  'coverageCurve',
  'labels',
  'missed',
  'struckWrongly',
  'examples',
]);

const SUMMARY: Record<string, string[]> = {
  n: ['n'],
  accuracy: ['accuracy'],
  'macro-F1': ['macroF1'],
  category: ['category', 'accuracy'],
  urgency: ['urgency', 'accuracy'],
  sentiment: ['sentiment', 'accuracy'],
  'without corrections': ['before'],
  'majority label': ['baselines', 'majority'],
  'keyword rules': ['baselines', 'rules', 'accuracy'],
  'plain TF-IDF': ['baselines', 'tfidf', 'accuracy'],
  'phrases alone': ['baselines', 'phrases'],
  ECE: ['ece'],
  'ECE calibrated': ['calibrated', 'ece'],
  '… by chance': ['calibrated', 'byChance'],
  'covered at 95 %': ['coverageAt', '95'],
  'ms p95': ['latencyMs', 'p95'],
  exact: ['exact'],
  'token F1': ['tokenF1'],
  leaked: ['dropLeaked'],
  lost: ['coreLost'],
  precision: ['overall', 'precision'],
  recall: ['overall', 'recall'],
  F2: ['overall', 'f2'],
  'hit@1': ['hit@1'],
  'hit@5': ['hit@5'],
  MRR: ['mrr'],
  caught: ['caught'],
  'numbers, dates, links, promises caught': ['caughtBinding'],
  'clean struck': ['struckClean'],
  violations: ['violations'],
  'attacks flagged': ['flagged'],
  'others flagged': ['flaggedBenign'],
};

const isRecord = (value: unknown): value is Result =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const at = (result: Result | null, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), result);

function show(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? `${value}` : value.toFixed(3);
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(show).join(', ');
  if (isRecord(value))
    return Object.entries(value)
      .map(([key, part]) => `${key} ${show(part)}`)
      .join(', ');
  return String(value);
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${head.map((cell) => `<th scope="col">${escapeText(cell)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${escapeText(cell)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

/** A row for each step of a group, a column for each figure that any of them has. */
export function renderSummary(taken: readonly Taken[]): string {
  const columns = Object.entries(SUMMARY).filter(([, path]) =>
    taken.some(({ result }) => typeof at(result, path) === 'number'),
  );
  if (columns.length === 0) return '';
  return table(
    ['', ...columns.map(([name]) => name)],
    taken.map(({ title, result }) => [title, ...columns.map(([, path]) => show(at(result, path)))]),
  );
}

/** All figures of one result: plain ones in one table, each with parts in one of its own. */
export function renderFigures(result: Result): string {
  const figures = Object.entries(result).filter(([name]) => !NOT_WRITTEN.has(name));
  const isTable = (value: unknown): value is Record<string, Result> =>
    isRecord(value) && Object.keys(value).length > 0 && Object.values(value).every(isRecord);
  const plain = figures.filter(([, value]) => !isTable(value));
  const nested = figures.flatMap(([name, value]) => (isTable(value) ? [renderNested(name, value)] : []));
  return (
    table(
      ['figure', ''],
      plain.map(([name, value]) => [name, show(value)]),
    ) + nested.join('')
  );
}

function renderNested(name: string, parts: Record<string, Result>): string {
  const keys = [...new Set(Object.values(parts).flatMap(Object.keys))];
  const rows = Object.entries(parts).map(([part, own]) => [part, ...keys.map((key) => show(own[key]))]);
  return table([name, ...keys], rows);
}
