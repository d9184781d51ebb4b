import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Seals texts that the database holds and nobody who copies it shall read. AES-256-GCM; the nonce stands in front. */
export interface Seal {
  close(text: string): string;
  /** @throws when the text was sealed by another key or was changed. */
  open(sealed: string): string;
}

const nonceBytes = 12;
const tagBytes = 16;

export function sealWith(key: Buffer): Seal {
  return {
    close(text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}
