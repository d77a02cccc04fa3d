import { createHash } from 'node:crypto';
import { matchSpans, type Span } from './span.ts';

const BASE58 = /(?<![A-Za-z\d])[13LMDT][1-9A-HJ-NP-Za-km-z]{25,34}(?![A-Za-z\d])/g;
const BECH32 = /(?<![A-Za-z\d])(?:bc1|ltc1|BC1|LTC1)[A-Za-z\d]{11,71}(?![A-Za-z\d])/g;
const ETHEREUM = /(?<![A-Za-z\d])0x[\da-fA-F]{40}(?![A-Za-z\d])/g;

/** Addresses of crypto wallets: Bitcoin and its kin by their checksums, Ethereum by its form. */
export const findWallets = (text: string): Span[] => [
  ...matchSpans('CRYPTO', BASE58, text, isBase58Check),
  ...matchSpans('CRYPTO', BECH32, text, isBech32),
  ...matchSpans('CRYPTO', ETHEREUM, text),
];

const ALPHABET58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

function isBase58Check(address: string): boolean {
  if (!/\d/.test(address)) return false;
  let value = 0n;
  for (const character of address) value = value * 58n + BigInt(ALPHABET58.indexOf(character));
  const bytes = Buffer.from(value.toString(16).padStart(50, '0'), 'hex');
  return (
    bytes.length === 25 &&
    sha256(sha256(bytes.subarray(0, 21)))
      .subarray(0, 4)
      .equals(bytes.subarray(21))
  );
}

const ALPHABET32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
/** What the checksum leaves for segwit version 0 and for later ones. */
const CONSTANTS: readonly number[] = [1, 0x2bc830a3];

function isBech32(written: string): boolean {
  const address = written.toLowerCase();
  const split = address.lastIndexOf('1');
  const prefix = [...address.slice(0, split)].map((character) => character.charCodeAt(0));
  const data = [...address.slice(split + 1)].map((character) => ALPHABET32.indexOf(character));
  if (data.includes(-1)) return false;
  const values = [...prefix.map((code) => code >> 5), 0, ...prefix.map((code) => code & 31), ...data];
  let rest = 1;
  for (const value of values) {
    const top = rest >>> 25;
    rest = ((rest & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of GENERATOR.entries()) if ((top >> bit) & 1) rest ^= generator;
  }
  return CONSTANTS.includes(rest >>> 0);
}
