import { isDeepStrictEqual } from 'node:util';
import { definition, isRecord, type JsonSchema, typesOf } from './json-schema.ts';
import { fromEnum, numberFor, textFor } from './scalars.ts';
import { asGiven, canonical, OneOf, type Wish } from './wish.ts';

type Place = { root: JsonSchema; wish: Wish; name: string; depth: number };

/** A schema that refers to itself without end has no value; generation stops there. */
const MAX_DEPTH = 40;

function fits(schema: JsonSchema, value: unknown, place: Place): boolean {
  if (place.depth > MAX_DEPTH / 4) return false;
  return isDeepStrictEqual(fill(schema, value, { ...place, wish: asGiven }), value);
}

function settle(schema: JsonSchema, wanted: unknown, place: Place): unknown {
  if (!(wanted instanceof OneOf)) return wanted;
  return wanted.values.find((value) => fits(schema, value, place)) ?? wanted.values[0];
}

function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const target = definition(schema.$ref, root);
  return target && target.$ref === undefined ? target : {};
}

function branchFor(branches: JsonSchema[], wanted: unknown, place: Place): JsonSchema {
  const resolved = branches.map((branch) => resolve(branch, place.root));
  if (wanted === undefined) return resolved.find((branch) => branch.type === 'null') ?? resolved[0] ?? {};
  return (
    resolved.find((branch) => fits(branch, wanted, place)) ??
    resolved.find((branch) => branch.type !== 'null') ??
    resolved[0] ??
    {}
  );
}

function typeFor(schema: JsonSchema, wanted: unknown): string {
  const types = typesOf(schema);
  const wishes: [string, boolean][] = [
    ['null', wanted === null || wanted === undefined],
    ['array', Array.isArray(wanted)],
    ['object', isRecord(wanted)],
    ['integer', Number.isInteger(wanted)],
    ['number', typeof wanted === 'number'],
    ['boolean', typeof wanted === 'boolean'],
    ['string', typeof wanted === 'string'],
  ];
  const fitting = wishes.find(([type, isIt]) => isIt && types.includes(type))?.[0];
  return fitting ?? types.find((type) => type !== 'null') ?? types[0] ?? (schema.properties ? 'object' : 'any');
}

function memberOf(wanted: unknown, key: string): unknown {
  if (!isRecord(wanted)) return undefined;
  return wanted[key] ?? Object.entries(wanted).find(([name]) => canonical(name) === canonical(key))?.[1];
}

function fillObject(schema: JsonSchema, wanted: unknown, place: Place): Record<string, unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const firstText = properties.find(([, property]) => property.type === 'string')?.[0];
  const parts = typeof wanted === 'string' && firstText !== undefined ? { [firstText]: wanted } : wanted;
  return Object.fromEntries(
    properties.map(([key, property]) => [
      key,
      fill(property, memberOf(parts, key), { ...place, name: key, depth: place.depth + 1 }),
    ]),
  );
}

function fillArray(schema: JsonSchema, wanted: unknown, place: Place): unknown[] {
  const items = schema.items ?? {};
  const inside = { ...place, depth: place.depth + 1 };
  const limited = resolve(items, place.root).enum;
  const wishes = (Array.isArray(wanted) ? wanted : [])
    .filter((one) => !limited || limited.includes(one))
    .slice(0, schema.maxItems);
  const missing = Math.max(0, (schema.minItems ?? 0) - wishes.length);
  return [...wishes, ...Array.from({ length: missing })].map((one) => fill(items, one, inside));
}

function fill(raw: JsonSchema, given: unknown, place: Place): unknown {
  if (place.depth > MAX_DEPTH) return null;
  const schema = resolve(raw, place.root);
  const wanted = settle(schema, place.wish(place.name, schema, given), place);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return fromEnum(schema.enum, wanted);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return fill(branchFor(branches, wanted, place), wanted, { ...place, depth: place.depth + 1 });
  switch (typeFor(schema, wanted)) {
    case 'object':
      return fillObject(schema, wanted, place);
    case 'array':
      return fillArray(schema, wanted, place);
    case 'string':
      return textFor(schema, wanted);
    case 'integer':
      return numberFor(schema, wanted, true);
    case 'number':
      return numberFor(schema, wanted, false);
    case 'boolean':
      return wanted === true;
    case 'null':
      return null;
    default:
      return wanted ?? '';
  }
}

/** A value that the schema accepts, as near to the wish as the schema allows. */
export function conform(schema: JsonSchema, wish: Wish): unknown {
  return fill(schema, undefined, { root: schema, wish, name: '', depth: 0 });
}
