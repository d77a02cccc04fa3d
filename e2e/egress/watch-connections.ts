import { Socket } from 'node:net';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
/** Whether it is this machine itself. */
export const isLoopback = (address: string): boolean => LOOPBACK.test(address);

/** Tells of every address that anything in this process tries to reach from now on, before it is reached. */
export function watchConnections(tell: (address: string, port: number) => void): void {
  const { connect } = Socket.prototype;
  Socket.prototype.connect = function (this: Socket, ...args: Parameters<typeof connect>) {
    this.on('connectionAttempt', tell);
    return connect.apply(this, args);
  } as typeof connect;
}
