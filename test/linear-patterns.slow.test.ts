import { check } from 'recheck';
import { describe, expect, it } from 'vitest';
import { collectPatterns, findUnsafe, keyOf } from './patterns.ts';
import proven from './proven-patterns.json' with { type: 'json' };

/** Of those that `npm run prove` found safe, one in eight is looked at again. */
const AGAIN = /^[A-H]/;

describe('every pattern that reads the text of strangers', () => {
  it('takes time in step with the text, as recheck proves or finds no attack on', { timeout: 900_000 }, async () => {
    const patterns = await collectPatterns();
    expect(patterns.length).toBeGreaterThan(200);
    const known = new Set<string>(proven);
    const asked = patterns.filter((pattern) => !known.has(keyOf(pattern)) || AGAIN.test(keyOf(pattern)));
    expect(asked.length).toBeGreaterThan(patterns.length / 20);
    expect(await findUnsafe(asked)).toEqual([]);
  });

  it('would be told from one that backtracks', async () => {
    const where = 'here';
    expect((await check('(a+)+$', '', { randomSeed: 1 })).status).toBe('vulnerable');
    expect(await findUnsafe([{ source: '\\s+$', flags: 'u', where }])).toEqual(['here: vulnerable: /\\s+$/u']);
  });
});
