const words = (list: string): string => list.trim().split(/,\s+/).join('|');

/** "wrote", as the mail clients say it. */
export const WROTE = words(`
  wrote, writes, schrieb, folgendes geschrieben, a [ée]crit, escribi[óo], escribe, escreveu, ha scritto, scrive, schreef, geschreven, skrev, napisał\\(a\\),
  napisała?, kirjoitti, napsal\\(a\\), napsala?, написал\\(а\\), написала?, пишет, пише, pisze, yazdı, írta, a scris, έγραψε, đã viết, 님이 작성,
  写道, 寫道, さんは書きました, さんが書きました, のメール`);

/** What a header begins with: "On Monday, …". */
export const ON = words('on, am, le, el, em, il, op, den, dnia, w dniu, på, pe, dne, vào');

const MONTH =
  '(?:jan|feb|f[ée]v|m[äa]r|apr|abr|avr|ma[iyjg]|jun|jui|giu|jul|lug|aug|ago|ao[uû]|sep|set|o[ck]t|out|ott|nov|de[cz]|d[ée]c|dic|gen|ene|sty|lut|kwi|cze|lip|sie|wrz|pa[źz]|lis|gru|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\\p{L}{0,8}';
const DATES = [
  /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{4}[年년]|\d{1,2}:\d{2}/,
  new RegExp(`${MONTH}\\.?,? ?\\d{1,4}`, 'iu'),
  new RegExp(`\\d{1,2}\\.? (?:de )?${MONTH}`, 'iu'),
  /\d{1,2}\.? \p{L}{3,12}\.? \d{4}/u,
];

const names = words(`
  mon, tue, wed, thu, fri, sat, sun, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, lundi, mardi, mercredi, jeudi,
  vendredi, samedi, dimanche, lunes, martes, miércoles, jueves, viernes, sábado, domingo, segunda, terça, quarta, quinta, sexta,
  lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica, maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag,
  måndag, tisdag, onsdag, torsdag, fredag, lördag, söndag, mandag, tirsdag, lørdag, søndag, poniedziałek, wtorek, środa, czwartek, piątek,
  sobota, niedziela, понедельник, вторник, среда, четверг, пятница, суббота, воскресенье, maanantai, tiistai, keskiviikko, torstai,
  perjantai, lauantai, sunnuntai, pazartesi, salı, çarşamba, perşembe, cuma, cumartesi, pazar`);
export const WEEKDAY = `[\\s*:](?:(?:${names})(?:day|sday|nesday|rsday|urday|-feira)?|\\p{L}{2,3}\\.?,)(?:[\\s.,*]|$)|[星週周曜]`;

export const holdsDate = (text: string): boolean => DATES.some((pattern) => pattern.test(text));

/** Names of a header's fields, as Outlook and others translate them. */
export const FROM_FIELDS = words(
  'from, von, de, da, van, från, fra, od, lähettäjä, от, kimden, 差出人, 送信者, 发件人, 寄件者, 보낸 사람',
);
export const SENT_FIELDS = words(`
  sent, gesendet, envoyé(?: le)?, enviad[ao](?: el| em)?, inviato, verzonden, skickat, sendt, wysłano, odesláno, lähetetty, отправлено,
  gönderilen, gönderme tarihi, 送信日時, 发送时间, 보낸 날짜, 寄件日期, message du`);
export const DATE_FIELDS = words(`
  date, dato, datum, fecha, data, päivämäärä, tarih, дата, 날짜, 日付, 日時, 时间, 日期`);
export const SUBJECT_FIELDS = words(
  'subject, betreff, objet, asunto, assunto, oggetto, onderwerp, ämne, emne, temat, předmět, aihe, konu, тема, sujet, 件名, 主题, 主旨, 제목',
);
export const OTHER_FIELDS = words(`
  to, an, à, a, para, aan, pour, till, til, do, komu, vastaanottaja, kime, кому, 받는 사람, 宛先, 收件人, cc, bcc, kopie, kopia, copie à, dw, копия, 抄送, 副本,
  reply-to, risposta, importance, attachments`);
export const LATER_FIELDS = words(
  'cc, bcc, kopie, kopia, copie à, dw, копия, 抄送, 副本, reply-to, risposta, importance, attachments',
);

/** What stands between dashes above a quoted or forwarded message. */
export const ORIGINAL = words(`
  (?:original|reply|forwarded) (?:message|appointment|e-?mail), (?:ursprüngliche|weitergeleitete|original) ?-?nachricht,
  message (?:d'origine|original|transféré|transmis), mensaje (?:original|reenviado), mensagem (?:original|encaminhada),
  messaggio (?:originale|inoltrato), oorspronkelijk bericht, doorgestuurd bericht, opprinnelig melding, oprindelig (?:besked|meddelelse),
  ursprungligt meddelande, vidarebefordrat meddelande, orijinal ileti, oryginalna wiadomość, wiadomość oryginalna, přeposlaná zpráva, původní zpráva,
  alkuperäinen viesti, (?:исходное|пересылаемое|пересланное) сообщение, forwarded by .{1,120}, 元のメッセージ, 転送されたメッセージ,
  転送メッセージ, 原文, 原始邮件, 原始郵件, 转发邮件, 轉寄郵件`);
export const FORWARDED = words(`
  begin forwarded message, anfang der weitergeleiteten (?:nachricht|e-mail), début du message (?:réexpédié|transféré),
  inicio del mensaje reenviado, início da mensagem (?:encaminhada|reenviada), inizio messaggio inoltrato, forwarded message`);
