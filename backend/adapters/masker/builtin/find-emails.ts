import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

const NEAR_LOCAL = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}._%+'~!#$&*^{|}-]/u;
const ANY_LOCAL = /[\p{L}\p{M}\p{N}._%+'-]/u;
const NEAR_DOMAIN = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}.-]/u;
const ANY_DOMAIN = /[\p{L}\p{M}\p{N}.。-]/u;
const DOMAIN = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,62}(?:[.。][\p{L}\p{M}\p{N}-]{1,63}){1,8}$/u;

/** E-mail addresses of any script, read outwards from each `@` so that the cost stays linear. */
export function findEmails({ text, lower }: Reading): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = localStart(text, at);
    const end = start < at ? domainEnd(text, at + 1) : at;
    if (end > at + 1) spans.push({ kind: 'EMAIL', start, end });
  }
  return [...spans, ...findSpeltOut(lower)];
}

function localStart(text: string, at: number): number {
  if (text[at - 1] === '"') return quotedStart(text, at);
  const local = before(text, at, NEAR_LOCAL) < at ? NEAR_LOCAL : ANY_LOCAL;
  const run = text.slice(before(text, at, local), at);
  return at - run.replace(/^[.'*#!{|}~^_-]{1,64}/u, '').length;
}

/** `"john doe"@example.com` */
function quotedStart(text: string, at: number): number {
  const open = text.lastIndexOf('"', at - 2);
  const isShort = open >= 0 && at - open <= 66 && open < at - 2;
  return isShort && !text.slice(open, at).includes('\n') ? open : at;
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

const SPELT_AT =
  / ?[([{<] ?(?:at|arroba|chez) ?[)\]}>] ?| at (?=[a-z\d-]{2,40} (?:dot|punto|ponto|point) [a-z]{2,10})/g;
const LOCAL = /[a-z\d._%+-]/;
const DOMAIN_AFTER =
  /^[a-z\d][a-z\d-]{0,62}(?:(?:\.| ?[([{<] ?(?:dot|punto|ponto|punkt|point) ?[)\]}>] ?| (?:dot|punto|ponto|point) )[a-z\d-]{2,63}){1,3}/;

/** `jane (at) example (dot) com`, `jane at example dot com` */
function findSpeltOut(lower: string): Span[] {
  const spans: Span[] = [];
  for (const match of lower.matchAll(SPELT_AT)) {
    const local = match.index - before(lower, match.index, LOCAL);
    const from = match.index + match[0].length;
    const domain = DOMAIN_AFTER.exec(lower.slice(from, from + 160))?.[0].length ?? 0;
    if (local > 0 && domain > 0) spans.push({ kind: 'EMAIL', start: match.index - local, end: from + domain });
  }
  return spans;
}
