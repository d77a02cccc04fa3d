import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Account } from '../account.ts';
import type { Ctx, ZendeskEnv } from '../http.ts';
import { plainPage } from '../page.ts';
import { findStaff, openSession, sessionCookie, userOfSession } from '../sessions.ts';
import type { User } from '../state.ts';
import { readStatic } from '../static-files.ts';

const FOLDER = fileURLToPath(new URL('../workspace', import.meta.url));
const FORBIDDEN = plainPage(
  'Admin Center',
  '<h1>Only admins can see this page</h1><p class="muted" data-test="forbidden">Sign in as an admin: <a href="/admin/apps?as=admin">Ingrid Solberg</a>.</p>',
);

/** The staff's browser pages; being served one signs somebody in: whom `?as=` names, who was, or the first agent. */
export function workspaceRoutes(account: Account) {
  const { state } = account;
  const signIn = (c: Ctx): User | null => {
    const asked = c.req.query('as');
    const before = asked === undefined ? userOfSession(state, getCookie(c, sessionCookie(state))) : null;
    const user = before ?? findStaff(state, asked);
    if (user === null) return null;
    const secure = account.url.startsWith('https:');
    setCookie(c, sessionCookie(state), openSession(state, user), {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure,
    });
    account.touched();
    return user;
  };
  const send = async (c: Ctx, name: string) => {
    const file = await readStatic(FOLDER, name);
    if (file === null) return c.text('The workspace page is missing', 503);
    return c.body(file.content, 200, { 'Content-Type': file.type, 'Cache-Control': 'no-store' });
  };
  const page = async (c: Ctx) => {
    if (signIn(c) === null) return c.text('There is no such person here', 404);
    return send(c, 'index.html');
  };
  return new Hono<ZendeskEnv>()
    .get('/', page)
    .get('/agent', page)
    .get('/agent/*', page)
    .get('/admin/apps', (c) => (signIn(c)?.role === 'admin' ? send(c, 'admin.html') : c.html(FORBIDDEN, 403)))
    .get('/*', async (c) => {
      const path = c.req.path.replace(/^\/workspace\//, '/');
      const file = await readStatic(FOLDER, path);
      if (file === null) return c.notFound();
      return c.body(file.content, 200, { 'Content-Type': file.type, 'Cache-Control': 'no-cache' });
    });
}
