import { createHash, randomBytes } from 'node:crypto';
import { API_USER, CLIENT_ID } from './directory.ts';
import { ApiError } from './errors.ts';
import type { Json } from './json.ts';
import type { State, Token } from './state.ts';

const CODE_SECONDS = 120;
const ACCESS_SECONDS = { least: 300, most: 172_800, usual: 7_200 };
const REFRESH_SECONDS = { least: 604_800, most: 7_776_000, usual: 2_592_000 };

type Code = { challenge: string | null; redirectUri: string; scopes: string[]; expiresAt: number };
export type OAuth = ReturnType<typeof createOAuth>;

const secretText = () => randomBytes(32).toString('hex');
const oauthError = (status: 400 | 401, error: string, error_description: string) =>
  new ApiError(status, { error, error_description });

/** Issues tokens as `POST /oauth/tokens` does; a refresh deletes the pair it came from. */
export function createOAuth(state: State, now: () => Date) {
  const codes = new Map<string, Code>();
  return {
    grantCode(redirectUri: string, scope: string, challenge: string | null): string {
      const code = randomBytes(24).toString('hex');
      const expiresAt = now().getTime() + CODE_SECONDS * 1000;
      codes.set(code, { challenge, redirectUri, scopes: scopesOf(scope), expiresAt });
      return code;
    },

    grantToken(body: Json): Token {
      if (body.client_id !== CLIENT_ID || body.client_secret !== state.clientSecret) {
        throw oauthError(401, 'invalid_client', 'Client authentication failed');
      }
      const at = now().getTime();
      if (body.grant_type === 'client_credentials') return issue(state, at, body, scopesOf(body.scope));
      if (body.grant_type === 'refresh_token') return renew(state, at, body);
      if (body.grant_type === 'authorization_code') return issue(state, at, body, redeem(codes, at, body), true);
      throw oauthError(400, 'unsupported_grant_type', `Grant type ${String(body.grant_type)} is not supported`);
    },
  };
}

function issue(state: State, at: number, body: Json, scopes: string[], refreshable = false): Token {
  const token: Token = {
    access_token: secretText(),
    refresh_token: refreshable ? secretText() : null,
    user_id: API_USER.id,
    scopes,
    expires_at: at + secondsIn(body, 'expires_in', ACCESS_SECONDS) * 1000,
    refresh_expires_at: at + secondsIn(body, 'refresh_token_expires_in', REFRESH_SECONDS) * 1000,
  };
  state.tokens = [...state.tokens.filter((old) => Math.max(old.expires_at, old.refresh_expires_at) > at), token];
  return token;
}

function renew(state: State, at: number, body: Json): Token {
  const old = state.tokens.find(({ refresh_token }) => refresh_token !== null && refresh_token === body.refresh_token);
  if (old === undefined || old.refresh_expires_at <= at) {
    throw oauthError(400, 'invalid_grant', 'The provided refresh token is invalid, expired or revoked');
  }
  const fresh = issue(state, at, body, old.scopes, true);
  state.tokens = state.tokens.filter((token) => token !== old);
  return fresh;
}

/** A code works once, within two minutes, for its redirect_uri and the holder of its verifier; gives its scopes. */
function redeem(codes: Map<string, Code>, at: number, body: Json): string[] {
  const code = codes.get(String(body.code));
  codes.delete(String(body.code));
  const verifier = createHash('sha256').update(String(body.code_verifier)).digest('base64url');
  const proven = code !== undefined && (code.challenge === null || code.challenge === verifier);
  if (!proven || code.redirectUri !== body.redirect_uri || code.expiresAt <= at) {
    throw oauthError(400, 'invalid_grant', 'The provided authorization grant is invalid, expired or revoked');
  }
  return code.scopes;
}

/** An unknown scope still yields a token; it opens nothing. */
function scopesOf(scope: unknown): string[] {
  return typeof scope === 'string' ? scope.split(' ').filter(Boolean) : ['read'];
}

function secondsIn(body: Json, key: string, { least, most, usual }: typeof ACCESS_SECONDS): number {
  const asked = body[key];
  if (asked === undefined) return usual;
  if (typeof asked !== 'number' || asked < least || asked > most) {
    throw oauthError(400, 'invalid_request', `${key} must be between ${least} and ${most}`);
  }
  return asked;
}
