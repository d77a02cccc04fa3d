import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../backend/config.ts';
import { createLog } from '../backend/log.ts';
import { type Running, start } from '../backend/start.ts';
import { buildApp } from './build-app.ts';
import { connectBackend } from './connect-backend.ts';
import { startOpenAi } from './openai/start.ts';
import { startZendesk } from './zendesk/start.ts';

const DATA_DIR = '.data/demo';
const BAR = 24;

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '4100' },
    'backend-port': { type: 'string', default: '8787' },
    /** Classifies and drafts with the stand-in OpenAI instead of the builtin engine. */
    openai: { type: 'boolean', default: false },
    mode: { type: 'string', default: 'suggest' },
  },
});

const startedAt = performance.now();
const say = (text: string): void => {
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)} s  ${text}`);
};

const bar = (done: number, of: number, text: string): void => {
  const filled = Math.round((Math.min(done, of) / of) * BAR);
  const line = `         [${'█'.repeat(filled)}${'·'.repeat(BAR - filled)}] ${text}`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line}\x1b[K`);
};

/** What was opened, to be closed the other way round. */
const opened: (() => Promise<void>)[] = [];
let stopping: Promise<void> | null = null;

async function closeAll(): Promise<void> {
  for (const close of opened.reverse()) await close().catch((error: Error) => console.error(error.message));
}

/** Whoever asks second waits for the first: a start that fails because it is being stopped is no failure. */
async function stop(code: number): Promise<never> {
  const first = stopping === null;
  stopping ??= closeAll();
  await stopping;
  process.exit(first ? code : 0);
}

async function startSandbox(backendUrl: string, appSecret: string) {
  const port = Number(options.port);
  const zendesk = await startZendesk({
    port,
    appPort: port === 0 ? 0 : port + 1,
    appDir: 'dist',
    statePath: join(DATA_DIR, 'zendesk.json'),
    seed: 'sample',
    settings: { backend_url: backendUrl, shared_secret: appSecret },
  });
  opened.push(() => zendesk.close());
  return zendesk;
}

async function chooseModel(): Promise<Record<string, string | undefined>> {
  if (!options.openai)
    return { OPENAI_API_KEY: process.env.OPENAI_API_KEY, OPENAI_BASE_URL: process.env.OPENAI_BASE_URL };
  const openai = await startOpenAi({});
  opened.push(() => openai.close());
  return { OPENAI_API_KEY: 'sk-sandbox', OPENAI_BASE_URL: openai.url };
}

async function loadKnowledge(backend: Running): Promise<void> {
  let last = { read: 0, kept: 0, embedded: 0 };
  await backend.importKnowledge((run) => {
    last = run;
    bar(run.embedded, Math.max(run.kept, 1), `${run.read} read, ${run.embedded} embedded`);
  });
  if (process.stdout.isTTY && last.read > 0) process.stdout.write('\n');
  say(`Knowledge is loaded: ${last.read} tickets and articles read, ${last.kept} kept`);
}

async function main(): Promise<void> {
  const backendUrl = `http://localhost:${options['backend-port']}`;
  const appSecret = randomBytes(32).toString('hex');
  mkdirSync(DATA_DIR, { recursive: true });
  await buildApp(backendUrl, () => say('Building the sidebar app (once)'));
  say('Starting the sandbox Zendesk');
  const zendesk = await startSandbox(backendUrl, appSecret);
  const config = readConfig({
    ...(await connectBackend(zendesk, backendUrl)),
    DATA_DIR,
    PORT: options['backend-port'],
    MODE: options.mode,
    APP_SECRET: appSecret,
    LOG_LEVEL: 'warn',
    ...(await chooseModel()),
  });
  say('Starting the embedded database, the Chroma server and the backend');
  const backend = await start(config, createLog(config.LOG_LEVEL));
  opened.push(() => backend.close());
  say('Loading the sample knowledge from the sandbox');
  await loadKnowledge(backend);
  console.log(`Open ${zendesk.url}/`);
  console.log(`As an admin, with the page in the navigation bar: ${zendesk.url}/agent/?as=admin`);
}

process.once('SIGINT', () => stop(0));
process.once('SIGTERM', () => stop(0));
main().catch((error: Error) => {
  if (stopping === null) console.error(error.message);
  return stop(1);
});
