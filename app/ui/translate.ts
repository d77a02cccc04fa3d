import { words as first } from 'virtual:english-first';
import type { ui } from '../../translations/en.json';

type Plural = { one: string; other: string };
type KeyOf<T> = T extends string | Plural
  ? never
  : { [K in keyof T & string]: T[K] extends string | Plural ? K : `${K}.${KeyOf<T[K]>}` }[keyof T & string];

export type Dictionary = typeof ui;

/** English: of the first paint, and in full once the later panels are loaded. */
export const english = first as Dictionary;

/** A dotted path into translations/en.json. */
export type Key = KeyOf<Dictionary>;
export type Vars = Record<string, string | number>;

const otherLocales = import.meta.glob<Dictionary>(['../../translations/*.json', '!../../translations/en.json'], {
  import: 'ui',
});

/** The strings for a locale such as `pt-BR`: the locale's own, else its language's, else English. */
export async function loadDictionary(locale: string): Promise<{ locale: string; dictionary: Dictionary }> {
  const wanted = locale.toLowerCase();
  const [language = 'en'] = wanted.split('-');
  const names = Object.keys(otherLocales).map((path) => path.replace(/^.*\/|\.json$/g, ''));
  const name = [wanted, language].find((n) => names.includes(n)) ?? names.find((n) => n.startsWith(`${language}-`));
  const load = name && otherLocales[`../../translations/${name}.json`];
  return load
    ? { locale, dictionary: await load() }
    : { locale: language === 'en' ? locale : 'en', dictionary: english };
}

export function translate(dictionary: Dictionary, locale: string, key: Key, vars: Vars = {}): string {
  const entry = find(dictionary, key) ?? find(english, key);
  if (entry === undefined) throw new Error(`No translation for ${key}`);
  const text = typeof entry === 'string' ? entry : entry[plural(locale, vars.count)];
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(vars[name] ?? ''));
}

const plural = (locale: string, count: string | number | undefined): keyof Plural =>
  new Intl.PluralRules(locale).select(Number(count)) === 'one' ? 'one' : 'other';

const find = (dictionary: unknown, key: string): string | Plural | undefined =>
  key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], dictionary) as
    | string
    | Plural
    | undefined;
