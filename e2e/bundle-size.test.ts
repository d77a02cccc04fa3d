import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);
const SCRIPT = new URL('../scripts/bundle-size.ts', import.meta.url).pathname;

it('the pages stay within their budgets of bytes', async () => {
  const { stdout } = await run(process.execPath, [SCRIPT]).catch((failed: { stdout: string }) => failed);
  expect(stdout).toContain('sidebar, first');
  expect(stdout).toContain('overview, all');
  expect(stdout).toContain('admin, all');
  expect(stdout).not.toContain('OVER BUDGET');
});
