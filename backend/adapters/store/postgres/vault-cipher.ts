import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const IV = 12;
const TAG = 16;

export type VaultCipher = {
  seal(vault: Record<string, string>, tenantId: string): Buffer;
  open(sealed: Uint8Array, tenantId: string): Record<string, string>;
};

/** AES-256-GCM over the placeholders' values: iv, tag, ciphertext. The tenant is bound in, so a row cannot change hands. */
export function createVaultCipher(key: Uint8Array): VaultCipher {
  return {
    seal(vault, tenantId) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(tenantId));
      const text = Buffer.concat([cipher.update(JSON.stringify(vault), 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), text]);
    },
    open(sealed, tenantId) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV))
        .setAAD(Buffer.from(tenantId))
        .setAuthTag(bytes.subarray(IV, IV + TAG));
      return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8'));
    },
  };
}
