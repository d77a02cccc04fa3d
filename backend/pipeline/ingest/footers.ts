import { isBlank, type Line, setAside } from './line.ts';

const DISCLAIMER = [
  /confidential|privileged|vertraulich|confidentiel|confidencial|riservat|vertrouwelijk|機密/iu,
  /intended (?:solely |only |exclusively )?(?:recipient|for|addressee)|nicht der (?:richtige|beabsichtigte) (?:empfänger|adressat)|destinataire|destinatario|destinatário|受信者|addressee/iu,
  /(?:received (?:this|it|by|in)|not the intended|irrtümlich|erhalten haben|reçu (?:ce|par)|recibido (?:este|por)|recebid[ao]? (?:est|por)|ricevuto (?:quest|per))|誤って/iu,
  /unauthori[sz]ed|strictly prohibited|unbefugt|interdite?|prohibid|proibid|unlawful/iu,
  /(?:this|the) (?:e-?mail|message|communication)|diese (?:e-?mail|nachricht)|(?:ce|cet) (?:message|e-?mail|courriel)|este (?:mensaje|correo)|est[ae] (?:mensagem|e-?mail)|このメール/iu,
];
const FOOTER =
  /^[\s*_>-]{0,8}(?:to unsubscribe|unsubscribe:|you (?:are receiving|received) this (?:e-?mail|message|because)|reply to this e-?mail directly|virus-free\b|this e-?mail has been (?:checked|scanned)|do you yahoo!\?|sent from: http|view this message in context|get your (?:private, )?free |(?:please )?consider the environment before|diese e-?mail wurde (?:von|auf) .{1,60} (?:geprüft|gesendet)|(?:este|esta) (?:correo|mensaje|e-?mail|mensagem) .{0,40}(?:avast|virus|vírus)|l'absence de virus)/iu;
const RULE = /^\s{0,8}[_*-]{20,200}\s{0,8}$/;
/** Put in by a mail program, wherever it stands: `<<invoice.pdf>>`, `[cid:image001.png]`. */
const MARKER =
  /^\s{0,8}(?:<<[^<>]{1,120}\.\w{2,5}>>|\[(?:cid|image):[^\]]{1,160}\]|<embedded picture \([^()]{1,40}\)>|\(see attached file: [^()]{1,120}\))\s{0,8}$/iu;
const MAX_PARAGRAPHS = 4;

/** Legal notices and list footers: whole paragraphs at the end, never the first one. */
export function setAsideFooters(lines: Line[]): void {
  for (const [index, line] of lines.entries())
    if (line.aside === null && MARKER.test(line.text.slice(0, 200))) setAside(lines, index, index + 1, 'system', true);
  for (const [from, to] of ownParagraphs(lines).slice(1).slice(-MAX_PARAGRAPHS)) {
    const text = lines
      .slice(from, to)
      .map((line) => line.text)
      .join(' ')
      .slice(0, 2000);
    const notice = text.length > 80 && DISCLAIMER.filter((pattern) => pattern.test(text)).length >= 3;
    const [first = '', second = ''] = lines.slice(from, to).map((line) => line.text.slice(0, 200));
    if (notice || FOOTER.test(RULE.test(first) ? second : first)) setAside(lines, from, to, 'footer', true);
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
