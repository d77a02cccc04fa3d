const SOFT_BREAK = /=(?:\r?\n|$)/g;
const ESCAPES = /(?:=[0-9A-F]{2}){1,64}/g;
const ANY_OTHER = /=(?!\r?\n|$|[0-9A-F]{2})/;
const TELLING = /=\r?\n|=[C-F][0-9A-F]=[89AB][0-9A-F]/;

/** Decodes quoted-printable that was pasted as it is, unless `sure` only when every `=` of the text is such an escape. */
export function decodeQuotedPrintable(text: string, sure = false): string {
  if (!sure && (!TELLING.test(text) || ANY_OTHER.test(text))) return text;
  return text.replace(SOFT_BREAK, '').replace(ESCAPES, decodeEscapes);
}

function decodeEscapes(escapes: string): string {
  const bytes = Uint8Array.from(escapes.slice(1).split('='), (hex) => Number.parseInt(hex, 16));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
