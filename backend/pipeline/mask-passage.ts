import { MASKABLE_KINDS } from '../contract/masking.ts';
import type { MaskedText } from '../ports/engine.ts';
import type { KnowledgeItem } from '../ports/knowledge.ts';
import type { Masker, MaskingPolicy } from '../ports/masker.ts';
import { maskAll } from './preprocess/mask-all.ts';

export type PassageToMask = Pick<KnowledgeItem, 'kind' | 'title' | 'question' | 'answer' | 'resolution'> & {
  policy: MaskingPolicy;
};
export type MaskedPassage = Pick<KnowledgeItem, 'title' | 'question' | 'answer' | 'resolution'>;

const NUMBERED = /\[([A-Z]{2,12})_\d{1,6}\]/g;

/** Words before the number of somebody's order, invoice or ticket. */
const REFERENCE =
  /(?:(?<!\p{L})(?:order|purchase|invoice|ticket|case|ref(?:erence)?|account|tracking|serial|customer|booking|reservation|confirmation|transaction|receipt|contract|member(?:ship)?|policy|claim|shipment|parcel|subscription|payment|bestell|rechnung|kunden|auftrag|vorgang|sendung|vertrag|buchung|quittung|mitglied|paket|pedido|factura|cliente|env[ií]o|reserva|contrato|recibo|commande|facture|colis|contrat|dossier|r[ée]servation|re[çc]u|fatura|encomenda|compra)\p{L}{0,14}|注文|請求|会員|伝票|予約|契約|領収|お客様|[#№])[^\p{L}\p{N}\n]{0,4}(?:(?:no|n|nr|num|number|id|code|nummer|n[úu]mero|num[ée]ro|番号|is|ist|es|est|[ée]|は)[^\p{L}\p{N}\n]{0,4}){0,3}$/iu;
/** Digits, also in groups and with letters before or between them. */
const CODE = /(?<![A-Z\d_.-])(?=[A-Z_-]{0,16}\d)[A-Z\d][A-Z\d_-]{2,39}(?![A-Z\d_])/gi;
const REACH = 60;
/** So long a number is somebody's, whatever stands before it. */
const LONG = 7;
const LEAST = 3;
/** What a product says is the same for everyone: errors, versions, standards, sizes in hexadecimal. */
const GENERAL =
  /^(?:0x[\da-f]{2,16}|(?:cve|kb|rfc|iso|din|en|http|err|error|sha|aes|utf|win|ios|usb|hdmi)[_-]?[\da-z_-]{1,20})$/i;
const SPOKEN =
  /(?:(?<!\p{L})(?:error|fehler|erreur|erro|code|version|build|model|mod[eè]le?|release|port|status|rfc|kb|firmware)\p{L}{0,8}|エラー|コード|バージョン)[^\p{L}\p{N}\n]{0,4}$/iu;

/** A sum, a span or a size, and nobody's number. */
const COUNTED =
  /^(?:[.,]\d{1,3})?\s?(?:円|ユーロ|ドル|[%€$£¥]|(?:eur|usd|gbp|jpy|chf|brl|euros?|dollars?|d[oó]lares|yen|pounds?|reais|days?|tage?n?|jours?|d[ií]as?|hours?|stunden?|minutes?|minuten|minutos?|日|時|分|年|月|[kmgt]b)(?![\p{L}]))/iu;

const digitsIn = (text: string): number => text.match(/\d/g)?.length ?? 0;

/** Whether a number is one that names somebody's order or the like. */
function isTheirs(code: string, before: string, after: string): boolean {
  const digits = digitsIn(code);
  if (COUNTED.test(after) || /[€$£¥]\s?$/.test(before)) return false;
  if (digits < LEAST || GENERAL.test(code) || /^(?:19|20)\d\d-\d\d-\d\d/.test(code)) return false;
  if (REFERENCE.test(before)) return true;
  if (SPOKEN.test(before)) return false;
  const mixed = /[a-z]/i.test(code) && digits >= 4;
  return digits >= LONG || (mixed && code.length >= LONG);
}

/** The numbers of another customer's orders, invoices and tickets, which no masker takes for personal data. */
const dropReferences = (text: string): string =>
  text.replace(CODE, (code, at: number) => {
    const end = at + code.length;
    return isTheirs(code, text.slice(Math.max(0, at - REACH), at), text.slice(end, end + REACH)) ? '[ID]' : code;
  });

/**
 * Knowledge as an engine may see it, masked again whatever masked it before. Values lose their numbers: of another
 * person's only the kind is left, which no vault restores. What is published may name addresses and telephones that are
 * meant for everyone; secrets it may not.
 */
export function maskPassage({ kind, policy, ...texts }: PassageToMask, masker: Masker): MaskedPassage {
  const isPublic = kind === 'article';
  const hints = { people: [], policy: isPublic ? { ...policy, keep: MASKABLE_KINDS } : policy };
  const { title, question, answer, resolution } = texts;
  const { masked } = maskAll([title, question, answer, resolution ?? ''], hints, masker);
  const [first, second, third, fourth] = masked.map((text) => {
    const anonymous = text.replaceAll(NUMBERED, '[$1]');
    return (isPublic ? anonymous : dropReferences(anonymous)) as MaskedText;
  });
  return {
    title: first ?? title,
    question: second ?? question,
    answer: third ?? answer,
    resolution: resolution === null ? null : (fourth ?? null),
  };
}
