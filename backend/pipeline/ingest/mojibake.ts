import type { Line } from './line.ts';

/** Windows-1252 for the bytes 80…9F, where it differs from Latin-1. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const RUN = new RegExp(`[\u00a0-\u00ff${HIGH}]{1,200}`, 'gu');
const LEADS = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u;
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Repairs UTF-8 that was read as Latin-1 ("fÃ¼r"), only when every such run of the text turns into clean text. */
export function repairMojibake(lines: Line[]): Line[] {
  if (!lines.some(({ text }) => LEADS.test(text))) return lines;
  try {
    return lines.map((line) => ({ ...line, text: line.text.replace(RUN, decodeRun) }));
  } catch {
    return lines;
  }
}

/** Throws when the run is no UTF-8, or turns into control characters. */
function decodeRun(run: string): string {
  const bytes = Uint8Array.from(run, (char) => {
    const high = HIGH.indexOf(char);
    return high < 0 ? char.charCodeAt(0) : 0x80 + high;
  });
  const text = decoder.decode(bytes);
  if (/[\u0080-\u009f\ufffd]/.test(text)) throw new RangeError('not clean');
  return text;
}
