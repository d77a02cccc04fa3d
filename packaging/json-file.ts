import { parseSync, Visitor } from 'oxc-parser';
import type { z } from 'zod';
import { error, type Files, type Finding, type Findings } from './finding.ts';

/** Every JSON file must be an object without repeated keys, of which JSON.parse would silently keep the last. */
export function* checkJson(files: Files): Findings {
  for (const [path, bytes] of files) {
    if (!path.endsWith('.json')) continue;
    const text = new TextDecoder().decode(bytes);
    if (parseObject(text) === null) yield error(`${path}: is not a JSON object`);
    else for (const key of findRepeatedKeys(text)) yield error(`${path}: the key ${key} stands twice in one object`);
  }
}

/** Gives the file in its shape; null, with the reasons yielded, when it has another or none (checkJson names bad JSON). */
export function* readShape<Shape extends z.ZodType>(
  files: Files,
  path: string,
  shape: Shape,
): Generator<Finding, z.output<Shape> | null> {
  const bytes = files.get(path);
  if (bytes === undefined) {
    yield error(`${path}: is missing`);
    return null;
  }
  const json = parseObject(new TextDecoder().decode(bytes));
  if (json === null) return null;
  const { data, error: fault } = shape.safeParse(json);
  for (const issue of fault?.issues ?? []) yield error(`${[path, ...issue.path].join(' > ')}: ${issue.message}`);
  return data ?? null;
}

/** The object that a text is as JSON; null for anything else. */
export function parseObject(text: string): object | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && !Array.isArray(json) ? json : null;
  } catch {
    return null;
  }
}

/** JSON is an expression of JavaScript, whose parser keeps every key. */
function findRepeatedKeys(json: string): string[] {
  const repeated: string[] = [];
  const visitor = new Visitor({
    ObjectExpression({ properties }) {
      const keys = properties.flatMap((property) =>
        property.type === 'Property' && property.key.type === 'Literal' ? String(property.key.value) : [],
      );
      repeated.push(...keys.filter((key, index) => keys.indexOf(key) !== index));
    },
  });
  visitor.visit(parseSync('file.js', `(${json})`).program);
  return repeated;
}
