import { Socket as DatagramSocket } from 'node:dgram';
import { Socket } from 'node:net';

/** Loaded before a backend begins: names on the process's output every address that any part of it tries to reach. */
const say = (address: string, port: number): void => void process.stdout.write(`reached ${address} ${port}\n`);

const { connect } = Socket.prototype;
Socket.prototype.connect = function (this: Socket, ...args: Parameters<typeof connect>) {
  this.on('connectionAttempt', (address: string, port: number) => say(address, port));
  return connect.apply(this, args);
} as typeof connect;

const { send } = DatagramSocket.prototype;
DatagramSocket.prototype.send = function (this: DatagramSocket, ...args: Parameters<typeof send>) {
  say('datagram', 0);
  return send.apply(this, args);
} as typeof send;
