import { createMiddleware } from 'hono/factory';
import { adminApi } from '../contract/admin-api.ts';
import type { AuditStore } from '../ports/audit.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';

const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const PARAMETER = '{id}';

type Operation = { action: string; id: string | null };

const OPERATIONS = Object.entries(adminApi)
  .map(([action, { method, path }]) => ({ action, method: method.toUpperCase(), steps: path.split('/') }))
  // A path that is written out comes before one with an id in the same place.
  .toSorted((a, b) => Number(a.steps.includes(PARAMETER)) - Number(b.steps.includes(PARAMETER)));

/** The operation as the OpenAPI document names it, and the id in its path. */
export function findOperation(method: string, path: string): Operation {
  const asked = path.split('/');
  const found = OPERATIONS.find(
    ({ method: of, steps }) =>
      of === method &&
      steps.length === asked.length &&
      steps.every((step, at) => step === asked[at] || (step === PARAMETER && asked[at] !== '')),
  );
  return { action: found?.action ?? 'unlisted', id: asked[found?.steps.indexOf(PARAMETER) ?? -1] ?? null };
}

/**
 * Leaves an entry in the account's audit log for every change that was made; also for one that failed after its handler had said
 * what it changed. A handler that says `null` has changed nothing.
 */
export const audited = ({ store }: { store: Pick<AuditStore, 'appendAudit'> }) =>
  createMiddleware<Env>(async (c, next) => {
    await next();
    const said = c.get('audited');
    if (!CHANGES.has(c.req.method) || said === null || (c.res.status >= 400 && !said)) return;
    const { action, id } = findOperation(c.req.method, c.req.path);
    const details = { ...(id !== null && { id }), ...said };
    await store.appendAudit(c.var.tenant.id, { actor: c.var.actor, action, details }).catch(() => {
      throw new HttpProblem('internal', 'The change was made, but it could not be written into the audit log.');
    });
  });
