import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { decodeJwt, type JWTPayload, jwtVerify } from 'jose';
import { adminQuerySchema } from '../contract/admin.ts';
import { connectionApi } from '../contract/connection.ts';
import type { Role } from '../contract/session.ts';
import { actFor } from '../ports/acting-for.ts';
import type { Actor } from '../ports/audit.ts';
import type { Tenant, Tenants } from '../ports/tenant.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';
import type { SessionTokens } from './session-token.ts';

const LONGEST_LIFE_SECONDS = 300;
const SKEW_SECONDS = 30;

const bearer = (header: string | undefined): string => header?.match(/^Bearer ([\w.~+/=-]{1,4096})$/)?.[1] ?? '';

export const bearerOf = (c: Context<Env>): string => bearer(c.req.header('authorization'));

const refuse = (): never => {
  throw new HttpProblem(
    'unauthorized',
    'The app is not signed in to the backend: check its shared secret and backend URL.',
  );
};

const issuerOf = (token: string): string => {
  try {
    const { iss }: { iss?: unknown } = decodeJwt(token);
    return typeof iss === 'string' ? iss : '';
  } catch {
    return '';
  }
};

async function verify(token: string, tenant: Tenant, audience: string): Promise<JWTPayload | null> {
  for (const secret of tenant.appSecrets()) {
    const verified = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      issuer: tenant.id,
      audience,
      requiredClaims: ['iat', 'exp'],
      maxTokenAge: LONGEST_LIFE_SECONDS,
      clockTolerance: SKEW_SECONDS,
    }).catch(() => null);
    if (verified) return verified.payload;
  }
  return null;
}

/**
 * Lets in what the installation's ZAF proxy signed: HS256 by the secret of the account that `iss` names, for us, for at
 * most five minutes. The token proves the installation and not the agent, whose id is only asserted.
 */
export const installationAuth = (tenants: Tenants, audience: string) =>
  createMiddleware<Env>(async (c, next) => {
    const token = bearerOf(c);
    const tenant = await tenants.find(issuerOf(token));
    const claims = tenant && (await verify(token, tenant, audience));
    if (!tenant || !claims) return refuse();
    const life = (claims.exp ?? Number.POSITIVE_INFINITY) - (claims.iat ?? 0);
    const ticketId = claims.ticket_id;
    if (life > LONGEST_LIFE_SECONDS || typeof ticketId !== 'string') return refuse();
    c.set('tenant', tenant);
    c.set('tokenTicketId', ticketId);
    return actFor(tenant.id, next);
  });

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const isOperator = (given: string, adminToken: string | null): boolean =>
  adminToken !== null && timingSafeEqual(digest(given), digest(adminToken));

/** Lets in the operator's own token, and nobody when none is configured. */
export const operatorAuth = (adminToken: string | null) =>
  createMiddleware<Env>(async (c, next) => {
    if (!isOperator(bearerOf(c), adminToken))
      throw new HttpProblem('unauthorized', 'This page needs the ADMIN_TOKEN of the backend as a bearer token.');
    return next();
  });

export type AdminAuthParts = { adminToken: string | null; sessions: SessionTokens; tenants: Tenants };

/** Whoever Zendesk says has our page open may look at how to connect, and ask to: Zendesk then asks whether they may. */
const OPEN_TO_VISITORS: ReadonlySet<string> = new Set(
  [connectionApi.readConnection, connectionApi.startAuthorization].map(({ method, path }) => `${method} ${path}`),
);

const noTenant = () => new HttpProblem('not_found', 'There is no such tenant.');

/** Who acts, and for which tenant: an admin for their own, the operator for the one that they name. */
async function recognise(token: string, named: string | undefined, { adminToken, sessions, tenants }: AdminAuthParts) {
  if (isOperator(token, adminToken)) {
    const actor: Actor = { kind: 'operator', id: null };
    return { tenantId: named ?? tenants.sole, role: 'admin' as const, actor };
  }
  const claims = await sessions.read(token);
  if (!claims)
    throw new HttpProblem(
      'unauthorized',
      'This page needs an admin of the account, or the ADMIN_TOKEN as bearer token.',
    );
  if (named !== undefined && named !== claims.tenant) throw noTenant();
  const actor: Actor = { kind: 'admin', id: claims.userId };
  return { tenantId: claims.tenant, role: claims.role, actor };
}

/** Lets in whom `may` says, as the nav-bar page's token tells their role, and the operator. */
const pageAuth = (parts: AdminAuthParts, may: (role: Role, c: Context<Env>) => boolean, refusal: string) =>
  createMiddleware<Env>(async (c, next) => {
    const named = adminQuerySchema.parse(c.req.query()).tenant;
    const { tenantId, role, actor } = await recognise(bearerOf(c), named, parts);
    if (!may(role, c)) throw new HttpProblem('forbidden', refusal);
    const tenant = tenantId === null ? null : await parts.tenants.find(tenantId);
    if (!tenant) throw noTenant();
    c.set('tenant', tenant);
    c.set('actor', actor);
    return actFor(tenant.id, next);
  });

/** Lets in the admins of an account. */
export const adminAuth = (parts: AdminAuthParts) =>
  pageAuth(
    parts,
    (role, { req }) =>
      role === 'admin' || (role === 'visitor' && OPEN_TO_VISITORS.has(`${req.method.toLowerCase()} ${req.path}`)),
    'Only admins of the account may do this.',
  );

/** Lets in every agent of an account who has a session: one whom Zendesk shows only some tickets gets none. */
export const agentAuth = (parts: AdminAuthParts) =>
  pageAuth(parts, (role) => role !== 'visitor', 'Only agents and admins of the account may see this.');
