import type { ActionId, CampaignId } from '../../../../contract/ids.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import type { TrackId } from '../../../../contract/tracks.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import type { Ids } from '../../../platform/ids.ts';
import { loadInstallation } from '../../access/index.ts';
import { getPlan, insertPlan, insertTrack, tracksOf } from './track.store.ts';

const FIRST: Record<Language, string> = { en: 'Track 1', nb: 'Spor 1', pl: 'Ścieżka 1', fr: 'Parcours 1' };

/** A profiled campaign begins with one track, and one message in it. */
export const beginTracks = async (
  tx: Tx,
  { ids }: { ids: Ids },
  campaignId: CampaignId,
  message: ActionId,
): Promise<void> => {
  await insertPlan(tx, campaignId);
  const { language } = await loadInstallation(tx);
  const track = { id: ids.next() as TrackId, position: 1, name: FIRST[language], interest: null };
  await insertTrack(tx, campaignId, { ...track, afterFailure: 'go_on', messages: [message] });
};

/** The same tracks with the copies of their messages, and nobody in them. */
export const copyTracks = async (
  tx: Tx,
  { ids }: { ids: Ids },
  from: CampaignId,
  to: { campaignId: CampaignId; actions: ReadonlyMap<ActionId, ActionId> },
): Promise<void> => {
  await insertPlan(tx, to.campaignId, await getPlan(tx, from));
  for (const track of await tracksOf(tx, from)) {
    const messages = track.messages.flatMap((id) => to.actions.get(id) ?? []);
    await insertTrack(tx, to.campaignId, { ...track, id: ids.next() as TrackId, messages });
  }
};
