import { readSync } from 'node:fs';
import { isMainThread, Worker } from 'node:worker_threads';

// The server blocks its thread, so a second one waits for the parent: when its end of the pipe closes, even by
// SIGKILL, the server must not live on and keep the folder.
if (isMainThread) {
  new Worker(new URL(import.meta.url));
  const [cli = ''] = process.argv.splice(2, 1);
  await import(cli);
} else {
  const byte = Buffer.alloc(1);
  try {
    while (readSync(0, byte) > 0);
  } finally {
    process.kill(process.pid, 'SIGKILL');
  }
}
