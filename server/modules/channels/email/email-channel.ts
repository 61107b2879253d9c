import { domainToASCII } from 'node:url';
import type { SendingAccountId } from '../../../../contract/ids.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { SecretBox } from '../../../platform/crypto/secret-box.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import type { Logger } from '../../../platform/logger.ts';
import { compileContent, loadWritten, recipientFields } from '../../content/index.ts';
import { getAccount, getStanding, type StoredAccount } from '../accounts/account.store.ts';
import type { CarryingChannel, Dispatch, HandOver, Parcel, Prepared, RenderedMessage } from '../channel.ts';
import { loadKeys } from './dkim/dkim-key.store.ts';
import { createSigner } from './dkim/signer.ts';
import { EmailMessage } from './message.ts';
import { envelopeSender } from './model/envelope-sender.ts';
import { readMailAddress, writeMailAddress } from './model/mail-address.ts';
import { ConnectionPool } from './smtp/connection-pool.ts';
import { Departures } from './smtp/departures.ts';
import type { Patience } from './smtp/endpoint.ts';
import type { Job } from './smtp/transaction.ts';
import { endpointOf } from './smtp-endpoint.ts';

export interface EmailNeeds {
  db: Db;
  clock: Clock;
  logger: Logger;
  secretBox: SecretBox;
  /** Only tests are less patient than RFC 5321. */
  patience?: Patience;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

type Parcels = readonly { parcel: Parcel; message: RenderedMessage }[];

/** Splits a batch into what can be written in a command and what never can, which is settled at once. */
const jobsOf = (batch: Parcels, sender: (parcel: Parcel) => string, handOver: HandOver): Job[] =>
  batch.flatMap(({ parcel, message }) => {
    const address = readMailAddress(parcel.address, domainToASCII);
    if (address) {
      return [
        {
          no: parcel.no,
          from: sender(parcel),
          to: writeMailAddress(address),
          utf8: address.utf8,
          wire: message.wire,
          putBack: false,
        },
      ];
    }
    handOver.settle(parcel.no, { state: 'failed', reason: 'malformed_address', reply: '', verdict: 'malformed' });
    return [];
  });

interface Known {
  account: StoredAccount;
  pool: ConnectionPool;
  departures: Departures;
}

/** What is known of each account, with one pool of connections shared by all runs of this process; made anew when the account was changed. */
class Pools {
  readonly #needs: EmailNeeds;
  readonly #known = new Map<string, Known>();

  constructor(needs: EmailNeeds) {
    this.#needs = needs;
  }

  /** `changed`: when the account was last. */
  async of(id: SendingAccountId, changed: Date): Promise<Known> {
    const known = this.#known.get(id);
    if (known?.account.updatedAt.getTime() === changed.getTime()) return known;
    const { db, secretBox, logger, patience } = this.#needs;
    const account = await getAccount(db, id);
    // Somebody else may have come first while it was read.
    const meanwhile = this.#known.get(id);
    if (meanwhile?.account.updatedAt.getTime() === account.updatedAt.getTime()) return meanwhile;
    meanwhile?.pool.close();
    const pool = new ConnectionPool(endpointOf(account, secretBox), account.maxConnections, logger, patience);
    const made = { account, pool, departures: new Departures(pool) };
    this.#known.set(id, made);
    return made;
  }

  close(): void {
    for (const { pool } of this.#known.values()) pool.close();
    this.#known.clear();
  }
}

const messageOf = async (
  { db, clock, secretBox }: EmailNeeds,
  dispatch: Dispatch,
  account: StoredAccount,
): Promise<EmailMessage> => {
  const [version, fields] = await Promise.all([loadWritten(db, dispatch.contentVersionId), recipientFields(db)]);
  const { open, click } = dispatch.addresses;
  const content = compileContent(version, fields, { addresses: { open, click }, utm: dispatch.utm });
  const from = { name: account.fromName, address: account.fromAddress ?? '', replyTo: account.replyTo };
  const keys = (await loadKeys(db, account.id)).filter(
    ({ signing, domain }) => signing && domain === domainOf(from.address),
  );
  const sign =
    keys.length === 0
      ? null
      : createSigner(keys.map((key) => ({ ...key, privateKey: secretBox.open(key.privateSealed) })));
  return new EmailMessage({ dispatch, content, from, clock, sign });
};

/** E-mail by SMTP: rendered from a template compiled once a run, handed over by pooled connections. */
export const createEmailChannel = (needs: EmailNeeds): CarryingChannel => {
  const pools = new Pools(needs);

  const carry = async (dispatch: Dispatch, batch: Parcels, handOver: HandOver) => {
    const { pausedReason, updatedAt } = await getStanding(needs.db, dispatch.sendingAccountId);
    if (pausedReason) return pausedReason;
    const { account, departures } = await pools.of(dispatch.sendingAccountId, updatedAt);
    const jobs = jobsOf(batch, (parcel) => envelopeSender(account, parcel.token), handOver);
    return departures.handOver(jobs, handOver, dispatch.runId);
  };

  return {
    shape: 'carry',
    name: 'email',
    prepare: async (dispatch): Promise<Prepared> => {
      const message = await messageOf(needs, dispatch, await getAccount(needs.db, dispatch.sendingAccountId));
      return {
        fields: message.fields,
        render: (parcel) => message.render(parcel),
        carry: (batch, handOver) => carry(dispatch, batch, handOver),
        close: async () => undefined,
      };
    },
    show: async (dispatch, parcel) => {
      const message = await messageOf(needs, dispatch, await getAccount(needs.db, dispatch.sendingAccountId));
      return message.show(parcel);
    },
    close: async () => pools.close(),
  };
};
