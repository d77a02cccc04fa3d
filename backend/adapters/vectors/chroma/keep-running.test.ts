import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it, vi } from 'vitest';
import { keepRunning } from './keep-running.ts';

const place = mkdtempSync(join(tmpdir(), 'triage-kept-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

it('goes on trying when a server does not come back from a restart', async () => {
  const hindrance = join(place, 'hindrance');
  const cli = join(place, 'server.mjs');
  writeFileSync(
    cli,
    `import { existsSync } from 'node:fs';
     import { createServer } from 'node:http';
     if (existsSync(${JSON.stringify(hindrance)})) throw new Error('hindered');
     createServer((_, response) => response.end()).listen(Number(process.argv[process.argv.indexOf('--port') + 1]), '127.0.0.1');`,
  );
  const port = await freePort();
  const kept = await keepRunning({ folder: join(place, 'data'), cli: pathToFileURL(cli).href, port }, () => {});
  writeFileSync(hindrance, '');
  await expect(kept.restart({ afresh: false })).rejects.toThrow('hindered');
  rmSync(hindrance);
  await vi.waitFor(() => fetch(`http://127.0.0.1:${port}/`), { timeout: 15_000, interval: 50 });
  await kept.stop();
});
