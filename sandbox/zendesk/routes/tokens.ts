import { Hono } from 'hono';
import type { Account } from '../account.ts';
import { notFound } from '../errors.ts';
import type { Ctx, ZendeskEnv } from '../http.ts';
import { stamp, type Token } from '../state.ts';

/** The token that asks: to look at itself, and to end itself with its refresh token. */
export function tokenRoutes({ state, touched }: Account) {
  const current = (c: Ctx): Token => {
    const { token } = c.var.viewer;
    if (token === null) throw notFound();
    return token;
  };
  return new Hono<ZendeskEnv>()
    .get('/oauth/tokens/current', (c) => c.json({ token: view(current(c)) }))
    .delete('/oauth/tokens/current', (c) => {
      const ended = current(c);
      state.tokens = state.tokens.filter((token) => token !== ended);
      touched();
      return c.body(null, 204);
    });
}

const view = ({ access_token, client_id, created_at, user_id, scopes, expires_at }: Token) => ({
  token: access_token.slice(0, 10),
  client_id: client_id ?? null,
  user_id,
  scopes,
  created_at: created_at ?? null,
  expires_at: stamp(new Date(expires_at)),
});
