import { constants, inflateRawSync } from 'node:zlib';

const MAX_STREAM = 32_000_000;
const MAX_TOTAL = 96_000_000;
const MAX_STREAMS = 5_000;
/** What a stream that breaks off may have cost. */
const BROKEN = 8_000_000;
const MAX_DEPTH = 3;
const MAX_LINE = 1_024;
const LF = 10;
const CR = 13;

/** Encoders that grow their data and cannot be tried cheaply, and encryption, which hides what is inside. */
const OPAQUE = new Set(['LZWDecode', 'LZW', 'RunLengthDecode', 'RL', 'BrotliDecode', 'Encrypt']);
const NAMES = /\/(?:LZW|RL|RunLen|Brotli|Encrypt|[A-Za-z]{0,16}#)[A-Za-z0-9#]{0,48}/g;

/**
 * Whether a PDF's streams stay within bounds when they are inflated. pdf.js inflates a stream whole before it reads any
 * of it, so 1 MB would become 1 GB. What a stream's dictionary says can lie: every stream is tried as what it looks like.
 */
export function inflatesWithin(pdf: Uint8Array): boolean {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  if ((bytes.toString('latin1').match(NAMES) ?? []).some((name) => OPAQUE.has(plainName(name)))) return false;
  let left = MAX_TOTAL;
  let streams = 0;
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', Math.max(0, at - 3), at) === 'end') continue;
    const start = findNextLine(bytes, at + 6);
    streams += 1;
    if (start === null || streams > MAX_STREAMS) return false;
    left -= measure(bytes.subarray(start), 0);
    if (left < 0) return false;
  }
  return true;
}

const plainName = (name: string): string =>
  name.slice(1).replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function findNextLine(bytes: Buffer, from: number): number | null {
  for (let at = from; at < Math.min(bytes.length, from + MAX_LINE); at += 1) {
    if (bytes[at] === LF) return at + 1;
    if (bytes[at] === CR) return bytes[at + 1] === LF ? at + 2 : at + 1;
  }
  return from + MAX_LINE > bytes.length ? bytes.length : null;
}

/** The bytes that this data becomes, also when it was packed several times; infinite when those are too many. */
function measure(data: Buffer, depth: number): number {
  if (depth > MAX_DEPTH) return Number.POSITIVE_INFINITY;
  if (isDeflated(data)) return inflate(data, depth);
  const decode = [decodeHex, decodeAscii85].find((attempt) => isDeflated(attempt(data.subarray(0, 64))));
  return decode ? measure(decode(data), depth + 1) : 0;
}

const isDeflated = (data: Buffer): boolean =>
  data.length > 2 && ((data[0] ?? 0) & 15) === 8 && data.readUInt16BE(0) % 31 === 0;

function inflate(data: Buffer, depth: number): number {
  try {
    const inflated = inflateRawSync(data.subarray(2), {
      maxOutputLength: MAX_STREAM,
      chunkSize: 262_144,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
    return inflated.length + measure(inflated, depth + 1);
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? Number.POSITIVE_INFINITY : BROKEN;
  }
}

const decodeHex = (data: Buffer): Buffer =>
  Buffer.from(data.toString('latin1').replace(/\s/g, '').split('>', 1)[0] ?? '', 'hex');

/** Five characters from `!` to `u` are four bytes; `z` is four zeros; `~` ends. */
function decodeAscii85(data: Buffer): Buffer {
  const decoded = Buffer.alloc(data.length * 4);
  let length = 0;
  let group = 0;
  let digits = 0;
  for (const byte of data) {
    if (byte === 126) break;
    if (byte === 122 && digits === 0) length += 4;
    if (byte < 33 || byte > 117) continue;
    group = group * 85 + byte - 33;
    digits += 1;
    if (digits < 5) continue;
    length = decoded.writeUInt32BE(group % 2 ** 32, length);
    group = 0;
    digits = 0;
  }
  return decoded.subarray(0, length);
}
