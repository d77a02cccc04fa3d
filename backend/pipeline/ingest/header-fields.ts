import { DATE_FIELDS, FROM_FIELDS, LATER_FIELDS, OTHER_FIELDS, SENT_FIELDS, SUBJECT_FIELDS } from './quote-words.ts';

export const MARKS = '^[>\\s*|_]{0,8}';

const field = (names: string): RegExp => new RegExp(`${MARKS}(?:${names})[\\s*]{0,5}[:：]`, 'iu');
const FROM = field(FROM_FIELDS);
const SENT = field(SENT_FIELDS);
const DATED = field(`${SENT_FIELDS}|${DATE_FIELDS}`);
const SUBJECT = field(SUBJECT_FIELDS);
const FIELD = field(`${FROM_FIELDS}|${SENT_FIELDS}|${DATE_FIELDS}|${SUBJECT_FIELDS}|${OTHER_FIELDS}`);
const LATER = field(LATER_FIELDS);

const headOf = (text: string): string => (text.length > 60 ? text.slice(0, 60) : text);

/** A line of a mail's header, in the clients' languages. */
export function isField(text: string): boolean {
  const head = headOf(text);
  return (head.includes(':') || head.includes('：')) && FIELD.test(head);
}

export const opensHeader = (text: string): boolean => isField(text) && !LATER.test(headOf(text));

export const isFrom = (text: string): boolean => FROM.test(headOf(text));

/** "From: Rome, To: Oslo, Date: May" is a journey: a mail's header has a subject, an address or says when it was sent. */
export function isMailHeader(fields: string[]): boolean {
  const subject = fields.some((text) => SUBJECT.test(text));
  const enough = fields.length >= (fields.some(isFrom) ? 2 : 3);
  const dated = subject || fields.some((text) => DATED.test(text));
  return enough && dated && (subject || fields.some((text) => SENT.test(text) || /@|mailto:/.test(text)));
}
