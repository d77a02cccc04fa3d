import { isLoopback, watchConnections } from './watch-connections.ts';

/** Loaded before a backend that a test starts: ends it where it tries to reach another machine. */
watchConnections((address, port) => {
  if (isLoopback(address)) return;
  process.stderr.write(`The backend tried to reach ${address} ${port}\n`);
  process.exit(97);
});
