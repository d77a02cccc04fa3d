import { fileURLToPath } from 'node:url';
import { type Taxonomy, taxonomySchema } from '../backend/contract/categories.ts';
import { readJson } from './read-file.ts';

const FILE = fileURLToPath(new URL('../backend/taxonomy.json', import.meta.url));

export const readShippedTaxonomy = (): Taxonomy => ({ ...readJson(FILE, taxonomySchema), version: 'shipped' });

/** A taxonomy of which no more is known than the labels' names. */
export function taxonomyOfLabels(labels: readonly string[]): Taxonomy {
  const { urgency, sentiment } = readShippedTaxonomy();
  const describe = (label: string): string => label.replace(/[_\-/,]+/g, ' ').trim() || label;
  const categories = labels.map((label) => [label, { description: describe(label), examples: [], subcategories: {} }]);
  return { categories: Object.fromEntries(categories), urgency, sentiment, version: 'labels' };
}
