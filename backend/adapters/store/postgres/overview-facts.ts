import { COMPARED, JUDGED, OUTCOME_COLUMNS } from './overview-columns.ts';
import { daySql } from './overview-zone.ts';

/** Nobody works on a ticket then. */
const OVER = `('solved', 'closed', 'deleted')`;
const WAITING = `('pending', 'hold')`;
const SAVED_FIELDS = `('category', 'urgency', 'sentiment', 'priority', 'group')`;

const isDecided = (triage: string): string =>
  `coalesce(jsonb_typeof(${triage}.body->'classification') = 'object', false)`;
/** Whether it has come to something. */
const hasEnded = (triage: string): string =>
  `${triage}.status IN ('done', 'skipped', 'failed') AND (${triage}.status = 'skipped' OR ${isDecided(triage)})`;

/**
 * What a skipped triage says, such as one of mere thanks, does not replace what was decided before; and one that is made
 * again holds until the new one has come to something.
 */
const CHOSEN = `SELECT ticket.ticket_id, triage.id, triage.created_at, triage.decision->'input'->>'createdAt' AS created, first.at AS first_at, part.*
  FROM ticket
  CROSS JOIN LATERAL (SELECT min(created_at) AS at FROM triage
    WHERE triage.tenant_id = $1 AND triage.ticket_id = ticket.ticket_id) AS first
  CROSS JOIN LATERAL (SELECT id, created_at, decision, body FROM triage
    WHERE triage.tenant_id = $1 AND triage.ticket_id = ticket.ticket_id AND ${hasEnded('triage')}
      AND (NOT triage.superseded OR (SELECT true FROM triage AS other
        WHERE other.tenant_id = $1 AND other.ticket_id = ticket.ticket_id AND other.content_hash = triage.content_hash
          AND NOT other.superseded AND ${hasEnded('other')} LIMIT 1) IS NULL)
    ORDER BY ${isDecided('triage')} DESC, triage.created_at DESC, triage.id DESC LIMIT 1) AS triage
  CROSS JOIN LATERAL jsonb_to_record(triage.body)
    AS part (language text, classification jsonb, escalation jsonb, routing jsonb, sla jsonb)`;

/** The last submitted state of each ticket, of a triage that had suggested something. */
const SAID = `SELECT ticket.ticket_id, said.at, said.row, said.decision->>'promptVersion' AS prompt, part.*
  FROM ticket
  CROSS JOIN LATERAL (SELECT feedback.at, feedback.row, judged.body, judged.decision
    FROM triage AS judged JOIN feedback ON feedback.tenant_id = $1 AND feedback.triage_id = judged.id
    WHERE judged.tenant_id = $1 AND judged.ticket_id = ticket.ticket_id
      AND feedback.row->>'type' = 'submitted' AND feedback.row->>'decidedBy' IS NOT NULL
    ORDER BY feedback.at DESC, feedback.seq DESC LIMIT 1) AS said
  CROSS JOIN LATERAL jsonb_to_record(said.body)
    AS part (language text, classification jsonb, escalation jsonb, routing jsonb, draft jsonb)`;

const reasonsOf = (escalation: string): string =>
  `ARRAY(SELECT reason->>'layer' || ':' || (reason->>'rule') FROM jsonb_array_elements(${escalation}->'reasons') AS reason)`;

const COMPARISONS = COMPARED.flatMap((field) =>
  ['suggested', 'final'].map(
    (side) => `max(coalesce(part->>'${side}', 'none')) FILTER (WHERE part->>'field' = '${field}') AS ${side}_${field}`,
  ),
);

/** A person has judged the mark only where it was on the ticket: the same rule as in the signals' precision. */
const MARKED = `EXISTS (SELECT 1 FROM write_log, jsonb_array_elements(write_log.changes) AS change
  WHERE write_log.tenant_id = $1 AND write_log.ticket_id = said.ticket_id AND write_log.at <= said.at
    AND write_log.undone_at IS NULL AND change->>'field' = 'escalation' AND change->'to' = 'true')`;

/** Without a word about a mark that nobody saw; said of nothing else. */
const ofMark = (value: string): string =>
  `CASE WHEN compared.suggested_escalation = 'none' OR mark.is_judged THEN ${value} END`;

const SURE: Record<string, string> = {
  category: 'confidence',
  urgency: 'urgencyConfidence',
  sentiment: 'sentimentConfidence',
};

const OUTCOMES: Record<string, string> = {
  decided_at: 'said.at',
  judged_by: `said.classification->>'decidedBy'`,
  ...Object.fromEntries(JUDGED.map((field) => [`sure_${field}`, `(said.classification->>'${SURE[field]}')::float8`])),
  of_category: `said.classification->>'category'`,
  of_language: 'said.language',
  of_group: `coalesce(nullif(compared.final_group, 'none'), standing.group_id, said.routing->>'groupId', 'none')`,
  of_prompt: `coalesce(said.prompt, said.classification->>'decidedBy')`,
  ...Object.fromEntries(
    COMPARED.flatMap((field) => [`suggested_${field}`, `final_${field}`]).map((name) => [name, `compared.${name}`]),
  ),
  suggested_escalation: ofMark('compared.suggested_escalation'),
  final_escalation: ofMark('compared.final_escalation'),
  marked_reasons: `CASE WHEN mark.is_judged THEN ${reasonsOf('said.escalation')} END`,
  draft_outcome: `CASE said.row->>'draftOutcome' WHEN 'accepted' THEN 'kept' ELSE said.row->>'draftOutcome' END`,
  saved_fields: 'compared.saved_fields',
  saved_characters: `CASE WHEN said.row->>'draftOutcome' IN ('accepted', 'edited')
    THEN length(said.draft->>'text') * (1 - (said.row->>'draftDistance')::float8) END`,
};

