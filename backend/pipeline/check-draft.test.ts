import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MaskedText, Passage } from '../ports/engine.ts';
import { checkDraft, gatherEvidence } from './check-draft.ts';

const passage = (kind: 'article' | 'ticket', answer: string): Passage => ({
  source: {
    id: kind,
    kind,
    title: '',
    url: null,
    ticketId: null,
    language: 'en',
    category: null,
    score: 1,
    gold: false,
    resolvedAt: null,
    resolutionHours: null,
  },
  question: '' as MaskedText,
  answer: answer as MaskedText,
});
const article = passage(
  'article',
  'Refunds arrive in 5–10 business days. See https://help.bookwren.example/refunds or write to billing@bookwren.example. Cost: 12 €. Limit: 1507.',
);
const vault = { '[NAME_1]': 'Ada' };
const check = (text: string, cited = [article]) => checkDraft({ text, language: 'en' }, gatherEvidence(cited), vault);

describe('checkDraft', () => {
  it('leaves what the sources support, line breaks included', () => {
    const text =
      'Hello [NAME_1],\n\nRefunds arrive in 5–10 business days. See https://help.bookwren.example/refunds.\n\nKind regards';
    expect(check(text)).toEqual({ text, removed: [] });
  });

  it.each([
    ['You will get 500 € back.', 'a figure that no source gives'],
    ['You will get 50 EUR back.', 'a figure that no source gives'],
    ['Log in at evil.example/login today.', 'a link that no source gives'],
    ['Get it from ftp://files.evil.example now.', 'a link that no source gives'],
    ['Visit https://evil.example/pay now.', 'a link that no source gives'],
    ['Write to boss@evil.example please.', 'an address that no source gives'],
    ['Dear [NAME_2], hello.', "another customer's data"],
    ['Call [PHONE] today.', "another customer's data"],
  ])('takes out %s', (sentence, reason) => {
    const { text, removed } = check(`Thank you for writing. ${sentence} Kind regards`);
    expect(removed).toEqual([{ text: sentence, reason }]);
    expect(text).toBe('Thank you for writing. Kind regards');
  });

  it("takes another customer's sums and numbers for no evidence, and general figures for some", () => {
    const theirs = passage('ticket', 'I refunded 34.50 € for order 48213. It takes 5 to 10 days with version 7.4.2.');
    expect(check('You get 34.50 € back.', [theirs]).removed).toHaveLength(1);
    expect(check('Your order 48213 is on its way.', [theirs]).removed).toHaveLength(1);
    expect(check('It takes 5 to 10 days with version 7.4.2.', [theirs]).removed).toEqual([]);
  });

  it("leaves a source's own link, whose digits stand in no text", () => {
    const cited = passage('article', 'Steps for everyone.');
    const url = 'https://help.bookwren.example/hc/en-us/articles/4410000012746-Refunds';
    const text = `More on this: ${url}`;
    expect(check(text, [{ ...cited, source: { ...cited.source, url } }])).toEqual({ text, removed: [] });
  });

  it('does not mistake numbered steps for figures', () => {
    expect(check('1. Open Settings.\n2. Choose Billing.').removed).toEqual([]);
  });

  it('lets no planted figure through, wherever it stands', () => {
    const words = fc.array(fc.constantFrom('please', 'we', 'refund', 'you', 'get', 'soon.', '\n'), { maxLength: 12 });
    const property = fc.property(words, words, fc.integer({ min: 1000, max: 9_999_999 }), (before, after, amount) => {
      const { text } = check([...before, `$${amount}`, ...after].join(' '));
      expect(text).not.toContain(String(amount));
    });
    fc.assert(property);
  });
});
