import type { CarryingChannel, Dispatch, IssuingChannel } from '../../server/modules/channels/index.ts';
import type { Db } from '../../server/platform/database/open-database.ts';
import type { ReadyCampaign } from '../support/ready-campaign.ts';

/** A channel that carries messages, open at a real peer. */
export interface CarryingCase {
  shape: 'carry';
  open(db: Db): Promise<OpenChannel>;
}

export interface OpenChannel {
  channel: CarryingChannel;
  dispatch: Dispatch;
  /** An address that the peer accepts, another for each number. */
  address(no: number): string;
  /** What no peer would take for an address. */
  noAddress: string;
  /** Messages that the peer has accepted. */
  accepted(): Promise<number>;
  /** From now on nobody answers at the peer's address. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

/** A channel that issues documents. */
export interface IssuingCase {
  shape: 'issue';
  channel: IssuingChannel;
  /** Gives the action what only this channel needs before it can go, such as a script or products. */
  furnish(db: Db, campaign: ReadyCampaign): Promise<void>;
  /** How many documents there are of a run, proofs too; null where being on the list is all there is. */
  documents: ((db: Db, runId: string) => Promise<number>) | null;
}

export type ChannelCase = CarryingCase | IssuingCase;
