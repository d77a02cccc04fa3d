import { describe, expect, it } from 'vitest';
import { fetchSettings } from './fetch-settings.ts';

const GROUPS = [
  ...Array.from({ length: 230 }, (_, id) => ({ id: id + 1, name: `Team ${id}` })),
  { id: 999, name: 'Facturación-2' },
];
const FIELDS = [
  ...Array.from({ length: 120 }, (_, id) => ({ id: id + 1, type: 'text', title: `Field ${id}` })),
  { id: 900, type: 'tagger', title: 'Kategorie', custom_field_options: [{ value: 'ait_category_billing' }] },
];
const PAGE = 100;

/** Zendesk's cursor pages, by the number of the first row. */
const account = {
  get: async (path: string) => {
    const { pathname, searchParams } = new URL(path, 'https://acme.zendesk.com');
    const [name, rows] = pathname.includes('groups')
      ? (['groups', GROUPS] as const)
      : (['ticket_fields', FIELDS] as const);
    const from = Number(searchParams.get('page[after]') ?? 0);
    const more = from + PAGE < rows.length;
    const next = `https://acme.zendesk.com${pathname}?page[size]=${PAGE}&page[after]=${from + PAGE}`;
    return { [name]: rows.slice(from, from + PAGE), meta: { has_more: more }, links: { next: more ? next : null } };
  },
};

describe('fetchSettings', () => {
  it('finds fields and groups beyond the first page, and teams whose name has accents', async () => {
    const { fields, groupIds } = await fetchSettings(account);
    expect(fields.category).toBe('900');
    expect(groupIds.get('team_229')).toBe('230');
    expect(groupIds.get('facturacion_2')).toBe('999');
  });
});
