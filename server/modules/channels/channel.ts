import type { RawBuilder } from 'kysely';
import type { ActionWork } from '../../../contract/action-work.ts';
import type { MessageFile } from '../../../contract/attachments.ts';
import type { ActionId, CampaignId, ContentVersionId, RunId, SendingAccountId } from '../../../contract/ids.ts';
import type { Language } from '../../../contract/messages/index.ts';
import type { Enclosure } from '../../../contract/reports.ts';
import type { Utm } from '../../../contract/utm.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import type { DossierTerms } from '../crm/index.ts';
import type { MailedDocument } from '../sales/index.ts';

/** What delivery hands to a channel about one recipient line; `values` are the merge values in the order of `Prepared.fields`. */
export interface Parcel {
  no: number;
  /** As it is written in the record. */
  address: string;
  /** Normalised: as addresses are compared. */
  addressKey: string;
  language: Language | null;
  /** The same over all attempts of a line and its retries. */
  messageId: string;
  /** Signed, opaque, names the line in every link of the message. */
  token: string;
  values: (string | null)[];
  /** Whether opens and clicks may be noticed: without, the message has no pixel and its links lead straight on. */
  tracked: boolean;
  /** Who it is from; null where the sending account's own From holds. */
  sender: { name: string; replyTo: string | null } | null;
}

/** Why an attempt ended as it did; the peer's words are kept in `reply`. */
export type Outcome =
  | { state: 'sent'; reply: string }
  /** `verdict` is what the refusal says of the address: gone for ever, not an address at all, or nothing. */
  | { state: 'failed'; reason: string; reply: string; verdict: 'gone' | 'malformed' | null }
  /** `asksToWait`: not only this recipient: the whole server, or this recipient's domain, wants to be left alone for a while. */
  | { state: 'deferred'; reason: string; reply: string; asksToWait?: 'server' | 'domain' }
  /** The message may have been accepted: the connection was lost after it was handed over and before the answer. */
  | { state: 'unknown'; reason: string; reply: string }
  /** Never handed over and nothing said about the recipient: the line is as if never tried. */
  | { state: 'untouched'; reason: string };

/** The sending account itself is refused (login, TLS policy): nobody's message was judged, the account must be paused. */
export interface AccountTrouble {
  reason: string;
  reply: string;
}

export interface HandOver {
  /**
   * Asked before anything is done for a line; false (paused, stopped, shutting down, its domain asks us to wait) leaves it
   * untouched without a word to the peer. Absent: always wanted.
   */
  wanted?(no: number): boolean;
  /**
   * Called synchronously right before the bytes that let the peer accept these messages. Only those that it answers may be written; the
   * others (the lease is lost, or the line was withdrawn) are settled as untouched.
   */
  aboutToHandOver(nos: readonly number[]): ReadonlySet<number>;
  settle(no: number, outcome: Outcome): void;
}

/** One of a batch. */
export interface Ready {
  parcel: Parcel;
  /** Made when its turn comes, and only once: of hundreds that wait few stand in memory. Null: it cannot be made, and its line is settled. */
  make(): RenderedMessage | null;
}

export interface RenderedMessage {
  no: number;
  /** All that is handed over, in the channel's own form. */
  wire: string;
  /** What follows `wire`, shared by all whom it is the same for: never copied for one of them. */
  tail?: readonly Buffer[] | undefined;
}

/** A message for eyes: the parts as they were sent, decoded. */
export interface ShownMessage {
  subject: string;
  from: string;
  html: string | null;
  text: string;
  headers: { name: string; value: string }[];
  /** What went with it. */
  files: readonly MessageFile[];
}

/** A file of one recipient's own, that goes with the message. */
export interface EnclosedFile {
  name: string;
  type: string;
  content: Buffer;
}

export interface RenderFailure {
  no: number;
  field: string;
  message: string;
}

/** All that is one recipient's own, or why it cannot be made. */
export type Enclosed = readonly EnclosedFile[] | RenderFailure;

