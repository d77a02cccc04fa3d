import type { Claim } from './claim.ts';
import { currencyOf, isCurrencyCode } from './currencies.ts';
import type { Read } from './read-dates.ts';
import type { Token } from './tokens.ts';
import { fewKey, isQualifier, isYear, measureOf, timeUnit } from './units.ts';

type Amount = { value: number; next: number; inWords: boolean };
type Counted = Omit<Claim, 'value'> & { unit: string };

const RANGE = new Set([
  '-',
  '~',
  '〜',
  '～',
  'to',
  'bis',
  'a',
  'and',
  'und',
  'et',
  'y',
  'e',
  'or',
  'oder',
  'ou',
  'o',
  'u',
  'ate',
  'から',
  ',',
]);
const MAGNITUDES: Readonly<Record<string, number>> = {
  ...{ k: 1000, mio: 1e6, million: 1e6, millions: 1e6, millionen: 1e6, millones: 1e6, milhoes: 1e6, 万: 10_000 },
  ...{ thousand: 1000, tausend: 1000, mil: 1000, mille: 1000 },
};
const ORDINAL = /^(?:st|nd|rd|th|er|re|º|ª|°|e|eme|ter|te[nr]?)$/;
/** 2割 */
const TENTH = /^割(?!引|り)/;
const PERCENT = /^(?:%|percent|prozent\p{L}{0,3}$|パーセント)/u;
const HUNDREDTH = /^(?:cent|ciento|cento)$/;
const RATE = /^(?:[日分時週月年]間?|秒)(?:あたり|当たり|につき|ごと|毎|の限度|の上限|に)/;
const LONGEST_RANGE = 4;

