import { describe, expect, it } from 'vitest';
import { createSecretsCipher } from './secrets-cipher.ts';

const [OLD, NEW, OTHER] = [1, 2, 3].map((byte) => new Uint8Array(32).fill(byte)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const PLACE = { tenantId: 'a', column: 'connection.tokens' };
const SECRET = { accessToken: 'canary-ü' };

describe('sealed secrets', () => {
  it('open with the key that sealed them, whichever is the first now', () => {
    const sealed = createSecretsCipher([OLD]).seal(SECRET, PLACE);
    expect(createSecretsCipher([NEW, OLD]).open(sealed, PLACE)).toEqual(SECRET);
    expect(sealed.toString('latin1')).not.toContain('canary');
  });

  it('tell whether the newest key sealed them', () => {
    const [before, after] = [createSecretsCipher([OLD]), createSecretsCipher([NEW, OLD])];
    expect(before.seal(SECRET, PLACE).subarray(0, 5)).toEqual(before.newest);
    expect(after.seal(SECRET, PLACE).subarray(0, 5)).toEqual(after.newest);
    expect(after.newest).not.toEqual(before.newest);
  });

  it('are never sealed twice alike', () => {
    const cipher = createSecretsCipher([NEW]);
    expect(cipher.seal(SECRET, PLACE)).not.toEqual(cipher.seal(SECRET, PLACE));
  });

  it('name the setting when their key is gone, and no secret', () => {
    const sealed = createSecretsCipher([OTHER]).seal(SECRET, PLACE);
    expect(() => createSecretsCipher([NEW, OLD]).open(sealed, PLACE)).toThrow(
      /^connection\.tokens: sealed with key [0-9a-f]{8}, which is not configured; add it behind the others in SECRETS_KEY/,
    );
  });

  it.each([
    ['another account', { ...PLACE, tenantId: 'b' }],
    ['another column', { ...PLACE, column: 'connection.webhook' }],
  ])('do not open for %s', (_, place) => {
    const cipher = createSecretsCipher([NEW]);
    expect(() => cipher.open(cipher.seal(SECRET, PLACE), place)).toThrow('sealed for another account');
  });

  it('do not open when any byte of them was changed or cut off', () => {
    const cipher = createSecretsCipher([NEW]);
    const sealed = cipher.seal(SECRET, PLACE);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => cipher.open(changed, PLACE)).toThrow(/^connection\.tokens: /);
      expect(() => cipher.open(sealed.subarray(0, at), PLACE)).toThrow(/^connection\.tokens: /);
    }
  });

  it.each([[[]], [[new Uint8Array(16)]], [[NEW, new Uint8Array(31)]]])('need keys of 32 bytes: %#', (keys) => {
    expect(() => createSecretsCipher(keys)).toThrow(RangeError);
  });
});
