import type { FeedbackRow } from '../contract/feedback.ts';
import { BIN_WIDTH, type ComparedField } from '../contract/overview.ts';
import type { JudgedField, Triage } from '../contract/triage.ts';
import type { Decision } from '../ports/decision.ts';
import { bucketOf } from '../ports/overview.ts';

type StoredTriage = {
  id: string;
  at: Date;
  hash: string;
  superseded: boolean;
  body: Triage;
  decision: Decision | null;
};
/** All that is stored of one ticket. */
export type TicketHistory = {
  triages: StoredTriage[];
  /** In the order in which they were stored. */
  feedback: { at: Date; row: FeedbackRow }[];
  standing: { status: string; groupId: string | null } | null;
  /** When our mark was written on it. */
  markedAt: Date[];
};
type Entry = [series: string, key: string, second: string, total: number];

const FIELDS: ComparedField[] = ['category', 'urgency', 'sentiment', 'group', 'escalation'];
const JUDGED: JudgedField[] = ['category', 'urgency', 'sentiment'];
const SAVED: string[] = ['category', 'urgency', 'sentiment', 'priority', 'group'];
const FINAL: string[] = ['done', 'skipped', 'failed'];
const yes = (is: boolean): string => (is ? 'yes' : 'no');

const newest = <T extends { at: Date }>(list: T[]): T | undefined =>
  list.reduce<T | undefined>((last, one) => (!last || one.at >= last.at ? one : last), undefined);

function ofTriage({ body: { classification, escalation, sla, language }, decision }: StoredTriage): Entry[] {
  if (!classification) return [['decided_by', 'skipped', '', 0]];
  const { firstReply } = sla ?? {};
  const hours = firstReply?.metAt
    ? Math.max(0, (Date.parse(firstReply.metAt) - Date.parse(decision?.input.createdAt ?? '')) / 3_600_000)
    : null;
  const inTime = Date.parse(firstReply?.metAt ?? '') <= Date.parse(firstReply?.dueAt ?? '');
  return [
    ['decided_by', classification.decidedBy, '', 0],
    ['category', classification.category, '', 0],
    ['urgency', classification.urgency, '', 0],
    ['language', language, '', 0],
    ['unsure', yes(classification.needsReview), '', 0],
    ['fallback', yes(classification.fallbackReason !== null), '', 0],
    ['flagged', yes(escalation?.flagged ?? false), '', 0],
    ...(hours === null ? [] : [['first_reply', `${bucketOf(hours)}`, inTime ? 'kept' : 'broken', hours] as Entry]),
  ];
}

const reasonsOf = ({ body }: StoredTriage): string[] =>
  (body.escalation?.reasons ?? []).map(({ layer, rule }) => `${layer}:${rule}`);

type Said = { row: FeedbackRow; judged: StoredTriage; isMarkJudged: boolean; groupId: string | null };

/** What the agent's answer says of one field. */
function ofField(field: ComparedField, { row, judged, isMarkJudged, groupId }: Said): Entry[] {
  const part = row.fields.find((one) => one.field === field);
  if (!part || (field === 'escalation' && part.suggested === 'yes' && !isMarkJudged)) return [];
  const [suggested, final] = [part.suggested ?? 'none', part.final ?? 'none'];
  const matrix: Entry = [`matrix:${field}`, suggested, final, 0];
  if (final === 'none' && field !== 'escalation') return [matrix];
  const isRight = suggested === final;
  const { classification } = judged.body;
  const sure = { category: 'confidence', urgency: 'urgencyConfidence', sentiment: 'sentimentConfidence' } as const;
  const confidence = field in sure ? classification?.[sure[field as JudgedField]] : undefined;
  const bin = Math.min(39, Math.floor((confidence ?? 0) / BIN_WIDTH));
  return [
    matrix,
    ...dimensionsOf({ row, judged, isMarkJudged, groupId }).map(
      ([name, value]): Entry => [`rate:${field}:${name}`, value, isRight ? 'agreed' : 'overridden', 0],
    ),
    ...(confidence === undefined || !JUDGED.includes(field as JudgedField)
      ? []
      : [
          [
            `confidence:${field}`,
            `${classification?.decidedBy}`,
            `${bin}:${isRight ? 'right' : 'wrong'}`,
            confidence,
          ] as Entry,
        ]),
  ];
}

