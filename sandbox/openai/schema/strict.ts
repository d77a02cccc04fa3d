import { invalidRequest } from '../api-error.ts';
import { definition, isRecord, type JsonSchema, typesOf } from './json-schema.ts';
import { MAX_DEPTH, overLimit } from './limits.ts';

const TYPES = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];
const FORMATS = ['date-time', 'time', 'date', 'duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uuid'];
/** What strict mode knows. `default`, `oneOf`, `allOf`, `not`, `minLength` and the rest of JSON Schema are refused. */
const KEYWORDS = new Set(
  `$schema $ref $defs definitions type title description enum const anyOf properties required additionalProperties items
  minItems maxItems pattern format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf`.split(/\s+/),
);

type Place = { root: JsonSchema; path: string[]; depth: number };

const inContext = (place: Place, what: string) =>
  `In context=(${place.path.map((part) => `'${part}'`).join(', ')}), ${what}`;
const below = (place: Place, path: string[], deeper = 0): Place => ({
  ...place,
  path: [...place.path, ...path],
  depth: place.depth + deeper,
});

function* objectFaults(schema: JsonSchema, place: Place): Generator<string> {
  if (schema.additionalProperties !== false) {
    yield inContext(place, "'additionalProperties' is required to be supplied and to be false.");
  }
  const keys = Object.keys(schema.properties ?? {});
  const required = Array.isArray(schema.required) ? schema.required : [];
  const missing = keys.find((key) => !required.includes(key));
  if (missing !== undefined || !Array.isArray(schema.required)) {
    const what = "'required' is required to be supplied and to be an array including every key in properties.";
    if (keys.length > 0) yield inContext(place, `${what} Missing '${missing}'.`);
  }
  const extra = required.find((key) => !keys.includes(key));
  if (extra !== undefined) yield inContext(place, `Extra required key '${extra}' supplied.`);
  for (const key of keys) yield* faults(schema.properties?.[key], below(place, ['properties', key], 1));
}

function* stringFaults(schema: JsonSchema, place: Place): Generator<string> {
  if (schema.format !== undefined && !FORMATS.includes(schema.format))
    yield inContext(place, `'${schema.format}' is not a valid format.`);
  if (schema.pattern === undefined) return;
  if (/\(\?<?[=!]/.test(schema.pattern)) yield inContext(place, "'pattern': regex lookaround is not supported.");
  try {
    new RegExp(schema.pattern, 'u');
  } catch {
    yield inContext(place, "'pattern' is not a valid regex.");
  }
}

/** The decoder has to tell the branches apart by the first key that it writes. */
function shareFirstKey(branches: JsonSchema[], root: JsonSchema): boolean {
  const heads = branches
    .map((branch) => (branch.$ref === undefined ? branch : definition(branch.$ref, root)))
    .flatMap((branch) => Object.entries(branch?.properties ?? {}).slice(0, 1))
    .flatMap(([key, first]) =>
      (first.const !== undefined ? [first.const] : (first.enum ?? [null])).map((value) => JSON.stringify([key, value])),
    );
  return new Set(heads).size < heads.length;
}

function* anyOfFaults(branches: JsonSchema[], place: Place): Generator<string> {
  if (branches.length === 0) yield inContext(place, "'anyOf' must not be empty.");
  for (const [index, branch] of branches.entries()) yield* faults(branch, below(place, ['anyOf', String(index)]));
  if (shareFirstKey(branches, place.root)) {
    yield "Objects provided via 'anyOf' must not share identical first keys. Consider adding a discriminator key or rearranging the properties.";
  }
}

function tooDeep(types: string[], { depth, path }: Place): boolean {
  const nests = types.includes('object') || types.includes('array');
  return (nests && depth > MAX_DEPTH) || path.length > 20 * MAX_DEPTH;
}

function* refFaults(schema: JsonSchema, place: Place): Generator<string> {
  const siblings = Object.keys(schema).filter((key) => key !== '$ref');
  if (siblings.length > 0)
    yield inContext(place, `$ref cannot have keywords {${siblings.map((key) => `'${key}'`).join(', ')}}.`);
  if (!definition(String(schema.$ref), place.root)) {
    yield inContext(place, 'reference can only point to definitions defined at the top level of the schema.');
  }
}

function* faults(value: unknown, place: Place): Generator<string> {
  if (!isRecord(value)) return yield inContext(place, 'schema must be an object.');
  const schema: JsonSchema = value;
  const unknown = Object.keys(schema).find((key) => !KEYWORDS.has(key));
  if (unknown !== undefined) yield inContext(place, `'${unknown}' is not permitted.`);
  if (schema.$ref !== undefined) return yield* refFaults(schema, place);
  if (Array.isArray(schema.anyOf)) yield* anyOfFaults(schema.anyOf, place);
  else if (schema.type === undefined) yield inContext(place, "schema must have a 'type' key.");
  const types = typesOf(schema);
  if (tooDeep(types, place)) yield `the schema nests deeper than ${MAX_DEPTH} levels.`;
  const odd = types.find((type) => !TYPES.includes(type));
  if (odd !== undefined) yield inContext(place, `'${odd}' is not a valid type.`);
  if (schema.enum !== undefined && !(Array.isArray(schema.enum) && schema.enum.length > 0))
    yield inContext(place, "'enum' must not be empty.");
  if (types.includes('object')) yield* objectFaults(schema, place);
  if (types.includes('array')) {
    if (schema.items === undefined) yield inContext(place, 'array schema missing items.');
    else yield* faults(schema.items, below(place, ['items'], 1));
  }
  if (types.includes('string')) yield* stringFaults(schema, place);
}

function* rootFaults(schema: JsonSchema): Generator<string> {
  if (schema.type !== 'object' || schema.anyOf !== undefined) {
    yield `schema must be a JSON Schema of 'type: "object"', got 'type: "${schema.type ?? 'None'}"'.`;
  }
  const place: Place = { root: schema, path: [], depth: 1 };
  yield* faults(schema, place);
  for (const group of ['$defs', 'definitions'] as const) {
    for (const [name, inner] of Object.entries(schema[group] ?? {})) yield* faults(inner, below(place, [group, name]));
  }
  const tooLarge = overLimit(schema);
  if (tooLarge) yield tooLarge;
}

/** Throws 400 for a schema that strict structured outputs refuse. */
export function checkStrictSchema(name: string, schema: JsonSchema): void {
  const fault = rootFaults(schema).next().value;
  if (fault)
    throw invalidRequest(
      `Invalid schema for response_format '${name}': ${fault}`,
      'response_format',
      'invalid_json_schema',
    );
}
