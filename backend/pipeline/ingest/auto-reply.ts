export type Automatic = 'auto_reply' | 'out_of_office' | 'bounce';

export type Message = {
  subject: string;
  /** All that arrived, quotes too: a bounce says what it is in its small print. */
  text: string;
  email: string | null;
  /** Of a raw mail, names in lower case. */
  headers?: Record<string, string> | undefined;
};

const REPLY_PREFIX = /^(?:(?:re|aw|sv|rv|tr|res|rif|antw|odp|r|fwd?|wg|回复|答复|转发)\s?[:：]\s?){0,4}/iu;
const END = '\\s{0,3}(?:[:：,(\\]】–-]|$)';
/** Such a subject alone tells; `Automatic reply does not work` is a customer's. */
const AUTO_SUBJECT = new RegExp(
  `^(?:(?:automatic|auto(?:mated)?)[- ]?(?:reply|response)|automatische (?:antwort|antwoord|reply)|automatisch antwoord|réponse automatique|respuesta automática|resposta automática|risposta automatica|autorespuesta|autorisposta|automatyczna odpowiedź|odpowiedź automatyczna|自動(?:返信|応答|送信)|自动(?:回复|答复|回覆))${END}`,
  'iu',
);
const AWAY_SUBJECT = new RegExp(
  `^(?:out[- ]of[- ](?:the[- ])?office(?:[- ](?:auto)?(?:reply|message|notice))?|ooo|away from (?:the |my )?(?:office|desk)|on (?:annual leave|vacation|holiday)|(?:automatische )?abwesenheits(?:notiz|nachricht|meldung|assistent)|abwesend|nicht im büro|absen(?:ce|t|te) du bureau|message d'absence|absence|fuera de (?:la )?oficina|ausencia(?: temporal)?|ausência(?: temporária)?|fora do escritório|ausente do escritório|fuori (?:ufficio|sede)|assente(?: dall'ufficio)?|afwezig(?:heidsbericht|heid)?|niet op kantoor|nieobecność(?: w biurze)?|poza biurem|不在(?:通知|返信|のお知らせ|連絡)|休暇のお知らせ|不在办公室|休假(?:通知)?|外出(?:通知)?)${END}`,
  'iu',
);
const BOUNCE_SUBJECT =
  /^(?:undeliver(?:able|ed mail)|delivery (?:status notification|has failed|failure|incomplete)|mail delivery (?:failed|subsystem|system)|message (?:not delivered|undeliverable)|returned mail|failure notice|unzustellbar|zustellung fehlgeschlagen|nicht zugestellt|non remis|échec de (?:la )?remise|no se puede entregar|no entregado|não (?:é possível entregar|entregue)|falha na entrega|mancato recapito|non recapitabile|onbestelbaar|niet bezorgd|niedostarczone|nie można dostarczyć|配信(?:不能|できません|に失敗)|未配達|退信|无法(?:送达|投递)|未送达)/iu;
const BOUNCE_BODY =
  /diagnostic-code|final-recipient|reporting-mta|status: [45]\.\d|\b55\d[ -]\d\.\d\.\d|this is the mail system at host|delivery to the following recipient|address(?:es)? had permanent fatal errors|could not be delivered to one or more|(?:message|e-?mail|mail) (?:could not|couldn't|wasn't|cannot) be delivered|konnte nicht zugestellt werden|n'a pas pu être (?:remis|distribué)|no se ha podido entregar|não (?:pôde|foi possível) ser entregue|non è stato possibile (?:recapitare|consegnare)|kon niet worden bezorgd|nie (?:mogła|można|udało się) (?:zostać )?dostarcz/iu;
const DAEMON = /^(?:mailer-daemon|postmaster|mail-daemon|bounces?(?:\+[^@]{0,64})?)@/iu;
const AWAY = [
  /\b(?:i am|i'm|i will be|i'll be) (?:currently |now |away and )?(?:out of (?:the )?office|away from (?:the office|my desk)|on (?:annual |parental |maternity |paternity |sick )?(?:leave|vacation|holiday))/iu,
  /\bich bin (?:\P{Cc}{1,40} )?(?:nicht im (?:büro|haus|dienst)|im urlaub|außer haus|abwesend|nicht erreichbar)/iu,
  /\bje (?:suis|serai) (?:actuellement )?(?:absente?(?: du bureau)?|en congés?|hors du bureau)/iu,
  /(?:estoy|estaré|me encuentro|me encontraré) (?:actualmente )?(?:fuera de (?:la )?oficina|de vacaciones|ausente)/iu,
  /(?:estou|estarei|encontro-me) (?:atualmente )?(?:fora do escritório|de férias|ausente)/iu,
  /(?:sono|sarò) (?:attualmente )?(?:fuori (?:ufficio|sede)|in (?:ferie|vacanza)|assente)/iu,
  /\bik ben (?:momenteel |tot \P{Cc}{1,20} )?(?:niet (?:op kantoor|aanwezig)|afwezig|(?:op|met) (?:vakantie|verlof))/iu,
  /(?:jestem|będę) (?:obecnie |aktualnie )?(?:poza biurem|nieobecn[ya]|na urlopie)|przebywam (?:obecnie )?na urlopie/iu,
  /不在に(?:して(?:おり|い)ます|いたします)|休暇を(?:いただいて|取得)/u,
  /(?:我|本人)(?:目前|现在|正在|将)?(?:不在办公室|休假|出差|在休假)/u,
];
const BACK =
  /until|return(?:ing)?|back (?:on|in)|limited access|urgent|zurück|wieder (?:im büro|erreichbar|da)|bis (?:zum|einschließlich)|dringend|de retour|jusqu'au|regres|vuelvo|hasta el|retorn|volto|até (?:o )?dia|rientr|torner|fino al|terug|tot en met|dringende|wracam|wrócę|powrót|do dnia|pilnych|まで|戻り|返回|回来|直到|紧急/iu;
const MAX_NOTICE = 900;
const READ = 4000;

/** What a machine sent in somebody's place, and which kind. In doubt it is a person. */
export function automaticKind({ subject, text, email, headers = {} }: Message): Automatic | null {
  const title = subject
    .slice(0, 300)
    .trim()
    .replace(REPLY_PREFIX, '')
    .replace(/^[[【]/u, '');
  const start = text.slice(0, READ);
  if (DAEMON.test(email ?? '') || (BOUNCE_SUBJECT.test(title) && BOUNCE_BODY.test(start))) return 'bounce';
  if (AWAY_SUBJECT.test(title) || isAwayNotice(text)) return 'out_of_office';
  const replied = /^auto-(?:replied|notified)/i.test(headers['auto-submitted'] ?? '');
  const auto = replied || /^auto_reply/i.test(headers.precedence ?? '') || AUTO_SUBJECT.test(title);
  if (!auto) return null;
  return AWAY.some((pattern) => pattern.test(start)) ? 'out_of_office' : 'auto_reply';
}

function isAwayNotice(text: string): boolean {
  if (text.length > MAX_NOTICE || /[?？]/.test(text)) return false;
  return AWAY.some((pattern) => pattern.test(text.slice(0, 250))) && BACK.test(text);
}
