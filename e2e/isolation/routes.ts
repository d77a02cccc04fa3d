import { shippedRouting } from '../../backend/test/routing.ts';
import { someSettings } from '../../backend/test/tenant-settings.ts';
import { feedbackOf } from './asking.ts';
import type { Ids } from './plant.ts';

/** Who may call a route. `callback` and `webhook` prove themselves by what they carry, and have cells of their own. */
/** `agent`: every agent of the account. */
export type Door = 'admin' | 'agent' | 'sidebar' | 'session' | 'operator' | 'page' | 'open' | 'callback' | 'webhook';

export type RouteAsk = {
  path?: (ids: Ids) => string;
  body?: (ids: Ids) => unknown;
  /** What the account itself is answered about what is its own; null: that cell would end the account. */
  ok?: number | null;
  /** Whether it names something of an account, and what it is answered that names another's or none. */
  foreign?: number;
};
export type Route = { door: Door; asks: RouteAsk[] };

const of = (door: Door, ...asks: RouteAsk[]): Route => ({ door, asks: asks.length > 0 ? asks : [{}] });
const NOT_THERE = 404;
const since = '2020-01-01T00:00:00Z';

/** A route by its method and path, as the app itself names them. One that is not here fails the test. */
export const ROUTES: Record<string, Route> = {
  'GET /healthz': of('open'),
  'GET /readyz': of('open'),
  'GET /openapi.json': of('open'),
  'GET /metrics': of('operator'),
  'GET /admin': of('page'),
  'POST /admin': of('page'),
  'GET /admin/assets/:file': of('open', { path: () => '/admin/assets/page.js' }),
  'GET /connect/callback': of('callback'),
  'POST /webhooks/zendesk': of('webhook'),
  'POST /v1/session': of('session', { body: () => ({}) }),

  'GET /v1/settings': of('sidebar'),
  'POST /v1/triages': of('sidebar', { body: ({ snapshot }) => ({ ticket: snapshot }), foreign: 403 }),
  'GET /v1/triages/:id': of('sidebar', { path: ({ triageId }) => `/v1/triages/${triageId}`, foreign: NOT_THERE }),
  'POST /v1/triages/:id/feedback': of('sidebar', {
    path: ({ triageId }) => `/v1/triages/${triageId}/feedback`,
    body: () => feedbackOf('5'),
    foreign: NOT_THERE,
  }),

  // Its engines cannot: whoever may ask is told so.
  'POST /v1/triages/:id/rewrites': of('sidebar', {
    path: ({ triageId }) => `/v1/triages/${triageId}/rewrites`,
    body: () => ({ how: 'shorter', text: 'Hello.' }),
    ok: 409,
    foreign: NOT_THERE,
  }),

  'GET /v1/feedback': of(
    'admin',
    { path: () => '/v1/feedback?limit=10000' },
    { path: () => '/v1/feedback?format=csv&cursor=0' },
  ),
  'GET /v1/admin/trust': of('admin'),
  'PUT /v1/admin/trust': of('admin', { body: () => ({ field: 'urgency', target: 0.8 }) }),
  'DELETE /v1/admin/model': of('admin'),
  'GET /v1/admin/usage': of('admin', { path: () => '/v1/admin/usage?since=2020-01-01' }),
  'GET /v1/admin/decisions': of('admin', {
    path: ({ ticketId }) => `/v1/admin/decisions?ticketId=${ticketId}`,
  }),
  'GET /v1/admin/decisions/:id': of('admin', {
    path: ({ triageId }) => `/v1/admin/decisions/${triageId}`,
    foreign: NOT_THERE,
  }),
  'GET /v1/admin/signals': of('admin'),
  'GET /v1/admin/routing': of(
    'admin',
    {},
    { path: ({ routingVersion }) => `/v1/admin/routing?version=${routingVersion}`, foreign: NOT_THERE },
  ),
  'GET /v1/admin/routing/versions': of('admin'),
  'POST /v1/admin/routing/dry-run': of('admin', { body: () => shippedRouting() }),
  'PUT /v1/admin/routing': of('admin', {
    body: ({ routingVersion: basedOn }) => ({ rules: shippedRouting(), basedOn }),
  }),
  'POST /v1/admin/routing/revert': of('admin', {
    body: ({ routingVersion: version }) => ({ version }),
    foreign: NOT_THERE,
  }),
  'POST /v1/admin/imports': of('admin', { path: () => '/v1/admin/imports?source=file&format=csv', body: () => 'id' }),
  'GET /v1/admin/imports': of('admin'),
  'GET /v1/admin/imports/:id': of('admin', {
    path: ({ importId }) => `/v1/admin/imports/${importId}`,
    foreign: NOT_THERE,
  }),
  'GET /v1/admin/knowledge': of('admin'),
  'PUT /v1/admin/knowledge/approval': of('admin', {
    body: ({ itemId: id }) => ({ id, gold: true }),
    foreign: NOT_THERE,
  }),
  'DELETE /v1/admin/knowledge/item': of('admin', {
    path: ({ itemId }) => `/v1/admin/knowledge/item?id=${itemId}`,
    foreign: NOT_THERE,
  }),
  'POST /v1/admin/knowledge/rebuild': of('admin', { body: () => ({}) }),
  // Whether there is such a ticket, nobody is told: an account may forget any number.
  'POST /v1/admin/erasures': of('admin', { body: ({ ticketId }) => ({ ticketId }), ok: 202, foreign: 202 }),
  'GET /v1/admin/erasures': of('admin', { path: () => '/v1/admin/erasures?limit=1000' }),
  'GET /v1/admin/erasures/:id': of('admin', {
    path: ({ erasureId }) => `/v1/admin/erasures/${erasureId}`,
    foreign: NOT_THERE,
  }),
  'POST /v1/admin/undo': of('admin', { body: () => ({ since }) }),
  'GET /v1/admin/undo/:id': of('admin', { path: ({ undoId }) => `/v1/admin/undo/${undoId}`, foreign: NOT_THERE }),
  'GET /v1/admin/dead-letters': of(
    'admin',
    { path: () => '/v1/admin/dead-letters?limit=1000' },
    // A cursor is an id as well.
    { path: ({ letterId }) => `/v1/admin/dead-letters?cursor=triage-ticket~${letterId}`, foreign: 200 },
  ),
  'POST /v1/admin/dead-letters/:id/retry': of('admin', {
    path: ({ letterId }) => `/v1/admin/dead-letters/${letterId}/retry`,
    foreign: NOT_THERE,
  }),
  'DELETE /v1/admin/dead-letters/:id': of('admin', {
    path: ({ spareLetterId }) => `/v1/admin/dead-letters/${spareLetterId}`,
    foreign: NOT_THERE,
  }),
  'POST /v1/admin/dead-letters/retry-all': of('admin', { body: () => ({ job: 'triage-ticket' }) }),
  'POST /v1/admin/reconcile': of('admin', { body: () => ({}) }),
  'GET /v1/admin/connection': of('admin'),
  'POST /v1/admin/connection/authorization': of('admin', { body: () => ({}) }),
  'POST /v1/admin/connection/repair': of('admin', { body: () => ({}) }),
  'POST /v1/admin/connection/secret': of('admin', { body: () => ({}) }),
  'DELETE /v1/admin/connection': of('admin', { ok: null }),
  'POST /v1/admin/removal': of('admin', { body: ({ tenantId: tenant }) => ({ tenant }), ok: null, foreign: 400 }),
  'GET /v1/admin/settings': of(
    'admin',
    {},
    { path: ({ settingsVersion }) => `/v1/admin/settings?version=${settingsVersion}`, foreign: NOT_THERE },
  ),
  'PUT /v1/admin/settings': of('admin', {
    body: ({ settingsVersion: basedOn }) => ({ settings: someSettings(), basedOn }),
  }),
  'GET /v1/admin/settings/versions': of('admin'),
  'POST /v1/admin/settings/revert': of('admin', {
    body: ({ settingsVersion: version }) => ({ version }),
    foreign: NOT_THERE,
  }),
  'GET /v1/overview/queue': of('agent'),
  'GET /v1/overview/volume': of('agent', { path: () => '/v1/overview/volume?from=2026-01-01&to=2026-12-31' }),
  'GET /v1/overview/agreement': of('agent'),
  'GET /v1/overview/agreement/tickets': of('agent', {
    path: () => '/v1/overview/agreement/tickets?field=category&suggested=billing&final=billing',
  }),
  'GET /v1/overview/confidence': of('agent'),
  'GET /v1/overview/drift': of('agent'),
  'GET /v1/overview/effort': of('agent'),
  'GET /v1/overview/spend': of('agent'),
  'GET /v1/overview/escalations': of('agent'),
  'GET /v1/admin/audit': of(
    'admin',
    { path: () => '/v1/admin/audit?limit=200' },
    { path: () => '/v1/admin/audit?before=1000000' },
  ),
};
