import { attachmentAddress, type MessageFile } from '../../../../contract/attachments.ts';
import type { SendingAccountId } from '../../../../contract/ids.ts';
import { LANGUAGES, type Language } from '../../../../contract/messages/index.ts';
import { type Enclosure, enclosedAddress } from '../../../../contract/reports.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { SecretBox } from '../../../platform/crypto/secret-box.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import type { Logger } from '../../../platform/logger.ts';
import { loadInstallation } from '../../access/index.ts';
import { compileContent, loadAttachedFiles, loadEmbedded, loadWritten, recipientFields } from '../../content/index.ts';
import type { Press } from '../../layouts/index.ts';
import { getAccount, getStanding, type StoredAccount } from '../accounts/account.store.ts';
import type {
  CarryingChannel,
  Dispatch,
  Enclosed,
  EnclosedFile,
  HandOver,
  Parcel,
  Prepared,
  Ready,
  RenderFailure,
} from '../channel.ts';
import { loadKeys } from './dkim/dkim-key.store.ts';
import { createSigner } from './dkim/signer.ts';
import { DocumentWriter } from './document/document-writer.ts';
import { EmailMessage, mailAddressOf } from './message.ts';
import type { FileOfMessage } from './mime/attached.ts';
import { distinctNames } from './model/distinct-names.ts';
import { envelopeSender } from './model/envelope-sender.ts';
import { writeMailAddress } from './model/mail-address.ts';
import { ReportWriter } from './report/report-writer.ts';
import { ConnectionPool } from './smtp/connection-pool.ts';
import { Departures, type Ticket } from './smtp/departures.ts';
import type { Patience } from './smtp/endpoint.ts';
import { endpointOf } from './smtp-endpoint.ts';

