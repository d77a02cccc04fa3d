const AWAY = [
  /\b(?:i am|i'm|i will be|i'll be) (?:currently |now |away and )?(?:out of (?:the )?office|away (?:from (?:the office|my desk)|until|till)|on (?:annual |parental |maternity |paternity |sick )?(?:leave|vacation|holiday))/iu,
  /\bich bin (?:\P{Cc}{1,40} )?(?:nicht im (?:büro|haus|dienst)|im urlaub|außer haus|abwesend|nicht erreichbar)/iu,
  /\bje (?:suis|serai) (?:actuellement )?(?:absente?(?: du bureau)?|en (?:congés?|vacances)|hors du bureau)/iu,
  /(?:estoy|estaré|me encuentro|me encontraré) (?:actualmente )?(?:fuera de (?:la )?oficina|de vacaciones|ausente)/iu,
  /(?:estou|estarei|encontro-me) (?:atualmente )?(?:fora do escritório|de férias|ausente)/iu,
  /(?:sono|sarò) (?:attualmente )?(?:fuori (?:ufficio|sede)|in (?:ferie|vacanza)|assente)/iu,
  /\bik ben (?:momenteel |tot \P{Cc}{1,20} )?(?:niet (?:op kantoor|aanwezig)|afwezig|(?:op|met) (?:vakantie|verlof))/iu,
  /(?:jestem|będę) (?:obecnie |aktualnie )?(?:poza biurem|nieobecn[ya]|na urlopie)|przebywam (?:obecnie )?na urlopie/iu,
  /不在に(?:して(?:おり|い)ます|いたします)|休暇を(?:いただいて|取得)/u,
  /(?:我|本人)(?:目前|现在|正在|将)?(?:不在办公室|休假|出差|在休假)/u,
];
const COMING_BACK =
  /(?<!\p{L})(?:until|till|(?:i will|i'll|i shall|will) (?:be back|return)|(?:am|i'm|be) back|back (?:on|in the office|at work)|return(?:ing)? (?:on|to (?:the office|work))|limited access to (?:my )?e-?mails?|zurück|wieder (?:im (?:büro|haus|dienst)|erreichbar|da|für sie)|bis|de retour|jusqu['’](?:au|à)|reviendrai|regres(?:o|aré)|vuelvo|volveré|hasta|de vuelta|me reincorpor\p{L}{1,4}|retorn(?:o|arei)|regress(?:o|arei)|volt(?:o|arei)|até|rientr(?:o|erò)|torn(?:o|erò)|di ritorno|fino a(?:l|ll['’])?|terug|tot|weer (?:aanwezig|bereikbaar|op kantoor)|wracam|wrócę|powr(?:ót|acam)|do dnia|do(?= \d))(?!\p{L})|まで|戻り|復帰|出社|返回|回来|恢复|上班|直到|至/giu;
const WHEN =
  /\d|(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next (?:week|month)|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|morgen|nächste[rnms]?|lundi|mardi|mercredi|jeudi|vendredi|demain|prochaine?|lunes|martes|miércoles|jueves|viernes|mañana|próxim[ao]|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|amanhã|(?:lune|marte|mercole|giove|vener)dì|domani|prossim[ao]|(?:maan|dins|woens|donder|vrij)dag|volgende|poniedział\p{L}{1,3}|wtor\p{L}{1,3}|środ\p{L}|czwart\p{L}{1,3}|piąt\p{L}{1,3}|jutra|jan|feb|mar|apr|ma[ijy]|mei|jun|jul|aug|sep|o[ck]t|out|ott|nov|de[cz])|月|日|号|曜|周|星期|明天|明日|来週|下周/iu;
const NEAR = 40;
const ANSWERS = [
  /thank(?:s| you)(?: very much| so much)? for (?:your|contacting|reaching|getting in|writing)|(?:received|got) your|(?:get|be) back to you|(?:respond|reply|answer)(?: to (?:you|your \p{L}{1,12}))? (?:as soon|when|within|upon|once|on my|after)|(?:this is an? |an )automat(?:ic|ed)|do not reply|not monitored|no longer (?:work|with|employed)|left the company|office is closed/iu,
  /dank für (?:ihre|deine|eure|die|das)|danke für|(?:nachricht|mail|anfrage|anliegen) (?:ist bei uns |haben wir |wurde )?(?:erhalten|eingegangen)|(?:melde|melden) (?:mich|uns)|automatisch (?:erstellt|generiert|versandt|erzeugt)|eine automatische|nicht (?:im büro|im haus|erreichbar)/iu,
  /merci (?:de|pour) (?:votre|nous|m)|(?:reçu|bien reçu) votre|(?:reviendr|répondr)(?:ai|ons)|(?:message|réponse) automatique/iu,
  /gracias por (?:su|tu|contactar|escribir|ponerse)|(?:recibido|recibimos) (?:su|tu)|(?:responder|contestar)(?:é|emos)|(?:mensaje|respuesta) automátic[ao]/iu,
  /obrigad[oa] (?:pel[oa]|por)|(?:recebemos|recebido|recebi) (?:o |a )?(?:seu|sua)|responder(?:ei|emos)|(?:mensagem|resposta) automática/iu,
  /grazie per|(?:ricevuto|ricevuta) (?:il |la )?(?:suo|sua|tuo|tua|vostr[oa])|risponder(?:ò|emo)|(?:messaggio|risposta) automatic[ao]/iu,
  /(?:bedankt|dank) voor|(?:uw|je) (?:bericht|e-?mail|mail|vraag) (?:is |hebben wij |goed )?ontvangen|(?:hebben|heb) (?:uw|je) (?:bericht|e-?mail|mail)|automatisch (?:antwoord|bericht|gegenereerd)/iu,
  /dzięku(?:ję|jemy) za|otrzyma(?:łem|łam|liśmy)|odpowie(?:m|my)|(?:wiadomość|odpowiedź) (?:automatyczn|generowan|wygenerowan)/iu,
  /お問い合わせ(?:いただき|ありがとう)|(?:メール|ご連絡)(?:を|いただき)|自動(?:返信|送信|応答)|受け付け|受付いたし/u,
  /感谢您的|谢谢您的|(?:已|我们已)(?:经)?收到您|尽快(?:回复|与您|答复)|自动(?:回复|发送|答复)/u,
];

/** Somebody says of himself that he is not there. */
export const isAway = (text: string): boolean => AWAY.some((pattern) => pattern.test(text));

/** A word of coming back beside a day or a time. */
export function saysWhenBack(text: string): boolean {
  for (const { 0: word, index } of text.matchAll(COMING_BACK)) {
    if (/access/i.test(word) || WHEN.test(text.slice(Math.max(0, index - NEAR), index + word.length + NEAR)))
      return true;
  }
  return false;
}

/** What is written in answer to any mail: thanks for it, it came, it will be read. */
export const answersInPlace = (text: string): boolean => ANSWERS.some((pattern) => pattern.test(text));
