import { expect, test } from 'vitest';
import { envelopeSender } from './envelope-sender.ts';

const TOKEN = 'AbC-_123AbC-_123AbC-_123AbC-_123';

test('the line stands in the sender of the envelope, and survives a server that writes it small', () => {
  const sender = envelopeSender({ fromAddress: 'news@fjord.example', bounceAddress: 'bounces@fjord.example' }, TOKEN);
  const code = /^bounces\+([0-9a-f]{48})@fjord\.example$/.exec(sender.toLowerCase())?.[1];
  expect(Buffer.from(code ?? '', 'hex').toString('base64url')).toBe(TOKEN);
  expect(sender.split('@')[0]!.length).toBeLessThanOrEqual(64);
});

test('without a mailbox for bounces they go to where the message is from', () => {
  expect(envelopeSender({ fromAddress: 'news@fjord.example', bounceAddress: null }, TOKEN)).toBe('news@fjord.example');
});
