import { describe, expect, it } from 'vitest';
import { wordsOf } from './Words.tsx';

describe('the direction of the words', () => {
  it.each([
    ['ar', true],
    ['he-IL', true],
    ['fa', true],
    ['en-US', false],
    ['ja', false],
    ['arn', false],
  ])('of %s is from the right: %s', (locale, rtl) => {
    expect(wordsOf(locale).rtl).toBe(rtl);
  });
});
