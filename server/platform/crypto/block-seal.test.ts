import { describe, expect, test } from 'vitest';
import { cmacOfBlocks, createBlockSeal } from './block-seal.ts';

const bytes = (hex: string) => Buffer.from(hex, 'hex');

describe('seals of blocks', () => {
  // NIST SP 800-38B, D.3, example 10.
  const key = bytes('603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4');
  const block = bytes('6bc1bee22e409f96e93d7e117393172a');
  const seal = '28a7023f452e8f82bd4bf28d8c37c35c';

  test('are the CMAC that NIST says, however many are made at once and after each other', () => {
    const cmac = cmacOfBlocks(key);
    expect(cmac(block).toString('hex')).toBe(seal);
    expect(cmac(Buffer.concat([block, block, block])).toString('hex')).toBe(seal.repeat(3));
  });

  test('are others for another purpose and another secret', () => {
    const of = (fill: number, purpose: string) =>
      createBlockSeal(Buffer.alloc(32, fill), purpose)(block).toString('hex');
    expect(new Set([of(1, 'a'), of(1, 'b'), of(2, 'a')]).size).toBe(3);
    expect(of(1, 'a')).toBe(of(1, 'a'));
  });

  test('are made of whole blocks only', () => {
    expect(() => cmacOfBlocks(key)(Buffer.alloc(17))).toThrow('17 bytes are not whole blocks');
  });
});
