import { execFileSync } from 'node:child_process';
import { buildApp } from '../sandbox/build-app.ts';
import type { Row } from './benchmark.ts';

const SCRIPT = new URL('../scripts/bundle-size.ts', import.meta.url).pathname;
const TOTAL = /^\s*(\d+)\s+(first|lazy) of (\d+) bytes/gm;

/** The sidebar's JavaScript as the browser fetches it: what the first paint needs, and what comes later. */
export async function measureBundle(): Promise<Row[]> {
  await buildApp('http://localhost:8787', () => {});
  const said = execFileSync(process.execPath, [SCRIPT], { encoding: 'utf8' });
  return [...said.matchAll(TOTAL)].map(([, size, tier, budget]) => [
    `sidebar JavaScript, ${tier}`,
    `${Number(size).toLocaleString('en')} B gzip`,
    `budget ${Number(budget).toLocaleString('en')} B`,
  ]);
}
