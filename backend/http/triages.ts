import { Hono } from 'hono';
import { api } from '../contract/api.ts';
import { type FeedbackEvent, feedbackEventSchema } from '../contract/feedback.ts';
import { triageRequestSchema } from '../contract/triage.ts';
import { toLesson } from '../feedback/to-lesson.ts';
import { toRow } from '../feedback/to-row.ts';
import { present } from '../pipeline/present.ts';
import { type TriageParts, triage } from '../pipeline/triage.ts';
import { keyOf, type Queue } from '../ports/queue.ts';
import type { Store, StoredTriage, Transaction } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';
import { readJson } from './read-json.ts';
import { readOwn } from './read-own.ts';
import { type RewriteRouteParts, rewriteRoute } from './rewrites.ts';

export type TriageRouteParts = TriageParts &
  RewriteRouteParts & {
    store: Store;
    queue: Queue;
    /** Keeps work that goes on after the answer in sight of the shutdown. */
    background: (work: Promise<unknown>) => void;
  };

/** The decisions of a busy minute are learned from together. */
const LEARN_AFTER_SECONDS = 60;

const TRIAGE_BY_ID = api.readTriage.path.replace('{id}', ':id');
const FEEDBACK = api.sendFeedback.path.replace('{id}', ':id');

/** What a submitted ticket teaches; null for any other event, and where nothing was decided. */
async function readLesson(event: FeedbackEvent, { triage }: StoredTriage, tenant: Tenant, store: Store) {
  const kept = event.type === 'submitted' ? await store.readDecision(tenant.id, triage.id) : null;
  return kept && toLesson(event, { ...kept, triageId: triage.id, ticketId: triage.ticketId }, tenant.taxonomy);
}

/** The sidebar's routes: ask for a triage, follow it, say what became of it. */
export function triageRoutes(parts: TriageRouteParts) {
  const { store, queue, background } = parts;
  return new Hono<Env>()
    .post(api.requestTriage.path, async (c) => {
      const { ticket: snapshot, force } = triageRequestSchema.parse(await readJson(c));
      if (snapshot.ticket.id !== c.var.tokenTicketId)
        throw new HttpProblem('forbidden', 'The token was made for another ticket; reload the app.');
      const ticket = await c.var.tenant.helpdesk.readSnapshot(snapshot);
      const started = await triage(ticket, c.var.tenant, parts, { force });
      if (!started) throw new HttpProblem('rate_limited', 'This ticket was triaged often just now.', 60);
      background(started.done);
      const stored = await started.classified;
      return c.json(present(stored), stored.triage.status === 'running' ? 202 : 200);
    })
    .get(TRIAGE_BY_ID, async (c) => c.json(present(await readOwn(store, c.var, c.req.param('id') ?? ''))))
    .post(FEEDBACK, async (c) => {
      const stored = await readOwn(store, c.var, c.req.param('id') ?? '');
      const event = feedbackEventSchema.parse(await readJson(c));
      const { tenant } = c.var;
      const lesson = await readLesson(event, stored, tenant, store);
      const payload = { tenantId: tenant.id };
      const learnSoon = (tx: Transaction) =>
        queue.enqueue('learn', payload, keyOf(payload), { tx, afterSeconds: LEARN_AFTER_SECONDS });
      const row = toRow(event, present(stored));
      const isNew = await store.saveFeedback(tenant.id, row, lesson, lesson ? learnSoon : undefined);
      return c.json({ stored: isNew });
    })
    .route('/', rewriteRoute(parts));
}
