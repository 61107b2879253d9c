import { callChannel } from './call/call-channel.ts';
import type { Channel } from './channel.ts';
import { createEmailChannel, type EmailNeeds } from './email/email-channel.ts';
import { listChannel } from './list/list-channel.ts';
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

/** The channels by name; a new one is a folder, a line here and a word in the contract. */
export const createChannels = (needs: EmailNeeds): Record<string, Channel> =>
  Object.fromEntries(
    [createEmailChannel(needs), callChannel, taskChannel, listChannel].map((channel) => [channel.name, channel]),
  );
