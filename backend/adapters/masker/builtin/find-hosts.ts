import { isIPv4, isIPv6 } from 'node:net';
import { matchSpans, type Span } from './span.ts';

const RUN = /[\da-fA-F:.]{2,}/g;
const MAC =
  /(?<![\da-z]|[\da-f]{2}[:-])[\da-f]{2}(?:(?::[\da-f]{2}){5}|(?:-[\da-f]{2}){5})(?![\da-z]|[:-][\da-f])|(?<![\da-z]|\.)[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4}(?![\da-z.])/gi;

/** Addresses of machines: IPv4, IPv6 with its zone, MAC. */
export const findHosts = (text: string): Span[] => [
  ...matchSpans('MAC', MAC, text, (mac, start) => /[a-f]/i.test(mac) || isNamedMac(mac, text, start)),
  ...findIps(text),
];

function findIps(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(RUN)) {
    if (!/[.:]/.test(match[0])) continue;
    const lead = /^(?:\.{1,60}|:(?!:))?/.exec(match[0].slice(0, 60))?.[0].length ?? 0;
    const run = match[0].slice(lead, 60).replace(/(?:\.{1,3}|(?<!:):)$/, '');
    const start = match.index + lead;
    const span = run.length > 45 ? null : (readIp(text, run, start) ?? readTail(text, run, start));
    if (span) spans.push(span);
  }
  return spans;
}

function readIp(text: string, run: string, start: number): Span | null {
  const before = text[start - 1] ?? '';
  if (/[\p{L}\p{N}]/u.test(before) && !isUnspaced(before)) return null;
  const after = text.slice(start + run.length, start + run.length + 17);
  const v4 = /^(\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?$/.exec(run)?.[1];
  if (v4) {
    const isAddress = isIPv4(v4) && !isVersion(text, start) && !/^-?[a-z]/i.test(after);
    return isAddress ? { kind: 'IP', start, end: start + v4.length } : null;
  }
  const isAny = run === '::' && /^\/\d/.test(after);
  if (/^[a-z]/i.test(after) || !run.includes(':') || !(isAny || /\d/.test(run)) || !isIPv6(run)) return null;
  const zone = /^%[a-z\d]{1,16}/i.exec(after)?.[0].length ?? 0;
  return { kind: 'IP', start, end: start + run.length + zone };
}

/** The IPv4 address at the end of something that is no address itself: `text::ffff:192.0.2.1`. */
function readTail(text: string, run: string, start: number): Span | null {
  const colon = run.lastIndexOf(':') + 1;
  return colon > 0 && run.includes('.', colon) ? readIp(text, run.slice(colon), start + colon) : null;
}

const isUnspaced = (character: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character);

/** Pairs of digits without a letter are a time or a counter where no word names them. */
const isNamedMac = (mac: string, text: string, start: number): boolean =>
  !mac.includes('.') &&
  /\b(?:mac|hwaddr|ether|bssid|wlan|wi-?fi|nic|hardware)\b/i.test(text.slice(Math.max(0, start - 40), start));

/** `v1.2.3.4`, `release 1.2.3.4`, `lib==1.2.3.4`, `Chrome/1.2.3.4`, `upgrade from 1.2.3.4 to 1.2.4.0` */
const VERSION =
  /(?:\bv|versions?|versión|versiones|versão|versione|wersja|versie|版本|バージョン|releases?|build|firmware|chapter|section)[ :.]{0,2}$|[=<>~]=$|[\s(;][a-z]{2,9}\/$/iu;
const UPGRADE =
  /(?:upgrad|updat|downgrad|aktualis|actualiz|mis à jour|mise à jour|migrat|version)\p{L}{0,10}(?: \p{L}{2,12})?(?: from| to| von| auf| de| à| a| da)? $/iu;
const EARLIER =
  /(?:\d{1,4}(?:\.\d{1,4}){1,3})(?:, ?| and | to | or | und | auf | bis | y | a | à | et | e | -> ?| → ?)$/u;
const WINDOW = 64;

function isVersion(text: string, start: number): boolean {
  let at = start;
  for (let count = 0; count < 4; count++) {
    const before = text.slice(Math.max(0, at - WINDOW), at);
    if (VERSION.test(before.slice(-16)) || UPGRADE.test(before)) return true;
    const earlier = EARLIER.exec(before)?.[0].length;
    if (earlier === undefined) return false;
    at -= earlier;
  }
  return false;
}
