import { describe, expect, it } from 'vitest';
import { joinLines, textToLines } from './line.ts';
import { readPost } from './social.ts';

const own = (text: string, channel = 'twitter') =>
  joinLines(readPost(textToLines(text), channel).filter((line) => line.aside === null));

describe('a post', () => {
  it.each([
    ['@ShopHelp @Shop my order never came', 'my order never came'],
    ['.@ShopHelp: still nothing #fail #late', 'still nothing #fail #late'],
    ['@ShopHelp look at this https://t.co/AbC123 pic.twitter.com/xYz9', 'look at this'],
    ['So rude.\nRT @Shop: We never reply late', 'So rude.'],
    ['@ShopHelp', '@ShopHelp'],
    ['ask @ShopHelp why, see https://example.com/a', 'ask @ShopHelp why, see https://example.com/a'],
  ])('%s → %s', (text, expected) => expect(own(text)).toBe(expected));

  it('is read as such on social channels only', () => {
    expect(own('@Jo please look', 'email')).toBe('@Jo please look');
  });
});
