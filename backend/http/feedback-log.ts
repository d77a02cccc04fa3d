import { Hono } from 'hono';
import { api } from '../contract/api.ts';
import { toCsv } from '../feedback/to-csv.ts';
import type { FeedbackStore } from '../ports/store.ts';
import type { Tenants } from '../ports/tenant.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';

/** The admin's log of what agents did with suggestions, as JSON or CSV, page by page. */
export function feedbackLogRoutes({ tenants, store }: { tenants: Tenants; store: FeedbackStore }) {
  return new Hono<Env>().get(api.readFeedback.path, async (c) => {
    const { tenant: id, format, cursor, limit } = api.readFeedback.query.parse(c.req.query());
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
