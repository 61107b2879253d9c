import { expect, test } from 'vitest';
import { type CheckedAccount, checksOf } from './account-checks.ts';

const sound: CheckedAccount = {
  from: 'nordlys.example',
  envelope: 'bounce.nordlys.example',
  relay: false,
  keys: ['yes'],
  spf: ['google-site-verification=x', 'v=spf1 ip4:192.0.2.1 -all'],
  dmarc: ['v=DMARC1; p=none'],
};
const found = (over: Partial<CheckedAccount>) => checksOf({ ...sound, ...over }).map(({ finding }) => finding);

test.each<[string, Partial<CheckedAccount>, string[]]>([
  ['all is well', {}, ['aligned', 'spf_found', 'dkim_signs', 'dmarc_found']],
  ['nothing is published', { spf: [], dmarc: [], keys: [] }, ['aligned', 'no_spf', 'no_dkim', 'no_dmarc']],
  [
    'bounces go to somebody else',
    { envelope: 'relay.example' },
    ['bounces_elsewhere', 'spf_found', 'dkim_signs', 'dmarc_found'],
  ],
  [
    'from a mailbox provider',
    { from: 'gmail.com' },
    ['from_mailbox_provider', 'spf_found', 'dkim_signs', 'dmarc_found'],
  ],
  [
    'two SPF records',
    { spf: ['v=spf1 -all', 'v=spf1 a -all'] },
    ['aligned', 'several_spf', 'dkim_signs', 'dmarc_found'],
  ],
  ['everybody may send', { spf: ['v=spf1 +all'] }, ['aligned', 'spf_allows_all', 'dkim_signs', 'dmarc_found']],
  ['a provider signs', { relay: true, keys: [] }, ['aligned', 'spf_found', 'dkim_by_provider', 'dmarc_found']],
  [
    'a key that nobody can find',
    { keys: ['another', 'unknown'] },
    ['aligned', 'spf_found', 'dkim_not_found', 'dmarc_found'],
  ],
  [
    'the DNS is silent',
    { spf: null, dmarc: null, keys: ['unknown'] },
    ['aligned', 'dns_silent', 'dns_silent', 'dns_silent'],
  ],
])('O35: %s', (_, over, findings) => {
  expect(found(over)).toEqual(findings);
});

test('O35: silence and a provider’s signature are no warning', () => {
  const states = checksOf({ ...sound, relay: true, keys: [], spf: null, dmarc: null }).map(({ state }) => state);
  expect(states).toEqual(['good', 'unknown', 'unknown', 'unknown']);
});
