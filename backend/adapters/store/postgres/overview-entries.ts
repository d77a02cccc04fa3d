import { BIN_WIDTH } from '../../../contract/overview.ts';
import { bucketStart } from '../../../ports/overview.ts';
import { COMPARED, DIMENSIONS, JUDGED } from './overview-columns.ts';

/** More hours than this many buckets hold nobody waits. */
const BUCKETS = 120;
const LAST_BIN = Math.round(1 / BIN_WIDTH) - 1;

/** `bucketOf`, by the very thresholds of `bucketStart`: logarithms are not the same everywhere. */
export const bucketSql = (hours: string): string => {
  const starts = Array.from({ length: BUCKETS }, (_, index) => bucketStart(index + 1));
  return `width_bucket(${hours}, ARRAY[${starts.join(', ')}]::float8[])`;
};
/** Null for none: `least` would put it into the last bin. */
const binSql = (confidence: string): string =>
  `CASE WHEN ${confidence} IS NOT NULL THEN least(${LAST_BIN}, floor(${confidence} / ${BIN_WIDTH}::float8)) END`;

const isTrue = (condition: string, yes: string, no: string): string =>
  `CASE WHEN ${condition} THEN '${yes}' WHEN NOT ${condition} THEN '${no}' END`;

/** An empty box of a field is no answer; one of the escalation's is. */
const isAnswered = (field: string): string => (field === 'escalation' ? '' : ` AND fact.final_${field} <> 'none'`);
const agreed = (field: string, yes: string, no: string): string =>
  `CASE WHEN fact.suggested_${field} = fact.final_${field}${isAnswered(field)} THEN '${yes}'
     WHEN fact.suggested_${field} <> fact.final_${field}${isAnswered(field)} THEN '${no}' END`;

type Entry = [series: string, key: string, second?: string, total?: string];

const OF_TRIAGES: Entry[] = [
  ['decided_by', 'fact.decided_by'],
  ['category', 'fact.category'],
  ['urgency', 'fact.urgency'],
  ['language', 'fact.language'],
  ...['unsure', 'fallback', 'flagged'].map((mark): Entry => [mark, isTrue(`fact.${mark}`, 'yes', 'no')]),
  [
    'first_reply',
    `${bucketSql('fact.first_reply_hours')}::text`,
    isTrue('fact.first_reply_kept', 'kept', 'broken'),
    'fact.first_reply_hours',
  ],
];

const OF_OUTCOMES: Entry[] = [
  ...COMPARED.map((field): Entry => [`matrix:${field}`, `fact.suggested_${field}`, `fact.final_${field}`]),
  ...Object.entries(DIMENSIONS).flatMap(([dimension, column]): Entry[] => [
    ...COMPARED.map(
      (field): Entry => [`rate:${field}:${dimension}`, `fact.${column}`, agreed(field, 'agreed', 'overridden')],
    ),
    [`draft:${dimension}`, `fact.${column}`, 'fact.draft_outcome'],
  ]),
  ...JUDGED.map(
    (field): Entry => [
      `confidence:${field}`,
      'fact.judged_by',
      `${binSql(`fact.sure_${field}`)} || ':' || ${agreed(field, 'right', 'wrong')}`,
      `fact.sure_${field}`,
    ],
  ),
  ['saved_fields', `CASE WHEN fact.saved_fields > 0 THEN '' END`, `''`, 'fact.saved_fields'],
  ['saved_characters', `CASE WHEN fact.saved_characters > 0 THEN '' END`, `''`, 'fact.saved_characters'],
];

const ESCALATIONS = `SELECT 'escalation', reason, second, 0
  FROM (SELECT DISTINCT unnest(coalesce(fact.marked_reasons, fact.reasons))) AS each (reason)
  CROSS JOIN LATERAL (VALUES ('fired'), (said), (said || CASE WHEN cardinality(fact.marked_reasons) = 1 THEN '_alone' END)) AS it (second)`;

/** What a row `fact` of `ticket_fact` adds to the tallies, as `entry (series, key, second, total)`. */
export const ENTRIES = `CROSS JOIN LATERAL (SELECT CASE WHEN fact.marked_reasons IS NOT NULL
    THEN ${isTrue(`fact.final_escalation = 'yes'`, 'agreed', 'removed')} END) AS mark (said)
  CROSS JOIN LATERAL (
    VALUES ${[...OF_TRIAGES, ...OF_OUTCOMES]
      .map(([series, key, second = `''`, total = '0']) => `('${series}', ${key}, ${second}, ${total}::float8)`)
      .join(',\n      ')}
    UNION ALL ${ESCALATIONS}) AS entry (series, key, second, total)`;

/** Of entries that there are: what does not apply to a ticket has no key or no second one. */
export const COUNTS = 'entry.key IS NOT NULL AND entry.second IS NOT NULL';
