import { sql } from 'kysely';
import type { Gate } from '../consent/index.ts';

/** One of ten thousand parts of all parties, by chance but always the same one for a party in a campaign, on any server. */
const part = (campaignId: string) =>
  sql`('x' || substr(md5(${campaignId}::text || line.party_id::text), 1, 7))::bit(28)::int % 10000`;

/** A stable random part of the audience hears nothing, so that the others can be compared with it. */
export const holdoutGate: Gate = {
  reason: 'holdout',
  refuses: ({ campaignId, holdoutPercent = 0 }) =>
    holdoutPercent === 0 ? null : sql`${part(campaignId)} < ${holdoutPercent}::int * 100`,
  seen: ({ holdoutPercent = 0 }) => sql`${`${holdoutPercent} %`}::text`,
};