function dimensionsOf({ row, judged, groupId }: Said): [string, string][] {
  const { classification, language, routing } = judged.body;
  const final = row.fields.find(({ field }) => field === 'group')?.final;
  return [
    ['category', `${classification?.category}`],
    ['language', language],
    ['group', final ?? groupId ?? routing?.groupId ?? 'none'],
    ['promptVersion', judged.decision?.promptVersion ?? `${classification?.decidedBy}`],
  ];
}

function ofAnswer(said: Said): Entry[] {
  const { row, judged } = said;
  const draft = row.draftOutcome === 'accepted' ? 'kept' : row.draftOutcome;
  const accepted = row.fields.filter(({ field, outcome }) => outcome === 'accepted' && SAVED.includes(field)).length;
  const characters =
    draft === 'kept' || draft === 'edited' ? (judged.body.draft?.text.length ?? 0) * (1 - (row.draftDistance ?? 0)) : 0;
  return [
    ...FIELDS.flatMap((field) => ofField(field, said)),
    ...(draft ? dimensionsOf(said).map(([name, value]): Entry => [`draft:${name}`, value, draft, 0]) : []),
    ...(accepted > 0 ? [['saved_fields', '', '', accepted] as Entry] : []),
    ...(characters > 0 ? [['saved_characters', '', '', characters] as Entry] : []),
  ];
}

function ofReasons(chosen: StoredTriage, said: Said | undefined): Entry[] {
  const judged = said?.isMarkJudged ? said : undefined;
  const reasons = reasonsOf(judged?.judged ?? chosen);
  const answer = judged?.row.fields.find(({ field }) => field === 'escalation')?.final === 'yes' ? 'agreed' : 'removed';
  const seconds = ['fired', ...(judged ? [answer, ...(reasons.length === 1 ? [`${answer}_alone`] : [])] : [])];
  return [...new Set(reasons)].flatMap((reason) => seconds.map((second): Entry => ['escalation', reason, second, 0]));
}

function saidOf({ triages, feedback, standing, markedAt }: TicketHistory): Said | undefined {
  const last = newest(feedback.filter(({ row }) => row.type === 'submitted' && row.decidedBy !== null));
  const judged = triages.find(({ id }) => id === last?.row.triageId);
  if (!last || !judged) return undefined;
  const suggested = last.row.fields.find(({ field }) => field === 'escalation')?.suggested;
  const isMarkJudged = suggested === 'yes' && markedAt.some((at) => at <= last.at);
  return { row: last.row, judged, isMarkJudged, groupId: standing?.groupId ?? null };
}

/** What one ticket adds to the tallies, and on which day; made with nothing but what is stored of it. */
export function recountTicket(history: TicketHistory, timeZone: string): { day: string; entries: Entry[] } | null {
  const ended = history.triages.filter(
    ({ body }) => FINAL.includes(body.status) && (body.classification || body.status === 'skipped'),
  );
  const final = ended.filter(
    ({ superseded, hash }) => !superseded || !ended.some((other) => other.hash === hash && !other.superseded),
  );
  const chosen =
    newest(final.filter(({ body }) => body.classification)) ??
    newest(final.filter(({ body }) => body.status === 'skipped'));
  if (!chosen) return null;
  const first = new Date(Math.min(...history.triages.map(({ at }) => at.getTime())));
  const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(first);
  const said = saidOf(history);
  return { day, entries: [...ofTriage(chosen), ...(said ? ofAnswer(said) : []), ...ofReasons(chosen, said)] };
}
