import type { Read } from './read-dates.ts';
import type { Token } from './tokens.ts';
import { fewKey, isQualifier, timeUnit, type Unit } from './units.ts';

const LEADS = new Set(
  'within in after for innerhalb binnen nach fur wahrend sous dans apres pendant sur en dentro tras durante em apos por um d under'.split(
    ' ',
  ),
);
const ARTICLES = new Set("a an ein eine einen einer eines einem un une una um uma the l'".split(' '));
/** With these a span is meant only where words lead to one. */
const DEFINITE = new Set(['the', "l'"]);
const HALVES = new Set('half halbe halben halber halbes demi demie media meia'.split(' '));
const FEW = new Set(
  'few several couple some einige einigen ein-paar paar wenige wenigen mehrere quelques plusieurs unos unas pocos pocas varios alguns algumas poucos poucas varias'.split(
    ' ',
  ),
);
const GAP = new Set(['of', 'von', 'de', 'from', '-', "'"]);

const at = (tokens: readonly Token[], index: number): string => tokens[index]?.text ?? '';
const skip = (tokens: readonly Token[], index: number, words: ReadonlySet<string>): number =>
  words.has(at(tokens, index)) ? index + 1 : index;

const TAKES = new Set(
  'take takes took taking last lasts need needs dauert dauern braucht prend prendra dure durera tarda tardara dura durara leva levara demora'.split(
    ' ',
  ),
);
/** Before "a month" they tell how often, and not how long. */
const RATES = new Set(
  'once twice times time mal fois vez veces vezes euro euros dollar dollars eur usd yen'.split(' '),
);
const HOUR = 3600;
const DAY = 86_400;

/** "within a week", "it takes an hour": a span of one, which no figure tells. "Have a day" is a wish. */
function readOne(tokens: readonly Token[], index: number, loosely: boolean): Read | null {
  const before = tokens[index - 1];
  const leads = LEADS.has(before?.text ?? '') || (GAP.has(before?.text ?? '') && LEADS.has(at(tokens, index - 2)));
  const told = loosely || leads || TAKES.has(before?.text ?? '');
  const article = at(tokens, index);
  if (!ARTICLES.has(article) || (!told && DEFINITE.has(article))) return null;
  const from = skip(tokens, index + 1, GAP);
  const word = isQualifier(at(tokens, from)) ? from + 1 : from;
  const unit = timeUnit(at(tokens, word));
  if (!unit) return null;
  const isRate =
    before?.kind === 'number' || (before?.kind === 'mark' && before.text !== ',') || RATES.has(before?.text ?? '');
  const isLong = unit.name === 'month' || (unit.times >= HOUR && unit.times !== DAY) || word > from;
  if (!told && (isRate || !isLong)) return null;
  return {
    claims: [{ reason: 'date', keys: [`${unit.name}:${unit.times}`], implies: [fewKey(unit)] }],
    next: word + 1,
  };
}

const FREE = new Set('free kostenlosen kostenloser kostenloses kostenlose kostenfreien gratis'.split(' '));
const FREE_AFTER = /^(?:gratuite?|gratis|offert|ofert)/;

/** "a free month", "un mois gratuit": as many as one. */
function readFreeOne(tokens: readonly Token[], index: number): Read | null {
  if (!ARTICLES.has(at(tokens, index))) return null;
  const word = skip(tokens, index + 1, FREE);
  const isFree = word > index + 1 || FREE_AFTER.test(at(tokens, word + 1));
  const unit = isFree ? timeUnit(at(tokens, word)) : null;
  return unit && { claims: [{ reason: 'date', keys: [`${unit.name}:${unit.times}`] }], next: word + 1 };
}

const AND_A_HALF = /^(?:und eine halbe|and a half|et demie?|y medi[ao]|e mei[ao])$/;
const ONE_AND_A_HALF = new Set(['anderthalb', 'eineinhalb']);
const QUARTER = new Set(['quarter', 'viertel', 'quart', 'cuarto', 'quarto']);
const COMPOUND: Readonly<Record<string, string>> = {
  viertelstunde: 'second:900',
  dreiviertelstunde: 'second:2700',
  halbstunde: 'second:1800',
  halbjahr: 'month:6',
  半年: 'month:6',
  半日: 'second:43200',
};

const span = (unit: Unit, times: number, next: number): Read => ({
  claims: [{ reason: 'date', keys: [`${unit.name}:${unit.times * times}`], implies: [fewKey(unit)] }],
  next,
});

/** "half an hour", "a quarter of an hour", "anderthalb Stunden", "una hora y media", 半年 */
function readHalf(tokens: readonly Token[], index: number): Read | null {
  const word = at(tokens, index);
  const compound = COMPOUND[word] ?? COMPOUND[word.slice(0, 2)];
  if (compound) return { claims: [{ reason: 'date', keys: [compound] }], next: index + 1 };
  if (ONE_AND_A_HALF.has(word)) {
    const unit = timeUnit(at(tokens, index + 1));
    return unit && span(unit, 1.5, index + 2);
  }
  const from = skip(tokens, skip(tokens, index + 1, GAP), ARTICLES);
  const unit = HALVES.has(word) || QUARTER.has(word) ? timeUnit(at(tokens, from)) : null;
  return unit && span(unit, QUARTER.has(word) ? 0.25 : 0.5, from + 1);
}

/** "an hour and a half", "2 heures et demie", 1時間半 */
function readAndHalf(tokens: readonly Token[], index: number): Read | null {
  const first = tokens[index];
  const count = first?.kind === 'number' ? Number(first.text) : ARTICLES.has(first?.text ?? '') ? 1 : null;
  if (count === null || !Number.isFinite(count)) return null;
  const sizes = [2, 3];
  const words = (from: number, size: number): string =>
    Array.from({ length: size }, (_, offset) => at(tokens, from + offset)).join(' ');
  // "one and a half hours"
  const inside = sizes.find(
    (size) => AND_A_HALF.test(words(index + 1, size)) && timeUnit(at(tokens, index + 1 + size)),
  );
  const after = inside === undefined ? null : timeUnit(at(tokens, index + 1 + inside));
  if (inside !== undefined && after) return span(after, count + 0.5, index + 2 + inside);
  const unit = timeUnit(at(tokens, index + 1));
  if (!unit) return null;
  if (/^(?:時間|年)半/.test(at(tokens, index + 1))) return span(unit, count + 0.5, index + 2);
  const length = sizes.find((size) => AND_A_HALF.test(words(index + 2, size)));
  return length === undefined ? null : span(unit, count + 0.5, index + 2 + length);
}

/** "a few days", 数日: as loose as it is, a source has to speak of such spans. */
function readFew(tokens: readonly Token[], index: number): Read | null {
  const wide = /数(日|時間|分|週間|か月|ヶ月)/.exec(at(tokens, index))?.[1];
  const from = skip(tokens, index + 1, GAP);
  const unit = timeUnit(wide ?? (FEW.has(at(tokens, index)) ? at(tokens, from) : ''));
  const next = wide ? index + 1 : from + 1;
  return unit && { claims: [{ reason: 'date', keys: [fewKey(unit)] }], next };
}

/** A span of time that is told without a number. `loosely`: also where it may be a manner of speaking. */
export const readSpan = (tokens: readonly Token[], index: number, loosely: boolean): Read | null =>
  readAndHalf(tokens, index) ??
  readOne(tokens, index, loosely) ??
  readFreeOne(tokens, index) ??
  readHalf(tokens, index) ??
  readFew(tokens, index);
