import type { testSendingAccount as endpoint } from '../../../../contract/accounts.ts';
import type { OutputOf } from '../../../../contract/endpoint.ts';
import type { SecretBox } from '../../../platform/crypto/secret-box.ts';
import type { AccountTrouble, Outcome } from '../channel.ts';
import { asciiDomain } from '../email/ascii-domain.ts';
import { header, mailbox } from '../email/mime/header.ts';
import { encode } from '../email/mime/quoted-printable.ts';
import { type MailAddress, readMailAddress, writeMailAddress } from '../email/model/mail-address.ts';
import type { Capabilities } from '../email/smtp/capabilities.ts';
import { carryOver } from '../email/smtp/carry-over.ts';
import type { Patience } from '../email/smtp/endpoint.ts';
import { NotOpened, openSession, type Session } from '../email/smtp/open-session.ts';
import type { Job } from '../email/smtp/transaction.ts';
import { endpointOf } from '../email/smtp-endpoint.ts';
import type { StoredAccount } from './account.store.ts';

export type Conversation = OutputOf<typeof endpoint>;

/** A message of Fanfare itself to one of its users. */
export interface Note {
  subject: string;
  text: string;
  messageId: string;
  at: Date;
}

/** Nobody waits longer for one of these. */
const PATIENCE: Patience = { connect: 15_000, command: 30_000, dot: 60_000 };

/** Null for what is no address. */
export const noteAddress = (to: string): MailAddress | null => readMailAddress(to, asciiDomain);

const compose = (account: StoredAccount, to: string, { subject, text, messageId, at }: Note): string =>
  [
    `From: ${mailbox(account.fromName, account.fromAddress ?? '')}\r\n`,
    `To: ${to}\r\n`,
    header('Subject', subject),
    `Date: ${at.toUTCString().replace('GMT', '+0000')}\r\n`,
    `Message-ID: ${messageId}\r\n`,
    'Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n',
    'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n',
    `${encode(text).wire}\r\n`,
  ].join('');

const handOver = async (session: Session, job: Job): Promise<Outcome | { trouble: AccountTrouble }> => {
  const turn = [job];
  let outcome: Outcome = { state: 'untouched', reason: 'withdrawn' };
  const { trouble } = await carryOver(session, {
    next: () => turn.pop(),
    mayTakeAhead: () => false,
    putBack: () => undefined,
    cleared: (jobs) => jobs,
    settle: (_job, settled) => {
      outcome = settled;
    },
  });
  return trouble ? { trouble } : outcome;
};

const failure = (
  steps: Conversation['steps'],
  step: Conversation['steps'][number]['step'],
  why: AccountTrouble,
): Conversation => ({
  ok: false,
  steps: [...steps, { step, ok: false, said: why.reply }],
  reason: why.reason,
  reply: why.reply,
  messageId: null,
});

/** The whole conversation with the real server, told step by step (O15). */
const converse = async (
  secretBox: SecretBox,
  account: StoredAccount,
  job: Job,
  messageId: string,
  heard: (capabilities: Capabilities) => void,
): Promise<Conversation> => {
  const steps: Conversation['steps'] = [];
  let session: Session;
  try {
    session = await openSession(endpointOf(account, secretBox), PATIENCE, {
      step: (step, said) => steps.push({ step, ok: true, said }),
    });
  } catch (error) {
    if (!(error instanceof NotOpened)) throw error;
    const { why, step } = error;
    return failure(
      steps,
      step,
      'trouble' in why
        ? why.trouble
        : {
            reason: 'reason' in why.outcome ? why.outcome.reason : '',
            reply: 'reply' in why.outcome ? why.outcome.reply : '',
          },
    );
  }
  heard(session.capabilities);
  const outcome = await handOver(session, job);
  session.conversation.end();
  if ('trouble' in outcome) return failure(steps, 'hand_over', outcome.trouble);
  if (outcome.state !== 'sent')
    return failure(steps, 'hand_over', { reason: outcome.reason, reply: 'reply' in outcome ? outcome.reply : '' });
  steps.push({ step: 'hand_over', ok: true, said: outcome.reply });
  return { ok: true, steps, reason: null, reply: outcome.reply, messageId };
};

/** Hands one note over to the account's server, and tells how it went, and what the server said it can. Throws nothing of what the server may say. */
export const sendNote = (
  secretBox: SecretBox,
  account: StoredAccount,
  address: MailAddress,
  note: Note,
  heard: (capabilities: Capabilities) => void = () => undefined,
): Promise<Conversation> => {
  const to = writeMailAddress(address);
  const wire = compose(account, to, note);
  const job: Job = { no: 1, from: account.fromAddress ?? '', to, utf8: address.utf8, wire, putBack: false };
  return converse(secretBox, account, job, note.messageId, heard);
};
