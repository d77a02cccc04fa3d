import { describe, expect, it } from 'vitest';
import { checkPackage } from './check-package.ts';
import { samplePackage } from './test/sample-package.ts';

const errorsOf = (requirements: object) => checkPackage(samplePackage({ 'requirements.json': requirements })).errors;
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const many = (count: number, payload: object) => Object.fromEntries(times(count, (index) => [`id_${index}`, payload]));

const OPTIONS = { custom_field_options: [{ name: 'A', value: 'ait_a' }] };
const WEBHOOK = {
  name: 'a',
  status: 'active',
  endpoint: 'https://a.example',
  http_method: 'POST',
  request_format: 'json',
};
const OBJECT = { key: 'o', title: 'O', title_pluralized: 'Os', include_in_list_view: true };
const FIELD = { key: 'f', title: 'F', type: 'text', object_key: 'o' };
const TRIGGER = { title: 'T', object_key: 'o' };

describe('requirements.json', () => {
  it.each<[string, object, RegExp]>([
    ['groups', { groups: {} }, /groups/],
    ['SLA policies', { sla_policies: {} }, /sla_policies/],
    ['ticket forms', { ticket_forms: {} }, /ticket_forms/],
    ['a list', { ticket_fields: [] }, /ticket_fields/],
    ['a field without title', { ticket_fields: { a: { type: 'text' } } }, /ticket_fields > a > title/],
    ['a trigger without title', { triggers: { a: {} } }, /triggers > a > title/],
    ['a user field without key', { user_fields: { a: { title: 'A' } } }, /user_fields > a > key/],
    ['an organization field without key', { organization_fields: { a: { title: 'A' } } }, /> a > key/],
    ['a webhook without endpoint', { webhooks: { a: { ...WEBHOOK, endpoint: undefined } } }, /> a > endpoint/],
    ['an ended target', { targets: { a: { title: 'A', type: 'http_target' } } }, /has ended/],
    ['a channel without manifest', { channel_integrations: { a: {} } }, /manifest_url/],
    ['more than 5,000', { macros: many(5_001, { title: 'A' }) }, /5001 requirements/],
    ['51 legacy objects', { custom_objects: { custom_object_types: times(51, () => ({})) } }, /51 legacy/],
    ['51 objects', { custom_objects_v2: { objects: times(51, () => OBJECT) } }, /custom_objects_v2 > objects/],
    ['an object without plural', { custom_objects_v2: { objects: [{ ...OBJECT, title_pluralized: '' }] } }, /plural/],
    ['an object field without type', { custom_objects_v2: { object_fields: [{ ...FIELD, type: '' }] } }, /> type/],
    [
      '21 fields of one object',
      { custom_objects_v2: { objects: [OBJECT], object_fields: times(21, () => FIELD) } },
      /21 fields of o/,
    ],
    [
      '11 triggers of one object',
      { custom_objects_v2: { objects: [OBJECT], object_triggers: times(11, () => TRIGGER) } },
      /11 triggers of o/,
    ],
    ['a setting in an object', { custom_objects_v2: { objects: [{ ...OBJECT, title: '{{setting.a}}' }] } }, /setting/],
    [
      'more than a megabyte of objects',
      { custom_objects_v2: { objects: [{ ...OBJECT, title: 'x'.repeat(1_000_000) }] } },
      /characters of custom objects/,
    ],
    [
      'one tag for two options',
      { ticket_fields: { a: { title: 'A', ...OPTIONS }, b: { title: 'B', ...OPTIONS } } },
      /the tag ait_a stands for two/,
    ],
    [
      'one tag for an option and a checkbox',
      { ticket_fields: { a: { title: 'A', ...OPTIONS }, b: { title: 'B', tag: 'ait_a' } } },
      /the tag ait_a stands for two/,
    ],
  ])('is refused with %s', (_, requirements, fault) => {
    expect(errorsOf(requirements)).toEqual([expect.stringMatching(fault)]);
  });

  it('may hold as much as Zendesk takes', () => {
    expect(errorsOf({ macros: many(5_000, { title: 'A' }) })).toEqual([]);
    expect(
      errorsOf({ custom_objects: { custom_object_types: times(50, () => ({})) }, webhooks: { a: WEBHOOK } }),
    ).toEqual([]);
    const [object_fields, object_triggers] = [times(20, () => FIELD), times(10, () => TRIGGER)];
    expect(
      errorsOf({
        custom_objects_v2: {
          objects: times(50, (index) => ({ ...OBJECT, key: index === 0 ? 'o' : `o${index}` })),
          object_fields,
          object_triggers,
        },
      }),
    ).toEqual([]);
  });
});
