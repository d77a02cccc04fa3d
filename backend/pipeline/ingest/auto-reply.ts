const REPLY_PREFIX = /^(?:(?:re|aw|sv|rv|tr|res|r|fwd?|wg)\s?:\s?){0,4}/iu;
const AUTO_SUBJECT =
  /^(?:(?:automatic|auto(?:mated)?)[- ]?(?:reply|response)|out[- ]of[- ](?:the[- ])?office(?:[- ](?:auto)?reply)?|automatische (?:antwort|abwesenheitsnotiz)|abwesenheits(?:notiz|nachricht|meldung)|abwesend|réponse automatique|absence du bureau|message d'absence|respuesta automática|fuera de (?:la )?oficina|resposta automática|ausência temporária|fora do escritório|ausente do escritório|自動(?:返信|応答)|不在(?:通知|返信|のお知らせ|連絡))\s{0,3}(?:[:：\]】-]|$)/iu;
const BOUNCE_SUBJECT =
  /^(?:undeliver(?:able|ed mail)|delivery (?:status notification|has failed|failure)|mail delivery (?:failed|subsystem|system)|returned mail|failure notice|unzustellbar|non remis|no se puede entregar|não (?:é possível entregar|entregue)|配信(?:不能|できません)|未配達)/iu;
const BOUNCE_BODY =
  /diagnostic-code|final-recipient|reporting-mta|status: [45]\.\d|\b55\d[ -]\d\.\d\.\d|this is the mail system at host|delivery to the following recipient|address(?:es)? had permanent fatal errors|could not be delivered to one or more/iu;
const DAEMON = /^(?:mailer-daemon|postmaster|mail-daemon|bounces?(?:\+[^@]{0,64})?)@/iu;
const AUTO_HEADER =
  /^(?:auto-submitted:\s?auto-(?:replied|generated)|x-auto(?:reply|-?respond):|x-auto-response-suppress:|precedence:\s?auto_reply)/imu;
const AWAY =
  /\b(?:(?:i am|i'm|i will be) (?:currently |now )?(?:out of (?:the )?office|on (?:annual |parental |maternity |sick )?(?:leave|vacation|holiday))|ich bin (?:derzeit |zurzeit |momentan |aktuell |vom .{1,30})?(?:nicht im (?:büro|haus)|im urlaub|außer haus|abwesend)|je suis (?:actuellement |absente? du bureau|en congés?)|(?:estoy|estaré|me encuentro) (?:actualmente )?(?:fuera de (?:la )?oficina|de vacaciones)|(?:estou|estarei|encontro-me) (?:atualmente )?(?:fora do escritório|de férias|ausente))|不在にして(?:おり|い)ます|休暇をいただいて/iu;
const BACK =
  /\b(?:until|return(?:ing)?|back (?:on|in)|limited access|zurück|wieder (?:im büro|erreichbar|da)|bis (?:zum|einschließlich)|de retour|jusqu'au|regres|vuelvo|hasta el|retorn|volto|até (?:o )?dia)|まで|戻り/iu;
const MAX_NOTICE = 900;

/** A message that a machine sent in its owner's place, or a bounce. In doubt it is a person. */
export function isAutoReply(message: { subject: string; text: string; email: string | null }): boolean {
  const subject = message.subject
    .slice(0, 300)
    .trim()
    .replace(REPLY_PREFIX, '')
    .replace(/^[[【]/u, '');
  const start = message.text.slice(0, 4000);
  if (AUTO_SUBJECT.test(subject) || AUTO_HEADER.test(start.slice(0, 1000))) return true;
  if (DAEMON.test(message.email ?? '')) return true;
  if (BOUNCE_SUBJECT.test(subject) && BOUNCE_BODY.test(start)) return true;
  return (
    message.text.length <= MAX_NOTICE && !/[?？]/.test(start) && AWAY.test(start.slice(0, 250)) && BACK.test(start)
  );
}
