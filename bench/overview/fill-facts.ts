import { aggregating } from '../../backend/adapters/store/postgres/aggregating.ts';
import type { Database } from '../../backend/adapters/store/postgres/database.ts';
import { addToTallies } from '../../backend/adapters/store/postgres/overview-fold.ts';
import { aTriage } from '../../backend/test/ticket.ts';

export const DAYS = 365;
const BATCH = 50_000;
const DAYS_AT_ONCE = 30;
/** Tickets that nobody has solved are at most so old. */
const OPEN_DAYS = 20;

type Filling = { tenantId: string; triages: number; open: number };

/** One of so many, the first ones most often. */
const oneOf = (prefix: string, many: number, random: string): string =>
  `'${prefix}' || floor(${many} * power(${random}, 2))`;
/** Mostly what was suggested. */
const finalOf = (suggested: string, other: string, random: string): string =>
  `CASE WHEN ${random} < 0.04 THEN 'none' WHEN ${random} < 0.16 THEN ${other} ELSE ${suggested} END`;

const RANDOMS = Array.from({ length: 16 }, (_, n) => `random() AS r${n}`).join(', ');
/** `$2` and `$3`: which tickets; `$4`: of how many; `$5`: how many of the young ones are open. */
const DRAWN = `SELECT n, gen_random_uuid() AS id, ${RANDOMS},
    now() - make_interval(secs => ${DAYS} * 86400.0 * ($4::float8 - n) / $4::float8) AS at
  FROM generate_series($2::int, $3::int) AS n`;

const VALUES: Record<string, string> = {
  tenant_id: '$1',
  ticket_id: 'n::text',
  day: `(at AT TIME ZONE 'UTC')::date`,
  triage_id: 'id',
  triaged_at: 'at',
  opened_at: `at - interval '20 seconds'`,
  decided_by: `CASE WHEN r0 < 0.05 THEN 'builtin' ELSE 'openai' END`,
  language: oneOf('l', 8, 'r1'),
  category: oneOf('category_', 12, 'r2'),
  urgency: `'P' || (1 + floor(4 * r3))`,
  confidence: '0.4 + 0.6 * sqrt(r4)',
  unsure: 'r4 < 0.1',
  fallback: 'r0 < 0.05',
  flagged: 'r5 < 0.08',
  team: `'team'`,
  reasons: `CASE WHEN r5 < 0.03 THEN ARRAY[${oneOf('signal:rule_', 30, 'r6')}, 'model:risk'] WHEN r5 < 0.08 THEN ARRAY[${oneOf('signal:rule_', 30, 'r6')}] ELSE '{}'::text[] END`,
  first_reply_hours: 'CASE WHEN r7 < 0.9 THEN 48 * power(r8, 3) END',
  first_reply_kept: 'CASE WHEN r7 < 0.9 THEN r8 < 0.8 END',
  status: `CASE WHEN is_open THEN 'open' ELSE 'solved' END`,
  group_id: oneOf('50', 20, 'r9'),
  is_open: 'is_open',
  due: `CASE WHEN is_open AND r10 < 0.8 THEN CASE WHEN r11 < 0.5 THEN 'first_reply' ELSE 'resolution' END END`,
  due_at: `CASE WHEN is_open AND r10 < 0.8 THEN now() + make_interval(mins => floor(2880 * r11 - 480)::int) END`,
  decided_at: `CASE WHEN r12 < 0.7 THEN least(now(), at + make_interval(secs => 200000 * r13)) END`,
};
const OUTCOMES: Record<string, string> = {
  judged_by: 'decided_by',
  sure_category: 'confidence',
  sure_urgency: '0.4 + 0.6 * sqrt(r13)',
  sure_sentiment: '0.4 + 0.6 * sqrt(r14)',
  of_category: 'category',
  of_language: 'language',
  of_group: 'group_id',
  of_prompt: `'p' || floor(r15 * 3)`,
  suggested_category: 'category',
  final_category: finalOf('category', oneOf('category_', 12, 'r14'), 'r13'),
  suggested_urgency: 'urgency',
  final_urgency: finalOf('urgency', `'P' || (1 + floor(4 * r15))`, 'r14'),
  suggested_sentiment: oneOf('s', 5, 'r8'),
  final_sentiment: finalOf(oneOf('s', 5, 'r8'), oneOf('s', 5, 'r4'), 'r15'),
  suggested_group: 'group_id',
  final_group: finalOf('group_id', oneOf('50', 20, 'r13'), 'r7'),
  suggested_escalation: `CASE WHEN flagged THEN 'yes' ELSE 'none' END`,
  final_escalation: `CASE WHEN flagged AND r6 < 0.7 OR r6 < 0.01 THEN 'yes' ELSE 'none' END`,
  marked_reasons: 'CASE WHEN flagged THEN reasons END',
  draft_outcome: `CASE WHEN r8 < 0.4 THEN 'kept' WHEN r8 < 0.7 THEN 'edited' ELSE 'unused' END`,
  saved_fields: 'floor(r9 * 6)::int',
  saved_characters: 'CASE WHEN r8 < 0.7 THEN 200 + 800 * r14 END',
};

