import { Socket } from 'node:net';
import { afterAll, expect } from 'vitest';

/** Everything that a test talks with runs on this machine: whatever tries to reach another one, the product or a library, fails its file. */
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

const elsewhere: string[] = [];
const { connect } = Socket.prototype;
Socket.prototype.connect = function (this: Socket, ...args: Parameters<typeof connect>) {
  this.on('connectionAttempt', (address: string, port: number) => {
    if (!LOOPBACK.test(address)) elsewhere.push(`${address} ${port}`);
  });
  return connect.apply(this, args);
} as typeof connect;

afterAll(() => expect(elsewhere, 'addresses outside of this machine').toEqual([]));
