import type { Line } from './line.ts';

/** A header that says whose words follow. `start`…`end`: its lines; `keep`: own words before it on its first line. */
export type QuoteHeader = { start: number; end: number; keep: string; style: 'wrote' | 'block' };

const WROTE =
  'wrote|writes|schrieb|a [ée]crit|escribi[óo]|escreveu|ha scritto|schreef|geschreven|skrev|napisał(?:\\(a\\))?|kirjoitti|написал(?:\\(а\\))?';
const ON = 'On|At|Am|Le|El|Em|Il|Op|Den|Dnia|Em|P[åa]';
const MONTH =
  '(?:jan|feb|f[ée]v|m[äa]r|apr|abr|avr|ma[iyjg]|jun|jui|giu|jul|lug|aug|ago|ao[uû]|sep|set|o[ck]t|out|ott|nov|de[cz]|d[ée]c|dic|gen|ene|sty|lut|kwi|cze|lip|sie|wrz|pa[źz]|lis|gru)\\p{L}{0,8}';
const DATE = `(?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|\\d{4}年|${MONTH}\\.?,? ?\\d{1,4}|\\d{1,2}\\.? (?:de )?${MONTH}|\\d{1,2}:\\d{2})`;

const WROTE_HEADER = [
  new RegExp(`(?:^|[\\s>*-])(?:${ON})[\\s:,](?=.{0,160}${DATE}).{4,360}\\b(?:${WROTE})\\s{0,3}[:：-]*\\*?\\s*$`, 'iu'),
  new RegExp(`^.{1,160}\\s(?:${WROTE})\\s(?=.{0,120}${DATE}).{4,160}[:：]\\s*$`, 'iu'),
  /^\d{4}[-/]\d{1,2}[-/]\d{1,2} ?(?:\d{1,2}:\d{2}(?: ?(?:GMT|UTC)[+-]\d{1,2}:?\d{0,2})?)?:? .{0,160}<?[^\s<>]{1,100}@[^\s<>]{1,100}>?:?\s*$/iu,
  /^(?=.{0,160}(?:\d{4}|\d{1,2}[:.]\d{2})).{6,200}<[^<>\s]{1,100}@[^<>\s]{1,100}\s?>(?:\s\p{L}{3,14}(?:\([aа]\))?)?\s?[:：]\s*$/u,
  /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} GMT[+-]\d{2}:\d{2} .{1,100}$/iu,
  /^\d{4}[年/-]\d{1,2}[月/-]\d{1,2}日?.{0,120}(?:<[^<>\s]{3,120}>|さん|様)\s*(?:のメール|が書きました|は書きました|wrote)?\s*[:：]\s*$/u,
  /^.{0,80}(?:さんは書きました|さんが書きました|からのメール)\s*[:：]?\s*$/u,
];