/** Addresses with `{token}` (and `{link}`, the link's number) to be filled in. */
export interface TrackingAddresses {
  open: string | null;
  click: string | null;
  unsubscribe: string;
  oneClick: string;
  view: string;
  answer: string;
  /** The offer that the campaign made to the recipient. */
  offer: string;
  /** The invoice that the campaign issued to the recipient. */
  invoice: string;
  /** Where the personal link of the action leads. */
  direct: string;
}

/** Everything frozen at the run's start that a channel may need. */
export interface Dispatch {
  runId: RunId;
  campaignId: string;
  campaignCode: string;
  /** Merged as `campaign.name`. */
  campaignName: string;
  contentVersionId: ContentVersionId;
  sendingAccountId: SendingAccountId;
  purposeClass: 'marketing' | 'notice';
  topicName: string | null;
  addresses: TrackingAddresses;
  /** What web statistics are told of who follows a link; null: nothing. */
  utm: Utm | null;
  /** A PDF of each recipient's own goes with it. */
  report: boolean;
  /** What was issued to each recipient goes with it; null where it mails nothing of the kind. */
  document: MailedDocument | null;
  /** The day that is written in what is made on paper or as PDF: when the run began. */
  on: Date;
  test: boolean;
}

/** A run made ready: the template compiled once, connections pooled. */
export interface Prepared {
  /** Names of the merge fields whose values `render` needs, in order. */
  readonly fields: readonly string[];
  /** A text over the alias `line`, read with the values and put after them. */
  readonly beside?: RawBuilder<string | null> | undefined;
  /** Makes what is each recipient's own, by number, before it is rendered; absent where there is nothing of the kind. */
  enclose?: ((parcels: readonly Parcel[]) => Promise<ReadonlyMap<number, Enclosed>>) | undefined;
  render(parcel: Parcel, enclosed?: readonly EnclosedFile[]): RenderedMessage | RenderFailure;
  /** Hands over a batch; resolves when every line is settled, or with the trouble that stopped it (what is unsettled then is untouched). */
  carry(batch: readonly Ready[], handOver: HandOver): Promise<AccountTrouble | null>;
  close(): Promise<void>;
}

/** Messages: each line is handed over by itself, under an intent (email, sms, letter). */
export interface CarryingChannel {
  readonly shape: 'carry';
  readonly name: string;
  prepare(dispatch: Dispatch): Promise<Prepared>;
  /** What the person got, shown again from the stored values; nothing is sent. */
  show(dispatch: Dispatch, parcel: Parcel): Promise<ShownMessage | RenderFailure>;
  /** One of what was enclosed with it, made again as it was; null where nothing of the kind was. */
  showEnclosed?(dispatch: Dispatch, parcel: Parcel, which: Enclosure): Promise<EnclosedFile | RenderFailure | null>;
  /** Ends what outlives a run, such as pooled connections. */
  close(): Promise<void>;
}

/** A run of documents as it was frozen when its list was generated. */
export interface IssuedRun {
  runId: RunId;
  campaignId: CampaignId;
  actionId: ActionId;
  campaignName: string;
  /** Of the campaign's money. */
  currency: string;
  now: Date;
  /** One line, a proof for the eyes of whoever started it: it draws no number, asks nobody to work and counts nowhere. */
  test: boolean;
  /** Who pressed the button; null when Fanfare did, on time. */
  startedBy: string | null;
  creatorId: string;
  ownerId: string;
  senderPolicy: 'creator' | 'owner' | 'account_manager';
  contentVersionId: ContentVersionId | null;
  dossier: DossierTerms | null;
  /** Who is given the work of channels that give some. */
  work: ActionWork;
  /** A query of the planned lines: no, party_kind, party_id, role, company_id, asset_id, about, address, address_key, language, and sender_id by the sender policy. */
  lines: RawBuilder<unknown>;
}

/** Documents: the whole run in one transaction, all or nothing (list, invoice, offer, opportunity, call, task). */
export interface IssuingChannel {
  readonly shape: 'issue';
  readonly name: string;
  /** Issues for every planned line of the run; throws to issue nothing. */
  issue(tx: Tx, run: IssuedRun): Promise<void>;
}

export type Channel = CarryingChannel | IssuingChannel;
