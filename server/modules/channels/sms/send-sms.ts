import { countSms } from '../../../../contract/sms-text.ts';
import type { AccountTrouble, Outcome } from '../channel.ts';
import type { GatewayNeeds } from './gateways.ts';
import { Gateways } from './gateways.ts';
import type { StoredSmsAccount } from './sms-account.store.ts';

/** A message of Fanfare itself, outside any run: a test, or the confirmation that nothing more comes. It is tried once. */
export const sendSms = async (
  needs: GatewayNeeds,
  account: StoredSmsAccount,
  message: { to: string; text: string; messageId: string },
): Promise<Outcome | { trouble: AccountTrouble }> => {
  const gateways = new Gateways(needs, () => async () => false);
  try {
    const counted = countSms(message.text);
    let outcome: Outcome | null = null;
    const trouble = await gateways.of(account).handOver([{ ...message, counted, no: 1, reference: 1 }], {
      sharer: '',
      wanted: () => true,
      aboutToHandOver: (messages) => new Set(messages.map(({ no }) => no)),
      settle: (_message, handed) => {
        outcome = handed.outcome;
      },
    });
    if (trouble) return { trouble };
    return outcome ?? { state: 'untouched', reason: 'not_handed_over' };
  } finally {
    await gateways.close();
  }
};
