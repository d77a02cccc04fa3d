import type { ZendeskSandbox } from './zendesk/start.ts';

const EVENTS = [
  'created',
  'comment_added',
  'status_changed',
  'soft_deleted',
  'permanently_deleted',
  'undeleted',
  'comment_redacted',
].map((event) => `zen:event-type:ticket.${event}`);

/** How a backend reaches the account. */
export const accountOf = ({ subdomain, url, oauth }: ZendeskSandbox): Record<string, string> => ({
  ZENDESK_SUBDOMAIN: subdomain,
  ZENDESK_URL: url,
  ZENDESK_CLIENT_ID: oauth.clientId,
  ZENDESK_CLIENT_SECRET: oauth.clientSecret,
});

/** How a backend is told of the app that it serves in whatever account it is installed; here there is the one. */
export const hostedOf = ({ url, globalOauth, appPublicKey, marketplace }: ZendeskSandbox): Record<string, string> => ({
  ZENDESK_URL: url,
  OAUTH_CLIENT_ID: globalOauth.clientId,
  OAUTH_CLIENT_SECRET: globalOauth.clientSecret,
  APP_PUBLIC_KEY: appPublicKey(),
  ...(marketplace && {
    MARKETPLACE_NAME: marketplace.name,
    MARKETPLACE_ORGANIZATION_ID: marketplace.organizationId,
    MARKETPLACE_APP_ID: marketplace.appId,
  }),
});

/**
 * What an admin does once in a real account: creates the webhook to a backend, unless it is there, and reads its
 * signing secret. Gives the part of the backend's environment that says which account it serves.
 */
export async function connectBackend(zendesk: ZendeskSandbox, backendUrl: string): Promise<Record<string, string>> {
  const { clientId: client_id, clientSecret: client_secret } = zendesk.oauth;
  const call = async <T>(path: string, body?: unknown, token?: string): Promise<T> => {
    const response = await fetch(new URL(path, zendesk.url), {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${path}`);
    return (await response.json()) as T;
  };
  const credentials = { grant_type: 'client_credentials', client_id, client_secret, scope: 'read write' };
  const { access_token } = await call<{ access_token: string }>('/oauth/tokens', credentials);
  const endpoint = `${backendUrl}/webhooks/zendesk`;
  type Webhook = { id: string; endpoint: string };
  const { webhooks } = await call<{ webhooks: Webhook[] }>('/api/v2/webhooks', undefined, access_token);
  const present = webhooks.find((webhook) => webhook.endpoint === endpoint);
  const webhook =
    present ??
    (
      await call<{ webhook: Webhook }>(
        '/api/v2/webhooks',
        {
          webhook: {
            name: 'Ticket Triage',
            status: 'active',
            endpoint,
            http_method: 'POST',
            request_format: 'json',
            subscriptions: EVENTS,
          },
        },
        access_token,
      )
    ).webhook;
  const path = `/api/v2/webhooks/${webhook.id}/signing_secret`;
  const { signing_secret } = await call<{ signing_secret: { secret: string } }>(path, undefined, access_token);
  return { ...accountOf(zendesk), ZENDESK_WEBHOOK_SECRET: signing_secret.secret };
}
