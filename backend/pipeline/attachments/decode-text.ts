const CHARSET = /charset="?([\w:-]{1,40})/i;
/** Enough to tell a text from a program's own bytes. */
const SAMPLE = 65_536;
const CONTROLS_SHARE = 0.01;
const REPLACEMENT = 0xfffd;

/** The text in a file's bytes, by the character set that it names or that fits; null when they are no text. */
export function decodeText(bytes: Uint8Array, contentType = ''): string | null {
  const named = findDecoder(CHARSET.exec(contentType)?.[1]);
  const text = (findUtf16(bytes) ?? named)?.decode(bytes) ?? decodeUtf8OrLatin(bytes);
  return looksWritten(text.slice(0, SAMPLE)) ? text : null;
}

function findDecoder(label: string | undefined): TextDecoder | null {
  try {
    return label ? new TextDecoder(label) : null;
  } catch {
    return null;
  }
}

/** UTF-16 by its mark or by the zeros that Latin text has in every second byte. */
function findUtf16(bytes: Uint8Array): TextDecoder | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be');
  const sample = bytes.subarray(0, 1000);
  const zeros = (odd: number) => sample.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (even + odd < sample.length / 4 || (even > 0 && odd > 0)) return null;
  return new TextDecoder(even === 0 ? 'utf-16le' : 'utf-16be');
}

/** A few broken characters do not make a UTF-8 file a Latin one. */
function decodeUtf8OrLatin(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  if (!text.includes('\ufffd')) return text;
  let foreign = 0;
  let broken = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === REPLACEMENT) broken += 1;
    else if (code > 127) foreign += 1;
  }
  return broken > foreign ? new TextDecoder('windows-1252').decode(bytes) : text;
}

function looksWritten(sample: string): boolean {
  let controls = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const code = sample.charCodeAt(index);
    const layout = code === 9 || code === 10 || code === 12 || code === 13 || code === 27;
    if (code === 0) return false;
    if ((code < 32 && !layout) || (code >= 127 && code < 160) || code === REPLACEMENT) controls += 1;
  }
  return controls <= sample.length * CONTROLS_SHARE;
}
