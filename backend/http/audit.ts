import { Hono } from 'hono';
import { auditApi } from '../contract/audit.ts';
import type { AuditStore } from '../ports/audit.ts';
import type { Env } from './env.ts';

/** Who changed what of the account, and whether that log is whole. */
export function auditRoutes({ store }: { store: Pick<AuditStore, 'readAudit' | 'verifyAudit'> }) {
  return new Hono<Env>().get(auditApi.readAudit.path, async (c) => {
    const { before = null, limit } = auditApi.readAudit.query.parse(c.req.query());
    const { id } = c.var.tenant;
    const [entries, brokenAt] = await Promise.all([
      store.readAudit(id, { before, limit: limit + 1 }),
      store.verifyAudit(id),
    ]);
    const shown = entries.slice(0, limit);
    const next = entries.length > limit ? (shown.at(-1)?.seq ?? null) : null;
    return c.json({ entries: shown, next, intact: brokenAt === null, brokenAt });
  });
}
