const pair = (word: string, value: number): [string, number] => [word, value];
const list = (words: string): string[] => words.split(' ');
const from = (start: number, words: string): [string, number][] =>
  list(words).map((word, index) => [word, start + index]);
const tens = (words: string, start = 20): [string, number][] =>
  list(words).map((word, index) => [word, start + index * 10]);

/** Number words, folded, and what may stand between two of them. */
type Numerals = { values: ReadonlyMap<string, number>; joints: ReadonlySet<string> };
const numerals = (values: [string, number][], joints: string): Numerals => ({
  values: new Map(values),
  joints: new Set(list(joints)),
});

const GERMAN_ONES = from(
  1,
  'ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn',
);
const GERMAN_TENS = tens('zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig');
/** vierundzwanzig */
const GERMAN_BELOW_100: [string, number][] = [
  ...GERMAN_ONES,
  ...GERMAN_TENS,
  ...GERMAN_TENS.flatMap(([ten, value]) =>
    GERMAN_ONES.slice(0, 9).map(([one, digit]): [string, number] => [`${one}und${ten}`, value + digit]),
  ),
];
const GERMAN_VALUES = new Map(GERMAN_BELOW_100);

/** zweihundertfünfzig, eintausendfünfhundert */
function readGerman(word: string): number | null {
  const read = (part: string, unit: string, value: number): { sum: number; rest: string } | null => {
    const at = part.indexOf(unit);
    if (at < 0) return { sum: 0, rest: part };
    const before = part.slice(0, at);
    const times = before === '' ? 1 : GERMAN_VALUES.get(before);
    return times === undefined ? null : { sum: times * value, rest: part.slice(at + unit.length) };
  };
  const thousands = read(word, 'tausend', 1000);
  const hundreds = thousands && read(thousands.rest, 'hundert', 100);
  if (!hundreds || thousands.sum + hundreds.sum === 0) return null;
  const rest = hundreds.rest.replace(/^und/, '');
  const small = rest === '' ? 0 : GERMAN_VALUES.get(rest);
  return small === undefined ? null : thousands.sum + hundreds.sum + small;
}

const LANGUAGES: Readonly<Record<string, Numerals>> = {
  en: numerals(
    [
      ...from(
        1,
        'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
      ),
      ...tens('twenty thirty forty fifty sixty seventy eighty ninety'),
      pair('hundred', 100),
      pair('thousand', 1000),
      pair('million', 1e6),
    ],
    '- and',
  ),
  de: numerals(
    [['eins', 1], ...GERMAN_BELOW_100.slice(1), ['hundert', 100], ['tausend', 1000], ['millionen', 1e6]],
    '-',
  ),
  fr: numerals(
    [
      ...from(1, 'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'),
      ...tens('vingt trente quarante cinquante soixante'),
      pair('vingts', 20),
      pair('septante', 70),
      pair('huitante', 80),
      pair('nonante', 90),
      pair('cent', 100),
      pair('cents', 100),
      pair('mille', 1000),
      pair('millions', 1e6),
      ...[
        pair('dizaine', 10),
        pair('douzaine', 12),
        pair('quinzaine', 15),
        pair('vingtaine', 20),
        pair('trentaine', 30),
      ],
    ],
    '- et',
  ),
  es: numerals(
    [
      ...from(
        1,
        'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
      ),
      ...tens('treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30),
      pair('veintiun', 21),
      pair('cien', 100),
      pair('ciento', 100),
      pair('mil', 1000),
      pair('millones', 1e6),
      ...list(
        'doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
      ).flatMap((word, index): [string, number][] => [
        [word, (index + 2) * 100],
        [word.replace(/os$/, 'as'), (index + 2) * 100],
      ]),
    ],
    'y',
  ),
  pt: numerals(
    [
      ...from(
        1,
        'um dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove',
      ),
      ...tens('vinte trinta quarenta cinquenta sessenta setenta oitenta noventa'),
      pair('duas', 2),
      pair('catorze', 14),
      pair('dezasseis', 16),
      pair('dezassete', 17),
      pair('dezanove', 19),
      pair('cem', 100),
      pair('cento', 100),
      pair('mil', 1000),
      pair('milhoes', 1e6),
      ...list('duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos').flatMap(
        (word, index): [string, number][] => [
          [word, (index + 2) * 100],
          [word.replace(/os$/, 'as'), (index + 2) * 100],
        ],
      ),
    ],
    'e',
  ),
};

const valueIn = (language: string, word: string): number | null =>
  LANGUAGES[language]?.values.get(word) ?? (language === 'de' ? readGerman(word) : null);

/** Whether a number may go on with this one: "two hundred" with "fifty", "soixante" with "douze", "cinco" with nothing. */
function joined(sum: number, next: number): number | null {
  if (next >= 1000)
    return sum % 1000 === 0 && sum > 0 ? null : (Math.floor(sum / 1000) * 1000 || 0) + (sum % 1000 || 1) * next;
  const [whole, below] = [Math.floor(sum / 1000) * 1000, sum % 1000];
  if (next === 100 && below > 1 && below < 10) return whole + below * 100;
  // "quatre-vingt"
  if (next === 20 && below % 100 === 4) return sum - 4 + 80;
  if (below % 100 === 0 && next < (below === 0 ? 1000 : 100) && sum > 0) return sum + next;
  const left = below % 100;
  const takesTeens = left === 60 || left === 80;
  return left >= 20 && left % 10 === 0 && next < (takesTeens ? 20 : 10) ? sum + next : null;
}

/** One only after another number: "vingt et un". */
const ARTICLES = new Set(['un', 'um']);

/** The number that these words begin with in a language; null when it is none. `used`: how many words. */
export function readNumber(words: readonly string[], language: string): { value: number; used: number } | null {
  const first = valueIn(language, words[0] ?? '');
  if (first === null || ARTICLES.has(words[0] ?? '')) return null;
  let [sum, used] = [first, 1];
  for (;;) {
    const gap = LANGUAGES[language]?.joints.has(words[used] ?? '') ? 1 : 0;
    const next = valueIn(language, words[used + gap] ?? '');
    const more = next === null ? null : joined(sum, next);
    // "five and ten" are two numbers; "twenty and five" is hardly ever meant.
    if (more === null) return { value: sum, used };
    [sum, used] = [more, used + gap + 1];
  }
}

export const NUMERAL_LANGUAGES = Object.keys(LANGUAGES);

const CARDINALS = GERMAN_BELOW_100.filter(([, value]) => value <= 31);
const IRREGULAR: Readonly<Record<string, string>> = { ein: 'ers', drei: 'drit', sieben: 'sieb', acht: 'ach' };
const GERMAN_DAYS = CARDINALS.flatMap(([word, value]): [string, number][] => {
  const stem = IRREGULAR[word] ?? (value < 20 ? word : `${word}s`);
  return ['te', 'ten', 'ter', 'tem'].map((ending) => [`${stem}${ending}`, value]);
});
const ENGLISH_DAYS = from(
  1,
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
);
const DAYS = new Map<string, number>([
  ...GERMAN_DAYS,
  ...ENGLISH_DAYS,
  ['thirtieth', 30],
  ['premier', 1],
  ['primero', 1],
  ['primeiro', 1],
]);

/** The day of a month that an ordinal names: "zweiten", "second", "premier". */
export const dayOf = (word: string): number | null => DAYS.get(word) ?? null;