const DELIMITER =
  /^[>\s*_]{0,6}(?:[-_—]{2,}\s*(?:(?:original|reply|forwarded) (?:message|appointment|email|mail)|(?:ursprüngliche|weitergeleitete|original) ?-?nachricht|message (?:d'origine|original|transféré|transmis)|mensaje (?:original|reenviado)|mensagem (?:original|encaminhada)|messaggio (?:originale|inoltrato)|oorspronkelijk bericht|doorgestuurd bericht|forwarded by .{1,120}|元のメッセージ|転送されたメッセージ|転送メッセージ|原文)|(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|início da mensagem (?:encaminhada|reenviada)|inizio messaggio inoltrato|forwarded message) ?:\s*$|元のメッセージ\s*$|##- .{3,120} -##)/iu;

const FROM =
  /^[>\s*|]{0,8}(?:from|von|de|da|van|från|fra|od|lähettäjä|от|差出人|送信者|from ?:? ?\*)\s{0,3}\*?\s{0,3}[:：]/iu;
const FIELD =
  /^[>\s*|]{0,8}(?:from|von|de|da|van|från|fra|od|lähettäjä|от|差出人|送信者|sent|gesendet|envoyé|enviado(?: el| em)?|inviato|verzonden|skickat|sendt|lähetetty|отправлено|送信日時|date|dato|datum|fecha|data|日付|日時|to|an|à|para|a|aan|pour|till|til|vastaanottaja|кому|宛先|cc|bcc|kopie|reply-to|risposta|subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|тема|sujet|件名|importance|attachments)\s{0,3}\*?\s{0,3}[:：]/iu;
const SUBJECT_OR_DATE =
  /^[>\s*|]{0,8}(?:sent|gesendet|envoyé|enviado(?: el| em)?|inviato|verzonden|skickat|sendt|lähetetty|отправлено|送信日時|date|dato|datum|fecha|data|日付|日時|subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|тема|sujet|件名)\s{0,3}\*?\s{0,3}[:：]/iu;
const OPENING_FIELD = /^(?![>\s*|]{0,8}(?:cc|bcc|kopie|reply-to|risposta|importance|attachments))/iu;
const RULE = /^[\s*]{0,8}[-_=—]{5,}\s*$/u;
const STAMP = /\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}:\d{2}|@|sent by|^\s*from:/iu;

/** The quote header that begins at line `at`, or null. Looks at few lines and few characters of each. */
export function quoteHeaderAt(lines: Line[], at: number): QuoteHeader | null {
  const first = lines[at]?.text.slice(0, 400) ?? '';
  if (first.trim() === '') return null;
  if (DELIMITER.test(first)) return { start: at, end: at + 1, keep: '', style: 'block' };
  return wroteHeader(lines, at, first) ?? fieldBlock(lines, at, first);
}

/** "Thanks! On Mon, 4 Apr, bob wrote:" is a header that keeps "Thanks!". */
function wroteHeader(lines: Line[], at: number, first: string): QuoteHeader | null {
  if (!/\d|さん|メール/u.test(first)) return null;
  let joined = '';
  for (let end = at; end < Math.min(at + 6, lines.length); end++) {
    const text = lines[end]?.text.slice(0, 400).trim() ?? '';
    if (end > at + 1 && text === '' && !joined.endsWith('<')) return null;
    if (end > at && /^>(?! ?wrote)/.test(text)) return null;
    joined = `${joined} ${text}`.trim();
    if (joined.length > 500) return null;
    const found = WROTE_HEADER.map((pattern) => pattern.exec(joined)).find((match) => match !== null);
    if (!found) continue;
    if (found.index > 0 && found.index >= first.trim().length - 1) return null;
    return {
      start: at,
      end: end + 1,
      keep: joined.slice(0, found.index).replace(/[\s>*-]{1,40}$/, ''),
      style: 'wrote',
    };
  }
  return null;
}

function fieldBlock(lines: Line[], at: number, first: string): QuoteHeader | null {
  if (!FIELD.test(first) || !OPENING_FIELD.test(first)) return null;
  let fields = 0;
  let dated = 0;
  let from = 0;
  let end = at;
  for (let index = at; index < Math.min(at + 30, lines.length); index++) {
    const text = lines[index]?.text.slice(0, 300) ?? '';
    if (!FIELD.test(text)) continue;
    if (index - end > (fields > 1 ? 4 : 16)) break;
    fields++;
    if (FROM.test(text)) from++;
    if (SUBJECT_OR_DATE.test(text)) dated++;
    end = index + 1;
  }
  if (fields < 2 || dated < 1 || (from < 1 && fields < 3)) return null;
  return { start: headStart(lines, at, from > 0), end, keep: '', style: 'block' };
}

/** Lines above the fields that belong to the header: a rule, and in Notes mails the sender and the date. */
function headStart(lines: Line[], at: number, hasFrom: boolean): number {
  let start = at;
  for (let index = at - 1; index >= Math.max(0, at - 8); index--) {
    const text = lines[index]?.text ?? '';
    if (RULE.test(text) || (!hasFrom && text.length < 120 && STAMP.test(text))) start = index;
    else if (text.trim() !== '' && (hasFrom || start < at)) break;
    else if (text.trim().length > 60) break;
  }
  return start;
}
