import { actFor } from '../../backend/ports/acting-for.ts';
import type { Calls, Mark } from './mark.ts';
import type { Rig } from './two-accounts.ts';

type Of = { tenantId: string; ticketId: string; triageId: string; mark: Mark };

const MODEL = 'm-1';

/** What comes of a model, of a training, of a question and of the search for lost deliveries. */
async function plantWork({ store }: Rig, { tenantId, ticketId, triageId, mark }: Of): Promise<void> {
  const usage = { model: `${MODEL}-${mark.word}`, promptTokens: 5, cachedTokens: 0, completionTokens: 5, requests: 1 };
  await store.bookUsage(tenantId, triageId, { purpose: 'classify', usage, microUsd: 7 });
  await store.claimQuestion(tenantId, ticketId, triageId);
  await store.saveCursor(tenantId, 'tickets', `cursor-${mark.word}`);
  await store.beginReconciling(tenantId, new Date());
  await store.saveReconciling(tenantId, `cursor-${mark.word}`);
  await store.chooseInTurn(tenantId, ticketId, () => `${mark.digits}5`);
  await store.saveFlagged(tenantId, `${mark.digits}9`, new Date());
  // Far ahead, so that no look-out for due promises takes it before the test does.
  await store.saveSla(tenantId, triageId, { sla: null as never, lookAt: new Date(Date.now() + 3_600_000) });
  // Counted, and one change that is not yet.
  await store.saveStanding(tenantId, ticketId, { status: 'new', groupId: null });
  await store.foldChanges(tenantId, { limit: 1_000, timeZone: 'UTC' });
  await store.saveStanding(tenantId, ticketId, { status: 'open', groupId: null });
}

/** A job that was given up, as the queue sets it aside. */
async function plantDead({ database, queue }: Rig, tenantId: string, ticketId: string): Promise<string> {
  await queue.enqueue('triage-ticket', { tenantId, ticketId }, `${tenantId}:${ticketId}`);
  await database.query(
    `UPDATE pgboss.job SET name = 'triage-ticket-dead' WHERE name = 'triage-ticket' AND singleton_key = $1`,
    [`${tenantId}:${ticketId}`],
  );
  const { letters } = await queue.listDead(tenantId, { limit: 10 });
  return letters.find((letter) => letter.ticketId === ticketId)?.id ?? '';
}

/** A wish to forget, an undo under way, a dead letter, and the rest of the tables. */
export async function plantRest(rig: Rig, of: Of, { post }: Calls) {
  const { tenantId, mark } = of;
  await actFor(tenantId, () => plantWork(rig, of));
  const { id: undoId } = await post<{ id: string }>('/v1/admin/undo', { since: '2020-01-01T00:00:00Z', dryRun: false });
  const { id: erasureId } = await post<{ id: string }>('/v1/admin/erasures', { ticketId: `${mark.digits}8` });
  const [letterId, spareLetterId] = [
    await plantDead(rig, tenantId, `${mark.digits}9`),
    await plantDead(rig, tenantId, `${mark.digits}6`),
  ];
  return { undoId, erasureId, letterId, spareLetterId };
}
