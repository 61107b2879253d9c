import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { RunId } from '../../../contract/ids.ts';
import { BLOCK_BYTES } from '../../platform/crypto/block-seal.ts';
import { createLineSeal, createNameWriter, type LineKey, NAME_BYTES, spelled } from './line-seal.ts';

export interface LineTokens {
  tokenOf(runId: RunId, no: number): string;
  /** Of many lines at once, in their order: a tenth of the time for each. */
  tokensOf(runId: RunId, nos: readonly number[]): string[];
  /** The same name in two thirds of the characters, for messages where each one counts. */
  shortTokenOf(runId: RunId, no: number): string;
  /** Null unless the token was made here for a line, unaltered. */
  readToken(token: string): LineKey | null;
}

const MAC_BYTES = 12;
const TOKEN_BYTES = NAME_BYTES + MAC_BYTES;
/** 24 bytes are exactly 32 characters of base64url: no spare bits, so every token has one spelling. */
const TOKEN = /^[A-Za-z0-9_-]{32}$/;

/** The seal shorter, run and number in as few bytes as they take: 17 bytes for most lines. */
export const SHORT_TOKEN_LENGTH = 23;
const SHORT_SEAL_BYTES = 8;
const SHORT_TOKEN = /^[A-Za-z0-9_-]{13,31}$/;

/** Both numbers as digits of base 128, the last of each without the high bit. */
const digitsOf = (value: bigint): number[] =>
  value < 128n ? [Number(value)] : [Number(value & 127n) | 128, ...digitsOf(value >> 7n)];

const numbersIn = (bytes: Uint8Array): bigint[] => {
  const numbers: bigint[] = [];
  let value = 0n;
  let place = 0n;
  for (const byte of bytes) {
    value |= BigInt(byte & 127) << place;
    place += 7n;
    if (byte & 128) continue;
    numbers.push(value);
    value = 0n;
    place = 0n;
  }
  return numbers;
};

/**
 * The opaque name of a line in every address of its message: run (8 bytes), number (4 bytes) and 96 bits of AES-CMAC under a key
 * that serves nothing else. Tokens of before, sealed by HMAC-SHA256, stand in letters that people keep: they are read as ever.
 */
export const createLineTokens = (installationSecret: Uint8Array): LineTokens => {
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', installationSecret, '', 'fanfare line token v1', 32)));
  const shortKey = createSecretKey(
    Buffer.from(hkdfSync('sha256', installationSecret, '', 'fanfare short line token v1', 32)),
  );
  const formerSealOf = (name: Uint8Array) => createHmac('sha256', key).update(name).digest().subarray(0, MAC_BYTES);
  const sealsOf = createLineSeal(installationSecret, 'line token');
  const writeName = createNameWriter();

  const shortSealOf = (name: Uint8Array) =>
    createHmac('sha256', shortKey).update(name).digest().subarray(0, SHORT_SEAL_BYTES);

  const shortTokenOf = (runId: RunId, no: number): string => {
    const name = Buffer.from([...digitsOf(BigInt(runId)), ...digitsOf(BigInt(no))]);
    return Buffer.concat([name, shortSealOf(name)]).toString('base64url');
  };

  /** What reads as a line must be spelled as that line is: one spelling for each. */
  const readShort = (token: string): LineKey | null => {
    const bytes = Buffer.from(token, 'base64url');
    const name = bytes.subarray(0, -SHORT_SEAL_BYTES);
    if (!timingSafeEqual(shortSealOf(name), bytes.subarray(-SHORT_SEAL_BYTES))) return null;
    const [runId, no] = numbersIn(name);
    if (runId === undefined || no === undefined) return null;
    const key = { runId: runId.toString() as RunId, no: Number(no) };
    return shortTokenOf(key.runId, key.no) === token ? key : null;
  };

  const tokensOf = (runId: RunId, nos: readonly number[]): string[] => {
    const lines = nos.map((no) => ({ runId, no }));
    const seals = sealsOf(lines);
    const tokens = Buffer.allocUnsafe(lines.length * TOKEN_BYTES);
    for (const [i, line] of lines.entries()) {
      writeName(tokens, i * TOKEN_BYTES, line);
      seals.copy(tokens, i * TOKEN_BYTES + NAME_BYTES, i * BLOCK_BYTES, i * BLOCK_BYTES + MAC_BYTES);
    }
    return spelled(tokens, TOKEN_BYTES);
  };

  return {
    shortTokenOf,
    tokensOf,
    tokenOf: (runId, no) => tokensOf(runId, [no])[0]!,
    readToken(token) {
      if (SHORT_TOKEN.test(token)) return readShort(token);
      if (!TOKEN.test(token)) return null;
      const bytes = Buffer.from(token, 'base64url');
      const line = { runId: bytes.readBigUInt64BE(0).toString() as RunId, no: bytes.readUInt32BE(8) };
      const seal = bytes.subarray(NAME_BYTES);
      const now = timingSafeEqual(sealsOf([line]).subarray(0, MAC_BYTES), seal);
      return now || timingSafeEqual(formerSealOf(bytes.subarray(0, NAME_BYTES)), seal) ? line : null;
    },
  };
};
