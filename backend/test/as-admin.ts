import { Hono } from 'hono';
import type { Env } from '../http/env.ts';
import type { Tenant } from '../ports/tenant.ts';

/** Routes as an admin of this account reaches them, whose token was looked at before. */
export const asAdmin = (tenant: Tenant, routes: Hono<Env>): Hono<Env> =>
  new Hono<Env>()
    .use((c, next) => {
      c.set('tenant', tenant);
      c.set('actor', { kind: 'admin', id: '1' });
      return next();
    })
    .route('/', routes);
