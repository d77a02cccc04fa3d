import { describe, expect, it } from 'vitest';
import { findGreeted } from './greeted.ts';

describe('the name in a greeting', () => {
  it.each([
    ['Dear Perpetua Oakhollow, open Settings.', 'Perpetua Oakhollow'],
    ['Hi Bob!\n\nOpen Settings.', 'Bob'],
    ['Sehr geehrte Frau Müller-Lüdenscheidt,\n\nöffnen Sie', 'Müller-Lüdenscheidt'],
    ['Hola José:\nabra', 'José'],
    ['Bonjour Mme Lefèvre,', 'Lefèvre'],
    ['Olá João,', 'João'],
    ['佐藤様\n\nお問い合わせ', '佐藤'],
  ])('is found: %s', (reply, value) => {
    expect(findGreeted(reply)).toEqual([{ kind: 'NAME', value }]);
  });

  it.each([
    'Hello,\n\nopen Settings.',
    'Hi there,',
    'Dear Customer,',
    'Sehr geehrte Damen und Herren,',
    'Hello and thanks for asking,',
    'お客様\nお問い合わせ',
    'Settings: open them.',
    'Dear customer support is what we do.',
    '',
  ])('is none: %s', (reply) => {
    expect(findGreeted(reply)).toEqual([]);
  });
});
