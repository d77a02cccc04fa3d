import type { Span } from './span.ts';

const STATED =
  /(?<![\p{L}\p{N}])(?:my (?:full |last |first |maiden )?name is|(?:her|his) (?:full |last |first |maiden )?name is|me llamo|mi nombre (?:completo )?es|je m['’]appelle|mon nom est|ich heiße|ich heisse|mein name ist|meu nome (?:completo )?é|me chamo|mi chiamo|il mio nome è|mijn naam is|ik heet|nazywam się|mam na imię|(?:full|first|last|contact|customer) name[:：]|(?:account|card) ?holder[:：]|konto(?:inhaber(?:in)?|houder)[:：]|karteninhaber[:：]|rekeninghouder[:：]|titulaire(?: du compte)?[:：]|titular(?: de la cuenta| da conta)?[:：]|intestatario(?: del conto)?[:：]|intestato a[:：]?|właściciel konta[:：]|imię(?: i nazwisko)?[:：]|nazwisko[:：]|cognome[:：]|naam[:：]|voornaam[:：]|achternaam[:：]|nombre completo[:：]|nom complet[:：]|nome completo[:：]|vorname[:：]|nachname[:：]|surname[:：])[ \t]{1,2}/giu;
const FIELD =
  /(?<=^|\n)[ \t>*-]{0,6}(?:name|nombre|nom|nome|naam|imię|imię i nazwisko|nome e cognome)[ \t]{0,2}[:：][ \t]{1,4}/giu;
const TITLE =
  /(?<![\p{L}\p{N}])(?:(?:M[rs]|Mrs|MR|MRS|mrs?|D[rR]|dr|Prof|prof|Mme|Mlle|Sr|Sra|Srta|Sig|Dott)\.? |(?:Miss|Mister|Herrn?|Frau|Monsieur|Madame|Señor|Señora|señor|señora|Senhora?|senhora?|Signora?|Doña|Sir|Madam) |M\. )/gu;
const SIGN_OFF =
  /(?<![^\n])[ \t]{0,4}(?:(?:best|kind|warm|many)? ?(?:regards|wishes)|best|thanks|thank you|many thanks|thanks in advance|cheers|sincerely|yours|yours (?:sincerely|truly|faithfully)|(?:mit )?(?:freundlichen|besten|vielen|lieben|herzlichen) (?:grüßen|grüssen|grüße|dank)|(?:viele|beste|liebe|schöne) grüße|mfg|lg|vg|(?:un )?(?:saludos|cordial saludo)(?: cordiales)?|gracias|muchas gracias|atentamente|cordialement|bien cordialement|merci|bien à vous|atenciosamente|att|obrigad[oa]|abraços|cumprimentos|(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|alvast bedankt|bedankt|mvg|(?:z )?(?:poważaniem|wyrazami szacunku)|(?:serdecznie )?pozdrawiam|pozdrowienia|dziękuję|(?:cordiali|distinti) saluti|saluti|grazie(?: mille)?|cordialmente)[,.!]{0,3}[ \t]{0,4}\n\s{0,4}/giu;
/** One to four words written as names are, particles between them. */
const NAME =
  /^[\p{Lu}\p{Lt}][\p{L}\p{M}'’.-]{0,30}(?:[ \t](?:(?:van|von|der|den|de|la|le|da|dos|das|del|di|bin|al|el) ){0,2}[\p{Lu}\p{Lt}][\p{L}\p{M}'’-]{0,30}){0,3}/u;
const NAME_LINE = /^[^\n]{2,60}(?=\n|$)/u;
const HONOURED = /(?<=^|[^\p{Script=Han}]|様|氏)(\p{Script=Han}{2,5})(?=様|さん|氏)/gu;
const INTRODUCED =
  /(?:私の名前は|名前は|氏名[:：]? ?|お名前[:：] ?)([\p{Script=Han}\p{Script=Katakana}]{1,6}[ ・]?[\p{Script=Han}\p{Script=Katakana}]{0,6})(?=です|と(?:申|い|言)|で、|様|さん|氏|[。、,\s]|$)/gu;
/** 我叫王小明, 姓名:王小明, 山田太郎と申します */
const EASTERN: readonly RegExp[] = [
  /(?:我叫|我的名字是|我的名字叫|姓名[:：] ?|联系人[:：] ?|收件人[:：] ?|户名[:：] ?)((?![他她它你您我这那人])\p{Script=Han}{2,4})(?!\p{Script=Han})/gu,
  /(?<![\p{Script=Han}\p{Script=Katakana}])([\p{Script=Han}\p{Script=Katakana}]{2,8}(?:[ ・][\p{Script=Han}\p{Script=Katakana}]{1,6})?)(?=と申し?ます|ともうします)/gu,
  /(?<=(?:^|\n)(?:此致|敬礼|谢谢|顺祝商祺|祝好|よろしくお願いいたします|宜しくお願い致します|よろしくお願いします|以上|敬具)[。!！,，]?\n\s{0,3})(\p{Script=Han}{2,4}(?:[ {2}]\p{Script=Han}{1,3})?)(?=\n|$)/gu,
];
const NOBODY = new Set(
  '会員 担当者 担当 関係者 取引先 利用者 購入者 御社 貴社 各位 皆 管理者 責任者 申込者 出品者 販売者 会社 企業 業者 店舗 店員 社員 職員 患者 学生 生徒 保護者 旦那 先方 法人 個人 顧客'.split(
    ' ',
  ),
);
const NOT_NAMES = new Set(
  'support team customer service sales help desk sir madam the not is the a an my your this that unknown and or sent from on in to for with please we i it if legal specialist manager engineer director developer analyst vice counsel account software product project executive consultant associate kunde equipo equipe équipe cordialement atenciosamente atentamente saludos sincerely regards best thanks cheers merci obrigado obrigada gracias grüße grüßen dear hi hello klantenservice klant afdeling obsługa klienta klient zespół cognome nazwisko achternaam assistenza clienti servizio cliente supporto'.split(
    ' ',
  ),
);
const ARTICLE = /^(?:el|la|los|las|le|les|der|die|das|il|lo|het|een|o|os|un|una|ein|eine)$/i;
const REACH = 140;

/** Names that their surroundings announce: "my name is …", "Frau …", the line under "Best regards", "…様". */
export const findStatedNames = (text: string): Span[] => [
  ...findAfter(text, STATED, NAME),
  ...findAfter(text, FIELD, NAME),
  ...findAfter(text, TITLE, NAME),
  ...findAfter(text, SIGN_OFF, NAME_LINE, NAME),
  ...findCaptured(text, HONOURED),
  ...findCaptured(text, INTRODUCED),
  ...EASTERN.flatMap((pattern) => findCaptured(text, pattern)),
];

/** What `form` matches right after each announcement, when it is all made of `parts`. */
function findAfter(text: string, announcement: RegExp, form: RegExp, parts?: RegExp): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(announcement)) {
    const start = match.index + match[0].length;
    const found = form.exec(text.slice(start, start + REACH))?.[0].trimEnd() ?? '';
    const name = found.replace(/[.,!'’-]{1,3}$/, '');
    const isWhole = parts === undefined || parts.exec(name)?.[0] === name;
    const isCut = /[\p{L}\d_(=`]/u.test(text[start + name.length] ?? '');
    if (name.length >= 2 && isWhole && !isCut && !hasPlainWord(name) && !ARTICLE.test(name))
      spans.push({ kind: 'NAME', start, end: start + name.length });
  }
  return spans;
}

const hasPlainWord = (name: string): boolean =>
  name
    .toLowerCase()
    .split(/[ \t]/)
    .some((word) => NOT_NAMES.has(word));

function findCaptured(text: string, pattern: RegExp): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    const name = match[1] ?? '';
    if (NOBODY.has(name)) continue;
    const start = match.index + match[0].length - name.length;
    spans.push({ kind: 'NAME', start, end: start + name.length });
  }
  return spans;
}
