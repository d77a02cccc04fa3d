import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

/** One level down, so that `../shared/data` is nobody's, whatever else the temporary folder holds. */
export const folder = join(mkdtempSync(join(tmpdir(), 'evals-')), 'work');
mkdirSync(folder);

export type Run = { code: number | null; stdout: string; stderr: string };

/** Rows as JSON lines, anything else as JSON. Returns the path. */
export function write(name: string, content: unknown[] | object): string {
  const path = join(folder, name);
  const lines = Array.isArray(content) ? content.map((row) => JSON.stringify(row)).join('\n') : JSON.stringify(content);
  writeFileSync(path, lines);
  return path;
}

/** Runs the real command, with no key unless `environment` brings one. */
export function runWith(environment: Record<string, string>, ...args: string[]): Promise<Run> {
  const env = { PATH: process.env.PATH ?? '', ...environment };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env });
    const result = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (result.stdout += chunk));
    child.stderr.on('data', (chunk) => (result.stderr += chunk));
    child.on('close', (code) => resolve({ code, ...result }));
  });
}

export const run = (...args: string[]): Promise<Run> => runWith({}, ...args);

/** The one JSON object on stdout. */
export const readResult = ({ stdout }: Run): Record<string, unknown> => JSON.parse(stdout);
