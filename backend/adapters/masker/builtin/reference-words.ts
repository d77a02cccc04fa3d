const CALL = 'phone|fon|call|mobil|cell|fax|電話|携帯|电话|手机|handy(?!vertrag)|portable|móvil|komórk|\\btel';
const NAMES =
  'order|purchase|invoice|ticket|case|ref(?:erence)?|account|tracking|serial|article|part|customer|version|booking|confirmation|transaction|receipt|bestell|rechnung|kunden|auftrag|vorgang|sendung|vertrag|pedido|factura|cliente|envío|commande|facture|colis|contrat|dossier|série|fatura|encomenda|ordine|zamówieni|faktur|注文|請求|会員|伝票|订单|单号|编号|型号|版本';
const WORDS = 'clients?|isbn(?:-?1[03])?|ean|gtin|imei|upc|sku|model|modell|modèle|modelo|build|vin';
/** A number of something, unless of a phone. */
const NUMBER =
  '(?<!電話|携帯|連絡先|fax|ファックス)番号|(?<!(?:tel|fon|handy|fax|mobil|funk|ruf|meine|kom)[. -]{0,2})\\bnr';
const REFERENCE = new RegExp(
  `(?:${NAMES}|(?<!\\p{L})(?:${WORDS})(?!\\p{L})|${NUMBER})(?:(?!${CALL})[^\\d\\n]){0,18}$|[#№]\\s{0,2}$`,
  'iu',
);

/** Whether the words right before say that what follows is the number of an order, an invoice, a ticket. */
export const isReference = (text: string, start: number): boolean =>
  REFERENCE.test(text.slice(Math.max(0, start - 40), start));
