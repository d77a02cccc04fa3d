import { zodResponseFormat } from 'openai/helpers/zod';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ApiError } from '../api-error.ts';
import type { JsonSchema } from './json-schema.ts';
import { checkStrictSchema } from './strict.ts';

const object = (properties: Record<string, unknown>, extra: object = {}) =>
  ({
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
    ...extra,
  }) as JsonSchema;
const text = { type: 'string' };
const nested = (levels: number): JsonSchema =>
  levels === 1 ? object({ leaf: text }) : object({ deeper: nested(levels - 1) });
const many = (count: number, make: (index: number) => [string, unknown]) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => make(index)));

function complaint(schema: unknown): string | null {
  try {
    checkStrictSchema('shape', schema as JsonSchema);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).body.error).toMatchObject({
      type: 'invalid_request_error',
      param: 'response_format',
      code: 'invalid_json_schema',
    });
    return (error as ApiError).message;
  }
}

describe('a schema that strict mode takes', () => {
  it.each<[string, unknown]>([
    [
      'every type',
      object({
        a: text,
        b: { type: ['string', 'null'] },
        c: { type: 'array', items: { type: 'integer' } },
        d: { type: 'boolean' },
      }),
    ],
    [
      'bounds, patterns and formats',
      object({
        a: { type: 'number', minimum: 0, maximum: 1 },
        b: { type: 'string', pattern: '^[a-z]+$' },
        c: { type: 'string', format: 'date' },
      }),
    ],
    ['anyOf inside', object({ a: { anyOf: [text, { type: 'null' }] } })],
    [
      'definitions and recursion',
      object(
        { next: { anyOf: [{ $ref: '#' }, { type: 'null' }] }, item: { $ref: '#/$defs/item' } },
        { $defs: { item: object({ a: text }) } },
      ),
    ],
    ['ten levels', nested(10)],
    ['no properties', object({})],
    [
      '1,000 enum values',
      object({ a: { type: 'string', enum: Array.from({ length: 1000 }, (_, index) => `${index}`) } }),
    ],
    [
      'what the client makes of zod',
      zodResponseFormat(
        z.object({
          a: z.enum(['x', 'y']).nullable(),
          b: z.array(z.object({ c: z.literal('k'), d: z.int() })),
          e: z.discriminatedUnion('t', [z.object({ t: z.literal(1) }), z.object({ t: z.literal(2) })]),
        }),
        'shape',
      ).json_schema.schema,
    ],
  ])('%s', (_what, schema) => {
    expect(complaint(schema)).toBeNull();
  });
});

describe('a schema that strict mode refuses', () => {
  it.each<[string, unknown, RegExp]>([
    ['a root that is an array', { type: 'array', items: text }, /got 'type: "array"'/],
    ['a root that is anyOf', { anyOf: [object({ a: text })] }, /got 'type: "None"'/],
    [
      'an open object',
      { type: 'object', properties: { a: text }, required: ['a'] },
      /'additionalProperties' is required/,
    ],
    [
      'an open object further in',
      object({ a: { ...object({ b: text }), additionalProperties: true } }),
      /context=\('properties', 'a'\), 'additionalProperties'/,
    ],
    ['an optional property', { ...object({ a: text, b: text }), required: ['a'] }, /Missing 'b'/],
    [
      'no list of required ones',
      { type: 'object', properties: { a: text }, additionalProperties: false },
      /Missing 'a'/,
    ],
    [
      'a required property that is not there',
      { ...object({ a: text }), required: ['a', 'z'] },
      /Extra required key 'z'/,
    ],
    ['no type', object({ a: { description: 'anything' } }), /must have a 'type' key/],
    ['an unknown type', object({ a: { type: 'date' } }), /'date' is not a valid type/],
    ['an array of anything', object({ a: { type: 'array' } }), /missing items/],
    ['eleven levels', nested(11), /deeper than 10/],
    ['five thousand and one properties', object(many(5001, (index) => [`p${index}`, text])), /5001 object properties/],
    [
      '1,001 enum values',
      object({ a: { type: 'string', enum: Array.from({ length: 1001 }, (_, index) => `${index}`) } }),
      /1001 enum values/,
    ],
    [
      'a long enum',
      object({ a: { type: 'string', enum: Array.from({ length: 251 }, (_, index) => `${index}`.padEnd(60, 'x')) } }),
      /more than 250/,
    ],
    ['too many letters', object(many(100, (index) => [`${index}`.padEnd(1300, 'x'), text])), /characters/],
    ['an empty enum', object({ a: { type: 'string', enum: [] } }), /'enum'/],
    ['an unknown format', object({ a: { type: 'string', format: 'uri' } }), /'uri' is not a valid format/],
    ['a pattern that looks around', object({ a: { type: 'string', pattern: '^(?!x)y' } }), /lookaround/],
    ['a broken pattern', object({ a: { type: 'string', pattern: '(' } }), /not a valid regex/],
    ['a reference to nowhere', object({ a: { $ref: '#/$defs/none' } }), /reference can only point/],
    [
      'a reference with company',
      object({ a: { $ref: '#', description: 'x' } }),
      /\$ref cannot have keywords \{'description'\}/,
    ],
    [
      'branches that begin alike',
      object({ a: { anyOf: [object({ name: text, x: text }), object({ name: text, y: text })] } }),
      /identical first keys/,
    ],
    ['a bad definition', object({ a: text }, { $defs: { bad: { type: 'object' } } }), /'\$defs', 'bad'/],
    ['a schema that is no object', object({ a: true }), /must be an object/],
    ...[
      'allOf',
      'oneOf',
      'not',
      'if',
      'then',
      'else',
      'dependentRequired',
      'dependentSchemas',
      'patternProperties',
      'unevaluatedProperties',
      'propertyNames',
      'contains',
      'uniqueItems',
      'prefixItems',
      'default',
      'minLength',
      'maxLength',
    ].map((keyword): [string, unknown, RegExp] => [
      keyword,
      object({ a: { ...text, [keyword]: [] } }),
      new RegExp(`'${keyword}' is not permitted`),
    ]),
  ])('%s', (_what, schema, message) => {
    expect(complaint(schema)).toMatch(message);
  });

  it('what zod makes of a web address', () => {
    expect(complaint(z.toJSONSchema(z.object({ a: z.url() })))).toMatch(/'uri' is not a valid format/);
  });
});
