import { randomUUID } from 'node:crypto';
import type { Database } from '../../backend/adapters/store/postgres/database.ts';
import { actFor } from '../../backend/ports/acting-for.ts';
import type { Store } from '../../backend/ports/store.ts';
import { aDecision } from '../../backend/test/decision.ts';
import { aTriage } from '../../backend/test/ticket.ts';
import { ms, quantile, type Row } from '../benchmark.ts';

const TRIAGES = 20_000;
const FOLDED_AT_ONCE = 1_000;
const SAVES = 300;
const SOURCE = {
  ...{ id: 'ticket:1', kind: 'ticket' as const, title: 'An older ticket', url: null, ticketId: '1', language: 'en' },
  ...{ category: null, score: 0.8, gold: false, resolvedAt: null, resolutionHours: null, resolution: null, copies: 1 },
  standing: 'current' as const,
};
const WORDS = 'Thank you for writing to us. We have looked at your account and returned the second payment. '.repeat(4);
/** As large as one with five sources and a draft. */
const BODY = aTriage({
  sources: [1, 2, 3, 4, 5].map((n) => ({ ...SOURCE, id: `ticket:${n}`, resolution: WORDS })),
  draft: {
    ...{ kind: 'reply', text: WORDS, language: 'en', sourceIds: ['ticket:1'], decidedBy: 'builtin' },
    parts: Array.from({ length: 8 }, () => ({ text: WORDS, sourceId: 'ticket:1', quote: WORDS, struck: null })),
  },
});
const FIELDS = ['category', 'urgency', 'sentiment'].map((field) => ({
  ...{ field, suggested: 'billing', final: 'account', outcome: 'overridden' },
}));

const TRIAGED = `INSERT INTO triage (id, tenant_id, ticket_id, content_hash, status, body, decision, vault, lease_until, created_at)
  SELECT gen_random_uuid(), $1, n::text, 'x', 'done',
    $2::jsonb || jsonb_build_object('classification', $2::jsonb->'classification' || jsonb_build_object('category', 'category_' || n % 12)),
    $3::jsonb, '', now(), now() - make_interval(secs => n * 80)
  FROM generate_series(1, $4::int) AS n`;
const SUBMITTED = `INSERT INTO feedback (id, tenant_id, triage_id, row, at)
  SELECT gen_random_uuid(), tenant_id, id, $2::jsonb || jsonb_build_object('ticketId', ticket_id), now() FROM triage
  WHERE tenant_id = $1 AND length(ticket_id) % 2 = 1`;

/** Changes a second, of triages and submitted tickets that are counted for the first time. */
export async function measureFold(database: Database, store: Store, where: string): Promise<Row[]> {
  const tenantId = randomUUID();
  await database.query(TRIAGED, [tenantId, JSON.stringify(BODY), JSON.stringify(aDecision()), TRIAGES]);
  const row = {
    type: 'submitted',
    fields: FIELDS,
    draftOutcome: 'accepted',
    draftDistance: 0.01,
    decidedBy: 'builtin',
  };
  await database.query(SUBMITTED, [tenantId, JSON.stringify(row)]);
  await database.query('ANALYZE triage, feedback, overview_change');
  return actFor(tenantId, async () => {
    const { waiting } = await store.readCounted(tenantId);
    const startedAt = performance.now();
    const batches: number[] = [];
    for (let folded = 1; folded > 0; ) {
      const at = performance.now();
      folded = await store.foldChanges(tenantId, { limit: FOLDED_AT_ONCE, timeZone: 'Europe/Berlin' });
      if (folded > 0) batches.push(performance.now() - at);
    }
    const perSecond = (waiting / (performance.now() - startedAt)) * 1_000;
    return [
      [
        `${where}, changes counted a second`,
        perSecond.toFixed(0),
        `${waiting} of ${TRIAGES} tickets, ${FOLDED_AT_ONCE} at once in ${ms(quantile(batches, 0.5))}`,
      ],
      await measureOne(store, tenantId, where),
    ];
  });
}

/** What a view waits for when one ticket has just changed. */
async function measureOne(store: Store, tenantId: string, where: string): Promise<Row> {
  const times: number[] = [];
  for (let n = 1; n <= 40; n += 1) {
    await store.saveStanding(tenantId, String(n), { status: 'solved', groupId: '501' });
    const at = performance.now();
    await store.foldChanges(tenantId, { limit: 200, timeZone: 'Europe/Berlin' });
    times.push(performance.now() - at);
  }
  return [`${where}, one change counted`, `p50 ${ms(quantile(times, 0.5))}, p95 ${ms(quantile(times, 0.95))}`];
}

/** Saves of a triage, with and without the note of the change; by turns, since the machine is never as busy twice. */
export async function measureNotes(database: Database, store: Store, where: string): Promise<Row> {
  const tenantId = randomUUID();
  const times = { ENABLE: [] as number[], DISABLE: [] as number[] };
  const claim = { tenantId, ticketId: '1', contentHash: 'x', force: false };
  const { stored } = await store.claimTriage(claim);
  const triage = { ...BODY, sources: [], id: stored.triage.id };
  for (let round = 0; round < 10; round += 1)
    for (const turn of ['DISABLE', 'ENABLE'] as const) {
      await database.query(`ALTER TABLE triage ${turn} TRIGGER triage_changed`);
      for (let n = 0; n < SAVES / 10; n += 1) {
        const at = performance.now();
        await store.saveTriage(tenantId, { triage, attempt: stored.attempt });
        times[turn].push(performance.now() - at);
      }
    }
  const [without, noted] = [quantile(times.DISABLE, 0.5), quantile(times.ENABLE, 0.5)];
  return [
    `${where}, a triage saved and noted`,
    `p50 ${ms(noted)}`,
    `${ms(without)} without the note, p50 of ${SAVES}, by turns`,
  ];
}
