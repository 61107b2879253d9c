import { describe, expect, test } from 'vitest';
import { EMAIL_REASONS } from '../../../../../contract/email-reasons.ts';
import { ReplyParser } from '../smtp/reply-parser.ts';
import { classifyReply, type Stage } from './classify-reply.ts';

/** One reply as it comes over the wire, and what it means: `state reason verdict` (or whom it asks to wait), or `trouble reason`. */
const CASES: [id: string, stage: Stage, said: string, meaning: string][] = [
  ['F14', 'greeting', '421 4.3.2 too many connections', 'deferred server_busy server'],
  ['F14', 'sender', '421 4.7.0 slow down', 'deferred server_busy domain'],
  ['F14', 'dot', '421 shutting down', 'deferred server_busy domain'],
  ['F14', 'dot', '450 4.7.28 Gmail has detected an unusual rate of mail', 'deferred rate_limited domain'],
  ['F14', 'recipient', '451 4.7.1 too many messages from your address', 'deferred rate_limited domain'],
  ['F15', 'recipient', '450 4.2.0 Greylisted', 'deferred greylisted'],
  ['F15', 'recipient', '451 4.7.1 Please wait', 'deferred greylisted'],
  ['F15', 'recipient', '451 Temporary local problem', 'deferred not_now'],
  ['F15', 'dot', '450 4.7.1 try again later', 'deferred greylisted'],
  ['F16', 'recipient', '452 4.5.3 Too many recipients', 'deferred too_many_recipients'],
  ['F16', 'recipient', '452 4.3.1 Insufficient system storage', 'deferred server_full server'],
  ['F17', 'recipient', '550 5.1.1 User unknown', 'failed no_such_mailbox gone'],
  ['F17', 'recipient', '550 5.1.2 Bad destination system', 'failed no_such_mailbox gone'],
  ['F17', 'recipient', '556 5.1.10 Null MX', 'failed no_such_mailbox gone'],
  ['F17', 'dot', '550 5.1.1 The address does not exist', 'failed no_such_mailbox gone'],
  ['F17', 'recipient', '550 No such user here', 'failed no_such_mailbox gone'],
  ['F17', 'recipient', '550 Requested action not taken: mailbox not found', 'failed no_such_mailbox gone'],
  ['F17', 'recipient', '550 5.2.1 The account is disabled', 'failed mailbox_disabled'],
  ['F18', 'recipient', '550 5.7.1 Message rejected as spam', 'failed policy'],
  ['F18', 'recipient', '554 5.7.1 Client host blocked, user unknown to us', 'failed policy'],
  ['F18', 'dot', '550 5.7.26 Unauthenticated', 'failed policy'],
  ['F18', 'dot', '550 5.7.515 Access denied', 'failed policy'],
  ['F18', 'sender', '550 5.7.1 Sender blocked', 'failed policy'],
  ['F18', 'recipient', '550 blocked using a blocklist', 'failed policy'],
  ['F18', 'recipient', '550 Administrative prohibition', 'failed refused'],
  ['F14', 'recipient', '451 4.7.500 Server busy, spam suspected', 'deferred rate_limited domain'],
  ['F19', 'recipient', '552 5.2.2 Mailbox full', 'deferred mailbox_full'],
  ['F19', 'recipient', '552 Quota exceeded', 'deferred mailbox_full'],
  ['F19', 'recipient', '452 4.2.2 Over quota', 'deferred mailbox_full'],
  ['F19', 'dot', '552 5.3.4 Message too big', 'failed too_big'],
  ['F19', 'sender', '552 5.3.4 Message size exceeds limit', 'failed too_big'],
  ['F19', 'dot', '552 Message size exceeds fixed maximum', 'failed too_big'],
  ['F20', 'recipient', '551 User not local', 'failed refused'],
  ['F20', 'recipient', '553 Mailbox name not allowed', 'failed malformed_address malformed'],
  ['F20', 'recipient', '501 5.1.3 Bad recipient address syntax', 'failed malformed_address malformed'],
  ['F20', 'recipient', '501 Syntax error', 'failed malformed_address malformed'],
  ['F20', 'recipient', '555 5.5.4 Unsupported option', 'failed refused'],
  ['F20', 'recipient', '553 5.7.1 Sender rejected', 'failed policy'],
  ['F21', 'sign_in', '535 5.7.8 Authentication failed', 'trouble login_refused'],
  ['F21', 'sign_in', '534 5.7.9 Mechanism too weak', 'trouble login_refused'],
  ['F21', 'sign_in', '538 5.7.11 Encryption required', 'trouble login_refused'],
  ['F21', 'sender', '530 5.7.0 Authentication required', 'trouble login_refused'],
  ['F21', 'recipient', '530 5.7.57 Client not authenticated', 'trouble login_refused'],
  ['F21', 'sign_in', '454 4.7.0 Temporary failure', 'deferred login_unavailable server'],
  ['F21', 'sender', '550 5.1.0 Sender unknown', 'trouble sender_refused'],
  ['', 'sender', '503 5.5.1 nested MAIL command', 'deferred out_of_step'],
  ['', 'recipient', '503 need MAIL first', 'deferred out_of_step'],
  ['F26', 'starttls', '502 5.5.1 Not implemented', 'trouble tls_refused'],
  ['F26', 'starttls', '454 4.7.0 TLS not available now', 'deferred rate_limited server'],
  ['F14', 'greeting', '554 5.7.1 No service for you', 'trouble server_refused'],
  ['F18', 'recipient', '550 5.1.0 <b+1@us.example>: Sender address rejected: User unknown', 'failed policy'],
  [
    'F18',
    'recipient',
    '550-Verification failed for <us@us.example>\r\n550-No Such User Here\r\n550 Sender verify failed',
    'failed policy',
  ],
  ['F18', 'recipient', '550 Domain of sender address us@us.example does not exist', 'failed policy'],
  ['F18', 'recipient', '550 5.1.8 <us@us.example>: Sender address rejected: Domain not found', 'failed policy'],
  ['F18', 'recipient', '550 Your IP address has no PTR record: not found', 'failed policy'],
  [
    'F18',
    'recipient',
    '550 This message cannot leave: your account has been disabled: invalid payment',
    'failed policy',
  ],
  ['F18', 'recipient', "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)", 'failed policy'],
  ['F18', 'recipient', '553 sorry, relaying denied from your location', 'failed policy'],
  ['F18', 'recipient', '553 sorry, your envelope sender domain must exist', 'failed policy'],
  ['F18', 'recipient', '553 5.1.0 sender rejected', 'failed policy'],
  ['F18', 'recipient', '501 Bad HELO', 'failed policy'],
  ['F18', 'dot', '554 Message rejected: Email address is not verified.', 'failed policy'],
  [
    'F17',
    'recipient',
    '550 5.1.1 <p@example.org>: Recipient address rejected: User unknown in relay recipient table',
    'failed no_such_mailbox gone',
  ],
  [
    'F17',
    'recipient',
    '550 <p@example.org>: Recipient address rejected: User unknown in relay recipient table',
    'failed no_such_mailbox gone',
  ],
  ['F17', 'recipient', '550 sorry, no mailbox here by that name (#5.1.1)', 'failed no_such_mailbox gone'],
  ['F14', 'dot', '550 5.4.5 Daily user sending limit exceeded', 'deferred rate_limited server'],
  [
    'F14',
    'dot',
    '550 5.1.90 Your message can’t be sent because you’ve reached your daily limit for message recipients',
    'deferred rate_limited server',
  ],
  ['F14', 'dot', '550 5.2.2 Submission quota exceeded', 'deferred rate_limited server'],
  ['F14', 'dot', '454 Throttling failure: Maximum sending rate exceeded.', 'deferred rate_limited server'],
  ['F14', 'dot', '454 Throttling failure: Daily message quota exceeded.', 'deferred rate_limited server'],
  [
    'F14',
    'recipient',
    '550 Domain us.example has exceeded the max emails per hour (51/50) allowed',
    'deferred rate_limited server',
  ],
  ['F14', 'sender', '550 5.4.5 Daily sending quota exceeded', 'deferred rate_limited server'],
  ['F14', 'sender', '450 4.7.1 Error: too much mail from 192.0.2.1', 'deferred rate_limited server'],
  ['F14', 'greeting', '451 Temporary local problem', 'deferred server_busy server'],
  ['F14', 'hello', '451 4.3.0 not now', 'deferred server_busy server'],
  ['F19', 'recipient', '452 4.2.2 Daily receiving quota of this mailbox exceeded', 'deferred mailbox_full'],
  ['F19', 'recipient', '452 Mailbox of p@example.org is over quota', 'deferred mailbox_full'],
  ['F16', 'sender', '452 space shortage, please try later', 'deferred server_full server'],
  ['F16', 'recipient', '452 Requested action not taken: insufficient system storage', 'deferred server_full server'],
  ['F16', 'recipient', '452 Too many recipients', 'deferred too_many_recipients'],
  ['F14', 'recipient', '452 too many messages from your host, slow down', 'deferred rate_limited server'],
  ['F16', 'dot', '452 4.3.4 message refused for now', 'deferred not_now'],
  ['F21', 'sender', '503 5.5.1 AUTH first', 'trouble login_refused'],
  ['F21', 'recipient', '503 This mail server requires authentication', 'trouble login_refused'],
  ['F26', 'starttls', '454 TLS not available due to temporary reason', 'deferred server_busy server'],
  ['F25', 'greeting', '354 go on', 'deferred bad_reply server'],
  ['F25', 'data', '250 ok', 'deferred bad_reply'],
  ['F25', 'dot', '354 go on', 'unknown bad_reply'],
  ['', 'dot', '550 5.6.0 Content not understood', 'failed content_refused'],
  ['', 'dot', '554 Transaction failed', 'failed refused'],
];

