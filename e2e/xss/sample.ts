import type { z } from 'zod';

const STAMP = '2026-03-02T10:00:00.000Z';
const TEXTS = [
  ...['x', '7', 'x1', 'en', 'DE', '10:00', '2026-03-02', '2026-03', STAMP, 'Europe/Berlin', 'https://desk.example/1'],
  ...['a@desk.example', '00000000-0000-4000-8000-000000000001', 'f'.repeat(64)],
];
const NUMBERS = [1, 0.5, 0, 2, 10, 2026];
/** What the page makes a date of, whatever the contract calls it. */
const IS_STAMP = /(At|^at|^since|^until|^from|^to|^day)$/;

type Def = {
  type: string;
  shape: Record<string, z.ZodType>;
  element: z.ZodType;
  innerType: z.ZodType;
  options: z.ZodType[];
  entries: Record<string, string>;
  values: unknown[];
  items: z.ZodType[];
  keyType: z.ZodType;
  valueType: z.ZodType;
  left: z.ZodType;
  in: z.ZodType;
  getter: () => z.ZodType;
};

const fitting = (schema: z.ZodType, values: readonly unknown[]): unknown =>
  values.find((value) => schema.safeParse(value).success) ?? values[0];

/** A value with something in every place that the schema has, so that every text in it can be another one. */
export function sampleOf(schema: z.ZodType, name = ''): unknown {
  const def = schema.def as unknown as Def;
  const makers: Record<string, () => unknown> = {
    object: () => Object.fromEntries(Object.entries(def.shape).map(([key, part]) => [key, sampleOf(part, key)])),
    array: () => [sampleOf(def.element, name)],
    tuple: () => def.items.map((item) => sampleOf(item, name)),
    record: () => ({ [String(sampleOf(def.keyType))]: sampleOf(def.valueType, name) }),
    string: () => fitting(schema, IS_STAMP.test(name) ? [STAMP, ...TEXTS] : TEXTS),
    number: () => fitting(schema, NUMBERS),
    boolean: () => true,
    enum: () => Object.values(def.entries)[0],
    literal: () => def.values[0],
    union: () => sampleOf(def.options[0] as z.ZodType, name),
    intersection: () => sampleOf(def.left, name),
    pipe: () => sampleOf(def.in, name),
    lazy: () => sampleOf(def.getter(), name),
    null: () => null,
    unknown: () => 'x',
    any: () => 'x',
  };
  const make = makers[def.type];
  return make ? make() : def.innerType ? sampleOf(def.innerType, name) : undefined;
}
