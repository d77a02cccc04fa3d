import { readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'oxc-parser';
import { check } from 'recheck';
import { describe, expect, it } from 'vitest';
import { listSources } from './read-imports.ts';

/** Rooms whose patterns meet the text of strangers. */
const ROOMS = ['backend/pipeline/', 'backend/adapters/masker/', 'backend/reader/', 'backend/knowledge/to-item/'];

type Pattern = { source: string; flags: string; where: string };

function literalsOf(file: string): Pattern[] {
  const found: Pattern[] = [];
  const { program } = parseSync(file, readFileSync(file, 'utf8'));
  new Visitor({
    Literal(node) {
      if ('regex' in node && node.regex)
        found.push({ source: node.regex.pattern, flags: node.regex.flags, where: file });
    },
  }).visit(program);
  return found;
}

/** Patterns that our modules put together while they load: seen by standing in for RegExp meanwhile. */
async function constructedBy(files: string[]): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const Native = globalThis.RegExp;
  class Watched extends Native {
    constructor(pattern: string | RegExp, flags?: string) {
      super(pattern, flags);
      const where = new Error().stack?.split('\n')[2] ?? '';
      if (ROOMS.some((room) => where.includes(room))) found.push({ source: this.source, flags: this.flags, where });
    }
  }
  globalThis.RegExp = Watched as RegExpConstructor;
  try {
    for (const file of files) await import(/* @vite-ignore */ `../${file}`);
  } finally {
    globalThis.RegExp = Native;
  }
  return found;
}

describe('every pattern that reads the text of strangers', () => {
  const files = listSources().filter(
    (file) => ROOMS.some((room) => file.startsWith(room)) && !/\.test\.ts$|\/test\/|-worker\.ts$/.test(file),
  );

  it('takes time in step with the text, as recheck proves or finds no attack on', { timeout: 900_000 }, async () => {
    const all = [...files.flatMap(literalsOf), ...(await constructedBy(files))];
    const patterns = [...new Map(all.map((pattern) => [`${pattern.source}/${pattern.flags}`, pattern])).values()];
    expect(patterns.length).toBeGreaterThan(200);
    const faults: string[] = [];
    const left = patterns.values();
    const checkLeft = async () => {
      for (const { source, flags, where } of left) {
        const { status } = await check(source, flags, { randomSeed: 1, timeout: 60_000 });
        if (status !== 'safe') faults.push(`${where}: ${status}: /${source}/${flags}`);
      }
    };
    // Two at a time and no more: recheck tries what it suspects against the clock.
    await Promise.all([checkLeft(), checkLeft()]);
    expect(faults).toEqual([]);
  });

  it('would be told from one that backtracks', async () => {
    expect((await check('(a+)+$', '', { randomSeed: 1 })).status).toBe('vulnerable');
    expect((await check('\\s+$', 'u', { randomSeed: 1 })).status).toBe('vulnerable');
  });
});
