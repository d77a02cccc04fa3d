const SIGN_OFF =
  /^(?:(?:best|kind|warm|many)?(?: ?and)? ?regards|best(?: wishes)?|thanks(?: again| a lot| so much| and regards| in advance)?|many thanks|thank you(?: very much| in advance| for your .{1,30})?|cheers|cordially|sincerely(?: yours)?|yours (?:sincerely|truly|faithfully)|mit (?:freundlichen|besten|lieben|herzlichen) grüßen|(?:viele|liebe|beste|freundliche|schöne|herzliche) grüße|mfg|vg|lg|gruß|cordialement|bien (?:cordialement|à vous)|(?:meilleures )?salutations(?: distinguées)?|merci(?: d'avance)?|saludos(?: cordiales)?|un (?:cordial )?saludo|atentamente|gracias|atenciosamente|att|(?:com os melhores )?cumprimentos|obrigad[oa]|abraços|(?:cordiali|distinti) saluti|grazie|met vriendelijke groet(?:en)?|mvg|groet(?:en|jes)?|pozdrawiam|z poważaniem|med vänlig(?:a)? hälsning(?:ar)?|(?:med )?venlig hilsen|med vennlig hilsen|mvh|よろしくお願い(?:いた|致)?します|宜しくお願い(?:いた|致)?します|敬具|此致|谢谢|謝謝)\s{0,3}[,.!。、，-]?$/iu;
const CONTACT =
  /@[\w-]{1,63}\.|https?:\/\/|www\.|\d[\d ().\-/]{5,24}\d|\b(?:tel|phone|ph|fax|facsimile|mobile|mobil|cell|pager|téléphone|teléfono|telefone|telefoon|telefon)\b|電話|电话/iu;
const TITLE =
  /\b(?:director|manager|president|ceo|cfo|cto|coo|founder|counsel|attorney|analyst|engineer|developer|specialist|consultant|assistant|associate|professor|coordinator|administrator|editor|head of|vice|geschäftsführer(?:in)?|leiter(?:in)?|vertrieb|directeur|directrice|responsable|gerente|director[ae]?|diretor[ae]?|direttore)\b|部長|課長|经理/iu;
const COMPANY =
  /\b(?:inc|llc|ltd|limited|corp|corporation|company|gmbh|ag|kg|s\.?a\.?r\.?l|s\.?r\.?l|s\.?p\.?a|b\.?v|plc|university|institute)\b\.?|\bst(?:reet|e)\b|株式会社|有限公司/iu;
const POSTSCRIPT = /^[*_]{0,2}(?:p\.? ?s\.?|nb|n\.b\.)[\s:.,)-]/i;
const FACT =
  /^[\s*•-]{0,4}(?:(?:n[°ºo]\.?|nr\.?|numéro|número|numero|nummer|numer) ?(?:de |d'|di |du |del |da |do )?(?:la )?)?(?:(?:my|our|your|meine?|unsere?|ihre?|mon|mi|meu|il mio) )?(?:order|customer|client|account|contract|invoice|ticket|case|reference|ref|serial|tracking|booking|member(?:ship)?|policy|subscription|licen[sc]e|mac|imei|model|device|user|parcel|bestell|auftrags?|kunden|vertrags?|rechnungs?|serien|geräte|vorgangs|sendungs|buchungs|bestellung|auftrag|vertrag|rechnung|commande|contrat|facture|dossier|série|pedido|cliente|contrato|factura|fatura|encomenda|serie|ordine|contratto|fattura|bestelling|klant|factuur|contract|zamówieni[ae]|klienta|umowy|faktury|kundnummer|ordernummer|注文番号|お客様番号|契約番号|請求書番号|订单号|客户编号|合同号|发票号)[ -]?(?:number|nummer|num|numero|número|nr|no|id|key|code|address|adresse|n°)?[\s.:：#°º]{1,5}[^\s]{0,24}\d/iu;
const NAME = /^[\p{Lu}"][^\s\d@:]{0,30}(?: [^\s\d@:]{1,30}){1,5}$/u;

export const isSignOff = (text: string): boolean => text.length <= 60 && SIGN_OFF.test(text);

/** An address or a number. */
export const isContact = (text: string): boolean => CONTACT.test(text);

/** A line that a signature has and a letter has not: an address, a number, a title, a company. */
export const isClue = (text: string): boolean => CONTACT.test(text) || TITLE.test(text) || COMPANY.test(text);

export const isName = (text: string): boolean => NAME.test(text) && !/[.!?,;]$/.test(text);

export const isRule = (text: string): boolean =>
  text.length <= 200 && /^[-_=*#~+—–ᐧ]{2,199} ?$|^[ᐧ—]$/u.test(text.trimStart());

/** `Order no. 302-1234567`, `N° client : 99812`: what the request is about, even below a sign-off. */
export const isFact = (text: string): boolean => FACT.test(text.slice(0, 120)) && !/@|www\.|https?:/i.test(text);

const words = (text: string): number => text.split(/\s{1,9}/).length;

/** A paragraph of prose, a postscript, or code: more than the name and the motto that stand in a signature. */
export function isOwnParagraph(paragraph: string[]): boolean {
  const [first = ''] = paragraph;
  if (POSTSCRIPT.test(first) || paragraph.some((line) => /[{};]$/.test(line))) return true;
  return words(first) >= 6 && !/^["“”«„'*]/.test(first) && /[.!?。！？]$/.test(paragraph.at(-1) ?? '');
}

/** Too short, and of the wrong shape, to be a sentence, code or a row of a table. */
export const isTagLine = (text: string): boolean =>
  text.length <= 80 &&
  !/[{};=]|^-|^\+(?![\d(])|\t|[?!]$/.test(text) &&
  !/^(?:@@|\|)/.test(text) &&
  !(/[.。]$/.test(text) && words(text) > 4 && !/\b(?:inc|ltd|co|corp|llc|s\.a|b\.v)\.$/i.test(text));
