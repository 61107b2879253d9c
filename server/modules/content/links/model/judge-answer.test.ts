import { expect, test } from 'vitest';
import { isNobodys, judgeFailure, judgeStatus, nextOf } from './judge-answer.ts';

test.each([
  [200, 'ok'],
  [204, 'ok'],
  [301, 'refused'],
  [401, 'refused'],
  [404, 'not_found'],
  [410, 'not_found'],
  [503, 'refused'],
] as const)('%s is %s', (status, state) => expect(judgeStatus(status)).toBe(state));

test.each([
  ['ENOTFOUND', 'unreachable'],
  ['ECONNREFUSED', 'unreachable'],
  ['ECONNRESET', 'unreachable'],
  ['EINSIDE', 'inside'],
  ['CERT_HAS_EXPIRED', 'insecure'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'insecure'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'insecure'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'insecure'],
])('%s is %s', (code, state) => expect(judgeFailure(Object.assign(new Error('x'), { code }))).toBe(state));

const FROM = new URL('https://nordlys.example/a/b?c');

test.each([
  [200, 'https://nordlys.example/d', null],
  [302, undefined, null],
  [302, '../d', 'https://nordlys.example/d for now'],
  [301, '//fjord.example/', 'https://fjord.example/ for good'],
  [308, 'http://fjord.example/', 'http://fjord.example/ for good'],
  [302, 'file:///etc/passwd', undefined],
  [302, 'data:text/plain,x', undefined],
  [302, 'http://[', undefined],
])('A9: %s to %s leads to %s', (status, location, led) => {
  const next = nextOf(status, location, FROM);
  expect(next && `${next.url.href} ${next.forGood ? 'for good' : 'for now'}`).toBe(led);
});

test.each([
  ['https://nordlys.example/', true],
  ['https://example/', true],
  ['https://a.invalid./', true],
  ['https://example.com/', false],
  ['https://contest/', false],
])('%s is nobody’s: %s', (url, nobodys) => expect(isNobodys(new URL(url))).toBe(nobodys));
