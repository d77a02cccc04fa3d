import { isRecord, type JsonSchema } from './json-schema.ts';

/** Sizes documented for structured outputs: characters, counts and levels. */
const MAX_PROPERTIES = 5000;
const MAX_NAMES_AND_VALUES = 120_000;
const MAX_ENUM_VALUES = 1000;
const LONG_ENUM = { values: 250, characters: 15_000 };
export const MAX_DEPTH = 10;

type Sizes = { properties: number; enumValues: number; characters: number; longEnum: boolean };

const lengthOf = (values: unknown[]) =>
  values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0);

function measure(schema: JsonSchema, sizes: Sizes): Sizes {
  const names = [schema.properties, schema.$defs, schema.definitions].flatMap((group) => Object.keys(group ?? {}));
  const values = schema.enum ?? [];
  sizes.properties += Object.keys(schema.properties ?? {}).length;
  sizes.enumValues += values.length;
  sizes.characters += lengthOf(names) + lengthOf(values) + lengthOf([schema.const]);
  sizes.longEnum ||= values.length > LONG_ENUM.values && lengthOf(values) > LONG_ENUM.characters;
  const groups = [schema.properties, schema.$defs, schema.definitions].flatMap((group) => Object.values(group ?? {}));
  for (const child of [...groups, ...(schema.anyOf ?? []), schema.items].filter(isRecord)) measure(child, sizes);
  return sizes;
}

/** What is too large about a schema, or null. */
export function overLimit(schema: JsonSchema): string | null {
  const sizes = measure(schema, { properties: 0, enumValues: 0, characters: 0, longEnum: false });
  if (sizes.properties > MAX_PROPERTIES)
    return `${sizes.properties} object properties, at most ${MAX_PROPERTIES} are allowed.`;
  if (sizes.enumValues > MAX_ENUM_VALUES)
    return `${sizes.enumValues} enum values, at most ${MAX_ENUM_VALUES} are allowed.`;
  if (sizes.characters > MAX_NAMES_AND_VALUES)
    return `names and values take ${sizes.characters} characters, at most ${MAX_NAMES_AND_VALUES} are allowed.`;
  if (sizes.longEnum)
    return `an enum of more than ${LONG_ENUM.values} values may take at most ${LONG_ENUM.characters} characters.`;
  return null;
}
