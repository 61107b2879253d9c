import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const PREFIX = 'v1.';
const IV_BYTES = 12;
const TAG_BYTES = 16;

export interface SecretBox {
  seal(plain: string): string;
  /** Throws when the text was changed or sealed under another installation secret. */
  open(sealed: string): string;
}

/** AES-256-GCM for secrets at rest (provider passwords, private keys). Sealed form: `v1.` + base64url(iv, tag, ciphertext). */
export function createSecretBox(installationSecret: Uint8Array): SecretBox {
  const key = Buffer.from(hkdfSync('sha256', installationSecret, '', 'fanfare secret box v1', 32));

  function seal(plain: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, iv);
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return PREFIX + Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
  }

  function open(sealed: string): string {
    if (!sealed.startsWith(PREFIX))
      throw new Error('Sealed text of an unknown version: this Fanfare is older than the data.');
    const bytes = Buffer.from(sealed.slice(PREFIX.length), 'base64url');
    if (bytes.length < IV_BYTES + TAG_BYTES) throw unreadable();
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch {
      throw unreadable();
    }
  }

  return { seal, open };
}

function unreadable(): Error {
  return new Error(
    'A stored secret cannot be opened: it was changed, or the installation secret is another one. Restore FANFARE_SECRET or secret.key.',
  );
}
