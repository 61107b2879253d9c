import { type Cipher, createCipheriv, hkdfSync } from 'node:crypto';

export const BLOCK_BYTES = 16;

/** Each 16 bytes sealed by themselves, the seals one after the other. */
export type SealBlocks = (blocks: Uint8Array) => Buffer;

/** The subkey of RFC 4493, 2.3 for a message whose last block is whole. */
const subkeyOf = (cipher: Cipher): Buffer => {
  const zero = cipher.update(Buffer.alloc(BLOCK_BYTES));
  const subkey = Buffer.alloc(BLOCK_BYTES);
  for (let at = 0; at < BLOCK_BYTES; at += 1) subkey[at] = (zero[at]! << 1) | ((zero[at + 1] ?? 0) >> 7);
  if (zero[0]! & 0x80) subkey[BLOCK_BYTES - 1]! ^= 0x87;
  return subkey;
};

/** AES-CMAC (RFC 4493; NIST SP 800-38B) of messages of one block each. One cipher stays open: hundreds take as long as one HMAC. */
export const cmacOfBlocks = (key: Uint8Array): SealBlocks => {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const subkey = subkeyOf(cipher);
  return (blocks) => {
    if (blocks.length % BLOCK_BYTES !== 0) throw new RangeError(`${blocks.length} bytes are not whole blocks.`);
    const mixed = Buffer.allocUnsafe(blocks.length);
    for (let at = 0; at < blocks.length; at += 1) mixed[at] = blocks[at]! ^ subkey[at % BLOCK_BYTES]!;
    return cipher.update(mixed);
  };
};

/** Each purpose has a key of its own, so a seal made for one is worthless for another. */
export const createBlockSeal = (installationSecret: Uint8Array, purpose: string): SealBlocks =>
  cmacOfBlocks(Buffer.from(hkdfSync('sha256', installationSecret, '', `fanfare seal ${purpose}`, 32)));