/** What was said once stays when the feedback that said it is too old to be kept. */
const OUTCOME = `SELECT said.ticket_id, ${OUTCOME_COLUMNS.map((name) => `${OUTCOMES[name]} AS ${name}`).join(', ')}
  FROM said
  LEFT JOIN ticket_standing AS standing ON standing.tenant_id = $1 AND standing.ticket_id = said.ticket_id
  CROSS JOIN LATERAL (SELECT ${COMPARISONS.join(', ')},
      (count(*) FILTER (WHERE part->>'outcome' = 'accepted' AND part->>'field' IN ${SAVED_FIELDS}))::int AS saved_fields
    FROM jsonb_array_elements(said.row->'fields') AS part) AS compared
  CROSS JOIN LATERAL (SELECT compared.suggested_escalation = 'yes' AND ${MARKED} AS is_judged OFFSET 0) AS mark
  UNION ALL SELECT ticket_id, ${OUTCOME_COLUMNS.join(', ')} FROM old
  WHERE decided_at IS NOT NULL AND ticket_id NOT IN (SELECT ticket_id FROM said)`;

/** What is due next. */
const CLOCK = `SELECT due, (clock->>'dueAt')::timestamptz AS due_at
  FROM (VALUES ('first_reply', chosen.sla->'firstReply'), ('resolution', chosen.sla->'resolution')) AS promised (due, clock)
  WHERE clock->>'dueAt' IS NOT NULL AND clock->>'metAt' IS NULL AND clock->>'pausedSince' IS NULL
    AND now_in.status NOT IN ${WAITING}
  ORDER BY 2, 1 LIMIT 1`;

const OPENED = `CASE WHEN chosen.created ~ '^\\d{4}-[01]\\d-[0-3]\\dT[0-2]\\d:' THEN chosen.created::timestamptz ELSE chosen.first_at END`;

// No EXISTS and no plain join on large tables here: before its statistics are there, a planner may read all of one for a few tickets.
/**
 * Queries that give for each of the tickets in `$2` its row of `ticket_fact` as it was (`old`) and as it is to be (`fresh`), both of
 * those tickets alone that have a triage to go by. `$3`, `$4`: how far the time zone is from UTC.
 */
export const FACTS = `
  ticket AS MATERIALIZED (SELECT DISTINCT unnest($2::text[]) AS ticket_id),
  chosen AS MATERIALIZED (${CHOSEN}),
  said AS MATERIALIZED (${SAID}),
  old AS MATERIALIZED (SELECT fact.* FROM ticket CROSS JOIN LATERAL (
    SELECT *, ctid AS place FROM ticket_fact WHERE tenant_id = $1 AND ticket_id = ticket.ticket_id OFFSET 0) AS fact),
  outcome AS MATERIALIZED (${OUTCOME}),
  fresh AS MATERIALIZED (
    SELECT $1::text AS tenant_id, chosen.ticket_id, coalesce(old.day, ${daySql('chosen.first_at')}) AS day,
      chosen.id AS triage_id, chosen.created_at AS triaged_at, opened.at AS opened_at,
      coalesce(chosen.classification->>'decidedBy', 'skipped') AS decided_by,
      CASE WHEN chosen.classification IS NOT NULL THEN chosen.language END AS language,
      chosen.classification->>'category' AS category, chosen.classification->>'urgency' AS urgency,
      (chosen.classification->>'confidence')::float8 AS confidence,
      (chosen.classification->>'needsReview')::boolean AS unsure,
      CASE WHEN chosen.classification IS NOT NULL THEN chosen.classification->>'fallbackReason' IS NOT NULL END AS fallback,
      CASE WHEN chosen.classification IS NOT NULL THEN coalesce((chosen.escalation->>'flagged')::boolean, false) END AS flagged,
      chosen.routing->>'team' AS team, ${reasonsOf('chosen.escalation')} AS reasons,
      CASE WHEN reply.met_at IS NOT NULL THEN greatest(0, (extract(epoch FROM reply.met_at - opened.at) * 1000)::float8 / 3600000) END AS first_reply_hours,
      reply.met_at <= (chosen.sla->'firstReply'->>'dueAt')::timestamptz AS first_reply_kept,
      now_in.status, coalesce(standing.group_id, chosen.routing->>'groupId') AS group_id,
      chosen.classification IS NOT NULL AND now_in.status NOT IN ${OVER} AS is_open, clock.due, clock.due_at,
      ${OUTCOME_COLUMNS.map((name) => `outcome.${name}`).join(', ')}
    FROM chosen
    LEFT JOIN old ON old.ticket_id = chosen.ticket_id
    LEFT JOIN outcome ON outcome.ticket_id = chosen.ticket_id
    LEFT JOIN ticket_standing AS standing ON standing.tenant_id = $1 AND standing.ticket_id = chosen.ticket_id
    CROSS JOIN LATERAL (SELECT ${OPENED} AS at) AS opened
    CROSS JOIN LATERAL (SELECT (chosen.sla->'firstReply'->>'metAt')::timestamptz AS met_at) AS reply
    CROSS JOIN LATERAL (SELECT coalesce(standing.status,
      CASE WHEN chosen.sla->'resolution'->>'metAt' IS NOT NULL THEN 'solved' ELSE 'open' END) AS status) AS now_in
    LEFT JOIN LATERAL (${CLOCK}) AS clock ON true
    WHERE chosen.classification IS NOT NULL OR old.category IS NULL
      OR (SELECT true FROM triage WHERE triage.tenant_id = $1 AND triage.id = old.triage_id LIMIT 1))`;
