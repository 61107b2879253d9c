import type { RunId } from '../../../../contract/ids.ts';
import { countSms } from '../../../../contract/sms-text.ts';
import { compileTexts, loadWritten, recipientFields } from '../../content/index.ts';
import type { CarryingChannel, Dispatch, HandOver, Parcel, Prepared, Ready } from '../channel.ts';
import type { SmsToHand } from './gateway.ts';
import type { GatewayNeeds, Gateways } from './gateways.ts';
import { Meter } from './meter.ts';
import { getSmsAccount, type StoredSmsAccount } from './sms-account.store.ts';
import { SmsMessage } from './sms-message.ts';

export interface SmsNeeds extends GatewayNeeds {
  shortTokenOf(runId: RunId, no: number): string;
}

const NUMBER = /^\+[1-9]\d{5,14}$/;

/** The same over all attempts of a line, and another for the lines around it. */
const referenceOf = ({ no }: Parcel): number => no & 0xffff;

/** Splits a batch into what can be handed over and numbers that never can, which are settled at once. */
const messagesOf = (batch: readonly Ready[], handOver: HandOver): SmsToHand[] =>
  batch.flatMap(({ parcel, make }) => {
    const to = parcel.addressKey;
    const { no, messageId } = parcel;
    if (!NUMBER.test(to)) {
      handOver.settle(no, { state: 'failed', reason: 'malformed_address', reply: '', verdict: 'malformed' });
      return [];
    }
    const text = make()?.wire;
    return text === undefined
      ? []
      : [{ no, to, text, counted: countSms(text), messageId, reference: referenceOf(parcel) }];
  });

/** SMS by a gateway: rendered from a text compiled once a run, metered, and handed over in a window. */
export const createSmsChannel = (needs: SmsNeeds, gateways: Gateways): CarryingChannel => {
  const messageOf = async (dispatch: Dispatch, account: StoredSmsAccount): Promise<SmsMessage> => {
    const { db, shortTokenOf } = needs;
    const [version, fields] = await Promise.all([loadWritten(db, dispatch.contentVersionId), recipientFields(db)]);
    const { utm, addresses } = dispatch;
    const content = compileTexts(version, fields, { click: addresses.click, utm });
    return new SmsMessage({ dispatch, content, sender: account.sms.sender, shortTokenOf });
  };

  const carry = async (dispatch: Dispatch, meter: Meter, batch: readonly Ready[], handOver: HandOver) => {
    const messages = messagesOf(batch, handOver);
    if (messages.length === 0) return null;
    const { standing, group } = await meter.open(messages);
    if (group === null) return standing.pausedReason;
    const gateway = await gateways.at(dispatch.sendingAccountId, standing.updatedAt);
    const trouble = await gateway.handOver(messages, {
      sharer: dispatch.runId,
      wanted: ({ no }) => handOver.wanted?.(no) !== false,
      aboutToHandOver: (asked) => handOver.aboutToHandOver(asked.map(({ no }) => no)),
      settle: (message, handed) => {
        meter.note(group, message, handed);
        if (handed.outcome) handOver.settle(message.no, handed.outcome);
      },
    });
    meter.close(group);
    return trouble;
  };

  return {
    shape: 'carry',
    name: 'sms',
    prepare: async (dispatch): Promise<Prepared> => {
      const { runId, sendingAccountId: accountId, test } = dispatch;
      const message = await messageOf(dispatch, await getSmsAccount(needs.db, accountId));
      const meter = new Meter(needs.db, needs.logger, { runId, accountId, test });
      return {
        fields: message.fields,
        render: (parcel) => message.render(parcel),
        carry: (batch, handOver) => carry(dispatch, meter, batch, handOver),
        close: () => meter.flush(),
      };
    },
    show: async (dispatch, parcel) =>
      (await messageOf(dispatch, await getSmsAccount(needs.db, dispatch.sendingAccountId))).show(parcel),
    close: () => gateways.close(),
  };
};
