import { z } from 'zod';

const needed = z.string().min(1);
const titled = z.looseObject({ title: needed });
const keyed = titled.extend({ key: needed });
const ENDED_TARGETS = new Set<unknown>(['http_target', 'url_target_v2']);

const target = titled.refine(({ type }) => !ENDED_TARGETS.has(type), 'is of a type that Zendesk has ended');
const webhook = z.looseObject({
  name: needed,
  status: needed,
  endpoint: needed,
  http_method: needed,
  request_format: needed,
});
const objects = z.strictObject({
  objects: z
    .array(keyed.extend({ title_pluralized: needed, include_in_list_view: z.boolean() }))
    .max(50)
    .default([]),
  object_fields: z.array(keyed.extend({ type: needed, object_key: needed })).default([]),
  object_triggers: z.array(titled.extend({ object_key: needed })).default([]),
});

/** By identifier, what the REST API takes to create each. */
const each = <Payload extends z.ZodType>(payload: Payload) => z.record(z.string(), payload).default({});

/** requirements.json; the shapes go no further than Zendesk's validator. */
export const REQUIREMENTS = z.strictObject({
  automations: each(titled),
  channel_integrations: each(z.looseObject({ manifest_url: needed })),
  custom_objects: each(z.array(z.looseObject({}))),
  macros: each(titled),
  targets: each(target),
  views: each(titled),
  ticket_fields: each(
    titled.extend({
      tag: z.string().optional(),
      custom_field_options: z.array(z.looseObject({ value: needed })).default([]),
    }),
  ),
  triggers: each(titled),
  user_fields: each(keyed),
  organization_fields: each(keyed),
  webhooks: each(webhook),
  custom_objects_v2: objects.optional(),
});

export type Requirements = z.output<typeof REQUIREMENTS>;
