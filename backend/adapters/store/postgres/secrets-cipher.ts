import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const VERSION = 1;
const KEY_BYTES = 32;
const KEY_ID = 4;
const PREFIX = 1 + KEY_ID;
const IV = 12;
const TAG = 16;

/** Where a secret lies; sealed for one place, it opens in no other. */
export type SecretPlace = { tenantId: string; column: string };

export type SecretsCipher = {
  seal(secret: unknown, place: SecretPlace): Buffer;
  /** Throws an error that says which setting lacks a key; never with a secret in it. */
  open(sealed: Uint8Array, place: SecretPlace): unknown;
  /** What everything begins with that the newest key sealed. */
  newest: Buffer;
};

const idOf = (key: Uint8Array): Buffer =>
  createHash('sha256').update('triage secrets key').update(key).digest().subarray(0, KEY_ID);

const boundTo = ({ tenantId, column }: SecretPlace): Buffer => Buffer.from(JSON.stringify([VERSION, tenantId, column]));

/**
 * AES-256-GCM with keys that can be rotated: the first one seals, each opens. Sealed: version, key id, iv, tag, ciphertext.
 * Throws a RangeError unless there is a key and each has 32 bytes.
 */
export function createSecretsCipher(keys: readonly Uint8Array[]): SecretsCipher {
  const [first] = keys;
  if (!first || keys.some((key) => key.length !== KEY_BYTES))
    throw new RangeError('SECRETS_KEY: keys of 32 bytes each');
  const keyOf = new Map(keys.map((key): [string, Uint8Array] => [idOf(key).toString('hex'), key]));
  const newest = Buffer.concat([Buffer.of(VERSION), idOf(first)]);

  const findKey = (bytes: Buffer, column: string): Uint8Array => {
    if (bytes[0] !== VERSION)
      throw new Error(`${column}: sealed by another release of this backend; start that one or a newer one`);
    const id = bytes.subarray(1, PREFIX).toString('hex');
    const key = keyOf.get(id);
    if (key) return key;
    throw new Error(
      `${column}: sealed with key ${id}, which is not configured; add it behind the others in SECRETS_KEY, or set DATA_KEY as it was where there is no SECRETS_KEY`,
    );
  };

  return {
    newest,
    seal(secret, place) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', first, iv).setAAD(boundTo(place));
      const text = Buffer.concat([cipher.update(JSON.stringify(secret), 'utf8'), cipher.final()]);
      return Buffer.concat([newest, iv, cipher.getAuthTag(), text]);
    },
    open(sealed, place) {
      const bytes = Buffer.from(sealed);
      const key = findKey(bytes, place.column);
      const [iv, tag, text] = [
        bytes.subarray(PREFIX, PREFIX + IV),
        bytes.subarray(PREFIX + IV, PREFIX + IV + TAG),
        bytes.subarray(PREFIX + IV + TAG),
      ];
      if (tag.length !== TAG) throw new Error(`${place.column}: cut off`);
      const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(boundTo(place)).setAuthTag(tag);
      const opened = decipher.update(text, undefined, 'utf8');
      try {
        return JSON.parse(opened + decipher.final('utf8'));
      } catch {
        throw new Error(`${place.column}: changed since it was sealed, or sealed for another account`);
      }
    },
  };
}
