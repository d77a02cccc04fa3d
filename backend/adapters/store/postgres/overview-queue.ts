import type { OverviewStore, QueuedTicket, QueueFilter, QueuePage } from '../../../ports/overview.ts';
import { aggregating } from './aggregating.ts';
import type { Database } from './database.ts';
import { momentSql, type Place, readCursor, writeCursor } from './overview-cursor.ts';

/** What was triaged longer ago and never said to be solved is not waited for. */
const QUEUE_DAYS = 60;
const SOON = '1 hour';

const CHOICES = ['state', 'category', 'urgency', 'language', 'group'] as const;
type Choices = (typeof CHOICES)[number];
const CHOICE_SQL: Record<Choices, string> = {
  state: 'open.state',
  category: `coalesce(open.category, 'none')`,
  urgency: `coalesce(open.urgency, 'none')`,
  language: 'open.language',
  group: `coalesce(open.group_id, 'none')`,
};
/** `$2` is now. */
const OPEN = `SELECT ticket_id, triage_id, opened_at, status, category, urgency, coalesce(language, 'und') AS language,
    coalesce(confidence, 0) AS confidence, coalesce(unsure, false) AS unsure, coalesce(flagged, false) AS escalated,
    group_id, team, due, due_at,
    CASE WHEN due_at IS NULL THEN 'waiting' WHEN due_at < $2::timestamptz THEN 'overdue'
      WHEN due_at <= $2::timestamptz + interval '${SOON}' THEN 'due_soon' ELSE 'on_time' END AS state
  FROM ticket_fact
  WHERE tenant_id = $1 AND is_open AND triaged_at > $2::timestamptz - make_interval(days => ${QUEUE_DAYS})`;

/** Whether a ticket passes each filter; the parameters of the choices are `$3` to `$7`, in their order. */
const PASSES = [
  ...CHOICES.map((name, index) => `coalesce(${CHOICE_SQL[name]} = $${index + 3}::text, true) AS by_${name}`),
  'coalesce(open.escalated = $8::boolean, true) AND coalesce(open.unsure = $9::boolean, true) AS by_rest',
].join(', ');
const passesAll = (but?: Choices): string =>
  ['by_rest', ...CHOICES.filter((name) => name !== but).map((name) => `by_${name}`)].join(' AND ');

const FOUND = `WITH open AS MATERIALIZED (${OPEN}), found AS MATERIALIZED (SELECT open.*, ${PASSES} FROM open)`;
const valuesOf = (tenantId: string, now: Date, filter: QueueFilter): unknown[] => [
  ...[tenantId, now.toISOString()],
  ...CHOICES.map((name) => filter[name] ?? null),
  ...[filter.escalated ?? null, filter.unsure ?? null],
];

const COUNT = `${FOUND}
  SELECT 'total' AS choice, '' AS key, count(*)::int AS tickets FROM found WHERE ${passesAll()}
  ${CHOICES.map(
    (name) =>
      `UNION ALL SELECT '${name}', ${CHOICE_SQL[name].replace('open.', 'found.')}, count(*)::int FROM found WHERE ${passesAll(name)} GROUP BY 2`,
  ).join('\n  ')}
  ORDER BY tickets DESC, key`;

const DUE = `coalesce(due_at, 'infinity')`;
const PAGE = `${FOUND}, page AS (
    SELECT * FROM found
    WHERE ${passesAll()} AND ($12::text IS NULL
      OR (${DUE}, opened_at, ticket_id) > (coalesce($10::timestamptz, 'infinity'), $11::timestamptz, $12::text))
    ORDER BY ${DUE}, opened_at, ticket_id LIMIT $13)
  SELECT page.ticket_id AS "ticketId", triage_id AS "triageId", opened_at, page.status, category, urgency, language, confidence,
    unsure, escalated, group_id AS "groupId", team, state, due, due_at, triage.body->'sla' AS sla,
    ARRAY[${momentSql('due_at')}, ${momentSql('opened_at')}, page.ticket_id] AS place
  FROM page LEFT JOIN triage ON triage.tenant_id = $1 AND triage.id = page.triage_id
  ORDER BY ${DUE}, opened_at, page.ticket_id`;

type Row = Omit<QueuedTicket, 'createdAt' | 'dueAt'> & { opened_at: Date; due_at: Date | null; place: Place };
type Count = { choice: Choices | 'total'; key: string; tickets: number };

const toTicket = ({ opened_at, due_at, place: _, ...ticket }: Row): QueuedTicket => ({
  ...ticket,
  createdAt: opened_at.toISOString(),
  dueAt: due_at?.toISOString() ?? null,
});

const choicesOf = (counts: Count[]): QueuePage['choices'] => {
  const of = (choice: Choices) =>
    counts.filter((count) => count.choice === choice).map(({ key, tickets }) => ({ key, tickets }));
  return {
    state: of('state'),
    category: of('category'),
    urgency: of('urgency'),
    language: of('language'),
    group: of('group'),
  };
};

export const createQueueStore = (database: Database): Pick<OverviewStore, 'readQueue'> => ({
  async readQueue(tenantId, filter, { cursor, limit, now }) {
    const values = valuesOf(tenantId, now, filter);
    const [dueAt = null, openedAt = null, ticketId = null] = readCursor(cursor, 2) ?? [];
    const { counts, rows } = await aggregating(database, async (tx) => ({
      counts: await tx.query<Count>(COUNT, values),
      rows: await tx.query<Row>(PAGE, [...values, dueAt, openedAt, ticketId, limit + 1]),
    }));
    const page = rows.slice(0, limit);
    return {
      tickets: page.map(toTicket),
      nextCursor: rows.length > limit ? writeCursor(page.at(-1)?.place) : null,
      total: counts.find(({ choice }) => choice === 'total')?.tickets ?? 0,
      choices: choicesOf(counts),
    };
  },
});
