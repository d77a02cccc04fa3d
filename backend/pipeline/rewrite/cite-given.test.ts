import { expect, it } from 'vitest';
import { citeGiven } from './cite-given.ts';

const part = (text: string, sourceId: string | null, struck: 'amount' | null = null) => ({
  ...{ text, sourceId, struck },
  quote: sourceId && `words of ${sourceId}`,
});
const PARTS = [
  part('Hello,\n\n', null),
  part('We void the second charge. ', 'ticket:7'),
  part('You get 500 €. ', 'ticket:9', 'amount'),
  part('It shows within a week. Please look there.', 'article:5'),
];

it.each([
  ['a sentence as it was', 'We void the second  charge.\n', 'ticket:7'],
  ['one that was two in a part', 'Please look there.', 'article:5'],
  ['one that the agent went on with', 'We void the second charge. today', 'ticket:7'],
  ['one that was struck', 'You get 500 €.', null],
  ['other words', 'We do something else.', null],
  ['a word that stands everywhere', 'a week', null],
])('%s keeps its source, and nothing else does', (_, sentence, sourceId) => {
  expect(citeGiven([sentence], PARTS)).toEqual([{ sourceId, quote: sourceId && `words of ${sourceId}` }]);
});
