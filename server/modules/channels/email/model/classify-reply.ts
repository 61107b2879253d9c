import type { AccountTrouble, Outcome } from '../../channel.ts';

/** Where in the conversation a reply was read. `dot`: after the final dot of a message. */
export type Stage = 'greeting' | 'hello' | 'starttls' | 'sign_in' | 'sender' | 'recipient' | 'data' | 'dot';

export interface Reply {
  code: number;
  /** `5.1.1`, when the server gave one. */
  enhanced: string | null;
  /** The lines without their code. */
  lines: readonly string[];
  /** All lines in one, with the code, for people. */
  text: string;
}

/** What a refusal means: something about this message or its recipient, or about the account. `closes`: the server hangs up. */
export type Meaning = { outcome: Outcome; closes: boolean } | { trouble: AccountTrouble };

const UNKNOWN_MAILBOX =
  /\b(user|mailbox|recipient|address|account)\b.{0,60}\b(unknown|not found|does not exist|doesn['’]t exist|invalid|no longer)\b|\bno such (user|mailbox|recipient|address|person)\b|\b(unknown|invalid) (user|mailbox|recipient|address)\b/i;
const POLICY =
  /\b(spam|blocked|blacklist|blocklist|banned|policy|reputation|dmarc|spf|dkim|authenticat|unsolicited|not verified)/i;
/** We are refused, not whoever was written to: our sender, our name, our address, our right to relay. Many servers say so only at RCPT. */
const OURSELVES =
  /\bsender\b|verif(y|ication) failed|\brcpthosts\b|\brelaying\b|\brelay (access )?(denied|not|prohibited)|\bto relay\b|\bhelo\b|\behlo\b|\byour (ip|host|domain|server|account)\b|reverse (dns|lookup)|\bPTR\b/i;
const GREYLISTED = /gr[ea]y.?list|try again (later|in)|temporarily (rejected|deferred)/i;
/** What our account may send in a while is used up; not what the other side's mailbox may receive. */
const OUR_QUOTA =
  /\b(sending|submission|daily|hourly)\b[^.]{0,40}\b(limit|quota|rate)|submissionquota|\bthrottl|exceeded the max|maximum sending/i;
const MAILBOX = /mailbox|inbox|quota|\b(user|recipient|account)\b/i;
const STORAGE = /storage|space|disk|resources/i;
const RECEIVING = /\breceiv|\binbox\b|\bmailbox\b/i;
const TOO_FAST = /\brate\b|too (many|fast|much)|throttl|limit|unusual|slow down|reputation/i;

/** Nothing was said of any message yet. */
const EARLY: readonly Stage[] = ['greeting', 'hello', 'starttls', 'sign_in'];
const GONE = ['5.1.1', '5.1.2', '5.1.10'];
/** RFC 3463: congestion. Exchange Online has a status of its own for the daily limit of whoever sends. */
const QUOTA_STATUSES = ['5.4.5', '4.4.5', '5.1.90'];
const SIGN_IN_NEEDED = [530, 534, 535, 538];

const failed = (reason: string, reply: Reply, verdict: 'gone' | 'malformed' | null = null): Meaning => ({
  outcome: { state: 'failed', reason, reply: reply.text, verdict },
  closes: false,
});
const deferred = (reason: string, reply: Reply, asksToWait?: 'server' | 'domain'): Meaning => ({
  outcome: { state: 'deferred', reason, reply: reply.text, ...(asksToWait && { asksToWait }) },
  closes: reply.code === 421,
});
const trouble = (reason: string, reply: Reply): Meaning => ({ trouble: { reason, reply: reply.text } });

const has = (reply: Reply, ...ends: string[]): boolean => {
  const enhanced = reply.enhanced ?? '';
  return ends.some((end) => enhanced.slice(1) === end);
};

/** Whom a refusal for now concerns: before a recipient was named it can only be the server. */
const concerned = (stage: Stage): 'server' | 'domain' => (EARLY.includes(stage) ? 'server' : 'domain');

const isOurQuota = ({ enhanced, text }: Reply): boolean =>
  QUOTA_STATUSES.includes(enhanced ?? '') || (OUR_QUOTA.test(text) && !RECEIVING.test(text));

/** Greylists answer 450 or 451 with 4.7.1; other statuses of 4.7, or words about our speed, speak of our pace. */
const isGreylist = ({ code, enhanced, text }: Reply): boolean =>
  GREYLISTED.test(text) || ((code === 450 || code === 451) && (enhanced === '4.7.1' || enhanced === '4.7.0'));

/** 4xx, and the few 5xx that mean "not now". */
const notNow = (stage: Stage, reply: Reply): Meaning => {
  if (reply.code === 421) return deferred('server_busy', reply, concerned(stage));
  if (isOurQuota(reply)) return deferred('rate_limited', reply, 'server');
  if (has(reply, '.2.2')) return deferred('mailbox_full', reply);
  if (has(reply, '.3.1')) return deferred('server_full', reply, 'server');
  if (has(reply, '.5.3')) return deferred('too_many_recipients', reply);
  const greylist = isGreylist(reply);
  if (reply.enhanced?.startsWith('4.7.') && (!greylist || TOO_FAST.test(reply.text)))
    return deferred('rate_limited', reply, stage === 'sender' ? 'server' : concerned(stage));
  if (EARLY.includes(stage)) return deferred('server_busy', reply, 'server');
  if (greylist) return deferred('greylisted', reply);
  if (reply.code === 452) return noRoom(stage, reply);
  return deferred(reply.code === 552 ? 'mailbox_full' : 'not_now', reply);
};

/** 452 is said of a mailbox, of the whole server, and of much else: only the words tell. */
const noRoom = (stage: Stage, reply: Reply): Meaning => {
  const { text } = reply;
  if (/too many recipients/i.test(text)) return deferred('too_many_recipients', reply);
  if (TOO_FAST.test(text)) return deferred('rate_limited', reply, 'server');
  if (stage !== 'sender' && MAILBOX.test(text)) return deferred('mailbox_full', reply);
  return STORAGE.test(text) ? deferred('server_full', reply, 'server') : deferred('not_now', reply);
};

const tooBig = (reply: Reply): boolean =>
  has(reply, '.3.4') || (reply.code === 552 && /size|too (big|large)/i.test(reply.text));
/** Also a bad sender by RFC 3463 (X.1.7, X.1.8). */
const isPolicy = (reply: Reply): boolean => reply.enhanced?.startsWith('5.7.') || has(reply, '.1.7', '.1.8');

/** A 5xx about the recipient or the message. */
const refused = (stage: Stage, reply: Reply): Meaning => {
  const { code, enhanced } = reply;
  if (tooBig(reply)) return failed('too_big', reply);
  if (isPolicy(reply)) return failed('policy', reply);
  if (isOurQuota(reply)) return notNow(stage, reply);
  if (enhanced !== null && GONE.includes(enhanced)) return failed('no_such_mailbox', reply, 'gone');
  if (has(reply, '.1.3')) return failed('malformed_address', reply, 'malformed');
  if (has(reply, '.2.1')) return failed('mailbox_disabled', reply);
  if (has(reply, '.2.2') || (code === 552 && stage === 'recipient')) return notNow(stage, reply);
  if (enhanced === null && POLICY.test(reply.text)) return failed('policy', reply);
  const bare = enhanced === null || has(reply, '.0.0', '.1.0');
  if (bare && OURSELVES.test(reply.text)) return failed('policy', reply);
  if (stage !== 'dot' && code === 550 && bare && UNKNOWN_MAILBOX.test(reply.text))
    return failed('no_such_mailbox', reply, 'gone');
  if (stage !== 'dot' && (code === 553 || code === 501) && bare) return failed('malformed_address', reply, 'malformed');
  if (enhanced?.startsWith('5.6.')) return failed('content_refused', reply);
  return failed('refused', reply);
};

/** Before a recipient was named: nobody's message was judged. */
const aboutTheAccount = (stage: Stage, reply: Reply): Meaning => {
  if (stage === 'sign_in') return trouble('login_refused', reply);
  if (stage === 'starttls') return trouble('tls_refused', reply);
  if (stage === 'sender') {
    if (tooBig(reply)) return failed('too_big', reply);
    if (isPolicy(reply)) return failed('policy', reply);
    if (isOurQuota(reply)) return notNow(stage, reply);
    return trouble('sender_refused', reply);
  }
  return trouble('server_refused', reply);
};

/** A reply that cannot be what was asked for: before the dot nothing was handed over, after it nobody knows. */
export const nonsense = (stage: Stage, text: string): Outcome => ({
  state: stage === 'dot' ? 'unknown' : 'deferred',
  reason: 'bad_reply',
  reply: text,
  ...(EARLY.includes(stage) && { asksToWait: 'server' }),
});

/** What a reply that is not the hoped-for one means (F14 to F22). */
export const classifyReply = (stage: Stage, reply: Reply): Meaning => {
  const { code } = reply;
  if (code < 400 || code > 599) return { outcome: nonsense(stage, reply.text), closes: true };
  if (SIGN_IN_NEEDED.includes(code) && stage !== 'dot' && !isAboutRecipient(stage, reply))
    return trouble('login_refused', reply);
  if (code < 500) return stage === 'sign_in' ? deferred('login_unavailable', reply, 'server') : notNow(stage, reply);
  if (asksToSignIn(stage, reply)) return trouble('login_refused', reply);
  if (isOurFault(stage, reply)) return { ...deferred('out_of_step', reply), closes: true };
  return EARLY.includes(stage) || stage === 'sender' ? aboutTheAccount(stage, reply) : refused(stage, reply);
};

/** The server lost the thread of the conversation, or we did: nobody was judged, a new connection begins anew. */
const isOurFault = (stage: Stage, reply: Reply): boolean =>
  (stage === 'sender' || stage === 'recipient' || stage === 'data') && (reply.code === 503 || has(reply, '.5.1'));

/** Some say with 503 that we should have signed in first. */
const asksToSignIn = (stage: Stage, reply: Reply): boolean =>
  reply.code === 503 && (stage === 'sender' || stage === 'recipient') && /\bauth/i.test(reply.text);

/** 530 is used for policy against a recipient too, then with a status of the fifth class that is not about signing in. */
const isAboutRecipient = (stage: Stage, reply: Reply): boolean =>
  stage === 'recipient' && reply.enhanced !== null && !reply.enhanced.startsWith('5.7.');

/** The connection ended: before the dot nothing was handed over, after it nobody knows (F22, F23). */
export const connectionLost = (afterDot: boolean, kind: 'closed' | 'timeout', said: string): Outcome => ({
  state: afterDot ? 'unknown' : 'deferred',
  reason: kind === 'timeout' ? 'timeout' : 'connection_lost',
  reply: said,
});
