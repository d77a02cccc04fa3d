import { describe, expect, it } from 'vitest';
import './later-words.ts';
import english from '../../translations/en.json';
import { loadDictionary, translate } from './translate.ts';
import { wordsOf } from './Words.tsx';

const locales = import.meta.glob<Record<string, unknown>>('../../translations/*.json', {
  import: 'default',
  eager: true,
});

const flatten = (node: unknown, path = ''): [string, string][] =>
  typeof node === 'string'
    ? [[path, node]]
    : Object.entries(node as object).flatMap(([key, value]) => flatten(value, `${path}.${key}`));
const variables = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([name]) => name).sort();

describe('translations', () => {
  it('exist in six languages', () => expect(Object.keys(locales)).toHaveLength(6));

  it.each(Object.entries(locales))('%s has the keys and variables of English', (_, locale) => {
    const ours = flatten(locale).map(([key, text]) => [key, variables(text)]);
    expect(ours).toEqual(flatten(english).map(([key, text]) => [key, variables(text)]));
    expect(flatten(locale).every(([, text]) => text.trim() !== '')).toBe(true);
  });

  it.each([
    ['pt-BR', 'Agora não'],
    ['pt', 'Agora não'],
    ['de-AT', 'Nicht jetzt'],
    ['ja', '今はしない'],
    ['en-GB', 'Not now'],
    ['xx', 'Not now'],
  ])('%s speaks its language or English', async (wanted, notNow) => {
    const { locale, dictionary } = await loadDictionary(wanted);
    expect(translate(dictionary, locale, 'apply.notNow')).toBe(notNow);
  });
});

describe('words', () => {
  const { t, duration, ago, name } = wordsOf('en');
  const HOUR = 3_600_000;

  it('count', () => {
    expect(t('apply.all', { count: 1 })).toBe('Apply 1 change');
    expect(t('apply.all', { count: 4 })).toBe('Apply 4 changes');
  });

  it('take values as they are, placeholders in them included', () =>
    expect(t('why.ticket', { id: '1', title: '{{id}} $&' })).toBe('#1 {{id}} $&'));

  it('measure time', () => {
    expect([0, HOUR / 2, HOUR, 47 * HOUR, 72 * HOUR].map(duration)).toEqual([
      '1 min',
      '30 min',
      '1 hr',
      '47 hr',
      '3 days',
    ]);
    expect(ago(20_000)).toBe('just now');
    expect(ago(5 * HOUR)).toBe('5 hr. ago');
  });

  it('make an unknown slug readable', () => {
    expect(name('category', 'feature_request')).toBe('Feature request');
    expect(name('category', 'data_export')).toBe('Data export');
    expect(name('category', 'constructor')).toBe('Constructor');
  });
});
