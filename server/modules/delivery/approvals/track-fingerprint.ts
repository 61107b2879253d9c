import type { Db } from '../../../platform/database/open-database.ts';
import { actionsOf, costLinesOf, costOf, getPlan, type StoredCampaign, tracksOf } from '../../campaigns/index.ts';
import type { Fingerprint } from '../model/approval.ts';
import { digest, messageOf, senderOf } from './fingerprint.ts';

const inOrder = async <T, R>(items: readonly T[], read: (item: T) => Promise<R>): Promise<R[]> => {
  const found: R[] = [];
  for (const item of items) found.push(await read(item));
  return found;
};

/** Expected: each message goes to as many people, and what belongs to the campaign counts every one of them. */
const costOfTracks = async (db: Db, { id }: StoredCampaign, people: number, messages: number): Promise<number> =>
  (await costLinesOf(db, id)).reduce((sum, line) => {
    const expected = line.actionId === null ? people * messages : people;
    return sum + costOf(line, { expected, actual: 0 }).total.expectedMinor;
  }, 0);

/** Exactly what the tracks are now: their messages in order, whom they let in, who sends and what it costs. `people`: null where nobody knows. */
export const fingerprintOfTracks = async (
  db: Db,
  campaign: StoredCampaign,
  people: number | null,
): Promise<Fingerprint> => {
  const { audience, joining, againAfterDays } = await getPlan(db, campaign.id);
  const tracks = await tracksOf(db, campaign.id);
  const messages = (await actionsOf(db, campaign.id)).filter(({ state }) => state !== 'cancelled');
  const senders = new Set((await inOrder(messages, (one) => senderOf(db, one))).map((one) => JSON.stringify(one)));
  const costMinor = await costOfTracks(db, campaign, people ?? 0, messages.length);
  return {
    content: digest(
      tracks.map((track) => track.messages),
      await inOrder(messages, (one) => messageOf(db, one)),
    ),
    audience: digest(
      audience,
      joining,
      againAfterDays,
      tracks.map(({ interest }) => interest),
    ),
    sender: digest([...senders].sort(), campaign.ownerId),
    cost: `${costMinor} ${campaign.currency}`,
    planned: people,
    costMinor,
  };
};
