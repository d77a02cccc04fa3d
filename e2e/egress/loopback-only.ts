import { afterAll, expect } from 'vitest';
import { isLoopback, watchConnections } from './watch-connections.ts';

/** Everything that a test talks with runs on this machine: whatever tries to reach another one, the product or a library, fails its file. */
const elsewhere: string[] = [];
watchConnections((address, port) => {
  if (!isLoopback(address)) elsewhere.push(`${address} ${port}`);
});

afterAll(() => expect(elsewhere, 'addresses outside of this machine').toEqual([]));
