import { Socket } from 'node:net';

/** Loaded before a backend that a test starts: ends it where it tries to reach another machine. */
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

const { connect } = Socket.prototype;
Socket.prototype.connect = function (this: Socket, ...args: Parameters<typeof connect>) {
  this.on('connectionAttempt', (address: string, port: number) => {
    if (LOOPBACK.test(address)) return;
    process.stderr.write(`The backend tried to reach ${address} ${port}\n`);
    process.exit(97);
  });
  return connect.apply(this, args);
} as typeof connect;
