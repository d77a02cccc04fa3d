import { z } from 'zod';
import type { OwnWebhook } from '../../../ports/connection.ts';
import { OutsideError } from '../../../ports/errors.ts';
import type { WebhookState } from '../../../ports/helpdesk-account.ts';
import { deleteTrigger, openTrigger, readTrigger } from './account-trigger.ts';
import type { ZendeskClient } from './client.ts';
import { orNull, path } from './or-null.ts';
import { parseAnswer } from './parse-answer.ts';
import { paged, readPages } from './read-pages.ts';

const NAME = 'Ticket Triage';
const LIST = '/api/v2/webhooks?page[size]=100';
const OF_TRIGGERS = 'conditional_ticket_events';
/** Everything that a triage, a promise or the knowledge depends on. */
export const EVENTS = [
  ...['created', 'comment_added', 'status_changed', 'custom_status_changed', 'soft_deleted', 'permanently_deleted'],
  ...['undeleted', 'marked_as_spam', 'merged', 'comment_redacted', 'comment_made_private'],
].map((event) => `zen:event-type:ticket.${event}`);

const webhookSchema = z.object({
  id: z.string(),
  status: z.string(),
  endpoint: z.string(),
  subscriptions: z.array(z.string()).default([]),
});
type Webhook = z.output<typeof webhookSchema>;
const oneSchema = z.object({ webhook: webhookSchema });
const listSchema = z.object({ webhooks: z.array(webhookSchema), ...paged });
const secretSchema = z.object({ signing_secret: z.object({ secret: z.string().min(1) }) });

const kindOf = ({ subscriptions }: Webhook): OwnWebhook['kind'] =>
  subscriptions.includes(OF_TRIGGERS) ? 'trigger' : 'events';
const missingOf = ({ subscriptions }: Webhook): string[] => EVENTS.filter((event) => !subscriptions.includes(event));
const bodyFor = (endpoint: string, kind: OwnWebhook['kind']) => ({
  webhook: {
    name: NAME,
    status: 'active',
    endpoint,
    http_method: 'POST',
    request_format: 'json',
    subscriptions: kind === 'events' ? EVENTS : [OF_TRIGGERS],
  },
});

const fetchOne = async (client: ZendeskClient, id: string): Promise<Webhook | null> => {
  const answer = await orNull(client.get(path`/api/v2/webhooks/${id}`));
  return answer === null ? null : parseAnswer(oneSchema, answer).webhook;
};

const readSecret = async (client: ZendeskClient, id: string): Promise<string> =>
  parseAnswer(secretSchema, await client.get(path`/api/v2/webhooks/${id}/signing_secret`)).signing_secret.secret;

/** Null when it is gone; without its trigger it tells nothing. */
export async function fetchWebhook(
  client: ZendeskClient,
  { id, kind, triggerId, secrets }: OwnWebhook,
): Promise<WebhookState | null> {
  const webhook = await fetchOne(client, id);
  if (!webhook) return null;
  const triggered = kind === 'trigger' && triggerId !== null ? await readTrigger(client, triggerId) : null;
  const missing = kind === 'events' ? missingOf(webhook) : triggered ? [] : ['trigger'];
  const trusted = secrets.includes(await readSecret(client, id));
  return { active: webhook.status === 'active', endpoint: webhook.endpoint, missing, trusted };
}

/** Plans without event subscriptions refuse them; whether it was that shows when the other kind is asked for. */
async function makeWebhook(client: ZendeskClient, endpoint: string): Promise<Webhook> {
  const make = async (kind: OwnWebhook['kind']) =>
    parseAnswer(oneSchema, await client.post('/api/v2/webhooks', bodyFor(endpoint, kind))).webhook;
  return make('events').catch((error) => {
    if (error instanceof OutsideError && ['rejected', 'forbidden'].includes(error.code)) return make('trigger');
    throw error;
  });
}

/** Those that are ours: known from before, or with our endpoint; what was known first. */
async function findOwn(client: ZendeskClient, endpoint: string, known: OwnWebhook | null): Promise<Webhook[]> {
  const pages = await readPages(client, listSchema, LIST);
  const own = pages
    .flatMap(({ webhooks }) => webhooks)
    .filter((one) => one.id === known?.id || one.endpoint === endpoint);
  return own.sort((one, other) => Number(other.id === known?.id) - Number(one.id === known?.id));
}

/** Brings it to what it should be. Zendesk lets nobody turn one kind into the other, so that a trigger's stays one. */
async function mendWebhook(client: ZendeskClient, endpoint: string, webhook: Webhook): Promise<Webhook> {
  const kind = kindOf(webhook);
  const isRight = webhook.status === 'active' && webhook.endpoint === endpoint;
  if (isRight && (kind === 'trigger' || missingOf(webhook).length === 0)) return webhook;
  await client.put(path`/api/v2/webhooks/${webhook.id}`, bodyFor(endpoint, kind));
  return webhook;
}

/** Makes the webhook, or takes over and mends the one that is there. A second one with our endpoint would tell all twice: it goes. */
export async function openWebhook(
  client: ZendeskClient,
  endpoint: string,
  known: OwnWebhook | null,
): Promise<OwnWebhook> {
  const [present, ...others] = await findOwn(client, endpoint, known);
  for (const { id } of others) await orNull(client.delete(path`/api/v2/webhooks/${id}`));
  const webhook = present ? await mendWebhook(client, endpoint, present) : await makeWebhook(client, endpoint);
  const kind = kindOf(webhook);
  const triggerId = kind === 'trigger' ? await openTrigger(client, webhook.id, known?.triggerId ?? null) : null;
  const secret = await readSecret(client, webhook.id);
  return { id: webhook.id, kind, triggerId, secrets: [secret] };
}

export async function rotateWebhookSecret(client: ZendeskClient, webhook: OwnWebhook): Promise<OwnWebhook> {
  const answer = await client.post(path`/api/v2/webhooks/${webhook.id}/signing_secret`);
  const { secret } = parseAnswer(secretSchema, answer).signing_secret;
  return { ...webhook, secrets: [secret, ...webhook.secrets.slice(0, 1)] };
}

/** The trigger first: Zendesk keeps a webhook that one still calls. */
export async function deleteWebhook(
  client: ZendeskClient,
  { id, triggerId }: Pick<OwnWebhook, 'id' | 'triggerId'>,
): Promise<void> {
  if (triggerId !== null) await deleteTrigger(client, triggerId);
  await orNull(client.delete(path`/api/v2/webhooks/${id}`));
}
