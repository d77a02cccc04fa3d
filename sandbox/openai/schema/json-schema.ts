/** The part of JSON Schema that structured outputs speak of; anything else in it is kept and ignored. */
export type JsonSchema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: unknown;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  definitions?: Record<string, JsonSchema>;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
};

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a `$ref` points to inside the same schema; undefined when it points nowhere. */
export function definition(ref: string, root: JsonSchema): JsonSchema | undefined {
  if (ref === '#') return root;
  const [, place, name] = /^#\/(\$defs|definitions)\/([^/]+)$/.exec(ref) ?? [];
  if (!place || !name) return undefined;
  const key = decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~');
  const found = (place === '$defs' ? root.$defs : root.definitions)?.[key];
  return isRecord(found) ? found : undefined;
}

export function typesOf(schema: JsonSchema): string[] {
  return schema.type === undefined ? [] : [schema.type].flat();
}
