import { check } from 'recheck';
import { describe, expect, it } from 'vitest';
import { collectPatterns, findUnsafe, isAttack, isBounded, keyOf } from './patterns.ts';
import proven from './proven-patterns.json' with { type: 'json' };

/** Of those that `npm run prove` found safe, one in 64 is looked at again. */
const AGAIN = /^A/;

describe('every pattern that reads the text of strangers', () => {
  it('takes time in step with the text, as recheck proves or finds no attack on', { timeout: 900_000 }, async () => {
    const patterns = await collectPatterns();
    expect(patterns.length).toBeGreaterThan(200);
    const known = new Set<string>(proven);
    const asked = patterns.filter((pattern) => !known.has(keyOf(pattern)) || AGAIN.test(keyOf(pattern)));
    expect(asked.length).toBeGreaterThan(patterns.length / 200);
    expect(await findUnsafe(asked)).toEqual([]);
  });

  it('would be told from one that backtracks', async () => {
    const where = 'here';
    expect((await check('(a+)+$', '', { randomSeed: 1 })).status).toBe('vulnerable');
    const pattern = { source: '\\s+$', flags: 'u', where };
    expect(await findUnsafe([pattern])).toEqual([{ pattern, fault: 'here: vulnerable: /\\s+$/u' }]);
  });

  it('is believed against recheck only where its quantifiers end and the attack does nothing', () => {
    expect(['a{0,4}[*+]', '\\+', 'a?b{3}'].map(isBounded)).toEqual([true, true, true]);
    expect(['a*', 'a{2,}', '[a]+'].map(isBounded)).toEqual([false, false, false]);
    const attack = { pumps: [{ prefix: '', pump: ' ' }], suffix: 'x' };
    expect(isAttack({ source: '\\s+$', flags: 'u' }, attack)).toBe(true);
    expect(isAttack({ source: '\\s{1,9}$', flags: 'u' }, attack)).toBe(false);
  });
});
