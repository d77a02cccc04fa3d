import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { access } from './access.ts';
import type { Account } from './account.ts';
import { ApiError, notFound } from './errors.ts';
import { faultInjection, type Later } from './fault-injection.ts';
import type { ZendeskEnv } from './http.ts';
import { rateHeaders } from './limits.ts';
import type { OAuth } from './oauth.ts';
import { notesRequests } from './requests-seen.ts';
import { agentRoutes } from './routes/agents.ts';
import { appRoutes } from './routes/apps.ts';
import { attachmentRoutes } from './routes/attachments.ts';
import { directoryRoutes } from './routes/directory.ts';
import { exportRoutes } from './routes/exports.ts';
import { groupRoutes } from './routes/groups.ts';
import { articlePage, helpCenterRoutes } from './routes/help-center.ts';
import { installationRoutes } from './routes/installations.ts';
import { oauthRoutes } from './routes/oauth.ts';
import { sandboxRoutes } from './routes/sandbox.ts';
import { searchRoutes } from './routes/search.ts';
import { ticketFieldRoutes } from './routes/ticket-fields.ts';
import { ticketPartRoutes } from './routes/ticket-parts.ts';
import { ticketRoutes } from './routes/tickets.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { triggerRoutes } from './routes/triggers.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { workspaceRoutes } from './routes/workspace.ts';

/** Everything that answers on the account's own address. */
export function buildApi(account: Account, oauth: OAuth, later: Later) {
  const app = new Hono<ZendeskEnv>({ getPath });
  app.onError((error, c) => {
    if (error instanceof ApiError) return c.json(error.body, error.status, error.headers);
    console.error(error);
    return c.json({ error: 'InternalServerError', description: error.message }, 500);
  });
  app.notFound((c) => c.json({ error: 'InvalidEndpoint', description: 'Not found' }, 404));
  app.use('/api/*', notesRequests(account));
  app.use('/oauth/*', notesRequests(account));
  app.use(
    '/api/*',
    faultInjection(account.faults, (request, env) => app.fetch(request, env), later),
  );
  app.use('/api/*', access(account), rateLimit(account));
  const v2 = [
    ...[ticketRoutes, ticketPartRoutes, exportRoutes, searchRoutes],
    ...[
      directoryRoutes,
      groupRoutes,
      ticketFieldRoutes,
      agentRoutes,
      helpCenterRoutes,
      webhookRoutes,
      triggerRoutes,
      tokenRoutes,
    ],
  ];
  for (const routes of v2) app.route('/api/v2', routes(account));
  for (const routes of [appRoutes, installationRoutes]) app.route('/api', routes(account));
  app.all('/api/*', () => {
    throw notFound();
  });
  app.route('/oauth', oauthRoutes(account, oauth));
  app.route('/sandbox', sandboxRoutes(account));
  for (const routes of [attachmentRoutes, articlePage, workspaceRoutes]) app.route('/', routes(account));
  return app;
}

function rateLimit({ limits }: Account) {
  return createMiddleware<ZendeskEnv>(async (c, next) => {
    const window = limits.takeRequest();
    await next();
    for (const [name, value] of Object.entries(rateHeaders(window))) c.header(name, value);
  });
}

/** Zendesk takes every path with and without `.json`. */
function getPath(request: Request): string {
  const { pathname } = new URL(request.url);
  return pathname.startsWith('/api/') ? pathname.replace(/\.json$/, '') : pathname;
}
