import { addressEnd } from './extend-address.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

/** `head`: how what the words announce must begin. */
type Announcement = { words: RegExp; head: RegExp };

const AFTER_LABEL =
  /[ \t:]{0,3}\n{0,2}[ \t]{0,4}(?:\d{1,6}[a-z]? ){0,2}(?:(?<=\d[a-z]? )\p{L}|\p{Lu})[^\s,@!?]{0,30}/uy;
const AFTER_VERB = / (?:\p{Lu}[^\s,]{1,20}, )?(?:\d{1,6}[a-z]? ){1,2}\p{L}[^\s,@!?]{1,30}/uy;
const DISTRICT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,20}\d[\d丁目番地号ー-]{1,20}/uy;

const CHINESE = / ?\p{Script=Han}{2,20}[\p{Script=Han}\d -]{2,40}/uy;
/** Heads that are the whole address. */
const WHOLE: ReadonlySet<RegExp> = new Set([DISTRICT, CHINESE]);

const ANNOUNCEMENTS: readonly Announcement[] = [
  {
    head: AFTER_LABEL,
    words:
      /(?<!\p{L})(?:address(?: is| to the same)?:|address is|address of \p{L}[^\n.:]{1,40} is|anschrift(?: lautet|:| ist)|adresse(?: est|:| ist| lautet)|direcci[oó]n(?: es|:)|domicilio(?: es|:)|endereço(?: é|:)|indirizzo(?: è|:)|adres(?: to|:| is)|住所(?:は|:))/gu,
  },
  {
    head: AFTER_VERB,
    words:
      /(?<!\p{L})(?:lives?|living|stay|staying|works?|working|resides?|residing|registered|located|based|arrived|dropped|off|stop|visit us|me up|us up|meet(?: me| us| \p{L}{6,9})?|meeting|offices?(?: is| are)?|store(?: is)?|branch(?: is)?|home(?: is)?|house(?: is)?) (?:at|on|in)(?= )/gu,
  },
  {
    head: AFTER_VERB,
    words:
      /(?<!\p{L})(?:(?:moved|moving|relocated|address|shipp?|shipped|sen[dt]|deliver|delivered|mail|mailed|return|returned|forward|forwarded|bill|billed)(?: \p{L}{1,12}){0,3} (?:to|from|with)|it['’]s in|wohn(?:e|t|haft) (?:in|an)|habite (?:au|à)|vivo en|resido en|moro n[ao])(?= )/gu,
  },
  { head: CHINESE, words: /(?<!邮箱|邮件|网络|ip|mac|钱包)地址(?:[:：是为])/gu },
  { head: DISTRICT, words: /東京都|北海道|京都府|大阪府|県/g },
];
const OTHER_ADDRESS = /(?:e-?mail|ip|mac|web|wallet|site|url|btc|eth|bitcoin|correo|electr[oó]nic[oa])[ -]$/;
const MONTH = /\d (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** "Address: …", "lives at …", "send it to …", when what follows begins like an address and has a number. */
export function findAnnouncedAddresses({ text, lower }: Reading): Span[] {
  const spans: Span[] = [];
  for (const { words, head } of ANNOUNCEMENTS) {
    for (const match of lower.matchAll(words)) {
      if (OTHER_ADDRESS.test(lower.slice(Math.max(0, match.index - 12), match.index))) continue;
      const span = spanAfter(text, match.index + match[0].length, head);
      if (span) spans.push(span);
    }
  }
  return spans;
}

function spanAfter(text: string, from: number, head: RegExp): Span | null {
  head.lastIndex = from;
  if (!head.test(text)) return null;
  const headEnd = head.lastIndex;
  const end = WHOLE.has(head) ? headEnd : addressEnd(text, headEnd);
  const found = text.slice(from, end);
  const isPostal = (end > headEnd || WHOLE.has(head)) && /\d/.test(found) && !MONTH.test(found);
  return isPostal ? { kind: 'ADDRESS', start: from + found.search(/[^\s:]/), end } : null;
}
