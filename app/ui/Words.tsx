import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { english, type Key, loadDictionary, translate, type Vars } from './translate.ts';

export type Words = {
  t(key: Key, vars?: Vars): string;
  /** A slug's name: translated if we know it, else made readable. */
  name(group: string, slug: string): string;
  /** A length of time in its largest fitting unit, e.g. `42 min`. */
  duration(ms: number): string;
  ago(ms: number): string;
  percent(share: number): string;
  /** A date's month and year. */
  month(date: string): string;
  languageName(code: string): string;
  /** Whether the words are written from right to left. */
  rtl: boolean;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function wordsOf(locale: string, dictionary = english): Words {
  const t: Words['t'] = (key, vars) => translate(dictionary, locale, key, vars);
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'short' });
  return {
    t,
    name: (group, slug) => {
      const known = Object.entries(dictionary).find(([key]) => key === group)?.[1];
      const text = (known as Record<string, unknown> | undefined)?.[slug];
      return typeof text === 'string' ? text : readable(slug);
    },
    duration: (ms) => {
      if (ms < HOUR) return unit(Math.max(1, Math.round(ms / MINUTE)), 'minute');
      return ms < 2 * DAY ? unit(Math.round(ms / HOUR), 'hour') : unit(Math.round(ms / DAY), 'day');
    },
    ago: (ms) => {
      if (ms < MINUTE) return t('age.now');
      if (ms < HOUR) return relative.format(-Math.floor(ms / MINUTE), 'minute');
      return ms < DAY ? relative.format(-Math.floor(ms / HOUR), 'hour') : relative.format(-Math.floor(ms / DAY), 'day');
    },
    month: (date) => new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' }).format(new Date(date)),
    languageName: (code) => new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code,
    rtl: /^(ar|fa|he|ur)\b/.test(locale),
    percent: (share) => new Intl.NumberFormat(locale, { style: 'percent' }).format(share),
  };
}

const readable = (slug: string) => {
  const spaced = slug.replaceAll('_', ' ').trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

const WordsContext = createContext<Words>(wordsOf('en'));
export const useWords = () => useContext(WordsContext);

/** English at once; another locale as soon as its chunk is here, without holding up the first paint. */
export function WordsProvider({ locale, children }: { locale: string; children: ReactNode }) {
  const [loaded, setLoaded] = useState({ locale: 'en', dictionary: english });
  useEffect(() => {
    let current = true;
    loadDictionary(locale).then(
      (fresh) => current && setLoaded(fresh),
      () => null,
    );
    return () => {
      current = false;
    };
  }, [locale]);
  const words = useMemo(() => wordsOf(loaded.locale, loaded.dictionary), [loaded]);
  useEffect(() => {
    const { documentElement } = document;
    documentElement.lang = loaded.locale;
    documentElement.dir = words.rtl ? 'rtl' : 'ltr';
  }, [loaded, words]);
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}
