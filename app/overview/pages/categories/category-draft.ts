import type { TenantSettings } from '../../../../backend/contract/tenant-settings.ts';

export type CategoryDefinition = TenantSettings['taxonomy']['categories'][string];

type Edit = (change: (settings: TenantSettings) => TenantSettings) => void;

const withCategories = (
  settings: TenantSettings,
  categories: TenantSettings['taxonomy']['categories'],
): TenantSettings => ({ ...settings, taxonomy: { ...settings.taxonomy, categories } });

export const changeCategory = (edit: Edit, category: string, part: Partial<CategoryDefinition>): void =>
  edit((settings) => {
    const { categories } = settings.taxonomy;
    const before = categories[category] ?? { description: '', examples: [], subcategories: {} };
    return withCategories(settings, { ...categories, [category]: { ...before, ...part } });
  });

/** A mode of its own goes with it: it would name what is not there. */
export const removeCategory = (edit: Edit, category: string): void =>
  edit((settings) => {
    const { [category]: _, ...categories } = settings.taxonomy.categories;
    const { [category]: __, ...modeOf } = settings.modeOf;
    return { ...withCategories(settings, categories), modeOf };
  });

const MOST_LETTERS = 48;

/** The code of a name, such as `data_export` of "Data export"; empty when no letter is left. */
export const codeOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .slice(0, MOST_LETTERS)
    .replace(/_$/, '');
