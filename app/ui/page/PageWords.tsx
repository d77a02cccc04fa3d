import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { overview } from '../../../translations/en.json';

type Plural = { one: string; other: string };
type KeyOf<T> = T extends string | Plural
  ? never
  : { [K in keyof T & string]: T[K] extends string | Plural ? K : `${K}.${KeyOf<T[K]>}` }[keyof T & string];

type Dictionary = typeof overview;
/** A dotted path into `overview` of translations/en.json. */
export type PageKey = KeyOf<Dictionary>;
type Vars = Record<string, string | number>;

export type PageWords = {
  locale: string;
  t(key: PageKey, vars?: Vars): string;
  /** The word for a code that is not known when this is compiled, else the code made readable. */
  name(group: string, code: string): string;
  number(value: number): string;
  percent(share: number): string;
  money(usd: number): string;
  /** `day` has no time zone of its own, such as `2026-03-02`. */
  day(day: string): string;
  moment(iso: string): string;
  ago(iso: string): string;
  list(items: readonly string[]): string;
  language(code: string): string;
  country(code: string): string;
};

const locales = import.meta.glob<Dictionary>('../../../translations/*.json', { import: 'overview' });
const pathOf = (name: string) => `../../../translations/${name}.json`;

/** Some systems have locales that are none, such as `en-US@posix`. */
function valid(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** The words of a locale such as `pt-BR`: the locale's own, else its language's, else English. */
export async function loadPageWords(asked: string): Promise<PageWords> {
  const locale = valid(asked);
  const wanted = locale.toLowerCase();
  const [language = 'en'] = wanted.split('-');
  const names = Object.keys(locales).map((path) => path.replace(/^.*\/|\.json$/g, ''));
  const name = [wanted, language].find((n) => names.includes(n)) ?? names.find((n) => n.startsWith(`${language}-`));
  const load = locales[pathOf(name ?? 'en')];
  if (!load) throw new Error('The page has no English');
  return pageWordsOf(name ? locale : 'en', await load());
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

function pageWordsOf(locale: string, dictionary: Dictionary): PageWords {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const shown = (type: 'language' | 'region', code: string) =>
    new Intl.DisplayNames(locale, { type, fallback: 'code' }).of(code) ?? code;
  return {
    locale,
    t: (key, vars) => said(find(dictionary, key), key, locale, vars),
    name: (group, code) => {
      const word = (find(dictionary, group) as Record<string, unknown> | undefined)?.[code];
      return typeof word === 'string' ? word : readable(code);
    },
    number: (value) => new Intl.NumberFormat(locale).format(value),
    percent: (share) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share),
    money: (usd) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' }).format(usd),
    day: (day) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day)),
    moment: (iso) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)),
    ago: (iso) => {
      const ms = Date.now() - Date.parse(iso);
      const [unit, size] = UNITS.find(([, length]) => ms >= length) ?? ['minute', 60_000];
      return relative.format(-Math.floor(Math.max(0, ms) / size), unit);
    },
    list: (items) => new Intl.ListFormat(locale).format(items),
    language: (code) => shown('language', code),
    country: (code) => shown('region', code),
  };
}

const find = (dictionary: unknown, key: string): unknown =>
  key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], dictionary);

function said(entry: unknown, key: string, locale: string, vars: Vars = {}): string {
  if (entry === undefined) throw new Error(`No translation for ${key}`);
  const one = new Intl.PluralRules(locale).select(Number(vars.count)) === 'one';
  const text = typeof entry === 'string' ? entry : (entry as Plural)[one ? 'one' : 'other'];
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(vars[name] ?? ''));
}

const readable = (code: string) => {
  const spaced = code
    .replaceAll('_', ' ')
    .replace(/[a-z][A-Z]/g, ([end, start]) => `${end} ${start?.toLowerCase()}`)
    .trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

const Context = createContext<PageWords | null>(null);

export function usePageWords(): PageWords {
  const words = useContext(Context);
  if (!words) throw new Error('There is no PageWordsProvider above');
  return words;
}

/** Empty until the first words are here; those of another locale then replace them as soon as they are. */
export function PageWordsProvider({ locale, children }: { locale: string; children: ReactNode }) {
  const [words, setWords] = useState<PageWords | null>(null);
  useEffect(() => {
    let current = true;
    loadPageWords(locale).then(
      (loaded) => current && setWords(loaded),
      () => null,
    );
    return () => {
      current = false;
    };
  }, [locale]);
  useEffect(() => {
    if (words) document.documentElement.lang = words.locale;
  }, [words]);
  return words && <Context.Provider value={words}>{children}</Context.Provider>;
}
