import type { Engine, MaskedText, RawClassification } from '../../../../ports/engine.ts';
import { categoriesOf, type Taxonomy } from '../../../../ports/taxonomy.ts';
import { aTaxonomy } from '../../../../test/engine.ts';
import { createBuiltinEngine, loadShippedModel } from '../create-builtin-engine.ts';

export const shippedEngine = createBuiltinEngine({ model: loadShippedModel() });
const { signal } = new AbortController();

/** What the shipped engine, or another one, says of a ticket. */
export async function classify(
  text: string,
  subject = '',
  { taxonomy = aTaxonomy(), engine = shippedEngine }: { taxonomy?: Taxonomy; engine?: Engine } = {},
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
  const shipped = aTaxonomy();
  return aTaxonomy({
    categories: Object.fromEntries(
      Object.entries(categories).map(([name, examples]) => [
        name,
        shipped.categories[name] ?? { description: `All about ${name}.`, examples, subcategories: {} },
      ]),
    ),
  });
}

export const shippedCategories = categoriesOf(aTaxonomy());
