import type { RunId } from '../../../contract/ids.ts';
import { BLOCK_BYTES, createBlockSeal } from '../../platform/crypto/block-seal.ts';

/** One line of one run: what a token names. */
export interface LineKey {
  runId: RunId;
  no: number;
}

/** Run (8 bytes) and number (4 bytes): what names a line in a token, and the block that is sealed. */
export const NAME_BYTES = 12;

/** Writes the name of a line, as often as the run stays the same without reading its number again. */
export const createNameWriter = (): ((into: Buffer, at: number, line: LineKey) => void) => {
  let known = '';
  const run = Buffer.alloc(8);
  return (into, at, { runId, no }) => {
    if (runId !== known) {
      run.writeBigUInt64BE(BigInt(runId));
      known = runId;
    }
    into.set(run, at);
    into.writeUInt32BE(no, at + run.length);
  };
};

/** Seals of lines for one purpose, 16 bytes each, one after the other. */
export const createLineSeal = (
  installationSecret: Uint8Array,
  purpose: string,
): ((lines: readonly LineKey[]) => Buffer) => {
  const seal = createBlockSeal(installationSecret, purpose);
  const write = createNameWriter();
  return (lines) => {
    const blocks = Buffer.alloc(lines.length * BLOCK_BYTES);
    for (const [i, line] of lines.entries()) write(blocks, i * BLOCK_BYTES, line);
    return seal(blocks);
  };
};

/** The same number of bytes of each seal, a multiple of three, in base64url. */
export const spelledSeals = (seals: Buffer, bytes: number): string[] => {
  const count = seals.length / BLOCK_BYTES;
  const kept = Buffer.allocUnsafe(count * bytes);
  for (let i = 0; i < count; i += 1) seals.copy(kept, i * bytes, i * BLOCK_BYTES, i * BLOCK_BYTES + bytes);
  return spelled(kept, bytes);
};

/** So many bytes of each, a multiple of three, so that none shares a character with the next. */
export const spelled = (all: Buffer, bytes: number): string[] => {
  const characters = (bytes / 3) * 4;
  const text = all.toString('base64url');
  return Array.from({ length: all.length / bytes }, (_, i) => text.slice(i * characters, (i + 1) * characters));
};
