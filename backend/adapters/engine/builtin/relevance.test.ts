import { describe, expect, it } from 'vitest';
import { countStems, coverage, createWeigher, similarity } from './relevance.ts';

const weigh = createWeigher(
  countStems(['please help with the app', 'please help with the account', 'the account is locked']),
);
const terms = (text: string) => weigh({ text, boost: 1 });

describe('relevance', () => {
  it('counts a rare word more than common ones', () => {
    const asked = terms('please help the turbine');
    expect(similarity(asked, terms('turbine'))).toBeGreaterThan(similarity(asked, terms('please help the')));
  });

  it('sees forms of a word as one, error codes, and words of Japanese', () => {
    expect(similarity(terms('turbine'), terms('turbines'))).toBeCloseTo(1);
    expect(similarity(terms('503'), terms('504'))).toBe(0);
    expect(similarity(terms('請求書の再発行'), terms('再発行を希望'))).toBeGreaterThan(0.2);
  });

  it('tells how much of a part the whole says', () => {
    expect(coverage(terms('turbine rotor'), terms('the turbine and the rotor'))).toBe(1);
    expect(coverage(terms('turbine rotor'), terms('lamp'))).toBe(0);
    expect(coverage(terms(''), terms('lamp'))).toBe(0);
  });
});
