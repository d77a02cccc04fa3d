import {
  DATE_FIELDS,
  FROM_FIELDS,
  holdsDate,
  LATER_FIELDS,
  OTHER_FIELDS,
  SENT_FIELDS,
  SUBJECT_FIELDS,
  WEEKDAY,
} from './quote-words.ts';

export const MARKS = '^[>\\s*|_]{0,8}';

const field = (names: string): RegExp => new RegExp(`${MARKS}(?:${names})[\\s*]{0,5}[:：]`, 'iu');
const FROM = field(FROM_FIELDS);
const SENT = field(SENT_FIELDS);
const DATED = field(`${SENT_FIELDS}|${DATE_FIELDS}`);
const SUBJECT = field(SUBJECT_FIELDS);
const FIELD = field(`${FROM_FIELDS}|${SENT_FIELDS}|${DATE_FIELDS}|${SUBJECT_FIELDS}|${OTHER_FIELDS}`);
const LATER = field(LATER_FIELDS);
const ADDRESS = /[^\s<>]@[^\s<>]|mailto:/;
const TIME = /\d{1,2}[:.h]\d{2}(?!\d|[.]\d)/;
const DAY = new RegExp(WEEKDAY, 'iu');

const headOf = (text: string): string => (text.length > 60 ? text.slice(0, 60) : text);

/** A line of a mail's header, in the clients' languages. */
export function isField(text: string): boolean {
  const head = headOf(text);
  return (head.includes(':') || head.includes('：')) && FIELD.test(head);
}

export const opensHeader = (text: string): boolean => isField(text) && !LATER.test(headOf(text));

export const isFrom = (text: string): boolean => FROM.test(headOf(text));

export const isSent = (text: string): boolean => SENT.test(text) && saysWhenSent(text);

/** How sure it is that these fields are a mail's header: people write "From: Rome, To: Oslo, Date: May, Subject: flight" too. */
export function judgeHeader(fields: string[]): 'certain' | 'likely' | 'none' {
  const subject = fields.some((text) => SUBJECT.test(text));
  const enough = fields.length >= (fields.some(isFrom) ? 2 : 3);
  const sent = fields.some(saysWhenSent);
  const addressed = fields.some((text) => ADDRESS.test(text));
  if (!enough || !(sent || addressed) || !(subject || fields.some((text) => DATED.test(text)))) return 'none';
  return addressed || fields.some((text) => SENT.test(text)) ? 'certain' : 'likely';
}

/** A mail client tells the day of the week or the time; a journey or a letter has a plain date. */
function saysWhenSent(text: string): boolean {
  return DATED.test(text) && (TIME.test(text) || DAY.test(text) || (SENT.test(text) && holdsDate(text)));
}
