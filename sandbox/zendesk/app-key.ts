import { createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { GLOBAL_CLIENT_ID } from './directory.ts';

type Keys = { publicPem: string; privateKey: KeyObject };
let keys: Keys | null = null;

/** An app has one key pair and one global client, whatever accounts it is installed in. */
export function appKeys(): Keys {
  if (keys === null) {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    keys = { publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(), privateKey };
  }
  return keys;
}

export const GLOBAL_CLIENT = { clientId: GLOBAL_CLIENT_ID, clientSecret: randomBytes(32).toString('hex') };

export function signRs256(payload: object): string {
  const signed = [{ alg: 'RS256', typ: 'JWT' }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(appKeys().privateKey, 'base64url')}`;
}