describe('what a server’s answer means', () => {
  test.each(CASES)('%s %s: %s → %s', (_id, stage, said, meaning) => {
    const [reply] = new ReplyParser().push(`${said}\r\n`);
    const result = classifyReply(stage, reply!);
    if ('trouble' in result) {
      expect(`trouble ${result.trouble.reason}`).toBe(meaning);
      return;
    }
    const { outcome } = result;
    const more = outcome.state === 'failed' ? outcome.verdict : outcome.state === 'deferred' && outcome.asksToWait;
    expect([outcome.state, 'reason' in outcome && outcome.reason, more].filter(Boolean).join(' ')).toBe(meaning);
  });

  test('every reason is one that the interface has words for', () => {
    const reasons = CASES.map(([, , , meaning]) => meaning.split(' ')[1]);
    expect(EMAIL_REASONS).toEqual(expect.arrayContaining(reasons));
  });

  test('F18: nothing of class 5.7 ever says that an address is gone', () => {
    for (const code of [550, 551, 552, 553, 554, 501]) {
      for (const stage of ['recipient', 'data', 'dot'] as const) {
        const text = `${code} 5.7.1 no such user, mailbox unknown`;
        const result = classifyReply(stage, { code, enhanced: '5.7.1', text, lines: [text] });
        expect(result).toMatchObject({ outcome: { verdict: null } });
      }
    }
  });
});

describe('reading replies', () => {
  test('joins the lines of one reply and keeps its status once', () => {
    const replies = new ReplyParser().push(
      '550-5.1.1 The account\r\n550-5.1.1 does not\r\n550 5.1.1 exist\r\n250 ok\r\n',
    );
    expect(replies.map(({ code, enhanced, text }) => ({ code, enhanced, text }))).toEqual([
      { code: 550, enhanced: '5.1.1', text: '550 5.1.1 The account does not exist' },
      { code: 250, enhanced: null, text: '250 ok' },
    ]);
  });

  test('reads the same however it is cut', () => {
    const parser = new ReplyParser();
    const found = [...'250-a\r\n250 b\r\n221\r\n'].flatMap((sign) => parser.push(sign));
    expect(found.map(({ text }) => text)).toEqual(['250 a b', '221']);
  });

  test('control characters do not reach people, letters do', () => {
    const [reply] = new ReplyParser().push(Buffer.from('550 nope \u001b[31m é\r\n', 'utf8').toString('latin1'));
    expect(reply!.text).toBe('550 nope  [31m é');
  });
});
