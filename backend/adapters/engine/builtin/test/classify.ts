import { readFileSync } from 'node:fs';
import { categoriesOf, type Taxonomy, taxonomySchema } from '../../../../contract/categories.ts';
import type { Engine, MaskedText, RawClassification } from '../../../../ports/engine.ts';
import { createBuiltinEngine, loadShippedModel } from '../create-builtin-engine.ts';

const shippedTaxonomy: Taxonomy = {
  ...taxonomySchema.parse(JSON.parse(readFileSync(new URL('../../../../taxonomy.json', import.meta.url), 'utf8'))),
  version: 't-1',
};
const shippedEngine = createBuiltinEngine({ model: loadShippedModel() });
const { signal } = new AbortController();

/** What the shipped engine, or another one, says of a ticket. */
export async function classify(
  text: string,
  subject = '',
  { taxonomy = shippedTaxonomy, engine = shippedEngine }: { taxonomy?: Taxonomy; engine?: Engine } = {},
): Promise<RawClassification> {
  const answer = await engine.classify(
    { subject: subject as MaskedText, text: text as MaskedText, language: 'und', taxonomy, examples: [] },
    signal,
  );
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

/** A taxonomy of these categories alone; those that do not ship are explained by the sentences given. */
export function taxonomyOf(categories: Record<string, string[]>): Taxonomy {
  return {
    ...shippedTaxonomy,
    categories: Object.fromEntries(
      Object.entries(categories).map(([name, examples]) => [
        name,
        shippedTaxonomy.categories[name] ?? { description: `All about ${name}.`, examples, subcategories: {} },
      ]),
    ),
  };
}

export const shippedCategories = categoriesOf(shippedTaxonomy);
