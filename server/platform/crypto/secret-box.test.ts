import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createSecretBox } from './secret-box.ts';

describe('secret box', () => {
  const box = createSecretBox(randomBytes(32));

  test.each(['', 'p', 'pässwörd ✓', 'x'.repeat(10_000)])('opens what it sealed: %#', (plain) => {
    expect(box.open(box.seal(plain))).toBe(plain);
  });

  test('never seals the same twice', () => {
    expect(box.seal('same')).not.toBe(box.seal('same'));
  });

  test('refuses a change of any single byte', () => {
    const bytes = Buffer.from(box.seal('secret').slice(3), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(() => box.open(`v1.${changed.toString('base64url')}`)).toThrow('cannot be opened');
    }
  });

  test('refuses a shortened text, another installation and an unknown version', () => {
    const sealed = box.seal('secret');
    expect(() => box.open(sealed.slice(0, 20))).toThrow('cannot be opened');
    expect(() => createSecretBox(randomBytes(32)).open(sealed)).toThrow('cannot be opened');
    expect(() => box.open(sealed.replace('v1.', 'v2.'))).toThrow('unknown version');
  });
});
