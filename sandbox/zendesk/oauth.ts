import { createHash, randomBytes } from 'node:crypto';
import { GLOBAL_CLIENT } from './app-key.ts';
import { API_USER, CLIENT_ID, GLOBAL_CLIENT_ID } from './directory.ts';
import { ApiError } from './errors.ts';
import type { Json } from './json.ts';
import { type State, stamp, type Token } from './state.ts';

const CODE_SECONDS = 120;
const ACCESS_SECONDS = { least: 300, most: 172_800, usual: 7_200 };
const REFRESH_SECONDS = { least: 604_800, most: 7_776_000, usual: 2_592_000 };
const LOCAL = /^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?\//;

export type Client = { id: string; secret: string; name: string; isGlobal: boolean };
/** What somebody is asked to allow. */
export type Authorization = {
  client: Client;
  redirectUri: string;
  scopes: string[];
  state: string | null;
  challenge: string | null;
};
type Code = Authorization & { userId: number; expiresAt: number };
type Grant = { client: Client; userId: number; scopes: string[]; refreshable: boolean };
type Parts = {
  state: State;
  now: () => Date;
  /** Registered with the clients; null takes any on this machine. */
  redirects: string[] | null;
  /** What tokens may be for at most; null for no such limit. */
  scopeLimit: () => string[] | null;
};
export type OAuth = ReturnType<typeof createOAuth>;

const secretText = () => randomBytes(32).toString('hex');
const oauthError = (status: 400 | 401, error: string, error_description: string) =>
  new ApiError(status, { error, error_description });
const invalidRequest = (description: string) => oauthError(400, 'invalid_request', description);

const clientsOf = ({ clientSecret }: State): Client[] => [
  { id: CLIENT_ID, secret: clientSecret, name: 'Triage backend', isGlobal: false },
  { id: GLOBAL_CLIENT_ID, secret: GLOBAL_CLIENT.clientSecret, name: 'Ticket Triage', isGlobal: true },
];

/** Issues tokens as `POST /oauth/tokens` does; a refresh deletes the pair it came from. */
export function createOAuth({ state, now, redirects, scopeLimit }: Parts) {
  const codes = new Map<string, Code>();
  const issueNow = (body: Json, grant: Grant) =>
    issue(state, now(), body, { ...grant, scopes: scopeLimit() ?? grant.scopes });
  return {
    /** Throws for what Zendesk would not even ask anybody about. */
    readAuthorization: (query: Record<string, string>) => readAuthorization(clientsOf(state), redirects, query),

    grantCode(authorization: Authorization, userId: number): string {
      const code = randomBytes(24).toString('hex');
      codes.set(code, { ...authorization, userId, expiresAt: now().getTime() + CODE_SECONDS * 1000 });
      return code;
    },

    grantToken(body: Json): Token {
      const client = clientsOf(state).find(({ id, secret }) => id === body.client_id && secret === body.client_secret);
      if (client === undefined) throw oauthError(401, 'invalid_client', 'Client authentication failed');
      if (body.grant_type === 'client_credentials') return issueNow(body, ownGrant(client, body));
      if (body.grant_type === 'refresh_token') return renew(state, now(), client, body);
      if (body.grant_type === 'authorization_code') return issueNow(body, redeem(codes, now().getTime(), client, body));
      throw oauthError(400, 'unsupported_grant_type', `Grant type ${String(body.grant_type)} is not supported`);
    },
  };
}

function readAuthorization(
  clients: Client[],
  redirects: string[] | null,
  query: Record<string, string>,
): Authorization {
  const { client_id, redirect_uri = '', response_type, scope, state, code_challenge, code_challenge_method } = query;
  const client = clients.find(({ id }) => id === client_id);
  if (client === undefined) throw invalidRequest('No such client');
  const registered = redirects === null ? LOCAL.test(redirect_uri) : redirects.includes(redirect_uri);
  if (!registered) throw invalidRequest('redirect_uri is not registered with this client');
  if (response_type !== 'code') throw invalidRequest('response_type must be code');
  if (client.isGlobal && !code_challenge) throw invalidRequest('code_challenge is missing: this client needs PKCE');
  if (code_challenge !== undefined && (code_challenge_method !== 'S256' || !/^[\w-]{43}$/.test(code_challenge)))
    throw invalidRequest('code_challenge must be that of code_challenge_method S256');
  const scopes = scopesOf(scope);
  return { client, redirectUri: redirect_uri, scopes, state: state ?? null, challenge: code_challenge ?? null };
}

/** A client on its own account acts as the user who made it; one that serves many accounts has none. */
function ownGrant(client: Client, body: Json): Grant {
  if (client.isGlobal) throw oauthError(400, 'unauthorized_client', 'A global client needs somebody to allow it');
  return { client, userId: API_USER.id, scopes: scopesOf(body.scope), refreshable: false };
}

function issue(state: State, now: Date, body: Json, { client, userId, scopes, refreshable }: Grant): Token {
  const at = now.getTime();
  const token: Token = {
    access_token: secretText(),
    client_id: client.id,
    created_at: stamp(now),
    refresh_token: refreshable ? secretText() : null,
    user_id: userId,
    scopes,
    expires_at: at + secondsIn(body, 'expires_in', ACCESS_SECONDS) * 1000,
    refresh_expires_at: at + secondsIn(body, 'refresh_token_expires_in', REFRESH_SECONDS) * 1000,
  };
  state.tokens = [...state.tokens.filter((old) => Math.max(old.expires_at, old.refresh_expires_at) > at), token];
  return token;
}

function renew(state: State, now: Date, client: Client, body: Json): Token {
  const old = state.tokens.find(({ refresh_token }) => refresh_token !== null && refresh_token === body.refresh_token);
  const isTheirs = old !== undefined && (old.client_id ?? CLIENT_ID) === client.id;
  if (!isTheirs || old.refresh_expires_at <= now.getTime()) {
    throw oauthError(400, 'invalid_grant', 'The provided refresh token is invalid, expired or revoked');
  }
  const fresh = issue(state, now, body, { client, userId: old.user_id, scopes: old.scopes, refreshable: true });
  state.tokens = state.tokens.filter((token) => token !== old);
  return fresh;
}

/** A code works once, within two minutes, for its client, its redirect_uri and the holder of its verifier. */
function redeem(codes: Map<string, Code>, at: number, client: Client, body: Json): Grant {
  const code = codes.get(String(body.code));
  codes.delete(String(body.code));
  const verifier = createHash('sha256').update(String(body.code_verifier)).digest('base64url');
  const proven = code !== undefined && (code.challenge === null || code.challenge === verifier);
  const fits = proven && code.client.id === client.id && code.redirectUri === body.redirect_uri;
  if (!fits || code.expiresAt <= at) {
    throw oauthError(400, 'invalid_grant', 'The provided authorization grant is invalid, expired or revoked');
  }
  return { client, userId: code.userId, scopes: code.scopes, refreshable: true };
}

/** An unknown scope still yields a token; it opens nothing. */
function scopesOf(scope: unknown): string[] {
  return typeof scope === 'string' && scope.trim() !== '' ? scope.split(' ').filter(Boolean) : ['read'];
}

function secondsIn(body: Json, key: string, { least, most, usual }: typeof ACCESS_SECONDS): number {
  const asked = body[key];
  if (asked === undefined) return usual;
  if (typeof asked !== 'number' || asked < least || asked > most) {
    throw invalidRequest(`${key} must be between ${least} and ${most}`);
  }
  return asked;
}
