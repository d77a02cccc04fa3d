import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { requestId } from 'hono/request-id';
import { matchedRoutes } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import { adminApi } from '../contract/admin-api.ts';
import { api } from '../contract/api.ts';
import { actFor, NOBODY } from '../ports/acting-for.ts';
import type { Log } from '../ports/log.ts';
import type { Queue } from '../ports/queue.ts';
import type { SignalFinder } from '../ports/signals.ts';
import type { Store } from '../ports/store.ts';
import type { Tenants } from '../ports/tenant.ts';
import { adminRoutes } from './admin.ts';
import { auditRoutes } from './audit.ts';
import { audited } from './audited.ts';
import { adminAuth, agentAuth, installationAuth, operatorAuth } from './auth.ts';
import { type ConnectionRouteParts, connectionRoutes } from './connection.ts';
import { deadLetterRoutes } from './dead-letters.ts';
import type { Env } from './env.ts';
import { erasureRoutes } from './erasure.ts';
import { answerError, HttpProblem } from './errors.ts';
import { feedbackLogRoutes } from './feedback-log.ts';
import { importRoutes } from './imports.ts';
import { knowledgeRoutes } from './knowledge.ts';
import type { Metrics } from './metrics.ts';
import { describeApi } from './openapi.ts';
import { overviewRoutes } from './overview.ts';
import { type PageParts, pageRoutes } from './page.ts';
import { limitRate } from './rate-limit.ts';
import { routingRoutes } from './routing.ts';
import { settingsRoutes } from './settings.ts';
import { signalRoutes } from './signals.ts';
import { type TenantSettingsParts, tenantSettingsRoutes } from './tenant-settings.ts';
import { type TriageRouteParts, triageRoutes } from './triages.ts';
import { undoRoutes } from './undo.ts';
import { webhookRoutes } from './webhooks.ts';

const MB = 1024 * 1024;
/** A ticket of 1 MB comes as text and as HTML, escaped in JSON. */
const MAX_TICKET = 4 * MB;

export type ServerParts = TriageRouteParts &
  PageParts &
  ConnectionRouteParts &
  TenantSettingsParts & {
    tenants: Tenants;
    store: Store;
    queue: Queue;
    reader: SignalFinder;
    metrics: Metrics;
    log: Log;
    /** The origin that the sidebar's tokens are made for. */
    publicUrl: string;
    adminToken: string | null;
    /** Of one account, in this process. */
    requestsPerMinute: number;
  };

function healthRoutes({ store, vectors, metrics, publicUrl, adminToken }: ServerParts) {
  const document = describeApi(publicUrl);
  return new Hono<Env>()
    .get('/healthz', (c) => c.json({ ok: true }))
    .get('/readyz', async (c) => {
      const [database, chroma] = await Promise.all([store.isUp(), vectors.isUp()]);
      // Without Chroma triage goes on without sources, so it is told and does not take the process out of service.
      return c.json({ ok: database, database, chroma }, database ? 200 : 503);
    })
    .get('/metrics', operatorAuth(adminToken), async (c) => c.text(await metrics.read()))
    .get('/openapi.json', (c) => c.json(document));
}

const limitBody = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new HttpProblem('too_large', `The body is larger than ${maxSize / MB} MB; send less of the conversation.`);
    },
  });

/** For answers that are no page. */
const API_HEADERS = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
  },
  xFrameOptions: 'DENY',
  // A browser shows no page with one in a window that a sandboxed frame has opened, such as ours where access is allowed.
  crossOriginOpenerPolicy: false,
});

/** The route that answers, and not the middleware around it. */
const routeOf = (c: Context<Env>): string => matchedRoutes(c).find(({ method }) => method !== 'ALL')?.path ?? '/*';

/** One canonical line a request. Nobody is acted for until a token says whom. */
const lineOf = (log: Log) =>
  createMiddleware<Env>(async (c, next) => {
    const startedAt = performance.now();
    await actFor(NOBODY, next);
    log('request', {
      requestId: c.var.requestId,
      method: c.req.method,
      route: routeOf(c),
      status: c.res.status,
      ms: Math.round(performance.now() - startedAt),
      tenant: c.get('tenant')?.id ?? null,
      failure: c.get('failure') ?? null,
      code: c.get('cause') ?? null,
    });
  });

/** What the nav-bar page and the operator call: the second door, with a log of what was changed. */
function adminHalf(parts: ServerParts): Hono<Env> {
  const app = new Hono<Env>();
  const lets = adminAuth(parts);
  const atMost = limitRate(parts.requestsPerMinute);
  app.use(adminApi.readFeedback.path, lets, atMost);
  app.use('/v1/admin/*', lets, atMost, audited(parts));
  app.use('/v1/overview/*', agentAuth(parts), atMost);
  for (const routes of [
    feedbackLogRoutes(parts),
    adminRoutes(parts),
    routingRoutes(parts),
    signalRoutes(parts),
    importRoutes(parts),
    knowledgeRoutes(parts),
    erasureRoutes(parts),
    undoRoutes(parts),
    deadLetterRoutes(parts),
    tenantSettingsRoutes(parts),
    auditRoutes(parts),
    connectionRoutes(parts),
    overviewRoutes(parts),
  ])
    app.route('/', routes);
  return app;
}

/** The backend's HTTP face: one place where errors become answers, two doors. */
export function createServer(parts: ServerParts): Hono<Env> {
  const { log, tenants, publicUrl } = parts;
  const app = new Hono<Env>();
  app.use(requestId(), lineOf(log));
  const [ofTicket, ofOthers] = [limitBody(MAX_TICKET), limitBody(MB)];
  app.use((c, next) => {
    // A file is larger than any of these; its route counts as it reads.
    if (c.req.path === adminApi.startImport.path) return next();
    return (c.req.path === api.requestTriage.path ? ofTicket : ofOthers)(c, next);
  });
  app.route('/', pageRoutes(parts));
  app.use(API_HEADERS);
  app.route('/', healthRoutes(parts));
  app.route('/', webhookRoutes(parts));
  app.route('/', adminHalf(parts));
  app.use('/v1/*', installationAuth(tenants, new URL(publicUrl).origin), limitRate(parts.requestsPerMinute));
  app.route('/', settingsRoutes(parts));
  app.route('/', triageRoutes(parts));
  app.notFound((c) =>
    answerError(new HttpProblem('not_found', 'There is nothing at this address; see /openapi.json.'), c),
  );
  app.onError(answerError);
  return app;
}
