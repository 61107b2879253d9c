import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { relaxedFields, relaxedSignature, SIGNED_FIELDS, simpleBody } from './model/canonical.ts';

export interface SigningKey {
  algorithm: 'rsa' | 'ed25519';
  domain: string;
  selector: string;
  /** PKCS #8 in PEM. */
  privateKey: string;
}

/** Answers the header fields of the signatures for a message, one for each key. */
export type SignMessage = (wire: string, tail: readonly Buffer[], at: Date) => string;

const NAMES = SIGNED_FIELDS.join(':').replace(/(.{40,60}):/g, '$1:\r\n  ');
const folded = (base64: string): string => base64.replace(/(.{72})(?=.)/g, '$1\r\n  ');

/** RFC 8463 signs the hash, RSA hashes by itself. */
const signatureOf = (algorithm: SigningKey['algorithm'], key: KeyObject, text: string): string => {
  const bytes = Buffer.from(text, 'latin1');
  return algorithm === 'rsa'
    ? sign('sha256', bytes, key).toString('base64')
    : sign(null, createHash('sha256').update(bytes).digest(), key).toString('base64');
};

/** A tail ends as a simple body does, in one line end. */
const hashOf = (body: string, tail: readonly Buffer[]): string => {
  const hash = createHash('sha256').update(tail.length === 0 ? simpleBody(body) : body, 'latin1');
  for (const piece of tail) hash.update(piece);
  return hash.digest('base64');
};

/** Reads the keys once: from its text, a key costs more than the signature made with it. */
export const createSigner = (keys: readonly SigningKey[]): SignMessage => {
  const ready = keys.map((key) => ({ ...key, key: createPrivateKey(key.privateKey) }));
  return (wire, tail, at) => {
    const end = wire.indexOf('\r\n\r\n');
    const fields = relaxedFields(wire.slice(0, end + 2));
    const bodyHash = hashOf(wire.slice(end + 4), tail);
    return ready
      .map(({ algorithm, domain, selector, key }) => {
        const value =
          ` v=1; a=${algorithm}-sha256; c=relaxed/simple; d=${domain};\r\n s=${selector}; t=${Math.floor(at.getTime() / 1000)};\r\n` +
          ` h=${NAMES};\r\n bh=${bodyHash};\r\n b=`;
        const signature = signatureOf(algorithm, key, fields + relaxedSignature(value));
        return `DKIM-Signature:${value}${folded(signature)}\r\n`;
      })
      .join('');
  };
};
