import { randomBytes, randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Account } from '../account.ts';
import { ApiError, notFound, recordInvalid, refused } from '../errors.ts';
import { type Ctx, readJson, type ZendeskEnv } from '../http.ts';
import { type Json, objectAt } from '../json.ts';
import { paginate } from '../pages.ts';
import { TEST_SECRET } from '../signature.ts';
import { stamp, type Webhook } from '../state.ts';
import { signedHeaders } from '../webhook-sender.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const FORMATS = ['json', 'xml', 'form_encoded'];
const MOST = 10;

export function webhookRoutes(account: Account) {
  const { state } = account;
  const find = (c: Ctx) => {
    const webhook = state.webhooks.find(({ id }) => id === c.req.param('id'));
    if (webhook === undefined) throw notFound();
    return webhook;
  };
  return new Hono<ZendeskEnv>()
    .get('/webhooks', (c) => {
      const { page, links } = paginate(c, state.webhooks);
      return c.json({ webhooks: page.map(view), ...links });
    })
    .post('/webhooks', async (c) => {
      if (state.webhooks.length >= MOST)
        throw new ApiError(403, { error: 'WebhookLimitReached', description: `Only ${MOST} webhooks` });
      const webhook = readWebhook(objectAt(await readJson(c), 'webhook'), c, account);
      state.webhooks.push(webhook);
      account.touched();
      return c.json({ webhook: view(webhook) }, 201);
    })
    .post('/webhooks/test', async (c) => c.json({ response: await sendTest(account, c) }))
    .get('/webhooks/:id', (c) => c.json({ webhook: view(find(c)) }))
    .put('/webhooks/:id', async (c) => {
      change(account, find(c), objectAt(await readJson(c), 'webhook'));
      return c.body(null, 204);
    })
    .patch('/webhooks/:id', async (c) => {
      const webhook = find(c);
      change(account, webhook, { ...webhook, ...objectAt(await readJson(c), 'webhook') });
      return c.body(null, 204);
    })
    .delete('/webhooks/:id', (c) => {
      const webhook = find(c);
      state.webhooks = state.webhooks.filter((other) => other !== webhook);
      account.touched();
      return c.body(null, 204);
    })
    .get('/webhooks/:id/signing_secret', (c) =>
      c.json({ signing_secret: { algorithm: 'SHA256', secret: find(c).secret } }),
    )
    .post('/webhooks/:id/signing_secret', (c) => {
      const webhook = find(c);
      webhook.secret = newSecret();
      account.touched();
      return c.json({ signing_secret: { algorithm: 'SHA256', secret: webhook.secret } }, 201);
    });
}

const newSecret = () => randomBytes(32).toString('base64');
const view = ({ secret: _secret, ...webhook }: Webhook) => ({
  ...webhook,
  external_source: null,
  updated_at: webhook.created_at,
});

const isEvents = (subscriptions: string[]) => subscriptions.some((name) => name.startsWith('zen:event-type:'));
const subscriptionsOf = (body: Json) => (Array.isArray(body.subscriptions) ? body.subscriptions.map(String) : []);

/** A webhook stays of its kind: for events or for triggers. */
function change(account: Account, webhook: Webhook, body: Json): void {
  const given = { ...body, subscriptions: body.subscriptions ?? webhook.subscriptions };
  const changed = readGiven(given, account);
  if (isEvents(changed.subscriptions) !== isEvents(webhook.subscriptions))
    throw refused('subscriptions', 'subscriptions: cannot be switched between events and triggers');
  Object.assign(webhook, changed);
  account.touched();
}

function readGiven(body: Json, { eventWebhooks }: Account) {
  const subscriptions = subscriptionsOf(body);
  checkWebhook(body, subscriptions);
  if (isEvents(subscriptions) && !eventWebhooks)
    throw refused('subscriptions', 'subscriptions: events are not available on this plan');
  return {
    name: String(body.name),
    status: body.status === 'active' ? ('active' as const) : ('inactive' as const),
    endpoint: String(body.endpoint),
    http_method: String(body.http_method),
    request_format: String(body.request_format),
    subscriptions,
    authentication: body.authentication ?? null,
  };
}

function readWebhook(body: Json, c: Ctx, account: Account): Webhook {
  return {
    id: `01J${randomUUID().replaceAll('-', '').slice(0, 23).toUpperCase()}`,
    ...readGiven(body, account),
    secret: newSecret(),
    created_at: stamp(account.now()),
    created_by: c.var.viewer.user.id,
  };
}

/** Throws 422 naming every attribute that Zendesk would refuse. */
function checkWebhook({ name, status, endpoint, http_method, request_format }: Json, subscriptions: string[]): void {
  const events = isEvents(subscriptions);
  const triggers = subscriptions.includes('conditional_ticket_events');
  const rules: [attribute: string, holds: boolean, description: string][] = [
    ['name', typeof name === 'string' && name !== '', 'cannot be blank'],
    ['status', status === 'active' || status === 'inactive', 'must be active or inactive'],
    ['endpoint', /^https?:$/.test(URL.parse(String(endpoint))?.protocol ?? ''), 'must be a URL'],
    ['http_method', METHODS.includes(String(http_method)), 'is invalid'],
    ['request_format', FORMATS.includes(String(request_format)), 'is invalid'],
    ['subscriptions', !events || (http_method === 'POST' && request_format === 'json'), 'events need POST and json'],
    ['subscriptions', !(events && triggers), 'events and triggers exclude each other'],
  ];
  const broken = rules.filter(([, holds]) => !holds);
  const details = Object.fromEntries(
    broken.map(([attribute, , text]) => [attribute, [{ description: `${attribute}: ${text}` }]]),
  );
  if (broken.length > 0) throw recordInvalid(details);
}

/** A synthetic call: not under a real webhook's id, and without its credentials. */
async function sendTest(account: Account, c: Ctx) {
  const known = account.state.webhooks.find(({ id }) => id === c.req.query('webhook_id'));
  const request = objectAt(await readJson(c), 'request');
  const endpoint = typeof request.endpoint === 'string' ? request.endpoint : known?.endpoint;
  if (endpoint === undefined || URL.parse(endpoint) === null)
    throw recordInvalid({ endpoint: [{ description: 'endpoint: must be a URL' }] });
  const body = typeof request.payload === 'string' ? request.payload : '{}';
  const webhook = { id: `test_webhook:${randomUUID()}`, secret: known?.secret ?? TEST_SECRET };
  const headers = signedHeaders(webhook, account.state.accountId, stamp(account.now()), randomUUID(), body);
  const response = await fetch(endpoint, {
    method: 'POST',
    headers,
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  }).catch(() => null);
  if (response === null) return { status: 0, headers: [], payload: 'The endpoint could not be reached' };
  const pairs = [...response.headers].map(([key, value]) => ({ key, value }));
  return { status: response.status, headers: pairs, payload: (await response.text()).slice(0, 10_000) };
}
