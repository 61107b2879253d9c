import type { testSendingAccount as endpoint } from '../../../../contract/accounts.ts';
import type { InputOf } from '../../../../contract/endpoint.ts';
import { frenchSpacesIn } from '../../../../contract/french-spaces.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { SecretBox } from '../../../platform/crypto/secret-box.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise, findInstallation } from '../../access/index.ts';
import { findAccount, noteTested } from './account.store.ts';
import { type Conversation, noteAddress, sendNote } from './send-note.ts';

type Needs = { db: Db; ids: Ids; clock: Clock; secretBox: SecretBox };

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
  fr: frenchSpacesIn({
    subject: 'Essai de Fanfare',
    text: 'Ceci est un essai. Il montre que le compte « {name} » peut envoyer des messages.',
  }),
};

/** Sends a test message, also from a paused account: that is how one sees that what paused it is mended. */
export const testSendingAccount = async (
  needs: Needs,
  actor: Actor,
  { id, to }: InputOf<typeof endpoint>,
): Promise<Conversation> => {
  authorise(actor, 'account.manage');
  const account = await findAccount(needs.db, id);
  if (!account || account.archivedAt) throw new NotFound('sending account');
  if (account.direction !== 'sending' || account.fromAddress === null) throw new Conflict('account_not_sending');
  const address = noteAddress(to);
  if (address === null) throw new Invalid('to', 'invalid_email');
  const { subject, text } = WORDS[(await findInstallation(needs.db))?.language ?? 'en'];
  const messageId = `<${needs.ids.next()}@${account.fromAddress.split('@').at(-1)}>`;
  const note = { subject, text: text.replace('{name}', account.name), messageId, at: needs.clock.now() };
  let sizeLimit: number | null = null;
  const result = await sendNote(needs.secretBox, account, address, note, ({ size }) => {
    sizeLimit = size;
  });
  if (result.ok) await noteTested(needs.db, id, sizeLimit);
  return result;
};
