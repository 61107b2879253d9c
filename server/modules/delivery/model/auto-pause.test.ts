import { expect, test } from 'vitest';
import type { Outcome } from '../../channels/index.ts';
import { RunWatch } from './auto-pause.ts';

const sent: Outcome = { state: 'sent', reply: '250 ok' };
const policy: Outcome = { state: 'failed', reason: 'policy', reply: '550 5.7.1 blocked', verdict: null };
const gone: Outcome = { state: 'failed', reason: 'no_such_mailbox', reply: '550 5.1.1', verdict: 'gone' };
const tooBig: Outcome = { state: 'failed', reason: 'too_big', reply: '552 5.3.4', verdict: null };

const feed = (outcomes: Outcome[]) => {
  const watch = new RunWatch();
  return outcomes.map((outcome) => watch.outcome(outcome)).find((reason) => reason !== null) ?? null;
};

test('F18: five policy rejections in a row pause the run and keep the words', () => {
  expect(feed([policy, policy, policy, policy])).toBeNull();
  expect(feed([sent, policy, policy, policy, policy, policy])).toMatchObject({
    code: 'policy_rejections',
    params: { reply: '550 5.7.1 blocked' },
  });
});

test('F18: over 5 % of the last 200 pause the run, 5 % do not', () => {
  const spread = (every: number) => Array.from({ length: 400 }, (_, i) => (i % every === 0 ? policy : sent));
  expect(feed(spread(20))).toBeNull();
  expect(feed(spread(18))).toMatchObject({ code: 'policy_rejections' });
});

test('F17: mailboxes that are gone never pause', () => {
  expect(feed(Array.from({ length: 300 }, () => gone))).toBeNull();
});

test('F19: the third "too big" pauses', () => {
  expect(feed([tooBig, sent, tooBig])).toBeNull();
  expect(feed([tooBig, sent, tooBig, tooBig])).toMatchObject({ code: 'content_too_large' });
});

test('F35: the first 20 all failing to render pause, one contact does not', () => {
  expect(new RunWatch().renders(200, 1, 'contact.title')).toBeNull();
  expect(new RunWatch().renders(20, 20, 'contact.title')).toMatchObject({ code: 'render_errors' });
  expect(new RunWatch().renders(200, 5, 'contact.title')).toMatchObject({ code: 'render_errors' });
});
