import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import type { testSmsAccount as endpoint } from '../../../../contract/sms-accounts.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise, findInstallation } from '../../access/index.ts';
import { noteTested } from '../accounts/account.store.ts';
import { phoneToTest } from '../test-address.ts';
import type { GatewayNeeds } from './gateways.ts';
import { getLiveSmsAccount } from './manage-sms-accounts.ts';
import { sendSms } from './send-sms.ts';

const WORDS: Record<Language, string> = {
  en: 'This is a test from Fanfare. SMS can be sent from the account "{name}".',
  nb: 'Dette er en test fra Fanfare. Det kan sendes SMS fra kontoen "{name}".',
  pl: 'To jest test z Fanfare. Z konta "{name}" mozna wysylac SMS-y.',
  fr: 'Ceci est un essai de Fanfare. Le compte "{name}" peut envoyer des SMS.',
};

type Needs = Omit<GatewayNeeds, 'baseUrl' | 'insideGateways'> & {
  ids: Ids;
  clock: Clock;
  config: { baseUrl: string; insideGateways: boolean };
};

/** Sends a test to a phone, also from a paused account: that is how one sees that what paused it is mended. */
export const testSmsAccount = async (
  needs: Needs,
  actor: Actor,
  { id, to }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'account.manage');
  const account = await getLiveSmsAccount(needs.db, id);
  const number = await phoneToTest(needs.db, to);
  const language = (await findInstallation(needs.db))?.language ?? 'en';
  const text = WORDS[language].replace('{name}', account.name);
  const message = { to: number, text, messageId: `test-${needs.ids.next()}` };
  const outcome = await sendSms({ ...needs, ...needs.config }, account, message);
  if ('trouble' in outcome) return { ok: false, ...outcome.trouble };
  if (outcome.state !== 'sent')
    return { ok: false, reason: outcome.reason, reply: 'reply' in outcome ? outcome.reply : '' };
  await noteTested(needs.db, id);
  return { ok: true, reason: null, reply: outcome.reply };
};
