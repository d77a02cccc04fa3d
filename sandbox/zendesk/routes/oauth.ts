import { Hono } from 'hono';
import { findViewer } from '../access.ts';
import type { Account } from '../account.ts';
import { CLIENT_ID } from '../directory.ts';
import { badRequest, unauthenticated } from '../errors.ts';
import { readJson, type ZendeskEnv } from '../http.ts';
import type { OAuth } from '../oauth.ts';

export function oauthRoutes(account: Account, oauth: OAuth) {
  return new Hono<ZendeskEnv>()
    .post('/tokens', async (c) => {
      const token = oauth.grantToken(await readJson(c));
      account.touched();
      const at = account.now().getTime();
      const seconds = (until: number) => Math.round((until - at) / 1000);
      const { access_token, refresh_token, scopes, expires_at, refresh_expires_at } = token;
      const renewal =
        refresh_token === null ? {} : { refresh_token, refresh_token_expires_in: seconds(refresh_expires_at) };
      const answer = {
        access_token,
        token_type: 'bearer',
        scope: scopes.join(' '),
        expires_in: seconds(expires_at),
        ...renewal,
      };
      return c.json(answer, 200, { 'Cache-Control': 'no-store' });
    })
    .get('/authorizations/new', (c) => {
      if (findViewer(account, c) === null) throw unauthenticated();
      const { client_id, redirect_uri, response_type, scope, state, code_challenge, code_challenge_method } =
        c.req.query();
      if (client_id !== CLIENT_ID || response_type !== 'code') throw badRequest('Unknown client_id or response_type');
      if (code_challenge !== undefined && code_challenge_method !== 'S256')
        throw badRequest('code_challenge_method must be S256');
      const target = URL.parse(redirect_uri ?? '');
      if (target === null) throw badRequest('redirect_uri must be a URL');
      target.searchParams.set('code', oauth.grantCode(redirect_uri ?? '', scope ?? 'read', code_challenge ?? null));
      if (state !== undefined) target.searchParams.set('state', state);
      return c.redirect(target.href, 302);
    });
}
