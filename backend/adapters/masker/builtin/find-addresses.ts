import { isIPv4, isIPv6 } from 'node:net';
import { matchSpans, type Span } from './span.ts';

const NEAR_LOCAL = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}._%+'~!#$&*^{|}-]/u;
const ANY_LOCAL = /[\p{L}\p{M}\p{N}._%+'-]/u;
const NEAR_DOMAIN = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}.-]/u;
const ANY_DOMAIN = /[\p{L}\p{M}\p{N}.。-]/u;
const DOMAIN = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,62}(?:[.。][\p{L}\p{M}\p{N}-]{1,63}){1,8}$/u;

/** E-mail addresses of any script, read outwards from each `@` so that the cost stays linear. */
export function findEmails(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = localStart(text, at);
    const end = domainEnd(text, at + 1);
    if (start < at && end > at + 1) spans.push({ kind: 'EMAIL', start, end });
  }
  return [...spans, ...matchSpans('EMAIL', SPELT_OUT, text)];
}

const SPELT_OUT =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}._%+-]{1,64} ?[([{] ?(?:at|arroba) ?[)\]}] ?[\p{L}\p{N}-]{1,63}(?:(?:\.| ?[([{] ?(?:dot|punto|ponto|punkt) ?[)\]}] ?)[\p{L}\p{N}-]{2,63}){1,3}/giu;

function localStart(text: string, at: number): number {
  const local = before(text, at, NEAR_LOCAL) < at ? NEAR_LOCAL : ANY_LOCAL;
  const run = text.slice(before(text, at, local), at);
  return at - run.replace(/^[.'*#!{|}~^_-]{1,64}/u, '').length;
}

function before(text: string, at: number, allowed: RegExp): number {
  let start = at;
  while (start > 0 && at - start < 64 && allowed.test(text[start - 1] ?? '')) start--;
  return start;
}

function domainEnd(text: string, from: number): number {
  for (const allowed of [NEAR_DOMAIN, ANY_DOMAIN]) {
    let end = from;
    while (end - from < 253 && allowed.test(text[end] ?? '')) end++;
    while (end > from && /[.。-]/.test(text[end - 1] ?? '')) end--;
    const domain = text.slice(from, end);
    if (DOMAIN.test(domain) && /\p{L}/u.test(domain.split(/[.。]/).at(-1) ?? '')) return from + domain.length;
  }
  return from;
}

const IP_RUN = /[\da-fA-F:.]{3,}/g;

export function findIps(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(IP_RUN)) {
    const lead = /^[.]*/.exec(match[0].slice(0, 8))?.[0].length ?? 0;
    const run = match[0].slice(lead, 60).replace(/(?:\.|(?<!:):)$/, '');
    const start = match.index + lead;
    if (
      run.length > 45 ||
      /[\p{L}\p{N}_]/u.test(text[start - 1] ?? '') ||
      /[\p{L}_]/u.test(text[start + run.length] ?? '')
    )
      continue;
    const v4 = /^(\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?$/.exec(run)?.[1];
    if (v4 && isIPv4(v4) && !isVersion(text, start)) spans.push({ kind: 'IP', start, end: start + v4.length });
    else if (/[\da-f].*:|:.*[\da-f]/i.test(run) && isIPv6(run))
      spans.push({ kind: 'IP', start, end: start + run.length });
  }
  return spans;
}

const isVersion = (text: string, start: number): boolean =>
  /(?:\bv|version|release|build)[ :.]{0,2}$/iu.test(text.slice(Math.max(0, start - 12), start));
