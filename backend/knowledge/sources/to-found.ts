import type { ImportNote } from '../../ports/knowledge.ts';
import type { Comment, SolvedTicket } from '../../ports/ticket.ts';
import type { Row, RowFault } from './bytes.ts';
import {
  readCategory,
  readDate,
  readHours,
  readId,
  readLanguage,
  readLocale,
  readReopens,
  readSatisfaction,
  readSentiment,
  readUrgency,
  readUrl,
  readYes,
  type Values,
  valuesOf,
} from './read-values.ts';
import type { Content, Found } from './source.ts';

/** What was wrong, and what to do. */
const WRONG: Record<RowFault, string> = {
  not_utf8: 'not UTF-8; save the file as UTF-8',
  too_long: 'longer than 1 MB; shorten it',
  not_json: 'no JSON object; write one a line',
  unclosed_quote: 'a quote is never closed; double every quote inside a quoted value',
  too_many_values: 'more values than columns; quote values that hold the delimiter',
};
const NO_ID = 'no id of up to 100 characters without blanks; give each row its own';
const NO_DATE = 'resolved_at or updated_at is no date such as 2026-01-31T10:00:00Z';
const NO_KIND = 'kind is neither ticket nor article';
const NO_LOCALE = 'no locale such as en-us';

const HOUR_MS = 3_600_000;
const SOLVED = new Set(['', 'solved', 'closed', 'resolved', 'done']);
const GOLD_TAG = 'gold_standard';

/** Articles of files carry it, so that the helpdesk's listing, which never holds them, does not take them away. */
const FILE_ARTICLE = 'file-';
export const isOfFile = (itemId: string): boolean =>
  itemId.startsWith('article:') && itemId.includes(`:${FILE_ARTICLE}`);

const aComment = (over: Pick<Comment, 'id' | 'authorId' | 'fromCustomer' | 'text' | 'createdAt'>): Comment => ({
  ...{ public: true, html: null, attachments: [] },
  ...over,
});

/** The words of a row as the conversation that they were. */
function toTicket(values: Values, id: string, resolvedAt: string | null): SolvedTicket['ticket'] {
  const { text } = values;
  const hours = readHours(text('resolution_hours'));
  const solvedAt = resolvedAt ?? '';
  const createdAt = resolvedAt && hours ? new Date(Date.parse(resolvedAt) - hours * HOUR_MS).toISOString() : solvedAt;
  const named = { name: text('requester_name') || null, email: text('requester_email') || null };
  const requester = { id: text('requester_id'), ...named };
  const comments = [
    aComment({ id: '1', authorId: requester.id, fromCustomer: true, text: text('question'), createdAt }),
    aComment({ id: '2', authorId: 'agent', fromCustomer: false, text: text('answer'), createdAt: solvedAt }),
  ].filter((comment) => comment.text !== '');
  const gold = readYes(text('gold')) ? [GOLD_TAG] : [];
  return {
    ...{ id, subject: text('subject') || text('title'), channel: 'import', status: 'solved', tags: gold, comments },
    ...{
      priority: null,
      groupId: null,
      assigneeId: null,
      fields: {},
      requester,
      people: [requester],
      organisations: [],
    },
    ...{ createdAt, updatedAt: solvedAt },
  };
}

function toSolved(
  values: Values,
  id: string,
  resolvedAt: string | null,
): { solved: SolvedTicket; notes: ImportNote[] } {
  const { text } = values;
  const urgency = readUrgency(text('urgency'));
  const sentiment = readSentiment(text('sentiment'));
  const satisfaction = readSatisfaction(text('satisfaction'));
  const notes: (ImportNote | null)[] = [
    urgency === undefined ? 'unknown_urgency' : null,
    sentiment === undefined ? 'unknown_sentiment' : null,
    satisfaction === undefined ? 'unknown_satisfaction' : null,
  ];
  const solved: SolvedTicket = {
    ticket: toTicket(values, id, resolvedAt),
    category: readCategory(text('category')),
    urgency: urgency ?? null,
    sentiment: sentiment ?? null,
    solvedAt: resolvedAt ?? '',
    resolutionHours: readHours(text('resolution_hours')),
    satisfaction: satisfaction ?? null,
    reopens: readReopens(text('reopened')),
    resolution: text('resolution') || null,
  };
  return { solved, notes: notes.filter((note) => note !== null) };
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(/\r?\n/g, '<br>');

/** A body may be written either way; a tag at all says HTML. */
const toHtml = (body: string): string => (/<[a-z!/]/i.test(body) ? body : escapeHtml(body));

type Wrong = { wrong: string };
type Said = Content & { notes?: ImportNote[] };

function toArticle(values: Values, id: string, updatedAt: string | null): Wrong | Said {
  const { text } = values;
  const locale = readLocale(text('locale') || text('language'));
  if (locale === null) return { wrong: NO_LOCALE };
  const html = text('html') || toHtml(text('body') || text('answer'));
  const title = text('title') || text('subject');
  const article = { id: FILE_ARTICLE + id, locale, title, html, url: readUrl(text('url')), updatedAt: updatedAt ?? '' };
  return { article, known: { resolvedAt: updatedAt } };
}

function readRow(values: Values): Wrong | Said {
  const { text } = values;
  const id = readId(text('id'));
  if (id === null) return { wrong: NO_ID };
  const kind = text('kind').toLowerCase() || 'ticket';
  const date = readDate(kind === 'article' ? text('updated_at') : text('resolved_at'));
  if (date === undefined) return { wrong: NO_DATE };
  if (kind === 'article') return toArticle(values, id, date);
  if (kind !== 'ticket') return { wrong: NO_KIND };
  if (!SOLVED.has(text('status').toLowerCase())) return { leftOut: 'not_solved', id: `ticket:${id}` };
  const language = readLanguage(text('language'));
  const known = { url: readUrl(text('url')), resolvedAt: date, ...(language !== null && { language }) };
  return { ...toSolved(values, id, date), known };
}

/** What a row says, under the name that people find it by (`row 12`). */
export function toFound(row: Row, unit: 'row' | 'line'): Found {
  const place = `${unit} ${row.row}`;
  if ('fault' in row && row.fault === 'not_utf8')
    return { place: `${place}: ${WRONG.not_utf8}`, leftOut: 'unreadable', id: null };
  const read = 'fault' in row ? { wrong: WRONG[row.fault] } : readRow(valuesOf(row.values));
  return 'wrong' in read ? { place: `${place}: ${read.wrong}`, leftOut: 'invalid_row', id: null } : { place, ...read };
}
