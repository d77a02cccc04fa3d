const REFERENCE =
  /(?:order|purchase|invoice|ticket|case|ref(?:erence)?|account|tracking|serial|article|part|customer|version|booking|confirmation|transaction|receipt|bestell|rechnung|kunden|auftrag|vorgang|sendung|pedido|factura|cliente|envío|commande|facture|colis|fatura|encomenda|注文|請求|会員|番号|伝票)[^\d\n]{0,18}$|[#№]\s{0,2}$/iu;

/** Whether the words right before say that what follows is the number of an order, an invoice, a ticket. */
export const isReference = (text: string, start: number): boolean =>
  REFERENCE.test(text.slice(Math.max(0, start - 40), start));
