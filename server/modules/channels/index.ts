import type { ActionId, ContentVersionId } from '../../../contract/ids.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { Gate } from '../consent/index.ts';
import { callChannel } from './call/call-channel.ts';
import type { Channel } from './channel.ts';
import { createEmailChannel, type EmailNeeds } from './email/email-channel.ts';
import { reportGates } from './email/report/report-gates.ts';
import { BILLING_GATES } from './invoice/billing-gates.ts';
import { invoiceChannel } from './invoice/invoice-channel.ts';
import { letterGates } from './letter/data-gates.ts';
import type { LetterNeeds } from './letter/issue-letters.ts';
import { createLetterChannel } from './letter/letter-channel.ts';
import { listChannel } from './list/list-channel.ts';
import { offerChannel } from './offer/offer-channel.ts';
import { opportunityChannel } from './opportunity/opportunity-channel.ts';
import type { Gateways } from './sms/gateways.ts';
import { numberGates } from './sms/number-gates.ts';
import { createSmsChannel, type SmsNeeds } from './sms/sms-channel.ts';
import { taskChannel } from './task/task-channel.ts';

export {
  findAccount,
  findSendingAccount,
  messageDomainOf,
  pauseAccount,
  type StoredAccount,
} from './accounts/account.store.ts';
export { assertAccountUsable } from './accounts/account-state.ts';
export { type ChecksNeeds, checkSendingAccount, checksOfAccount } from './accounts/check-account.ts';
export {
  archiveSendingAccount,
  createSendingAccount,
  getSendingAccount,
  listSendingAccounts,
  pauseSendingAccount,
  restoreSendingAccount,
  resumeSendingAccount,
  updateSendingAccount,
} from './accounts/manage-accounts.ts';
export { noteAddress, sendNote } from './accounts/send-note.ts';
export { testSendingAccount } from './accounts/test-account.ts';
export {
  type Asking,
  claimCall,
  countCalls,
  heldCall,
  keepHeld,
  putBack,
  renumberCall,
  type StoredCall,
  storeCall,
} from './call/call.store.ts';
export type {
  AccountTrouble,
  CarryingChannel,
  Channel,
  Dispatch,
  Enclosed,
  EnclosedFile,
  HandOver,
  IssuedRun,
  IssuingChannel,
  Outcome,
  Parcel,
  Prepared,
  RenderedMessage,
  RenderFailure,
  ShownMessage,
  TrackingAddresses,
} from './channel.ts';
export { getDkim, makeDkimKey, setDkimSigning } from './email/dkim/manage-dkim.ts';
export type { LookUpText } from './email/dkim/published.ts';
export { countOutbox, getOutboxMessage, listOutbox } from './email/outbox/outbox.views.ts';
export { type Outbox, startOutbox } from './email/outbox/outbox-server.ts';

export { type LetterCost, readLetterCosts } from './letter/batch.views.ts';
export { letterFiles } from './letter/letter-files.routes.ts';
export { listLetterBatches, reprintLetters } from './letter/manage-batches.ts';
export { copyLetterPlan, dropLetterPlan, findLetterPlan, storeLetterPlan } from './letter/plan.store.ts';
export { previewLetter } from './letter/preview-letter.ts';
export { type ReturnedLetter, returnLetter } from './letter/return-letter.ts';
export { type GatewayNeeds, Gateways } from './sms/gateways.ts';
export { type HearingNeeds, hearSmpp } from './sms/hear-smpp.ts';
export { smsHooks } from './sms/hooks.routes.ts';
export {
  adoptReport,
  type Incoming,
  type OpenReport,
  settleIncoming,
  settleReports,
  standingOfLines,
  takeIncoming,
  takeOpenReports,
} from './sms/incoming.store.ts';
export { startSmsListener } from './sms/listen.ts';
export { listSmsPrices, saveSmsPrices } from './sms/manage-prices.ts';
export { createSmsAccount, getSmsAccount as showSmsAccount, updateSmsAccount } from './sms/manage-sms-accounts.ts';
export { type MeteredParts, meteredParts } from './sms/metered-parts.ts';
export { type Meaning, meaningOf } from './sms/model/meaning.ts';
export { kindOfNumber } from './sms/model/number-kind.ts';
export { findSmsPrices, priceFor } from './sms/price.store.ts';
export { sendSms } from './sms/send-sms.ts';
export { getSmsAccount } from './sms/sms-account.store.ts';
export { testSmsAccount } from './sms/test-sms-account.ts';
export { phoneToTest, testAddress } from './test-address.ts';

/** The channels by name; a new one is a folder, a line here and a word in the contract. */
export const createChannels = (
  needs: EmailNeeds & SmsNeeds & LetterNeeds & { smsGateways: Gateways },
): Record<string, Channel> => {
  const channels: Channel[] = [
    createEmailChannel(needs),
    createSmsChannel(needs, needs.smsGateways),
    createLetterChannel(needs),
    callChannel,
    taskChannel,
    invoiceChannel,
    opportunityChannel,
    offerChannel,
    listChannel,
  ];
  return Object.fromEntries(channels.map((channel) => [channel.name, channel]));
};

/** What a channel itself asks of whom an action shall reach, beside what all channels ask. */
export const channelGates = async (
  db: Db | Tx,
  action: { channel: string; id: ActionId; report: boolean; contentVersionId: ContentVersionId | null },
): Promise<readonly Gate[]> => {
  const { channel, id } = action;
  if (channel === 'sms') return numberGates(db);
  if (channel === 'letter') return letterGates(db, id);
  if (channel === 'email') return reportGates(db, action);
  return channel === 'invoice' ? BILLING_GATES : [];
};
