import { Hono } from 'hono';
import { z } from 'zod';
import { api } from '../contract/api.ts';
import { toCsv } from '../feedback/to-csv.ts';
import type { FeedbackStore } from '../ports/store.ts';
import type { Tenants } from '../ports/tenant.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';

const querySchema = z.object({
  tenant: z.string().max(100).optional(),
  format: z.enum(['json', 'csv']).default('json'),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, 'cursor is the nextCursor of an earlier answer')
    .optional(),
  limit: z.coerce.number('limit is a whole number').int().min(1).max(10_000).default(1_000),
});

/** The admin's log of what agents did with suggestions, as JSON or CSV, page by page. */
export function feedbackLogRoutes({ tenants, store }: { tenants: Tenants; store: FeedbackStore }) {
  return new Hono<Env>().get(api.readFeedback.path, async (c) => {
    const { tenant: id, format, cursor, limit } = querySchema.parse(c.req.query());
    const tenant = id ? tenants.find(id) : (tenants.all()[0] ?? null);
    if (!tenant) throw new HttpProblem('not_found', 'There is no such tenant.');
    const page = await store.readFeedback(tenant.id, cursor ?? null, limit);
    if (format === 'json') return c.json(page);
    if (page.nextCursor) c.header('X-Next-Cursor', page.nextCursor);
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="feedback.csv"');
    return c.body(toCsv(page.rows));
  });
}
