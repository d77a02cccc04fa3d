import { isField } from './header-fields.ts';
import { isBlank, type Line } from './line.ts';
import { holdsDate, ON, WROTE } from './quote-words.ts';

/** Lines `at`…`end` say who wrote what follows; `keep` is the length of the own words before that on the first line. */
export type WroteHeader = { end: number; keep: number };

const MAX_LINES = 6;
const MAX_LENGTH = 500;

const HINT = /\d|@|wrote|schr|[ée]cri|escr|writ|scri|skrev|napis|napsal|kirjoit|пис|写道|寫道|書きました|メール/iu;
const OPENING = new RegExp(`(?:^at|(?:^|[\\s>*(-])(?:${ON}))[\\s:,]`, 'giu');
const TIMED = /\d{1,2}[:.]\d{2}/;
const VERB = new RegExp(`(?:^|[^\\p{L}])(?:${WROTE})(?:$|[^\\p{L}])`, 'iu');
const VERB_LAST = new RegExp(`(?:${WROTE})\\s?[:：]?[\\s*_-]{0,12}$`, 'iu');
const COLON_LAST = /[:：][\s*_]{0,4}$/;
const ADDRESS = /[^\s<>]@[^\s<>]/;
const ADDRESS_LAST = /@[^\s<>@]{1,100}\s?>{1,2}(?:\)|\s\p{L}{3,14})?\s?[:：]?$/u;
const OWN_VERB =
  /(?:^|[\s,])(?:i|we|ich|wir|je|j'|nous|yo|io|eu|ik|wij|jag|jeg) ?(?:have |had |already )?\p{L}{1,12}\s?[:：]$/iu;
const STAMP_FIRST =
  /^(?:\p{L}{2,5}\.?,? )?(?:\d{4}[年/.-]|\d{1,2}:\d{2}|\d{1,2}[/.-]? ?\d{1,2}|\d{1,2}\.? (?:de )?\p{L}{3,12}\.? \d{2,4})/u;
const BARE_STAMP = /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} GMT[+-]\d{2}:\d{2} .{1,100}$/u;
const NAMED =
  /^(?:--- ?)?["“]?\p{Lu}[^\s:;!?]{0,40}(?: [^\s:;!?]{1,40}){0,3} (?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto)\s?:$/u;
/** "You wrote:" is the writer's own sentence about us. */
const ADDRESSEE = /^(?:you|sie|du|ihr|vous|tu|usted|ustedes|você|lei|u|jij|they|he|she) /i;
/** `Bob <bob@example.com> wrote:` and `---- Bob wrote ----` need no date. */
const ADDRESSED = /^[^<>@]{1,100}<[^<>\s@]{1,64}@[^<>\s@]{1,64}> [^<>]{2,24}[:：]$/u;
const DASHED = new RegExp(`^-{2,10} .{1,160}(?:${WROTE}) -{2,10}$`, 'iu');
const MARK = /[\s>*_(-]/;
const QUOTED = /^\s{0,3}(?:>|&gt;|\| |\|$)/;

/** "On Mon, 4 Apr 2022, Bob wrote:" in the clients' languages, over up to six lines. */
export function wroteHeaderAt(lines: Line[], at: number): WroteHeader | null {
  const first = clean(lines[at]);
  if (first === '' || !HINT.test(first + clean(lines[at + 1]))) return null;
  let joined = '';
  for (let end = at; end < Math.min(at + MAX_LINES, lines.length); end++) {
    const text = clean(lines[end]);
    if (end > at && (lines[end]?.aside !== lines[at]?.aside || !goesOn(joined, text, end === at + 1))) return null;
    joined = `${joined} ${text}`.trim();
    if (joined.length > MAX_LENGTH) return null;
    const keep = headerStart(joined, quoteFollows(lines, end + 1));
    if (keep === 0 || (keep > 0 && keep < first.length)) return { end: end + 1, keep };
  }
  return null;
}

/** A header's line without the marks of the quote that it may itself stand in. */
const clean = (line: Line | undefined): string => (line === undefined ? '' : line.text.slice(0, MAX_LENGTH).trim());

function goesOn(joined: string, text: string, second: boolean): boolean {
  if (isField(text)) return false;
  if (text === '') return joined.endsWith('<') || (second && STARTS_ON.test(joined));
  return !/^>(?! ?wrote|:|\s?$)/.test(text) || /^>/.test(joined);
}
const STARTS_ON = new RegExp(`^(?:${ON})[\\s:,]`, 'iu');

function quoteFollows(lines: Line[], from: number): boolean {
  let index = from;
  while (index < from + 3 && isBlank(lines[index])) index++;
  const line = lines[index];
  return line !== undefined && (line.aside === 'quote' || QUOTED.test(line.text));
}

/** Where the header begins in a text that it ends, or -1. */
function headerStart(text: string, quoted: boolean): number {
  const opened = openedAt(text, quoted);
  if (opened >= 0) return opened;
  const bare = text.replace(/^[>\s*_-]{1,12}/, '');
  if (BARE_STAMP.test(bare)) return 0;
  if (quoted && NAMED.test(bare) && !ADDRESSEE.test(bare) && !/[.!?] /.test(bare)) return 0;
  if (
    (ADDRESSED.test(bare) && VERB_LAST.test(bare)) ||
    DASHED.test(text) ||
    (quoted && /^--- .{3,200}>?\s?wrote:$/.test(text))
  )
    return 0;
  if (!holdsDate(bare)) return /(?:さんは書きました|さんが書きました|からのメール)\s?[:：]?$/u.test(bare) ? 0 : -1;
  const named = ADDRESS.test(bare) || VERB.test(bare) || /(?:さん|様)\s?[:：]$/u.test(bare);
  if (STAMP_FIRST.test(bare) && named && (COLON_LAST.test(bare) || ADDRESS_LAST.test(bare))) return 0;
  if (!COLON_LAST.test(bare)) return -1;
  if ((VERB.test(bare) || VERB_LAST.test(bare)) && (ADDRESS.test(bare) || quoted)) return 0;
  return TIMED.test(bare) && ADDRESS_LAST.test(bare) ? 0 : -1;
}

/** The last "On" with a date close behind it and a "wrote" or an address at the end. */
function openedAt(text: string, quoted: boolean): number {
  const verb = VERB_LAST.test(text) || (VERB.test(text) && COLON_LAST.test(text));
  const address = COLON_LAST.test(text) && ADDRESS_LAST.test(text);
  if (!verb && !address) return -1;
  if (!quoted && OWN_VERB.test(text)) return -1;
  const openings = [...text.matchAll(OPENING)].filter(
    ({ 0: word, index }) => !word.includes('AM') && holdsDate(text.slice(index, index + 120)),
  );
  const last = openings.findLast(({ index }) => VERB.test(text.slice(index)) || address);
  if (!last) return -1;
  let end = last.index;
  while (end > 0 && MARK.test(text.charAt(end - 1))) end--;
  return end;
}
