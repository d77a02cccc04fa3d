import { answersInPlace, isAway, saysWhenBack } from './away-words.ts';
import { isPerson } from './person-signs.ts';

export type Automatic = 'auto_reply' | 'out_of_office' | 'bounce';

export type Message = {
  subject: string;
  /** All that arrived, quotes too: a bounce says what it is in its small print. */
  text: string;
  /** The sender's own words, without what they quote. */
  own: string;
  email: string | null;
  /** Of a raw mail, names in lower case. */
  headers?: Record<string, string> | undefined;
};

const REPLY = '(?:re|aw|sv|rv|tr|res|rif|antw|odp|r|fwd?|wg|回复|答复|转发)\\s?[:：]';
const REPLY_PREFIX = new RegExp(`^(?:${REPLY}\\s?){0,4}`, 'iu');
/** `Automatic reply: Re: my order`: only a machine puts itself before the answer sign. */
const BEFORE_REPLY = new RegExp(`^[\\s:：)\\]】–—-]{1,6}(?:\\[[^\\]]{0,60}\\] ?)?${REPLY}`, 'iu');
/** `Automatic reply`, `Automatic reply: my order`; a dash is how people go on. */
const ENDS = /^[.!\s]{0,3}(?:[:：)\]】]|$)/u;
const AUTO_SUBJECT =
  /^(?:(?:automatic|auto(?:mated)?)[- ]?(?:reply|response)|automatische (?:antwort|antwoord|reply)|automatisch antwoord|réponse automatique|respuesta automática|resposta automática|risposta automatica|autorespuesta|autorisposta|automatyczna odpowiedź|odpowiedź automatyczna|自動(?:返信|応答|送信)|自动(?:回复|答复|回覆))/iu;
const AWAY_SUBJECT =
  /^(?:out[- ]of[- ](?:the[- ])?office(?:[- ](?:auto)?(?:reply|message|notice))?|ooo|away from (?:the |my )?(?:office|desk)|(?:automatische )?abwesenheits(?:notiz|nachricht|meldung|assistent)|nicht im büro|absen(?:ce|t|te) du bureau|message d['’]absence|fuera de (?:la )?oficina|fora do escritório|ausente do escritório|fuori (?:ufficio|sede)|assente dall['’]ufficio|afwezigheidsbericht|niet op kantoor|nieobecność w biurze|poza biurem|不在(?:通知|返信|のお知らせ|連絡)|休暇のお知らせ|不在办公室)/iu;
/** Words that may be a topic as well. */
const ABSENCE_SUBJECT =
  /^(?:on (?:annual leave|vacation|holiday)|abwesend|absence|ausencia(?: temporal)?|ausência(?: temporária)?|assente|afwezig(?:heid)?|nieobecność|休假(?:通知)?|外出(?:通知)?)/iu;
const BOUNCE_SUBJECT =
  /^(?:undeliver(?:able|ed mail)|delivery (?:status notification|has failed|failure|incomplete)|mail delivery (?:failed|subsystem|system)|message (?:not delivered|undeliverable)|returned mail|failure notice|unzustellbar|zustellung fehlgeschlagen|nicht zugestellt|non remis|échec de (?:la )?remise|no se puede entregar|no entregado|não (?:é possível entregar|entregue)|falha na entrega|mancato recapito|non recapitabile|onbestelbaar|niet bezorgd|niedostarczone|nie można dostarczyć|配信(?:不能|できません|に失敗)|未配達|退信|无法(?:送达|投递)|未送达)/iu;
const BOUNCE_BODY =
  /diagnostic-code|final-recipient|reporting-mta|status: [45]\.\d|\b55\d[ -]\d\.\d\.\d|this is the mail system at host|delivery to the following recipient|address(?:es)? had permanent fatal errors|could not be delivered to one or more|(?:message|e-?mail|mail) (?:could not|couldn't|wasn't|cannot) be delivered|konnte nicht zugestellt werden|n'a pas pu être (?:remis|distribué)|no se ha podido entregar|não (?:pôde|foi possível) ser entregue|non è stato possibile (?:recapitare|consegnare)|kon niet worden bezorgd|nie (?:mogła|można|udało się) (?:zostać )?dostarcz/iu;
const DAEMON = /^(?:mailer-daemon|postmaster|mail-daemon|bounces?(?:\+[^@]{0,64})?)@/iu;
const MAX_NOTICE = 900;
const READ = 4000;

/** What a machine sent in somebody's place, and which kind. In doubt it is a person. */
export function automaticKind({ subject, text, own, email, headers = {} }: Message): Automatic | null {
  const title = subject
    .slice(0, 300)
    .trim()
    .replace(REPLY_PREFIX, '')
    .replace(/^[[(【]/u, '');
  const start = text.slice(0, READ);
  if (DAEMON.test(email ?? '') || (BOUNCE_SUBJECT.test(title) && BOUNCE_BODY.test(start))) return 'bounce';
  const away = isAway(start);
  if (
    /^auto-(?:replied|notified)/i.test(headers['auto-submitted'] ?? '') ||
    /^auto_reply/i.test(headers.precedence ?? '')
  )
    return away || AWAY_SUBJECT.test(title) || ABSENCE_SUBJECT.test(title) ? 'out_of_office' : 'auto_reply';
  if (isPerson(own.slice(0, READ))) return null;
  const isAnswer = (pattern: RegExp, enough: (topic: string) => boolean): boolean =>
    answers(title, pattern, start, enough);
  if (isAwayNotice(text) || isAnswer(AWAY_SUBJECT, isNone) || isAnswer(ABSENCE_SUBJECT, () => false))
    return 'out_of_office';
  if (!isAnswer(AUTO_SUBJECT, (topic) => !isPerson(topic))) return null;
  return away ? 'out_of_office' : 'auto_reply';
}

const isNone = (topic: string): boolean => topic === '';

/**
 * A subject may be a customer's topic, `Out of office: calendar sync broken`: unless it is `enough`, the words must be
 * those of a notice.
 */
function answers(title: string, subject: RegExp, text: string, enough: (topic: string) => boolean): boolean {
  const named = subject.exec(title);
  if (!named) return false;
  const rest = title.slice(named[0].length);
  if (BEFORE_REPLY.test(rest)) return true;
  if (!ENDS.test(rest)) return false;
  const topic = rest.replace(/^[^\p{L}\p{N}]{1,8}/u, '');
  return enough(topic) || isAway(text) || answersInPlace(text) || (isNone(topic) && saysWhenBack(text));
}

function isAwayNotice(text: string): boolean {
  return text.length <= MAX_NOTICE && !isPerson(text) && isAway(text.slice(0, 250)) && saysWhenBack(text);
}
