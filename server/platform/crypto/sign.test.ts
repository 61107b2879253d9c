import { describe, expect, test } from 'vitest';
import { createSigner } from './sign.ts';

describe('signer', () => {
  const secret = Buffer.alloc(32, 7);
  const signer = createSigner(secret, 'unsubscribe', 12);

  test('signs with as many bytes as asked, the same each time', () => {
    expect(Buffer.from(signer.sign('a'), 'base64url')).toHaveLength(12);
    expect(createSigner(secret, 'unsubscribe', 12).sign('a')).toBe(signer.sign('a'));
    expect(signer.verify('a', signer.sign('a'))).toBe(true);
  });

  test.each([
    ['another text', 'b', signer.sign('a')],
    ['a shorter signature', 'a', signer.sign('a').slice(0, -1)],
    ['a longer signature', 'a', `${signer.sign('a')}A`],
    ['an empty signature', 'a', ''],
    ['another purpose', 'a', createSigner(secret, 'open', 12).sign('a')],
    ['another secret', 'a', createSigner(Buffer.alloc(32, 8), 'unsubscribe', 12).sign('a')],
  ])('refuses %s', (_case, text, signature) => {
    expect(signer.verify(text, signature)).toBe(false);
  });
});
