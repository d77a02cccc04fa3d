import { first, rest } from 'virtual:page-words';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
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
  /** With two digits behind the point, such as a confidence. */
  decimal(value: number): string;
  money(usd: number): string;
  /** `day` has no time zone of its own, such as `2026-03-02`. */
  day(day: string): string;
  /** The same as short as it goes below a chart. */
  shortDay(day: string): string;
  moment(iso: string): string;
  /** The time of the day somewhere, such as in `Europe/Berlin`; with its day unless that is today. */
  clock(iso: string, timeZone: string): string;
  ago(iso: string): string;
  list(items: readonly string[]): string;
  language(code: string): string;
  country(code: string): string;
};

/** Some systems have locales that are none, such as `en-US@posix`. */
function valid(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** The words of a locale such as `pt-BR`: the locale's own, else its language's, else English. `all`: also those of the admin's pages. */
export async function loadPageWords(asked: string, all = true): Promise<PageWords> {
  const locale = valid(asked);
  const wanted = locale.toLowerCase();
  const [language = 'en'] = wanted.split('-');
  const names = Object.keys(first);
  const name = [wanted, language].find((n) => names.includes(n)) ?? names.find((n) => n.startsWith(`${language}-`));
  const parts = await Promise.all([first[name ?? 'en']?.(), all ? rest[name ?? 'en']?.() : null]);
  return pageWordsOf(name ? locale : 'en', Object.assign({}, ...parts.map((part) => part?.words)));
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
    decimal: (value) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value),
    money: (usd) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' }).format(usd),
    day: (day) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day)),
    shortDay: (day) =>
      new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(day)),
    clock: (iso, timeZone) => clockIn(locale, timeZone, new Date(iso)),
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

function clockIn(locale: string, timeZone: string, at: Date): string {
  const write = (style: Intl.DateTimeFormatOptions, date: Date) =>
    new Intl.DateTimeFormat(locale, { ...style, timeZone }).format(date);
  const isToday = write({ dateStyle: 'short' }, at) === write({ dateStyle: 'short' }, new Date());
  return write(isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' }, at);
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

type Loaded = { words: PageWords; hasAll: boolean };
type Provided = Loaded & { failure: unknown; ask(): void };
const Context = createContext<Provided | null>(null);

function useProvided(): Provided {
  const provided = useContext(Context);
  if (!provided) throw new Error('There is no PageWordsProvider above');
  return provided;
}

export const usePageWords = (): PageWords => useProvided().words;

/** Empty until the first words are here; those of another locale then replace them as soon as they are. */
export function PageWordsProvider({ locale, children }: { locale: string; children: ReactNode }) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  /** How often all were asked for; 0: the first are enough. */
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let current = true;
    loadPageWords(locale, asked > 0).then(
      (words) => current && setLoaded({ words, hasAll: asked > 0 }),
      (problem: unknown) => current && setFailure(problem),
    );
    return () => {
      current = false;
    };
  }, [locale, asked]);
  useEffect(() => {
    if (loaded) document.documentElement.lang = loaded.words.locale;
  }, [loaded]);
  const ask = useCallback(() => {
    setFailure(null);
    setAsked((before) => before + 1);
  }, []);
  const provided = useMemo(() => loaded && { ...loaded, failure, ask }, [loaded, failure, ask]);
  return provided && <Context.Provider value={provided}>{children}</Context.Provider>;
}

/** For what an admin's page says: holds it back until those words are here too. */
export function WithAllWords({ fallback, children }: { fallback: ReactNode; children: ReactNode }) {
  const { hasAll, failure, ask } = useProvided();
  const [isAsked, setAsked] = useState(hasAll);
  useEffect(() => {
    if (isAsked) return;
    ask();
    setAsked(true);
  }, [isAsked, ask]);
  if (hasAll) return children;
  if (isAsked && failure) throw failure;
  return fallback;
}
