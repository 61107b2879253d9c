import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { ActionId, CampaignId } from '../../../../contract/ids.ts';
import { type saveTracks as endpoint, isProfiled, type TrackDraft, type TrackId } from '../../../../contract/tracks.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import { Conflict, Invalid } from '../../../platform/errors.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { listInterests } from '../../crm/index.ts';
import { actionsOf, insertAction, type StoredAction, storeAction } from '../action.store.ts';
import { getCampaignRow, type StoredCampaign } from '../campaign.store.ts';
import { newAction } from '../campaign-defaults.ts';
import type { Viewing } from '../get-campaign.ts';
import { recordHistory } from '../history.store.ts';
import { draftProblems } from '../model/track-drafts.ts';
import { peopleIn } from './enrolment.store.ts';
import { presentTracks } from './get-tracks.ts';
import { moveEnrolled, receiveWhatIsNew } from './move-enrolled.ts';
import { deleteTrack, insertTrack, type StoredTrack, storeMessages, storeTrack, tracksOf } from './track.store.ts';

type Needs = Viewing & { ids: Ids };
type Input = InputOf<typeof endpoint>;

/** The campaign, locked for a change of its tracks by somebody who may edit it. */
export const lockToEdit = async (tx: Tx, actor: Actor, id: CampaignId): Promise<StoredCampaign> => {
  const campaign = await getCampaignRow(tx, id, true);
  authorise(actor, 'campaign.edit', { ownerId: campaign.ownerId });
  if (!isProfiled(campaign.kind)) throw new Conflict('not_profiled');
  if (campaign.archivedAt !== null) throw new Conflict('campaign_archived');
  return campaign;
};

export const saveTracks = async (needs: Needs, actor: Actor, input: Input): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  await needs.db.transaction().execute(async (tx) => {
    const campaign = await lockToEdit(tx, actor, input.id);
    const [before, actions] = [await tracksOf(tx, campaign.id), await actionsOf(tx, campaign.id)];
    const interests = (await listInterests(tx)).map(({ value }) => value);
    const problems = draftProblems(input.tracks, {
      tracks: before.map(({ id }) => id),
      actions: actions.map(({ id }) => id),
      interests,
    });
    if (problems.length > 0) throw Invalid.all(problems);
    await removeTracks(
      tx,
      before.filter(({ id }) => !input.tracks.some((draft) => draft.id === id)),
    );
    for (const [index, draft] of input.tracks.entries()) {
      const messages = await placeMessages(tx, needs, actor, campaign, actions, draft);
      await placeTrack(tx, needs, campaign, before, { draft, position: index + 1, messages }, input);
    }
    await putAside(tx, campaign.id, needs.clock.now());
    await recordHistory(tx, { campaignId: campaign.id, actor, verb: 'tracks_changed', at: needs.clock.now() });
  });
  return presentTracks(needs, input.id);
};

const removeTracks = async (tx: Tx, gone: readonly StoredTrack[]): Promise<void> => {
  for (const { id, name } of gone) {
    const count = await peopleIn(tx, id);
    if (count > 0) throw new Conflict('track_has_people', { name, count });
    await deleteTrack(tx, id);
  }
};

/** The ids of a track’s messages in order; new ones are made, renamed ones renamed. */
const placeMessages = async (
  tx: Tx,
  needs: Needs,
  actor: Actor,
  campaign: StoredCampaign,
  actions: StoredAction[],
  draft: TrackDraft,
): Promise<ActionId[]> => {
  const placed: ActionId[] = [];
  const [like] = actions;
  for (const { actionId, name } of draft.messages) {
    const known = actions.find(({ id }) => id === actionId);
    if (known) {
      if (known.name !== name) await storeAction(tx, known.id, { name, updatedAt: needs.clock.now() });
      placed.push(known.id);
    } else {
      const basis = like?.basis ?? 'consent';
      const position = await nextPosition(tx, campaign.id);
      const row = await newAction(tx, needs, actor, {
        campaignId: campaign.id,
        position,
        channel: 'email',
        basis,
        name,
      });
      const senders = like ? { senderPolicy: like.senderPolicy, sendingAccountId: like.sendingAccountId } : {};
      await insertAction(tx, { ...row, ...senders });
      placed.push(row.id as ActionId);
    }
  }
  return placed;
};

const nextPosition = async (tx: Tx, campaignId: CampaignId): Promise<number> => {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(position), 0) + 1 as next from action where campaign_id = ${campaignId}`.execute(tx);
  return rows[0]!.next;
};

interface Placed {
  draft: TrackDraft;
  position: number;
  messages: ActionId[];
}

const placeTrack = async (
  tx: Tx,
  needs: Needs,
  campaign: StoredCampaign,
  before: readonly StoredTrack[],
  { draft, position, messages }: Placed,
  { underWay, through }: Input,
): Promise<void> => {
  const known = before.find(({ id }) => id === draft.id);
  const { name, interest, afterFailure } = draft;
  if (known === undefined) {
    await insertTrack(tx, campaign.id, {
      id: needs.ids.next() as TrackId,
      position,
      name,
      interest,
      afterFailure,
      messages,
    });
    return;
  }
  await storeTrack(tx, { id: known.id, position, name, interest, afterFailure });
  if (known.messages.join() === messages.join()) return;
  const used = (await peopleIn(tx, known.id)) > 0;
  const version = await storeMessages(tx, known.id, messages, used);
  if (used && underWay === 'move') await moveEnrolled(tx, known.id, version);
  if (used && through === 'receive') await receiveWhatIsNew(tx, campaign, known.id, version, needs.clock.now());
};

/** A message that stands in no version of any track any more is given up. */
const putAside = async (tx: Tx, campaignId: CampaignId, at: Date): Promise<void> => {
  await sql`
    update action a set state = 'cancelled', updated_at = ${at} where a.campaign_id = ${campaignId} and a.state <> 'cancelled' and not exists (
      select from track t join track_version v on v.track_id = t.id where t.campaign_id = a.campaign_id and a.id = any(v.messages))`.execute(
    tx,
  );
};
