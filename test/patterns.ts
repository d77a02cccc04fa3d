import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseSync, Visitor } from 'oxc-parser';
import { check } from 'recheck';
import { listSources } from './read-imports.ts';

/** Rooms whose patterns meet the text of strangers. */
const ROOMS = ['backend/pipeline/', 'backend/adapters/masker/', 'backend/reader/', 'backend/knowledge/to-item/'];

export type Pattern = { source: string; flags: string; where: string };

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

/** Every pattern of those rooms, each once. */
export async function collectPatterns(): Promise<Pattern[]> {
  const files = listSources().filter(
    (file) => ROOMS.some((room) => file.startsWith(room)) && !/\.test\.ts$|\/test\/|-worker\.ts$/.test(file),
  );
  const all = [...files.flatMap(literalsOf), ...(await constructedBy(files))];
  return [...new Map(all.map((pattern) => [`${pattern.source}/${pattern.flags}`, pattern])).values()];
}

const { version } = createRequire(import.meta.url)('recheck/package.json') as { version: string };

/** Names a pattern and the version of recheck that judged it: a proof holds for both. */
export const keyOf = ({ source, flags }: Pick<Pattern, 'source' | 'flags'>): string =>
  createHash('sha256')
    .update(JSON.stringify([version, source, flags]))
    .digest('base64url')
    .slice(0, 22);

/** Those that recheck does not call safe, each with where it stands. Two at a time and no more: recheck tries what it suspects against the clock. */
export async function findUnsafe(patterns: readonly Pattern[]): Promise<string[]> {
  const faults: string[] = [];
  const left = patterns.values();
  const checkLeft = async () => {
    for (const { source, flags, where } of left) {
      const { status } = await check(source, flags, { randomSeed: 1, timeout: 60_000 });
      if (status !== 'safe') faults.push(`${where}: ${status}: /${source}/${flags}`);
    }
  };
  await Promise.all([checkLeft(), checkLeft()]);
  return faults;
}
