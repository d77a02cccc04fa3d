export type Turn = {
  index: number;
  speaker: string;
  words: string;
  timed: boolean;
  /** Name and time stand alone; the words follow on the next lines. */
  heading: boolean;
};

const DATE =
  '(?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|today|yesterday|heute|gestern|hoy|ayer|aujourd.hui|hier|hoje|ontem)';
const TIME = '\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?: ?[ap]\\.?m\\b\\.?)?(?:Z\\b| UTC\\b)?';
const STAMP = `(?:${DATE}(?:,|T| at)? {0,2})?${TIME}`;
/** `[10:32] Jo: hi`, `01/05/24, 10:32 - Jo: hi`, `10:32 AM | Jo: hi`. */
const STAMP_FIRST = new RegExp(`^[\\s\\u200e\\u200f]{0,4}[([]?${STAMP}[)\\]]?,?[ –—|-]{0,4}`, 'iu');
/** `Jo (10:32): hi`, `Jo 10:32: hi`, and alone on its line `Jo  10:32 AM`. */
const STAMP_AFTER = new RegExp(`[ ([,—–•|-]{1,4}${STAMP}[)\\]]?`, 'iu');
const HEAD = 200;
const LONGEST_NAME = 60;
const COLON = /[:：]/;
const AROUND_NAME = /^[\s*_~@\u200e\u200f]{1,8}|[\s*_,•|—–-]{1,8}$/gu;
const AFTER_WORD = /^[*_]{0,2}\s?[:：]/u;

/** The speaker and the words of a line that begins a turn in a chat. */
export function turnAt(text: string, index: number): Turn | null {
  const head = text.slice(0, HEAD).replace(/[\u00a0\u202f\t]/g, ' ');
  const stamp = STAMP_FIRST.exec(head);
  if (stamp) return stampedTurn(text, head, stamp[0].length, index);
  return timedName(text, head, index) ?? named(text, head, index);
}

export const isStamped = (text: string): boolean => STAMP_FIRST.test(text.slice(0, HEAD * 2));

/** A line without its stamp at the front. */
export const withoutStamp = (text: string): string => text.slice(0, HEAD * 2).replace(STAMP_FIRST, '');

function stampedTurn(text: string, head: string, from: number, index: number): Turn | null {
  const spoken = named(text, head, index, from);
  if (spoken) return { ...spoken, timed: true };
  const speaker = nameIn(text.length <= HEAD ? head.slice(from) : '');
  return speaker === null ? null : { index, speaker, words: '', timed: true, heading: true };
}

function timedName(text: string, head: string, index: number): Turn | null {
  const stamp = STAMP_AFTER.exec(head);
  const speaker = stamp && nameIn(head.slice(0, stamp.index));
  if (!stamp || !speaker) return null;
  const end = stamp.index + stamp[0].length;
  const colon = AFTER_WORD.exec(head.slice(end));
  if (colon) {
    const words = text.slice(end + colon[0].length).trimStart();
    return { index, speaker, words, timed: true, heading: false };
  }
  return text.slice(end).trim() === '' ? { index, speaker, words: '', timed: true, heading: true } : null;
}

function named(text: string, head: string, index: number, from = 0): Turn | null {
  const colon = head.slice(from, from + LONGEST_NAME + 4).search(COLON);
  if (colon < 0 || head.startsWith('//', from + colon + 1)) return null;
  const speaker = nameIn(head.slice(from, from + colon));
  const words = text.slice(from + colon + 1).replace(/^[*_]{1,2}/, '');
  return speaker === null ? null : { index, speaker, words: words.trimStart(), timed: false, heading: false };
}

function nameIn(text: string): string | null {
  const name = text.replace(AROUND_NAME, '').trim();
  const isName = name.length <= LONGEST_NAME && /\p{L}/u.test(name) && !/[?!;"<>{}=/\\]/.test(name);
  return isName && name.split(' ').length <= 6 ? name : null;
}
