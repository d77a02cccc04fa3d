import { error, type Files, type Findings } from './finding.ts';
import { readShape } from './json-file.ts';
import { REQUIREMENTS, type Requirements } from './requirement-shape.ts';

const MOST = {
  requirements: 5_000,
  legacyObjects: 50,
  fieldsOfObject: 20,
  triggersOfObject: 10,
  objectBytes: 1_000_000,
};

export function* checkRequirements(files: Files): Findings {
  if (!files.has('requirements.json')) return;
  const requirements = yield* readShape(files, 'requirements.json', REQUIREMENTS);
  if (requirements === null) return;
  const { custom_objects, custom_objects_v2, ticket_fields } = requirements;
  const lists = Object.values(requirements).flatMap((kind) => Object.values(kind ?? {}));
  yield* atMost(MOST.requirements, lists.flat().length, 'requirements');
  yield* atMost(MOST.legacyObjects, Object.values(custom_objects).flat().length, 'legacy custom objects');
  for (const tag of findSharedTags(ticket_fields))
    yield error(`requirements.json: the tag ${tag} stands for two values, which breaks later edits of the fields`);
  if (custom_objects_v2 !== undefined) yield* checkObjects(custom_objects_v2);
}

function* checkObjects(objects: NonNullable<Requirements['custom_objects_v2']>): Findings {
  const text = JSON.stringify(objects);
  yield* atMost(MOST.objectBytes, text.length, 'characters of custom objects');
  if (text.includes('{{setting.')) yield error('requirements.json: custom objects cannot use {{setting.…}}');
  for (const { key } of objects.objects) {
    const countOf = (parts: { object_key: string }[]) => parts.filter(({ object_key }) => object_key === key).length;
    yield* atMost(MOST.fieldsOfObject, countOf(objects.object_fields), `fields of ${key}`);
    yield* atMost(MOST.triggersOfObject, countOf(objects.object_triggers), `triggers of ${key}`);
  }
}

function* atMost(most: number, count: number, what: string): Findings {
  if (count > most) yield error(`requirements.json: ${count} ${what}; Zendesk takes ${most}`);
}

function findSharedTags(fields: Requirements['ticket_fields']): Set<string> {
  const tags = Object.values(fields).flatMap(({ tag, custom_field_options }) => [
    ...(tag === undefined ? [] : [tag]),
    ...custom_field_options.map(({ value }) => value),
  ]);
  return new Set(tags.filter((tag, index) => tags.indexOf(tag) !== index));
}
