import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { SESSION_COOKIE } from '../access.ts';
import type { Account } from '../account.ts';
import type { Ctx, ZendeskEnv } from '../http.ts';
import { readStatic } from '../static-files.ts';

const FOLDER = fileURLToPath(new URL('../workspace', import.meta.url));

/** The agent's browser page; being served it signs the agent in. */
export function workspaceRoutes(account: Account) {
  const page = async (c: Ctx) => {
    setCookie(c, SESSION_COOKIE, account.state.session, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: account.url.startsWith('https:'),
    });
    const file = await readStatic(FOLDER, 'index.html');
    if (file === null) return c.text('The workspace page is missing', 503);
    return c.body(file.content, 200, { 'Content-Type': file.type, 'Cache-Control': 'no-store' });
  };
  return new Hono<ZendeskEnv>()
    .get('/', page)
    .get('/agent', page)
    .get('/agent/*', page)
    .get('/*', async (c) => {
      const path = c.req.path.replace(/^\/workspace\//, '/');
      const file = await readStatic(FOLDER, path);
      if (file === null) return c.notFound();
      return c.body(file.content, 200, { 'Content-Type': file.type, 'Cache-Control': 'no-cache' });
    });
}
