import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FIELDS } from './fields.ts';

type Required = { type: string; title: string; tag?: string; custom_field_options?: { value: string }[] };

describe("the account's custom fields", () => {
  it('are those that the shipped requirements make', () => {
    const file = new URL('../../requirements.json', import.meta.url);
    const { ticket_fields } = JSON.parse(readFileSync(file, 'utf8')) as { ticket_fields: Record<string, Required> };
    const shipped = Object.entries(ticket_fields).map(([identifier, { type, title, tag, custom_field_options }]) => {
      const tags = [...(tag ? [tag] : []), ...(custom_field_options ?? []).map(({ value }) => value)];
      return { identifier, type, title, tags };
    });
    const here = FIELDS.map((field) => {
      const tags =
        field.type === 'tagger'
          ? field.options.map(({ value }) => value)
          : field.type === 'checkbox'
            ? [field.tag]
            : [];
      return { identifier: field.identifier, type: field.type, title: field.title, tags };
    });
    expect(here).toEqual(shipped);
  });
});
