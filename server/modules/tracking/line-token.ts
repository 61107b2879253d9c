import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { RunId } from '../../../contract/ids.ts';

/** One line of one run: what a token names. */
export interface LineKey {
  runId: RunId;
  no: number;
}

export interface LineTokens {
  tokenOf(runId: RunId, no: number): string;
  /** Null unless the token was made here for a line, unaltered. */
  readToken(token: string): LineKey | null;
}

const NAME_BYTES = 12;
const MAC_BYTES = 12;
/** 24 bytes are exactly 32 characters of base64url: no spare bits, so every token has one spelling. */
const TOKEN = /^[A-Za-z0-9_-]{32}$/;

/**
 * The opaque name of a line in every address of its message: run (8 bytes), number (4 bytes) and 96 bits of HMAC-SHA256 under a key
 * that serves nothing else.
 */
export const createLineTokens = (installationSecret: Uint8Array): LineTokens => {
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', installationSecret, '', 'fanfare line token v1', 32)));
  const sealOf = (name: Uint8Array) => createHmac('sha256', key).update(name).digest().subarray(0, MAC_BYTES);

  return {
    tokenOf(runId, no) {
      const token = Buffer.allocUnsafe(NAME_BYTES + MAC_BYTES);
      token.writeBigUInt64BE(BigInt(runId), 0);
      token.writeUInt32BE(no, 8);
      sealOf(token.subarray(0, NAME_BYTES)).copy(token, NAME_BYTES);
      return token.toString('base64url');
    },
    readToken(token) {
      if (!TOKEN.test(token)) return null;
      const bytes = Buffer.from(token, 'base64url');
      if (!timingSafeEqual(sealOf(bytes.subarray(0, NAME_BYTES)), bytes.subarray(NAME_BYTES))) return null;
      return { runId: bytes.readBigUInt64BE(0).toString() as RunId, no: bytes.readUInt32BE(8) };
    },
  };
};
