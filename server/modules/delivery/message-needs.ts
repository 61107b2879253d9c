import type { Config } from '../../config/config.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { CarryingChannel, Channel } from '../channels/index.ts';
import { type LineTokens, trackingAddresses } from '../tracking/index.ts';
import type { SenderNeeds } from './bench.ts';

/** What it takes to make a message: to send it, or to show it again. */
export type MessageNeeds = Pick<SenderNeeds, 'db' | 'carrying' | 'trackingAddresses' | 'tokensOf'>;

export interface MessageMaking {
  db: Db;
  config: Config;
  channels: Readonly<Record<string, Channel>>;
  lineTokens: LineTokens;
}

const carryingOf =
  (channels: Readonly<Record<string, Channel>>) =>
  (name: string): CarryingChannel => {
    const channel = channels[name];
    if (channel?.shape !== 'carry') throw new Error(`${name} does not carry messages`);
    return channel;
  };

export const createMessageNeeds = ({ db, config, channels, lineTokens }: MessageMaking): MessageNeeds => ({
  db,
  carrying: carryingOf(channels),
  tokensOf: lineTokens.tokensOf,
  trackingAddresses: (row) => trackingAddresses(config.baseUrl, { trackOpens: row.mode !== 'test', trackClicks: true }),
});
