import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';

export interface Signer {
  /** base64url of the first `bytes` of the HMAC-SHA256. */
  sign(text: string): string;
  verify(text: string, signature: string): boolean;
}

/** Each purpose has a key of its own, so a signature made for one is worthless for another. */
export function createSigner(installationSecret: Uint8Array, purpose: string, bytes = 16): Signer {
  if (bytes < 8 || bytes > 32) throw new RangeError('A signature has 8 to 32 bytes.');
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', installationSecret, '', `fanfare sign ${purpose}`, 32)));
  const mac = (text: string) => createHmac('sha256', key).update(text, 'utf8').digest().subarray(0, bytes);

  return {
    sign: (text) => mac(text).toString('base64url'),
    verify(text, signature) {
      const expected = Buffer.from(mac(text).toString('base64url'));
      const given = Buffer.from(signature);
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}
