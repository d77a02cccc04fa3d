import { SignJWT } from 'jose';
import { openAgentSession } from './agent-session.ts';
import type { Stack } from './stack.ts';

export type TokenOptions = {
  secret?: string;
  algorithm?: string;
  issuer?: string;
  audience?: string;
  lifeSeconds?: number;
  issuedAgo?: number;
  claims?: Record<string, unknown>;
};

/** A token as the ZAF proxy signs it for an installation; each option makes one thing wrong with it. */
export async function signToken(stack: Stack, ticketId: string, options: TokenOptions = {}): Promise<string> {
  const { lifeSeconds = 300, issuedAgo = 0 } = options;
  const issuedAt = Math.floor(Date.now() / 1000) - issuedAgo;
  return new SignJWT({ ticket_id: ticketId, ...options.claims })
    .setProtectedHeader({ alg: options.algorithm ?? 'HS256' })
    .setIssuer(options.issuer ?? stack.zendesk.subdomain)
    .setAudience(options.audience ?? stack.backendUrl)
    .setSubject('9')
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifeSeconds)
    .sign(new TextEncoder().encode(options.secret ?? stack.appSecret));
}

/** Calls the backend as the sidebar does. */
export async function call(
  stack: Stack,
  request: { method?: string; path: string; body?: unknown; token?: string; ticketId?: string },
) {
  const token = request.token ?? (await signToken(stack, request.ticketId ?? '0'));
  const response = await fetch(stack.backendUrl + request.path, {
    method: request.method ?? (request.body === undefined ? 'GET' : 'POST'),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(request.body !== undefined && {
      body: typeof request.body === 'string' ? request.body : JSON.stringify(request.body),
    }),
  });
  return { status: response.status, json: await response.json().catch(() => null), headers: response.headers };
}

/** A ticket as the agent's own session reads it: REST of the sandbox, users side-loaded. */
export async function readSnapshot(stack: Pick<Stack, 'zendesk'>, ticketId: number): Promise<unknown> {
  const cookie = await openAgentSession(stack.zendesk);
  const get = async (path: string) => (await fetch(stack.zendesk.url + path, { headers: { cookie } })).json();
  const [{ ticket }, { comments, users }] = await Promise.all([
    get(`/api/v2/tickets/${ticketId}.json`),
    get(`/api/v2/tickets/${ticketId}/comments.json?include=users`),
  ]);
  return { ticket, comments, users };
}
