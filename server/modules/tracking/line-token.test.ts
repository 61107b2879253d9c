import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RunId } from '../../../contract/ids.ts';
import { createLineTokens } from './line-token.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const tokens = createLineTokens(Buffer.alloc(32, 7));
const RUN = '2026110000001' as RunId;

const withCharacter = (token: string, at: number, character: string) =>
  token.slice(0, at) + character + token.slice(at + 1);

describe('a line token', () => {
  it.each([
    ['2026110000001', 1],
    ['1000000000000042', 1_000_000],
    ['999999999999999999', 2_147_483_647],
  ])('O03: names line %s.%i', (run, no) => {
    const token = tokens.tokenOf(run as RunId, no);
    expect(token).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(tokens.readToken(token)).toEqual({ runId: run, no });
  });

  it('is the same every time, and another for every line', () => {
    const made = Array.from({ length: 1000 }, (_, i) => tokens.tokenOf(RUN, i + 1));
    expect(new Set(made).size).toBe(1000);
    expect(tokens.tokenOf(RUN, 1)).toBe(made[0]);
  });

  it('is refused with any one character changed', () => {
    const token = tokens.tokenOf(RUN, 12);
    const altered = [...token].flatMap((right, at) =>
      [...ALPHABET].filter((character) => character !== right).map((character) => withCharacter(token, at, character)),
    );
    expect(altered.length).toBe(32 * 63);
    expect(altered.filter((one) => tokens.readToken(one) !== null)).toEqual([]);
  });

  it('is refused when forged: none of 100,000 is taken', () => {
    const seal = Buffer.from(tokens.tokenOf(RUN, 12), 'base64url').subarray(12);
    let taken = 0;
    for (let attempt = 0; attempt < 100_000; attempt++) {
      const forged = randomBytes(24);
      if (attempt % 2 === 0) {
        // A neighbour's number under a seal that is valid for line 12.
        forged.writeBigUInt64BE(BigInt(RUN), 0);
        forged.writeUInt32BE(13 + attempt, 8);
        if (attempt % 4 === 0) seal.copy(forged, 12);
      }
      if (tokens.readToken(forged.toString('base64url')) !== null) taken++;
    }
    expect(taken).toBe(0);
  });

  it.each([
    '',
    'x',
    'A'.repeat(31),
    'A'.repeat(33),
    'A'.repeat(100_000),
    `${'A'.repeat(31)}=`,
    `${'A'.repeat(31)}\n`,
    '../../../etc/passwd',
    '%00',
  ])('is refused when it is no token: %j', (text) => {
    expect(tokens.readToken(text)).toBeNull();
  });

  it('O03: is read as ever where it was sealed before seals were CMACs', () => {
    const former = 'AAAB172RG4EAAAAMl_1cUI640ySB3Nzr';
    expect(tokens.readToken(former)).toEqual({ runId: RUN, no: 12 });
    expect(tokens.tokenOf(RUN, 12)).not.toBe(former);
    expect(tokens.readToken(withCharacter(former, 31, 's'))).toBeNull();
  });

  it('is the same made alone or with others', () => {
    expect(tokens.tokensOf(RUN, [3, 1, 2])).toEqual([3, 1, 2].map((no) => tokens.tokenOf(RUN, no)));
  });

  it('of another installation is refused', () => {
    expect(createLineTokens(Buffer.alloc(32, 8)).readToken(tokens.tokenOf(RUN, 1))).toBeNull();
  });
});

describe('a short line token', () => {
  it.each([
    ['2026110000001', 1, 22],
    ['2026110000001', 40_000, 24],
    ['999999999999999999', 2_147_483_647, 30],
  ])('names line %s.%i in few characters, and reads as it', (run, no, most) => {
    const token = tokens.shortTokenOf(run as RunId, no);
    expect(token.length).toBeLessThanOrEqual(most);
    expect(tokens.readToken(token)).toEqual({ runId: run, no });
  });

  it('A16: is refused with any one character changed or taken away', () => {
    const token = tokens.shortTokenOf(RUN, 12);
    const altered = [...token].flatMap((right, at) =>
      [...ALPHABET].filter((character) => character !== right).map((character) => withCharacter(token, at, character)),
    );
    expect(
      [...altered, token.slice(1), token.slice(0, -1), `${token}A`].filter((one) => tokens.readToken(one)),
    ).toEqual([]);
  });
});
