import { z } from 'zod';
import type { ZendeskClient } from './client.ts';
import { orNull, path } from './or-null.ts';
import { parseAnswer } from './parse-answer.ts';
import { paged, readPages } from './read-pages.ts';

const TITLE = 'Ticket Triage: tell of new words';
const LIST = '/api/v2/triggers.json?page[size]=100';

const triggerSchema = z.object({
  id: z.number().transform(String),
  active: z.boolean().default(true),
  actions: z.array(z.object({ field: z.string(), value: z.unknown() })).default([]),
});
type Trigger = z.output<typeof triggerSchema>;
const oneSchema = z.object({ trigger: triggerSchema });
const listSchema = z.object({ triggers: z.array(triggerSchema), ...paged });

/** A new ticket, or a customer who writes. Our own writes are neither, so that the trigger cannot set itself off. */
const bodyFor = (webhookId: string) => ({
  trigger: {
    title: TITLE,
    active: true,
    conditions: {
      all: [],
      any: [
        { field: 'update_type', operator: 'is', value: 'Create' },
        { field: 'role', operator: 'is', value: 'end_user' },
      ],
    },
    // The id alone: free text in a trigger's JSON is quoted unreliably.
    actions: [{ field: 'notification_webhook', value: [webhookId, '{"ticket_id":"{{ticket.id}}"}'] }],
  },
});

const calls = ({ actions }: Trigger, webhookId: string): boolean =>
  actions.some(({ field, value }) => field === 'notification_webhook' && [value].flat()[0] === webhookId);

/** Null when it is gone or switched off. */
export async function readTrigger(client: Pick<ZendeskClient, 'get'>, triggerId: string): Promise<Trigger | null> {
  const answer = await orNull(client.get(path`/api/v2/triggers/${triggerId}.json`));
  const trigger = answer === null ? null : parseAnswer(oneSchema, answer).trigger;
  return trigger?.active ? trigger : null;
}

/** Makes the trigger that calls this webhook, or mends the one that does or that `knownId` names. */
export async function openTrigger(client: ZendeskClient, webhookId: string, knownId: string | null): Promise<string> {
  const pages = await readPages(client, listSchema, LIST);
  const all = pages.flatMap(({ triggers }) => triggers);
  const present = all.find((trigger) => calls(trigger, webhookId)) ?? all.find(({ id }) => id === knownId);
  if (present?.active && calls(present, webhookId)) return present.id;
  const answer = present
    ? await client.put(path`/api/v2/triggers/${present.id}.json`, bodyFor(webhookId))
    : await client.post('/api/v2/triggers.json', bodyFor(webhookId));
  return parseAnswer(oneSchema, answer).trigger.id;
}

export const deleteTrigger = async (client: Pick<ZendeskClient, 'delete'>, triggerId: string): Promise<void> => {
  await orNull(client.delete(path`/api/v2/triggers/${triggerId}.json`));
};
