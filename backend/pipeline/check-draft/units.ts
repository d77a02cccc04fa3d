/** What a figure counts: times of day and calendar in seconds or months, so that a week is seven days. */
export type Unit = { name: 'second' | 'month'; times: number };

const MEASURES =
  /^(?:[kmgt]i?b|[kmg]o|[kmgt]bps|[kmgt]bits?|[kmgt]bytes?|bytes?|octets?|px|pixels?|dpi|mm|cm|km|kg|mg|ml|[kmg]?hz|mah|inch(?:es)?|zoll|volts?|watts?|°)$/;

const TIMES: readonly (readonly [RegExp, Unit['name'], number])[] = [
  [/^(?:secs?|sek|segs?|seconds?|sekunden?|segundos?|secondes?)$/, 'second', 1],
  [/^(?:mins?|minutes?|minuten?|minutos?|minutig\p{L}{0,2})$/u, 'second', 60],
  [/^(?:h|hrs?|hours?|stunden?|stundig\p{L}{0,2}|std|heures?|horas?)$/u, 'second', 3600],
  [
    /^(?:days?|(?:werk|arbeits|kalender|geschafts|bankarbeits|bank)?tag(?:e[ns]?|s)?|tagig\p{L}{0,2}|jours?|journees?|dias?|weekdays?|workdays?)$/u,
    'second',
    86_400,
  ],
  [/^(?:fortnights?|quincenas?)$/, 'second', 1_209_600],
  [/^(?:weeks?|wochen?|wochig\p{L}{0,2}|semaines?|semanas?)$/u, 'second', 604_800],
  [/^(?:months?|monat(?:e[ns]?|s)?|monatig\p{L}{0,2}|mois|mes|meses)$/u, 'month', 1],
  [/^(?:quartale?n?|trimestres?)$/, 'month', 3],
  [/^(?:years?|jahr(?:e[ns]?|s)?|jahrig\p{L}{0,2}|ans?|annees?|anos?)$/u, 'month', 12],
];

/** Where words are not parted, the figure's unit begins what follows it. */
const WIDE_TIMES: readonly (readonly [string, Unit['name'], number])[] = [
  ['営業日', 'second', 86_400],
  ['日', 'second', 86_400],
  ['時間', 'second', 3600],
  ['分', 'second', 60],
  ['秒', 'second', 1],
  ['週', 'second', 604_800],
  ['か月', 'month', 1],
  ['ヶ月', 'month', 1],
  ['カ月', 'month', 1],
  ['ヵ月', 'month', 1],
  ['箇月', 'month', 1],
  ['年', 'month', 12],
];

/** Some of them, however many. */
export const fewKey = ({ name, times }: Unit): string => `few:${name}:${times}`;

/** Stands between a figure and its unit and changes neither. */
const QUALIFIERS =
  /^(?:business|working|calendar|full|whole|consecutive|more|further|extra|additional|other|short|long|weitere[nr]?|ganze[nr]?|volle[nr]?|zusatzliche[nr]?|kurze[nr]?|free|kostenlose[nr]?|de)$/;

/** The unit of time that a word names. */
export function timeUnit(word: string): Unit | null {
  const known = TIMES.find(([pattern]) => pattern.test(word));
  if (known) return { name: known[1], times: known[2] };
  const wide = WIDE_TIMES.find(([start]) => word.startsWith(start));
  return wide ? { name: wide[1], times: wide[2] } : null;
}

const MEASURE_NAMES = new Map(
  Object.entries({
    gigabyte: 'gb',
    megabyte: 'mb',
    kilobyte: 'kb',
    terabyte: 'tb',
    gigaoctet: 'gb',
    megaoctet: 'mb',
    giga: 'gb',
    gig: 'gb',
    kilogram: 'kg',
    kilogramm: 'kg',
    kilogramme: 'kg',
    kilogramo: 'kg',
    kilograma: 'kg',
    kilo: 'kg',
    quilo: 'kg',
    centimeter: 'cm',
    centimetre: 'cm',
    zentimeter: 'cm',
    centimetro: 'cm',
    kilometer: 'km',
    kilometre: 'km',
    kilometro: 'km',
    quilometro: 'km',
    millimeter: 'mm',
    millimetre: 'mm',
    milimetro: 'mm',
    liter: 'l',
    litre: 'l',
    litro: 'l',
    pixel: 'px',
  }),
);
const WIDE_MEASURES: readonly (readonly [string, string])[] = [
  ['ギガ', 'gb'],
  ['メガ', 'mb'],
  ['キロ', 'kg'],
  ['センチ', 'cm'],
  ['ミリ', 'mm'],
  ['リットル', 'l'],
];

/** French counts bytes in octets; bits are counted by the second. */
export function measureOf(word: string): string | null {
  const named = MEASURE_NAMES.get(word) ?? MEASURE_NAMES.get(word.replace(/s$/, ''));
  const wide = WIDE_MEASURES.find(([start]) => word.startsWith(start))?.[1];
  if (named || wide) return named ?? wide ?? null;
  return MEASURES.test(word)
    ? word.replace(/^([kmgt])(?:o|ib|bytes?)$/, '$1b').replace(/^([kmgt]?)bits?$/, '$1bps')
    : null;
}
/** Of people the years are often left out: "under 12". */
export const isYear = (word: string): boolean => /^(?:years?|jahr|ans?$|anos?$|annee)/.test(word);
export const isQualifier = (word: string): boolean => QUALIFIERS.test(word);
