import type { Span } from './span.ts';

const NUMBERS_BEFORE = /(?<![\d.,/-])(?:\d{1,6}[a-z]?[ ,]{1,2}){1,2}$/;
const JOINT = /[ \t,;>]{0,8}(?:\n[ \t,>]{0,8}){0,3}/y;
const UNIT =
  /(?:apt|apartment|suite|ste|unit|flat|floor|fl|room|rm|building|bldg|piso|puerta|appt|appartement|bâtiment|bât|wohnung|apto|bloco|depto|interior|box)\.? ?[#nº°]{0,2} ?\d{1,5}[a-z]?(?![\p{L}\d])/iuy;
const CODE =
  /(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|(?:[A-Z]{1,2}-)?\d{1,6}(?:-\d{2,4})?[a-zA-Z]{0,2})(?![\p{L}\d:@]|[-./]\d|-)/uy;
const STATE = /[A-Z]{2}(?![\p{L}\d])/uy;
const WORD =
  /(?:\(?[\p{Lu}\p{Lt}][\p{L}\p{M}'’.-]{0,30}\)?|(?:de|la|las|los|del|du|des|di|do|da|dos|am|an|der|dem|upon|sur|sous|im|und|y|e|of|the|and|nad|u|nan)(?=[ \n]))(?![\p{L}@:])/uy;
const MOST_TOKENS = 10;

/** An address with the numbers right before it and what follows, up to the last unit, postcode or state before `limit`. */
export function extendAddress(text: string, { kind, start, end }: Span, limit: number): Span {
  const before = NUMBERS_BEFORE.exec(text.slice(Math.max(0, start - 18), start))?.[0] ?? '';
  const isDone = /\d{5}$/.test(text.slice(end - 6, end));
  return {
    kind,
    start: start - before.trimStart().length,
    end: isDone ? end : Math.max(end, addressEnd(text, end, limit)),
  };
}

/** Where an address goes on to from here: behind the last unit, postcode or state of what looks like one. */
export function addressEnd(text: string, from: number, limit = text.length): number {
  let at = from;
  let end = from;
  for (let count = 0; count < MOST_TOKENS; count++) {
    const start = matchAt(JOINT, text, at) ?? at;
    const code = matchAt(UNIT, text, start) ?? matchAt(CODE, text, start) ?? matchAt(STATE, text, start);
    const next = code ?? matchAt(WORD, text, start);
    if (next === null || next > limit) break;
    if (code !== null) end = code;
    at = next;
    if (/^\d{5}(?:-|$)/.test(text.slice(start, next))) break;
  }
  return end;
}

function matchAt(sticky: RegExp, text: string, at: number): number | null {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : null;
}
