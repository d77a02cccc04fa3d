import { fold } from './known-words.ts';

/** Folded. */
const CALLING =
  /^(?:tel[esf]?|tlf|telef[a-z]{0,16}|telephone?s?|telemovel|phone(?:s|number)?|cellphone|calls?|called|calling|dial|ring|mobil[a-z]{0,12}|mobiel|cell|cells|cellular|cellulare|celular|movil|whatsapp|fax|telefax|faxnummer|contact|reach|text|sms|desk|messages?|handy|handynummer|handynr|ruf|rufen|rufnummer|anruf|anrufen|ruckruf|ruckrufnummer|festnetz|erreichbar|erreichen|llam(?:a|ar|ame|eme|enme|adme|en|e|anos)|appel|appeler|appelez|appelle|portable|joindre|joignable|ligar|ligue|liguem|chiama|chiamare|chiamate|chiamami|chiamatemi|chiamarmi|bel|bellen|gsm|telefoonnummer|zadzwon|zadzwonic|dzwon|dzwonic|komorka|komorkowy|komorke|kom|ph|p|t|m|f)$/;
/** What may stand between such a word and the number. */
const BETWEEN = new Set(
  'is was are at no nr num number numbers under on me us him her them my our your the this to via also by or and now new current direct line please back free toll hotline office home work mobile cell day night either es al a mi nuestro numero el en la de ist lautet unter mich uns auf der die das meine meiner unsere nummer bitte an est au sur le mon moi nous notre o meu no para pelo il mio op mij ons naar nummer mijn pod numer mnie na do jest moj to nas e'.split(
    ' ',
  ),
);
const UNSPACED =
  /(?:電話|携帯|連絡先|ファックス|手机|手機|电话|致电|拨打|联系方式|전화|휴대폰|연락처)[^\d\n]{0,12}$|[☎📞]\D{0,8}$/u;
const WORD = /[\p{L}\p{M}]{1,40}|\d/gu;
const WINDOW = 64;
const MOST_BETWEEN = 5;

/** Whether a word for calling stands before the place, with nothing but small words, names and `spare` others between. */
export function isCalling(text: string, place: number, spare: number): boolean {
  const from = Math.max(0, place - WINDOW);
  const before = text.slice(from, place);
  if (/\d[\s,;:.()-]{0,6}$/.test(before.slice(-8))) return false;
  if (UNSPACED.test(before)) return true;
  const words = (before.match(WORD) ?? []).slice(from === 0 ? 0 : 1).reverse();
  let others = 0;
  for (const word of words.slice(0, MOST_BETWEEN + 1)) {
    const plain = fold(word);
    if (CALLING.test(plain)) return true;
    if (!BETWEEN.has(plain) && !/^\p{Lu}\p{Ll}/u.test(word) && ++others > spare) return false;
    if (/^\d/.test(word)) return false;
  }
  return false;
}
