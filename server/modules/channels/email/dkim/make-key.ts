import { generateKeyPairSync, type KeyObject } from 'node:crypto';

export interface MadeKey {
  /** As it stands behind `p=` in the DNS record. */
  publicKey: string;
  /** PKCS #8 in PEM. */
  privateKey: string;
}

const RSA_BITS = 2048;
/** An Ed25519 key in SPKI is 12 bytes of frame and the 32 that DNS wants (RFC 8463). */
const ED25519_FRAME = 12;

const pem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

export const makeKey = (algorithm: 'rsa' | 'ed25519'): MadeKey => {
  if (algorithm === 'rsa') {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: RSA_BITS });
    const spki = publicKey.export({ type: 'spki', format: 'der' });
    return { publicKey: spki.toString('base64'), privateKey: pem(privateKey) };
  }
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return { publicKey: spki.subarray(ED25519_FRAME).toString('base64'), privateKey: pem(privateKey) };
};
