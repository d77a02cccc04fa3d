import { createHash, timingSafeEqual } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { decodeJwt, type JWTPayload, jwtVerify } from 'jose';
import type { Tenant, Tenants } from '../ports/tenant.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';

const LONGEST_LIFE_SECONDS = 300;
const SKEW_SECONDS = 30;

const bearer = (header: string | undefined): string => header?.match(/^Bearer ([\w.~+/=-]{1,4096})$/)?.[1] ?? '';

const refuse = (): never => {
  throw new HttpProblem(
    'unauthorized',
    'The app is not signed in to the backend: check its shared secret and backend URL.',
  );
};

const issuerOf = (token: string): string => {
  try {
    return decodeJwt(token).iss ?? '';
  } catch {
    return '';
  }
};

async function verify(token: string, tenant: Tenant, audience: string): Promise<JWTPayload | null> {
  for (const secret of tenant.appSecrets) {
    const verified = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      issuer: tenant.issuer,
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
    const token = bearer(c.req.header('authorization'));
    const tenant = tenants.findByIssuer(issuerOf(token));
    const claims = tenant && (await verify(token, tenant, audience));
    if (!tenant || !claims) return refuse();
    const life = (claims.exp ?? Number.POSITIVE_INFINITY) - (claims.iat ?? 0);
    const ticketId = claims.ticket_id;
    if (life > LONGEST_LIFE_SECONDS || typeof ticketId !== 'string') return refuse();
    c.set('tenant', tenant);
    c.set('tokenTicketId', ticketId);
    return next();
  });

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Lets in the operator's own token, and nobody when none is configured. */
export const adminAuth = (adminToken: string | null) =>
  createMiddleware<Env>(async (c, next) => {
    const given = bearer(c.req.header('authorization'));
    if (!adminToken || !timingSafeEqual(digest(given), digest(adminToken)))
      throw new HttpProblem('unauthorized', 'This page needs the ADMIN_TOKEN of the backend as a bearer token.');
    return next();
  });
