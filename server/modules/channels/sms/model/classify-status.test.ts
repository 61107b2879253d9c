import { expect, test } from 'vitest';
import { classifyBind, classifyStatus, type Verdict } from './classify-status.ts';

const said = (verdict: Verdict): string => {
  if ('trouble' in verdict) return `trouble ${verdict.trouble.reason}`;
  const { outcome } = verdict;
  const waits = outcome.state === 'deferred' && outcome.asksToWait ? ' waits' : '';
  return `${outcome.state} ${'reason' in outcome ? outcome.reason : ''}${waits}`.trim();
};

test.each([
  [0x00, 'sent'],
  [0x58, 'deferred rate_limited waits'],
  [0x14, 'deferred server_busy waits'],
  [0x08, 'deferred server_busy waits'],
  [0x0a, 'trouble sender_refused'],
  [0x0b, 'failed malformed_address'],
  [0x45, 'failed refused'],
  [0x64, 'deferred not_now'],
  [0x01, 'failed content_refused'],
  [0x101, 'trouble server_refused'],
  [0x4ff, 'failed refused'],
])('F45: the answer 0x%x to a message', (status, expected) => {
  expect(said(classifyStatus(status, ''))).toBe(expected);
});

test.each([
  [0x0e, 'trouble login_refused'],
  [0x0f, 'trouble login_refused'],
  [0x05, 'deferred login_unavailable waits'],
  [0x58, 'deferred login_unavailable waits'],
])('the answer 0x%x to a bind', (status, expected) => {
  expect(said(classifyBind(status, ''))).toBe(expected);
});