export interface EmailNeeds {
  db: Db;
  clock: Clock;
  logger: Logger;
  secretBox: SecretBox;
  /** Prints the reports, invoices and offers that go with e-mails. */
  press: Press;
  /** Only tests are less patient than RFC 5321. */
  patience?: Patience;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** What can never be written in a command is settled when its turn comes. */
const ticketOf = ({ parcel, make }: Ready, sender: (parcel: Parcel) => string, handOver: HandOver): Ticket => {
  const { no } = parcel;
  return {
    no,
    make: () => {
      const address = mailAddressOf(parcel.address);
      if (address === null) {
        handOver.settle(no, { state: 'failed', reason: 'malformed_address', reply: '', verdict: 'malformed' });
        return null;
      }
      const message = make();
      if (message === null) return null;
      const { wire, tail } = message;
      const to = writeMailAddress(address);
      return { no, from: sender(parcel), to, utf8: address.utf8, wire, tail, putBack: false };
    },
  };
};

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

/** As often as a worker looks whether its runs are still to be sent. */
const STANDING_MS = 200;

type StandingNow = () => ReturnType<typeof getStanding>;

/** Whether the account is paused, and when it was changed: read for the first group of a run, and then once for all groups of a moment. */
const standingNow = (db: Db, id: SendingAccountId): StandingNow => {
  let standing: ReturnType<typeof getStanding> | null = null;
  let readAt = 0;
  return () => {
    if (standing !== null && performance.now() - readAt < STANDING_MS) return standing;
    readAt = performance.now();
    const asked = getStanding(db, id);
    standing = asked;
    asked.catch(() => {
      standing = null;
    });
    return asked;
  };
};

type Version = Awaited<ReturnType<typeof loadWritten>>;

/** Of each language, with their bytes. */
const filesOf = async (db: Db, { variants }: Version): Promise<ReadonlyMap<Language, readonly FileOfMessage[]>> => {
  const named = LANGUAGES.map((language) => [language, variants[language]?.attachments ?? []] as const);
  const ids = named.flatMap(([, attachments]) => attachments.map(({ id }) => id));
  const files = await loadAttachedFiles(db, ids);
  return new Map(named.map(([language, attachments]) => [language, attachments.map(({ id }) => fileOf(files, id))]));
};

const fileOf = (files: ReadonlyMap<string, FileOfMessage>, id: string): FileOfMessage => {
  const file = files.get(id);
  if (!file) throw new Error(`the file ${id} of a message is gone`);
  return file;
};

/** `sending`: with the bytes that only the wire needs. */
const messageOf = async (
  { db, clock, secretBox }: EmailNeeds,
  dispatch: Dispatch,
  account: StoredAccount,
  version: Version,
  sending: boolean,
): Promise<EmailMessage> => {
  const fields = await recipientFields(db);
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
  const along = sending ? { files: await filesOf(db, version), pictures: await loadEmbedded(db, version) } : {};
  return new EmailMessage({ dispatch, content, from, clock, sign, ...along });
};

const reportOf = async (
  { db, press }: EmailNeeds,
  { report, campaignName, on, addresses }: Dispatch,
  { fromName }: StoredAccount,
  content: Version,
): Promise<ReportWriter | null> => {
  if (!report) return null;
  const fields = await recipientFields(db);
  const { timeZone } = await loadInstallation(db);
  const own = { campaignName, senderName: fromName, directLink: addresses.direct };
  return new ReportWriter({ content, fields, ...own, on, timeZone, press });
};

const documentOf = ({ db, clock, press }: EmailNeeds, { document, test }: Dispatch): DocumentWriter | null =>
  document && new DocumentWriter({ db, clock, press, document, test });

/** What makes files of each recipient's own, and where the values for it begin. */
interface Enclosing {
  which: Enclosure;
  writer: ReportWriter | DocumentWriter;
  from: number;
}

const enclosing = ({ message, report, document }: Awaited<ReturnType<typeof madeReady>>): Enclosing[] => {
  const from = message.fields.length;
  const own: Enclosing[] = document
    ? [{ which: 'document', writer: document, from: from + (report?.fields.length ?? 0) }]
    : [];
  return report ? [...own, { which: 'report', writer: report, from }] : own;
};

const printed = ({ writer, from }: Enclosing, parcel: Parcel): Promise<EnclosedFile | RenderFailure | null> =>
  writer.print(parcel, parcel.values.slice(from));

/** One after the other: the press sets one at a time. Who has none goes without. */
const encloseAll = async (all: readonly Enclosing[], parcels: readonly Parcel[]): Promise<Map<number, Enclosed>> => {
  const enclosed = new Map<number, Enclosed>();
  for (const parcel of parcels) {
    const files: EnclosedFile[] = [];
    let failure: RenderFailure | null = null;
    for (const one of all) {
      const made: EnclosedFile | RenderFailure | null = failure ?? (await printed(one, parcel));
      if (made !== null && 'content' in made) files.push(made);
      else failure = made;
    }
    if (failure !== null || files.length > 0) enclosed.set(parcel.no, failure ?? files);
  }
  return enclosed;
};

const madeReady = async (needs: EmailNeeds, dispatch: Dispatch, sending: boolean) => {
  const account = await getAccount(needs.db, dispatch.sendingAccountId);
  const version = await loadWritten(needs.db, dispatch.contentVersionId);
  const message = await messageOf(needs, dispatch, account, version, sending);
  const report = await reportOf(needs, dispatch, account, version);
  return { version, message, report, document: documentOf(needs, dispatch) };
};

const filesShown = (
  { report, runId }: Dispatch,
  { variants, defaultLanguage }: Version,
  language: Language,
  { no, document }: { no: number; document: string | null },
): MessageFile[] => {
  const written = report ? (variants[language]?.report ?? variants[defaultLanguage]?.report) : null;
  const own = [
    ...(document ? [{ name: document, which: 'document' as const }] : []),
    ...(written ? [{ name: `${written.fileName}.pdf`, which: 'report' as const }] : []),
  ];
  const shared = variants[language]?.attachments ?? [];
  const names = distinctNames([...shared, ...own].map(({ name }) => name));
  return [
    ...own.map(({ which }, at) => ({
      name: names[shared.length + at] ?? '',
      size: null,
      address: enclosedAddress(runId, no, which),
    })),
    ...shared.map(({ id, size }, at) => ({ name: names[at] ?? '', size, address: attachmentAddress(id) })),
  ];
};

/** E-mail by SMTP: rendered from a template compiled once a run, handed over by pooled connections. */
export const createEmailChannel = (needs: EmailNeeds): CarryingChannel => {
  const pools = new Pools(needs);

  const carry = async (dispatch: Dispatch, standing: StandingNow, batch: readonly Ready[], handOver: HandOver) => {
    const { pausedReason, updatedAt } = await standing();
    if (pausedReason) return pausedReason;
    const { account, departures } = await pools.of(dispatch.sendingAccountId, updatedAt);
    const sender = (parcel: Parcel) => envelopeSender(account, parcel.token);
    const tickets = batch.map((one) => ticketOf(one, sender, handOver));
    return departures.handOver(tickets, handOver, dispatch.runId);
  };

  return {
    shape: 'carry',
    name: 'email',
    prepare: async (dispatch): Promise<Prepared> => {
      const ready = await madeReady(needs, dispatch, true);
      const { message, report, document } = ready;
      const own = enclosing(ready);
      const standing = standingNow(needs.db, dispatch.sendingAccountId);
      return {
        fields: report === null ? message.fields : [...message.fields, ...report.fields],
        beside: document?.beside,
        enclose: own.length === 0 ? undefined : (parcels) => encloseAll(own, parcels),
        render: (parcel, enclosed) => message.render(parcel, enclosed),
        carry: (batch, handOver) => carry(dispatch, standing, batch, handOver),
        close: async () => undefined,
      };
    },
    show: async (dispatch, parcel) => {
      const ready = await madeReady(needs, dispatch, false);
      const { version, message, document } = ready;
      const from = enclosing(ready).find(({ which }) => which === 'document')?.from;
      const own = { no: parcel.no, document: (await document?.nameOf(parcel.values.slice(from))) ?? null };
      return message.show(parcel, (language) => filesShown(dispatch, version, language, own));
    },
    showEnclosed: async (dispatch, parcel, asked) => {
      const own = enclosing(await madeReady(needs, dispatch, false)).find(({ which }) => which === asked);
      return own ? printed(own, parcel) : null;
    },
    close: async () => pools.close(),
  };
};
