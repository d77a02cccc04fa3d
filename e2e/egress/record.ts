import { Socket as DatagramSocket } from 'node:dgram';
import { watchConnections } from './watch-connections.ts';

/** Loaded before a backend begins: names on the process's output every address that any part of it tries to reach. */
const say = (address: string, port: number): void => void process.stdout.write(`reached ${address} ${port}\n`);

watchConnections(say);

const { send } = DatagramSocket.prototype;
DatagramSocket.prototype.send = function (this: DatagramSocket, ...args: Parameters<typeof send>) {
  say('datagram', 0);
  return send.apply(this, args);
} as typeof send;
