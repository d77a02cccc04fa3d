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

/** Without a quantifier that has no end a try takes a fixed number of steps at most, and a search so many for each character. */
export const isBounded = (source: string): boolean =>
  !/[*+]|\{\d+,\}/.test(source.replaceAll(/\\./gsu, '').replaceAll(/\[[^\]]*\]/g, ''));

/** Characters that nothing in step with the text takes so many milliseconds for: first few, since what is not would not end with many. */
const TRIES = [
  { length: 1_000, mostMs: 5 },
  { length: 20_000, mostMs: 100 },
];

type Attack = { pumps: { prefix: string; pump: string }[]; suffix: string };

/** The attack that recheck names, with its parts repeated until it is about so long. */
function lengthen({ pumps, suffix }: Attack, length: number): string {
  const once = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const times = Math.ceil(length / Math.max(1, once));
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
}

/** Milliseconds of computing, the least of three: what else runs can only add to it. */
function timeOf(pattern: RegExp, text: string): number {
  const once = () => {
    const begun = process.cpuUsage();
    text.match(pattern);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
  return Math.min(once(), once(), once());
}

/** Whether an attack that recheck takes for a polynomial one works on the engine that we run on: of many steps a character recheck says so too. */
export function isAttack({ source, flags }: Pick<Pattern, 'source' | 'flags'>, attack: Attack): boolean {
  const pattern = new RegExp(source, flags);
  return TRIES.some(({ length, mostMs }) => timeOf(pattern, lengthen(attack, length)) > mostMs);
}

/** A fault of a pattern, or null: recheck calls it safe, its attack fails, or nothing is found and it is in step by its making. */
async function faultOf({ source, flags }: Pattern): Promise<string | null> {
  const bounded = isBounded(source);
  const found = await check(source, flags, { randomSeed: 1, timeout: bounded ? BOUNDED_MS : UNBOUNDED_MS });
  if (found.status === 'safe' || (found.status === 'unknown' && bounded)) return null;
  const attack = found.status === 'vulnerable' && found.complexity.type === 'polynomial' ? found.attack : null;
  return bounded && attack && !isAttack({ source, flags }, attack) ? null : found.status;
}

const [BOUNDED_MS, UNBOUNDED_MS] = [4_000, 60_000];

/** Those with a fault, each with where it stands. Two at a time and no more: recheck tries what it suspects against the clock. */
export async function findUnsafe(patterns: readonly Pattern[]): Promise<{ pattern: Pattern; fault: string }[]> {
  const faults: { pattern: Pattern; fault: string }[] = [];
  const left = patterns.values();
  const checkLeft = async () => {
    for (const pattern of left) {
      const { source, flags, where } = pattern;
      const fault = await faultOf(pattern);
      if (fault) faults.push({ pattern, fault: `${where}: ${fault}: /${source}/${flags}` });
    }
  };
  await Promise.all([checkLeft(), checkLeft()]);
  return faults;
}
