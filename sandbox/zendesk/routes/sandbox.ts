import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { findViewer } from '../access.ts';
import type { Account } from '../account.ts';
import { describeCatalog } from '../catalog.ts';
import { forbidden, notFound, unauthenticated } from '../errors.ts';
import { readJson, type ZendeskEnv } from '../http.ts';
import { describeInstallation } from '../installation.ts';
import { readManifest } from '../manifest.ts';
import { sendProxied } from '../proxy.ts';
import { signAppToken } from '../zaf-token.ts';

/** What the workspace page asks of the sandbox itself; for who is signed in only. */
export function sandboxRoutes(account: Account) {
  const signedIn = createMiddleware<ZendeskEnv>(async (c, next) => {
    const viewer = findViewer(account, c);
    if (viewer?.scopes !== null) throw unauthenticated();
    c.set('viewer', viewer);
    await next();
  });
  return new Hono<ZendeskEnv>()
    .use(signedIn)
    .get('/installation', (c) => c.json(describeInstallation(account, c.var.viewer.user)))
    .get('/catalog', (c) => {
      if (c.var.viewer.user.role !== 'admin') throw forbidden('Only admins install apps');
      return c.json(describeCatalog(account));
    })
    .post('/app-token', async (c) => {
      const location = String((await readJson(c)).location);
      const manifest = readManifest(account.appDir);
      if ('problem' in manifest || !manifest.signed.includes(location)) throw notFound();
      return c.json({ token: signAppToken(account, c.var.viewer.user, location) });
    })
    .post('/proxy', async (c) => {
      const answer = await sendProxied(account, await readJson(c));
      const refused = answer.statusText === 'Refused by the proxy';
      return c.json(answer, refused ? (answer.status as ContentfulStatusCode) : 200);
    });
}
