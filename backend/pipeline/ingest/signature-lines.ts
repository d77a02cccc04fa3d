const SIGN_OFF =
  /^(?:(?:best|kind|warm|many)?(?: ?and)? ?regards|best(?: wishes)?|thanks(?: again| a lot| so much| and regards| in advance)?|many thanks|thank you(?: very much| in advance| for your .{1,30})?|cheers|cordially|sincerely(?: yours)?|yours (?:sincerely|truly|faithfully)|mit (?:freundlichen|besten|lieben|herzlichen) grüßen|(?:viele|liebe|beste|freundliche|schöne|herzliche) grüße|mfg|vg|lg|gruß|cordialement|bien (?:cordialement|à vous)|(?:meilleures )?salutations(?: distinguées)?|merci(?: d'avance)?|saludos(?: cordiales)?|un (?:cordial )?saludo|atentamente|gracias|atenciosamente|att|(?:com os melhores )?cumprimentos|obrigad[oa]|abraços|(?:cordiali|distinti) saluti|grazie|met vriendelijke groet(?:en)?|mvg|groet(?:en|jes)?|pozdrawiam|z poważaniem|med vänlig(?:a)? hälsning(?:ar)?|(?:med )?venlig hilsen|med vennlig hilsen|mvh|よろしくお願い(?:いた|致)?します|宜しくお願い(?:いた|致)?します|敬具|此致|谢谢|謝謝)\s{0,3}[,.!。、，-]?$/iu;
const CONTACT =
  /@[\w-]{1,63}\.|https?:\/\/|www\.|\d[\d ().\-/]{5,24}\d|\b(?:tel|phone|ph|fax|facsimile|mobile|mobil|cell|pager|téléphone|teléfono|telefone|telefoon|telefon)\b|電話|电话/iu;
const TITLE =
  /\b(?:director|manager|president|ceo|cfo|cto|coo|founder|counsel|attorney|analyst|engineer|developer|specialist|consultant|assistant|associate|professor|coordinator|administrator|editor|head of|vice|geschäftsführer(?:in)?|leiter(?:in)?|vertrieb|directeur|directrice|responsable|gerente|director[ae]?|diretor[ae]?|direttore)\b|部長|課長|经理/iu;
const COMPANY =
  /\b(?:inc|llc|ltd|limited|corp|corporation|company|gmbh|ag|kg|s\.?a\.?r\.?l|s\.?r\.?l|s\.?p\.?a|b\.?v|plc|university|institute)\b\.?|\bst(?:reet|e)\b|株式会社|有限公司/iu;
const NAME = /^[\p{Lu}"][^\s\d@:]{0,30}(?: [^\s\d@:]{1,30}){1,5}$/u;

export const isSignOff = (text: string): boolean => text.length <= 60 && SIGN_OFF.test(text);

/** An address or a number. */
export const isContact = (text: string): boolean => CONTACT.test(text);

/** A line that a signature has and a letter has not: an address, a number, a title, a company. */
export const isClue = (text: string): boolean => CONTACT.test(text) || TITLE.test(text) || COMPANY.test(text);

export const isName = (text: string): boolean => NAME.test(text) && !/[.!?,;]$/.test(text);

export const isRule = (text: string): boolean =>
  text.length <= 200 && /^[-_=*#~+—–ᐧ]{2,199} ?$|^[ᐧ—]$/u.test(text.trimStart());

/** Too short, and of the wrong shape, to be a sentence, code or a row of a table. */
export const isTagLine = (text: string): boolean =>
  text.length <= 80 &&
  !/[{};=]|^-|^\+(?![\d(])|\t|[?!]$/.test(text) &&
  !/^(?:@@|\|)/.test(text) &&
  !(/[.。]$/.test(text) && text.split(' ').length > 6);
