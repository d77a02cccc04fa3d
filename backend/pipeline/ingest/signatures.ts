import { isBlank, type Line, setAside } from './line.ts';

const DEVICE =
  'iphone|ipad|ipod|android|galaxy|samsung|blackberry|huawei|pixel|xiaomi|oneplus|motorola|nokia|sony|htc|lg|windows|outlook|yahoo|gmail|proton(?:mail)?|mailbox|spark|acompli|mobile?|phone|handy|smartphone|tablet|tablette|celular|móvil|mobil(?:telefon|gerät)?|telefoon|portable|device|handheld|verizon|at&t|gmx|web\\.de|aol|mail';
const SENT_FROM = new RegExp(
  `^[\\s*_~–—-]{0,6}(?:(?:sent|posted|written) (?:from|via|with|by|using) .{0,30}(?:${DEVICE})\\b.{0,40}|(?:get|download) (?:outlook|yahoo|spark) .{0,12}for .{1,30}|via mobile|(?:von|mit) .{0,24}(?:${DEVICE})\\b.{0,24} gesendet|gesendet (?:von|mit|über) .{0,30}(?:${DEVICE})\\b.{0,30}|envoyé (?:de|depuis|avec|à partir de|via) .{0,30}(?:${DEVICE})\\b.{0,30}|télécharger outlook pour .{1,30}|(?:enviado|obtener|obter) (?:desde|do|de|da|pelo|via|con|outlook para) .{0,30}(?:${DEVICE}|ios)\\b.{0,30}|outlook (?:für|per|voor|para) (?:ios|android).{0,30}|inviato (?:da|dal) .{0,30}(?:${DEVICE})\\b.{0,30}|verstuurd vanaf .{0,30}(?:${DEVICE})\\b.{0,20}|.{0,20}(?:iphone|ipad|android|スマートフォン|携帯)から送信.{0,6})\\.?\\s*$`,
  'iu',
);
const SIGN_OFF =
  /^\s{0,4}(?:(?:best|kind|warm|many)?(?: ?and)? ?regards|best(?: wishes)?|thanks(?: again| a lot| so much| and regards| in advance)?|many thanks|thank you(?: very much| in advance)?|cheers|sincerely(?: yours)?|yours (?:sincerely|truly|faithfully)|mit freundlichen grüßen|(?:viele|liebe|beste|freundliche|schöne) grüße|mfg|vg|lg|gruß|cordialement|bien (?:cordialement|à vous)|(?:meilleures )?salutations(?: distinguées)?|merci(?: d'avance)?|saludos(?: cordiales)?|un saludo|atentamente|gracias|atenciosamente|att|cumprimentos|obrigad[oa]|abraços|cordiali saluti|よろしくお願い(?:いた|致)?します|宜しくお願い(?:いた|致)?します|敬具)\s{0,3}[,.!。、]?\s*$/iu;
const CONTACT =
  /@|https?:\/\/|www\.|\d[\d ().\-/]{6,24}\d|\b(?:tel|phone|fax|mobile|mobil|cell|téléphone|teléfono|telefone|電話)\b/iu;

/** A signature is taken only from the end, only after real text, and only when it looks like nothing else. */
export function setAsideSignature(lines: Line[]): void {
  setAsideDeviceLine(lines);
  const own = ownIndexes(lines);
  const start = delimitedStart(lines, own) ?? contactBlockStart(lines, own);
  if (start === null) return;
  for (const index of own) if (index >= start) setAside(lines, index, index + 1, 'signature', false);
}

/** Indexes of the customer's own lines that hold text, from first to last. */
const ownIndexes = (lines: Line[]): number[] =>
  lines.flatMap((line, index) => (line.aside === null && !isBlank(line) ? [index] : []));

function setAsideDeviceLine(lines: Line[]): void {
  const own = ownIndexes(lines);
  for (const index of own.slice(1).slice(-2)) {
    const text = lines[index]?.text ?? '';
    if (text.length <= 90 && SENT_FROM.test(text)) setAside(lines, index, index + 1, 'signature', false);
  }
}

/** `-- ` by itself with a few short lines after it; plain dashes only when what follows cannot be prose or a table. */
function delimitedStart(lines: Line[], own: number[]): number | null {
  for (const [order, index] of [...own.entries()].slice(1).slice(-14)) {
    const text = lines[index]?.text ?? '';
    if (!/^(?:--|—|__) ?$/.test(text)) continue;
    const after = own.slice(order + 1).map((at) => lines[at]?.text.trim() ?? '');
    if (text === '-- ' ? after.every((line) => line.length <= 120) : after.length <= 8 && after.every(isTagLine))
      return index;
  }
  return null;
}

const isTagLine = (text: string): boolean =>
  text.length <= 70 && !/[{}<>|;=]|^[-+@]|\t/.test(text) && !(/[.?!]$/.test(text) && text.split(' ').length > 6);

/** Name, title and contact lines after "Best regards,": the lines after the sign-off go when one of them is an address or a number. */
function contactBlockStart(lines: Line[], own: number[]): number | null {
  const tail = own.slice(1).slice(-11);
  const signOff = tail.find((index) => SIGN_OFF.test(lines[index]?.text ?? ''));
  if (signOff === undefined) return null;
  const after = tail.filter((index) => index > signOff).map((index) => lines[index]?.text.trim() ?? '');
  const plain = after.every(
    (text) => text.length <= 80 && !(/[?!]$/.test(text) || (text.endsWith('.') && text.split(' ').length > 6)),
  );
  return plain && after.some((text) => CONTACT.test(text)) ? signOff : null;
}
