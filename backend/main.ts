import { ConfigError, readConfig } from './config.ts';
import { createLog } from './log.ts';
import { start } from './start.ts';

/** For faults before a log exists and for people at a terminal: one clear line, no stack. */
const giveUp = (error: unknown): never => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(error instanceof ConfigError ? 2 : 1);
};

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.LOG_LEVEL);
  const running = await start(config, log);
  log('start', {
    url: config.PUBLIC_URL,
    pid: process.pid,
    mode: config.MODE,
    database: config.DATABASE_URL ? 'postgres' : 'pglite',
    vectors: config.CHROMA_URL ? 'chroma' : 'chroma embedded',
    engines: config.OPENAI_API_KEY ? 'openai,builtin' : 'builtin',
    embedder: config.EMBEDDER,
  });
  await running.scheduleImports();
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log('stop', { signal });
    running.close().then(() => process.exit(0), giveUp);
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
}

main().catch(giveUp);
