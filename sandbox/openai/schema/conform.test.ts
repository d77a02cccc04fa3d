import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { conform } from './conform.ts';
import type { JsonSchema } from './json-schema.ts';
import { checkStrictSchema } from './strict.ts';
import { OneOf, type Wish } from './wish.ts';

const object = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const wishing =
  (wishes: Record<string, unknown>): Wish =>
  (name, _schema, given) =>
    given ?? wishes[name];

const word = fc.stringMatching(/^[a-z]{1,6}$/);
const { schema: anySchema } = fc.letrec<{ schema: JsonSchema; object: JsonSchema }>((tie) => ({
  object: fc.dictionary(word, tie('schema'), { maxKeys: 4, noNullPrototype: true }).map(object),
  schema: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom<JsonSchema>(
      { type: 'string' },
      { type: 'boolean' },
      { type: 'null' },
      { type: ['string', 'null'] },
    ),
    fc
      .uniqueArray(word, { minLength: 1, maxLength: 4 })
      .map((values): JsonSchema => ({ type: 'string', enum: values })),
    fc.constantFrom('date', 'email', 'ipv4', 'uuid').map((format): JsonSchema => ({ type: 'string', format })),
    fc
      .constantFrom('^[a-z][a-z0-9_]{0,7}$', '^[A-Z]{3}-[0-9]{4}$')
      .map((pattern): JsonSchema => ({ type: 'string', pattern })),
    fc
      .tuple(fc.integer({ min: -50, max: 50 }), fc.nat(90))
      .map(([minimum, room]): JsonSchema => ({ type: 'integer', minimum, maximum: minimum + room })),
    fc
      .constantFrom(0.5, 5)
      .map((multipleOf): JsonSchema => ({ type: 'number', minimum: -100, maximum: 100, multipleOf })),
    word.map((value): JsonSchema => ({ type: 'string', const: value })),
    tie('schema').map((inner): JsonSchema => ({ anyOf: [inner, { type: 'null' }] })),
    fc
      .tuple(tie('schema'), fc.nat(3))
      .map(([items, minItems]): JsonSchema => ({ type: 'array', items, minItems, maxItems: minItems + 2 })),
    tie('object'),
  ),
}));

describe('a value that fits', () => {
  it('comes out of every schema and every wish', () => {
    const root = fc.dictionary(word, anySchema, { minKeys: 1, maxKeys: 5, noNullPrototype: true }).map(object);
    fc.assert(
      fc.property(root, fc.dictionary(word, fc.jsonValue()), fc.jsonValue(), (schema, wishes, fallback) => {
        checkStrictSchema('any', schema);
        const value = conform(schema, (name, _schema, given) => given ?? wishes[name] ?? fallback);
        const checked = z
          .fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])
          .safeParse(JSON.parse(JSON.stringify(value)));
        expect(checked.error?.issues ?? []).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is the wish where the schema allows it', () => {
    const schema = object({
      a: { type: 'string' },
      b: { type: 'number' },
      c: { anyOf: [{ type: 'string', enum: ['x', 'y'] }, { type: 'null' }] },
    });
    expect(conform(schema, wishing({ a: 'text', b: 2.5, c: 'y' }))).toEqual({ a: 'text', b: 2.5, c: 'y' });
    expect(conform(schema, wishing({ a: 'text', b: 2.5, c: null }))).toMatchObject({ c: null });
  });

  it('is the first of several wishes that the schema allows', () => {
    const wish = wishing({ risk: new OneOf(true, 'high', 0.8) });
    expect(conform(object({ risk: { type: 'boolean' } }), wish)).toEqual({ risk: true });
    expect(conform(object({ risk: { type: 'string', enum: ['low', 'high'] } }), wish)).toEqual({ risk: 'high' });
    expect(conform(object({ risk: { type: 'number', minimum: 0, maximum: 1 } }), wish)).toEqual({ risk: 0.8 });
  });

  it('leaves out of a list what its enum does not name', () => {
    const schema = object({ ids: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } } });
    expect(conform(schema, wishing({ ids: ['b', 'z'] }))).toEqual({ ids: ['b'] });
  });

  it('ends where a schema refers to itself', () => {
    const list: JsonSchema = {
      ...object({ name: { type: 'string' }, next: { anyOf: [{ $ref: '#' }, { type: 'null' }] } }),
    };
    expect(conform(list, wishing({ name: 'a' }))).toEqual({ name: 'a', next: null });
    expect(() => conform(object({ again: { $ref: '#' } }), wishing({}))).not.toThrow();
  });
});