const names = [...Object.keys(VALUES), ...Object.keys(OUTCOMES)].join(', ');
const columns = (of: Record<string, string>, wrap = (value: string) => value): string =>
  Object.entries(of)
    .map(([name, value]) => `${wrap(value)} AS ${name}`)
    .join(', ');
const FACTS = `INSERT INTO ticket_fact (${names})
  SELECT ${names} FROM (
    SELECT *, ${columns(OUTCOMES, (value) => `CASE WHEN decided_at IS NOT NULL THEN ${value} END`)} FROM (
      SELECT ${columns(VALUES)}, ${Array.from({ length: 16 }, (_, n) => `r${n}`).join(', ')}
      FROM (SELECT *, at > now() - interval '${OPEN_DAYS} days' AND random() < $5::float8 AS is_open FROM (${DRAWN}) AS drawn) AS made
    ) AS triaged) AS fact`;

/** The triages of what is open: the queue reads their clocks. */
const OPEN_TRIAGES = `INSERT INTO triage (id, tenant_id, ticket_id, content_hash, status, body, vault, lease_until)
  SELECT triage_id, tenant_id, ticket_id, 'x', 'done', $2::jsonb, '', now() FROM ticket_fact WHERE tenant_id = $1 AND is_open`;

/** Facts of a year in the order of their tickets, then the tallies by what the fold itself adds. */
export async function fillFacts(database: Database, { tenantId, triages, open }: Filling): Promise<void> {
  const share = (open / triages) * (DAYS / OPEN_DAYS);
  const run = (query: string, values: unknown[]) =>
    aggregating(database, async (tx) => {
      await tx.query('SET LOCAL statement_timeout = 0');
      await tx.query(`SET LOCAL work_mem = '256MB'`);
      await tx.query(query, values);
    });
  for (let from = 1; from <= triages; from += BATCH)
    await run(FACTS, [tenantId, from, Math.min(triages, from + BATCH - 1), triages, share]);
  for (let day = DAYS; day >= 0; day -= DAYS_AT_ONCE)
    await run(
      addToTallies(`SELECT 1 AS sign, fact.* FROM ticket_fact AS fact WHERE tenant_id = $1
        AND day > (now() AT TIME ZONE 'UTC')::date - $2::int AND day <= (now() AT TIME ZONE 'UTC')::date - $2::int + ${DAYS_AT_ONCE}`),
      [tenantId, day + 1],
    );
  const sla = { firstReply: { hours: 4, dueAt: new Date().toISOString(), pausedSince: null, metAt: null } };
  const body = JSON.stringify({ ...aTriage(), sla: { ...sla, resolution: null } });
  await run(OPEN_TRIAGES, [tenantId, body]);
  await run('DELETE FROM overview_change WHERE tenant_id = $1', [tenantId]);
}