/** 1,000.00 and 1.000,00 are a thousand; one separator before three digits parts thousands. */
export function toValue(text: string): number | null {
  const parts = text.split(/[.,']/);
  const marks = text.match(/[.,']/g) ?? [];
  if (marks.length === 0) return Number(text);
  const last = parts.at(-1) ?? '';
  const mixed = new Set(marks).size > 1 && marks.filter((mark) => mark === marks.at(-1)).length === 1;
  const thousands = (groups: string[]): boolean => groups.slice(1).every((group) => group.length === 3);
  if (mixed) return thousands(parts.slice(0, -1)) ? Number(`${parts.slice(0, -1).join('')}.${last}`) : null;
  if (thousands(parts) && parts[0] !== '0') return Number(parts.join(''));
  return marks.length === 1 && marks[0] !== "'" ? Number(parts.join('.')) : null;
}

/** A number, also with blanks between its thousands. */
function readAmount(tokens: readonly Token[], at: number): Amount | null {
  const first = tokens[at];
  if (first?.kind !== 'number') return null;
  const inWords = first.words !== undefined;
  let [digits, next] = [first.text, at + 1];
  const isGroup = (token: Token | undefined): boolean =>
    token?.kind === 'number' &&
    /^\d{3}(?:[.,]\d{1,2})?$/.test(token.text) &&
    token.words === undefined &&
    token.start === (tokens[next - 1]?.end ?? 0) + 1;
  if (!inWords && /^[1-9]\d{0,2}$/.test(digits))
    while (isGroup(tokens[next]) && /^\d+$/.test(digits)) digits += tokens[next++]?.text;
  const value = toValue(digits);
  if (value === null) return null;
  const magnitude = tokens[next];
  const times =
    magnitude?.words && Number(magnitude.text) >= 100 ? Number(magnitude.text) : MAGNITUDES[magnitude?.text ?? ''];
  const isShort = tokens[next]?.text !== 'k' || tokens[next]?.start === tokens[next - 1]?.end;
  return times && isShort ? { value: value * times, next: next + 1, inWords } : { value, next, inWords };
}

const counted = (unit: string, reason: Claim['reason'], key: string): Counted => ({ unit, reason, keys: [key] });

/** "14 h" is a span, and in some languages a time of day. */
function withTimes(value: number, word: string): Counted | null {
  const unit = timeUnit(word);
  if (!unit) return null;
  const clock =
    /^(?:h|heures?|horas?)$/.test(word) && Number.isInteger(value) && value <= 24 ? [`clock:${value}:00`] : [];
  const age = isYear(word) ? [`number:${value}`] : [];
  const keys = [`${unit.name}:${value * unit.times}`, ...clock, ...age];
  return { unit: word, reason: 'date', keys, implies: [fewKey(unit)] };
}

/** What the number before counts, by the words right after it. */
function readUnit(tokens: readonly Token[], at: number, value: number): { read: Counted; next: number } | null {
  const text = (index: number): string => tokens[index]?.text ?? '';
  if (PERCENT.test(text(at))) return { read: counted('%', 'figure', `percent:${value}`), next: at + 1 };
  if (/^(?:per|pour|por)$/.test(text(at)) && HUNDREDTH.test(text(at + 1)))
    return { read: counted('%', 'figure', `percent:${value}`), next: at + 2 };
  if (TENTH.test(text(at))) return { read: counted('%', 'figure', `percent:${value * 10}`), next: at };
  const currency = currencyOf(text(at));
  if (currency) return { read: counted(text(at), 'amount', `amount:${currency}:${value}`), next: at + 1 };
  const measure = measureOf(text(at));
  if (measure) return { read: counted(text(at), 'figure', `measure:${measure}:${value}`), next: at + 1 };
  let from = text(at) === '-' ? at + 1 : at;
  for (let skipped = 0; skipped < 2 && isQualifier(text(from)); skipped++)
    from = text(from + 1) === '-' ? from + 2 : from + 1;
  const read = withTimes(value, text(from));
  // "1日あたり": by the day, and no span of one.
  if (read && value === 1 && RATE.test(text(from))) return { read: { ...read, keys: [] }, next: from };
  // An unspaced run may name more than the unit.
  return read && { read, next: /^[a-z]/.test(text(from)) ? from + 1 : from };
}

/** In "5 to 10 days" the five are days, too. */
function unitOfRange(tokens: readonly Token[], at: number): string | null {
  let next = at;
  for (let length = 0; length < LONGEST_RANGE; length++) {
    if (!RANGE.has(tokens[next]?.text ?? '')) return null;
    const from = tokens[next]?.text === ',' && RANGE.has(tokens[next + 1]?.text ?? '') ? next + 2 : next + 1;
    const amount = readAmount(tokens, from);
    if (!amount) return null;
    const unit = readUnit(tokens, amount.next, 1);
    if (unit) return unit.read.unit;
    next = amount.next;
  }
  return null;
}

const withUnit = (value: number, unit: string): Counted | null =>
  readUnit([{ kind: 'word', text: unit, start: 0, end: 0 }], 0, value)?.read ?? null;

/** €5, US$ 5, R$ 5, EUR 5 */
function currencyBefore(tokens: readonly Token[], at: number): string | null {
  const [earlier, before] = [tokens[at - 2], tokens[at - 1]];
  if (!before || !isCurrencyCode(before.text)) return null;
  return before.text === '$' && earlier?.text === 'r' && earlier.end === before.start ? 'BRL' : currencyOf(before.text);
}

/** A figure that begins here, with what it counts. */
export function readQuantity(tokens: readonly Token[], at: number): Read | null {
  const amount = readAmount(tokens, at);
  if (!amount) return null;
  const { value, next, inWords } = amount;
  const before = currencyBefore(tokens, at);
  if (before)
    return { claims: [{ reason: 'amount', keys: [`amount:${before}:${value}`], value: String(value) }], next };
  const own = readUnit(tokens, next, value);
  const shared = own ? null : unitOfRange(tokens, next);
  const read = own?.read ?? (shared === null ? null : withUnit(value, shared));
  if (read) {
    const { unit: _, ...claim } = read;
    return { claims: read.keys.length > 0 ? [{ ...claim, value: String(value) }] : [], next: own?.next ?? next };
  }
  if (inWords && !countsAlone(tokens, at, { value, next, inWords })) return { claims: [], next };
  const suffix = tokens[next];
  const isOrdinal = suffix !== undefined && suffix.start === tokens[next - 1]?.end && ORDINAL.test(suffix.text);
  const bare: Claim = { reason: 'figure', keys: [`number:${value}`], value: String(value), bare: true };
  return { claims: [bare], next: isOrdinal ? next + 1 : next };
}

/** What a writer counts off, rather than tells. */
const LOOSE =
  /^(?:ways?|options?|steps?|things?|possibilities|points?|questions?|reasons?|cases?|details?|factors?|moglichkeiten|wege|optionen|schritte[n]?|dinge|fragen|punkte|grunde|fallen?|angaben|facons?|etapes?|choses|possibilites|raisons?|cas|facteurs?|formas|maneras|opciones|pasos|cosas|posibilidades|preguntas|razones|casos|factores|maneiras|opcoes|passos|etapas|coisas|possibilidades|perguntas|razoes|fatores)$/;
/** Words that mean more than their number: "un appareil neuf". */
const AMBIGUOUS = new Set(['neuf', 'million', 'millionen', 'mil', 'mille']);

function countsAlone(tokens: readonly Token[], at: number, { value, next }: Amount): boolean {
  const [first] = tokens[at]?.words ?? [];
  const following = tokens[next]?.text ?? '';
  if (value < 2 || AMBIGUOUS.has(first ?? '') || LOOSE.test(following)) return false;
  // "zwei-faktor", "two-step"
  return !(following === '-' && tokens[next]?.start === tokens[next - 1]?.end);
}
