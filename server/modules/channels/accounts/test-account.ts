import { domainToASCII } from 'node:url';
import type { testSendingAccount as endpoint } from '../../../../contract/accounts.ts';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { SecretBox } from '../../../platform/crypto/secret-box.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise, findInstallation } from '../../access/index.ts';
import type { AccountTrouble, Outcome } from '../channel.ts';
import { header, mailbox } from '../email/mime/header.ts';
import { encode } from '../email/mime/quoted-printable.ts';
import { type MailAddress, readMailAddress, writeMailAddress } from '../email/model/mail-address.ts';
import { carryOver } from '../email/smtp/carry-over.ts';
import type { Patience } from '../email/smtp/endpoint.ts';
import { NotOpened, openSession, type Session } from '../email/smtp/open-session.ts';
import type { Job } from '../email/smtp/transaction.ts';
import { endpointOf } from '../email/smtp-endpoint.ts';
import { findAccount, noteTested, type StoredAccount } from './account.store.ts';

type Needs = { db: Db; ids: Ids; clock: Clock; secretBox: SecretBox };
type Result = OutputOf<typeof endpoint>;

/** A person waits for this one. */
const PATIENCE: Patience = { connect: 15_000, command: 30_000, dot: 60_000 };

const WORDS: Record<Language, { subject: string; text: string }> = {
  en: {
    subject: 'Test from Fanfare',
    text: 'This is a test. It shows that mail can be sent from the account “{name}”.',
  },
  nb: {
    subject: 'Test fra Fanfare',
    text: 'Dette er en test. Den viser at det kan sendes e-post fra kontoen «{name}».',
  },
  pl: { subject: 'Test z Fanfare', text: 'To jest test. Pokazuje, że z konta „{name}” można wysyłać wiadomości.' },
  fr: {
    subject: 'Essai de Fanfare',
    text: 'Ceci est un essai. Il montre que le compte « {name} » peut envoyer des messages.',
  },
};

const composed = (account: StoredAccount, to: string, messageId: string, language: Language, now: Date): string => {
  const words = WORDS[language];
  const address = account.fromAddress ?? '';
  return [
    `From: ${mailbox(account.fromName, address)}\r\n`,
    `To: ${to}\r\n`,
    header('Subject', words.subject),
    `Date: ${now.toUTCString().replace('GMT', '+0000')}\r\n`,
    `Message-ID: ${messageId}\r\n`,
    'Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n',
    'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n',
    `${encode(words.text.replace('{name}', account.name)).wire}\r\n`,
  ].join('');
};

const handOver = async (session: Session, job: Job): Promise<Outcome | { trouble: AccountTrouble }> => {
  const turn = [job];
  let outcome: Outcome = { state: 'untouched', reason: 'withdrawn' };
  const { trouble } = await carryOver(session, {
    next: () => turn.pop(),
    putBack: () => undefined,
    aboutToHandOver: () => true,
    settle: (_job, settled) => {
      outcome = settled;
    },
  });
  return trouble ? { trouble } : outcome;
};

const failure = (steps: Result['steps'], step: Result['steps'][number]['step'], why: AccountTrouble): Result => ({
  ok: false,
  steps: [...steps, { step, ok: false, said: why.reply }],
  reason: why.reason,
  reply: why.reply,
  messageId: null,
});

/** The whole conversation with the real server, told step by step (O15). */
const converse = async (needs: Needs, account: StoredAccount, job: Job, messageId: string): Promise<Result> => {
  const steps: Result['steps'] = [];
  let session: Session;
  try {
    session = await openSession(endpointOf(account, needs.secretBox), PATIENCE, {
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
  const outcome = await handOver(session, job);
  session.conversation.end();
  if ('trouble' in outcome) return failure(steps, 'hand_over', outcome.trouble);
  if (outcome.state !== 'sent')
    return failure(steps, 'hand_over', { reason: outcome.reason, reply: 'reply' in outcome ? outcome.reply : '' });
  steps.push({ step: 'hand_over', ok: true, said: outcome.reply });
  return { ok: true, steps, reason: null, reply: outcome.reply, messageId };
};

const assertAddress = (to: string): MailAddress => {
  const address = readMailAddress(to, domainToASCII);
  if (!address) throw new Invalid('to', 'invalid_email');
  return address;
};

/** Sends a test message, also from a paused account: that is how one sees that what paused it is mended. */
export const testSendingAccount = async (
  needs: Needs,
  actor: Actor,
  { id, to }: InputOf<typeof endpoint>,
): Promise<Result> => {
  authorise(actor, 'account.manage');
  const account = await findAccount(needs.db, id);
  if (!account || account.archivedAt) throw new NotFound('sending account');
  if (account.direction !== 'sending' || account.fromAddress === null) throw new Conflict('account_not_sending');
  const address = assertAddress(to);
  const language = (await findInstallation(needs.db))?.language ?? 'en';
  const messageId = `<${needs.ids.next()}@${account.fromAddress.split('@').at(-1)}>`;
  const recipient = writeMailAddress(address);
  const wire = composed(account, recipient, messageId, language, needs.clock.now());
  const job: Job = { no: 1, from: account.fromAddress, to: recipient, utf8: address.utf8, wire, putBack: false };
  const result = await converse(needs, account, job, messageId);
  if (result.ok) await noteTested(needs.db, id);
  return result;
};
