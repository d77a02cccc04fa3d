import { readFileSync, writeFileSync } from 'node:fs';
import { collectPatterns, findUnsafe, keyOf } from '../test/patterns.ts';

/** So many are looked at before those found safe are noted. */
const AT_A_TIME = 20;
const FILE = new URL('../test/proven-patterns.json', import.meta.url);

const patterns = await collectPatterns();
const known = new Set<string>(process.argv.includes('--all') ? [] : JSON.parse(readFileSync(FILE, 'utf8')));
const asked = patterns.filter((pattern) => !known.has(keyOf(pattern)));
const faults: string[] = [];
for (let from = 0; from < asked.length; from += AT_A_TIME) {
  const some = asked.slice(from, from + AT_A_TIME);
  const found = await findUnsafe(some);
  faults.push(...found.map(({ fault }) => fault));
  const unsafe = new Set(found.map(({ pattern }) => pattern));
  for (const pattern of some) if (!unsafe.has(pattern)) known.add(keyOf(pattern));
  const proven = patterns.map(keyOf).filter((key) => known.has(key));
  writeFileSync(FILE, `${JSON.stringify(proven.sort(), null, 2)}\n`);
  console.log(`${Math.min(from + AT_A_TIME, asked.length)} of ${asked.length} new patterns looked at`);
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
