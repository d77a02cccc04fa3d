import { isBlank, type Line, setAside } from './line.ts';

const DISCLAIMER = [
  /confidential|privileged|vertraulich|confidentiel|confidencial|riservat|vertrouwelijk|機密/iu,
  /intended (?:solely |only |exclusively )?(?:recipient|for|addressee)|nicht der (?:richtige|beabsichtigte) (?:empfänger|adressat)|destinataire|destinatario|destinatário|受信者|addressee/iu,
  /(?:if|wenn|si|se) .{0,40}(?:received|not the intended|erhalten|reçu|recibido|recebid|ricevuto)|誤って/iu,
  /unauthori[sz]ed|strictly prohibited|unbefugt|interdite?|prohibid|proibid|unlawful/iu,
  /(?:this|the) (?:e-?mail|message|communication)|diese (?:e-?mail|nachricht)|(?:ce|cet) (?:message|e-?mail|courriel)|este (?:mensaje|correo)|est[ae] (?:mensagem|e-?mail)|このメール/iu,
];
const FOOTER =
  /^[\s*_>-]{0,8}(?:to unsubscribe|unsubscribe:|you (?:are receiving|received) this (?:e-?mail|message)|virus-free\b|this e-?mail has been (?:checked|scanned)|do you yahoo!\?|(?:please )?consider the environment before|_{20,}$)/iu;
const MAX_PARAGRAPHS = 4;

/** Legal notices and list footers: whole paragraphs at the end, never the first one. */
export function setAsideFooters(lines: Line[]): void {
  for (const [from, to] of ownParagraphs(lines).slice(1).slice(-MAX_PARAGRAPHS)) {
    const text = lines
      .slice(from, to)
      .map((line) => line.text)
      .join(' ')
      .slice(0, 2000);
    const notice = text.length > 80 && DISCLAIMER.filter((pattern) => pattern.test(text)).length >= 3;
    if (notice || FOOTER.test(text)) setAside(lines, from, to, 'footer', true);
  }
}

/** Runs of own, non-blank lines as [from, to). */
function ownParagraphs(lines: Line[]): [number, number][] {
  const paragraphs: [number, number][] = [];
  let from = -1;
  for (let index = 0; index <= lines.length; index++) {
    const line = lines[index];
    const own = line !== undefined && line.aside === null && !isBlank(line);
    if (own && from < 0) from = index;
    if (!own && from >= 0) {
      paragraphs.push([from, index]);
      from = -1;
    }
  }
  return paragraphs;
}
