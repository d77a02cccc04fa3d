import { z } from 'zod';
import type { Tokens } from '../../../ports/connection.ts';
import { OutsideError } from '../../../ports/errors.ts';
import { parseAnswer } from './parse-answer.ts';
import { ask, type Route, readAnswer } from './send.ts';

export type OAuthClient = Route & { clientId: string; clientSecret: string };

/**
 * The least that works, as far as Zendesk documents its fine scopes: none is known for audits, SLA policies and agents'
 * availability, so that `read` is asked for as a whole.
 */
export const SCOPES = ['read', 'tickets:write', 'webhooks:write', 'apps:write', 'triggers:write'] as const;

const SECONDS = 7_200;
const PATH = '/oauth/tokens';
const tokensSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().nullish(),
  expires_in: z.number().nullish(),
  scope: z.string().nullish(),
});
const refusalSchema = z.object({ error: z.string() });
/** The grant is used up, or the client itself is not the one that Zendesk knows: no second try would change that. */
const FINAL = ['invalid_grant', 'invalid_client', 'unauthorized_client'];

/** Zendesk answers 400 to a grant that does not count any more as well as to a request that is wrong. */
async function isFinal(response: Response): Promise<boolean> {
  if (response.status !== 400 && response.status !== 401) return false;
  const refusal = refusalSchema.safeParse(
    await response
      .clone()
      .json()
      .catch(() => null),
  );
  return refusal.success && FINAL.includes(refusal.data.error);
}

/** Asks for tokens once. Throws `unauthorized` when what they were asked with does not count any more. */
export async function requestTokens(client: OAuthClient, grant: Record<string, unknown>): Promise<Tokens> {
  const body = { ...grant, client_id: client.clientId, client_secret: client.clientSecret };
  const response = await ask(client, PATH, { method: 'POST', body });
  if (await isFinal(response))
    throw new OutsideError('zendesk', 'unauthorized', 'takes our grant no more: an admin has to allow us again');
  const answer = await readAnswer(response);
  const { access_token, refresh_token, expires_in, scope } = parseAnswer(tokensSchema, answer);
  return {
    accessToken: access_token,
    refreshToken: refresh_token ?? null,
    endsAt: new Date(Date.now() + (expires_in ?? SECONDS) * 1000).toISOString(),
    scopes: scope?.split(' ').filter(Boolean) ?? [],
  };
}

/** Ends a token; also one that has ended already. */
export async function revokeToken(route: Route, accessToken: string): Promise<void> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const response = await ask(route, '/api/v2/oauth/tokens/current.json', { method: 'DELETE', headers });
  if (response.status === 401 || response.status === 404) await response.body?.cancel();
  else await readAnswer(response);
}
