import { randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import { createSessionTokens, type SessionClaims } from '../../backend/http/session-token.ts';
import { type Backend, PUBLIC_URL, SESSION_KEY } from './two-accounts.ts';

export type Asked = { method: string; path: string; token?: string; body?: unknown; headers?: Record<string, string> };
/** `bytes`: all that came over the wire, the headers too. */
export type Answered = { status: number; text: string; bytes: string };

const NOW_SECONDS = (): number => Math.floor(Date.now() / 1000);
const FIVE_MINUTES = 300;

const bodyOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

export async function ask({ app }: Backend, { method, path, token, body, headers }: Asked): Promise<Answered> {
  const answer = await app.request(path, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: bodyOf(body) }),
  });
  const text = await answer.text();
  const head = [...answer.headers].map((pair) => pair.join(': ')).join('\n');
  return { status: answer.status, text, bytes: `${head}\n${text}` };
}

export const readJson = <T>({ status, text }: Answered): T => {
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return JSON.parse(text) as T;
};

export type Signing = { key: Uint8Array; algorithm?: string; life?: number; issuedAgo?: number; audience?: string };

export function signJwt(claims: JWTPayload, { key, algorithm = 'HS256', ...signing }: Signing): Promise<string> {
  const issuedAt = NOW_SECONDS() - (signing.issuedAgo ?? 0);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: algorithm })
    .setAudience(signing.audience ?? PUBLIC_URL)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + (signing.life ?? FIVE_MINUTES))
    .sign(key);
}

/** As an installation's proxy signs it for the sidebar beside a ticket. */
export const sidebarToken = (
  { tenantId, ticketId, secret }: { tenantId: string; ticketId: string; secret: string },
  signing: Omit<Signing, 'key'> = {},
): Promise<string> =>
  signJwt({ iss: tenantId, sub: '9', ticket_id: ticketId }, { key: new TextEncoder().encode(secret), ...signing });

export const sessionToken = async (
  claims: Pick<SessionClaims, 'tenant' | 'role'> & Partial<SessionClaims>,
): Promise<string> =>
  (await createSessionTokens(SESSION_KEY).issue({ userId: '1', since: NOW_SECONDS(), ...claims })).token;

export const feedbackOf = (agentId: string) => ({
  ...{ type: 'submitted', id: randomUUID(), at: new Date().toISOString(), agentId },
  ...{ final: { category: 'account', urgency: 'P1' }, reply: null },
});
