import { z } from 'zod';
import type { AccountAccess, AccountRole, AccountUser, HelpdeskAccount } from '../../../ports/helpdesk-account.ts';
import { fetchFields, mendFields } from './account-fields.ts';
import { fetchAppKey, fetchInstallation, writeSidebarSecret } from './account-installation.ts';
import { deleteWebhook, fetchWebhook, openWebhook, rotateWebhookSecret } from './account-webhook.ts';
import { createZendeskClient, type ZendeskAccount, type ZendeskClient } from './client.ts';
import { fetchGroups } from './fetch-settings.ts';
import { requestTokens, revokeToken, SCOPES } from './oauth.ts';
import { orNull, path } from './or-null.ts';
import { parseAnswer } from './parse-answer.ts';
import { send } from './send.ts';

const ME = '/api/v2/users/me.json';

const userSchema = z.object({
  user: z.object({
    id: z.number().transform(String),
    name: z.string(),
    role: z.string(),
    suspended: z.boolean().nullish(),
    /** Of agents: `groups`, `assigned` or `organization`; null: they see all tickets. */
    ticket_restriction: z.string().nullish(),
  }),
});
const tokenSchema = z.object({ token: z.object({ scopes: z.array(z.string()) }) });

function roleOf({ role, suspended, ticket_restriction }: z.output<typeof userSchema>['user']): AccountRole {
  if (suspended || (role !== 'admin' && role !== 'agent')) return 'other';
  return role === 'agent' && ticket_restriction ? 'restricted' : role;
}

function toUser(answer: unknown): AccountUser {
  const { user } = parseAnswer(userSchema, answer);
  return { id: user.id, name: user.name, role: roleOf(user) };
}

/** `write` is for everything that may be written, and so with `read`. */
const covers = (granted: readonly string[], scope: string): boolean =>
  granted.includes(scope) || granted.includes(scope.split(':')[1] ?? scope);

/** As Zendesk says, or said when it issued the tokens; null: nobody knows. */
async function fetchScopes(client: Pick<ZendeskClient, 'get'>, { kept }: ZendeskAccount): Promise<string[] | null> {
  const answer = await orNull(client.get('/api/v2/oauth/tokens/current.json'));
  if (answer !== null) return parseAnswer(tokenSchema, answer).token.scopes;
  return (kept && (await kept.store.readConnection(kept.tenantId))?.tokens?.scopes) ?? null;
}

function authorizeUrl({ baseUrl, clientId }: ZendeskAccount, asked: Parameters<HelpdeskAccount['authorizeUrl']>[0]) {
  const url = new URL('/oauth/authorizations/new', baseUrl);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: asked.redirectUri,
    scope: SCOPES.join(' '),
    state: asked.state,
    code_challenge: asked.challenge,
    code_challenge_method: 'S256',
  }).toString();
  return url.href;
}

/** One Zendesk account behind the port of what we do to it beside its tickets. */
export function createZendeskAccount(account: ZendeskAccount & { access: AccountAccess }): HelpdeskAccount {
  const client = createZendeskClient(account);
  const appId = account.marketplace?.appId ?? null;
  return {
    access: account.access,
    authorizeUrl: (asked) => authorizeUrl(account, asked),
    redeem: async ({ code, verifier, redirectUri }) => {
      const grant = { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri };
      const tokens = await requestTokens(account, grant);
      const headers = { authorization: `Bearer ${tokens.accessToken}` };
      return { tokens, user: toUser(await send(account, ME, { method: 'GET', headers })) };
    },
    revoke: ({ accessToken }) => revokeToken(account, accessToken),
    whoAmI: async () => toUser(await client.get(ME)),
    fetchMissingScopes: async () => {
      const granted = await fetchScopes(client, account);
      return granted ? SCOPES.filter((scope) => !covers(granted, scope)) : [];
    },
    fetchRole: async (userId) => {
      const answer = await orNull(client.get(path`/api/v2/users/${userId}.json`));
      return answer === null ? 'other' : toUser(answer).role;
    },
    fetchWebhook: (webhook) => fetchWebhook(client, webhook),
    openWebhook: (endpoint, known) => openWebhook(client, endpoint, known),
    rotateWebhookSecret: (webhook) => rotateWebhookSecret(client, webhook),
    deleteWebhook: (webhook) => deleteWebhook(client, webhook),
    fetchInstallation: (installationId) => fetchInstallation(client, { installationId, appId }),
    fetchAppKey: (installationId, backendUrl) => fetchAppKey(client, { installationId, appId, backendUrl }),
    writeSidebarSecret: (installationId, secret) => writeSidebarSecret(client, installationId, secret),
    fetchFields: () => fetchFields(client),
    mendFields: (categories) => mendFields(client, categories),
    fetchGroups: () => fetchGroups(client),
  };
}
