import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';

const ROOT = '/usr/lib/postgresql';

const findBinaries = (): string | null => {
  if (!existsSync(ROOT)) return null;
  const bins = readdirSync(ROOT).map((version) => join(ROOT, version, 'bin'));
  return bins.filter((bin) => existsSync(join(bin, 'initdb'))).at(-1) ?? null;
};

/** PostgreSQL refuses to run as root; its package brings a user of its own. */
const owner = (): { uid: number; gid: number } | Record<string, never> => {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8').match(/^postgres:[^:]*:(\d+):(\d+):/m);
  return line ? { uid: Number(line[1]), gid: Number(line[2]) } : {};
};

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('PostgreSQL did not start within 10 s');
}

/** Starts a throw-away PostgreSQL server from the machine's own binaries; null where there are none. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> } | null> {
  const bin = findBinaries();
  if (!bin) return null;
  const user = owner();
  const folder = mkdtempSync(join(tmpdir(), 'triage-postgres-'));
  if ('uid' in user) chownSync(folder, user.uid, user.gid);
  const cluster = join(folder, 'cluster');
  execFileSync(join(bin, 'initdb'), ['-D', cluster, '-U', 'triage', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...user,
    stdio: 'ignore',
    cwd: folder,
  });
  const port = await freePort();
  const server = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      cluster,
      '-p',
      String(port),
      '-k',
      folder,
      '-h',
      '127.0.0.1',
      '-c',
      'fsync=off',
      '-c',
      'max_connections=200',
    ],
    { ...user, stdio: 'ignore', cwd: folder },
  );
  const url = `postgres://triage@127.0.0.1:${port}/postgres`;
  await untilReady(url);
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        server.once('exit', () => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
        });
        server.kill('SIGINT');
      }),
  };
}
