import { Hono } from 'hono';
import { adminApi } from '../contract/admin-api.ts';
import { csvHead, toCsvLines } from '../contract/feedback-csv.ts';
import type { FeedbackStore } from '../ports/store.ts';
import type { Env } from './env.ts';

/** The admin's log of what agents did with suggestions, as JSON or CSV, page by page. */
export function feedbackLogRoutes({ store }: { store: FeedbackStore }) {
  return new Hono<Env>().get(adminApi.readFeedback.path, async (c) => {
    const { format, cursor, limit } = adminApi.readFeedback.query.parse(c.req.query());
    const page = await store.readFeedback(c.var.tenant.id, cursor ?? null, limit);
    if (format === 'json') return c.json(page);
    if (page.nextCursor) c.header('X-Next-Cursor', page.nextCursor);
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="feedback.csv"');
    return c.body(csvHead + toCsvLines(page.rows));
  });
}
