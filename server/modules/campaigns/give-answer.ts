import type { CampaignId, RunId } from '../../../contract/ids.ts';
import type { Answer } from '../../../contract/occasion.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { recordEvents } from '../tracking/index.ts';
import { getCampaignRow } from './campaign.store.ts';
import { type AnswerVerdict, freePlaces, verdictOn } from './model/places.ts';
import { countPlaced, findAnswer, findOccasion, type Invited, promoteWaiting, storeAnswer } from './occasion.store.ts';

export interface GivenAnswer extends Invited {
  /** By which message it was asked for. */
  runId: RunId;
  no: number;
  answer: Answer;
  /** The page of the message, a text written back, or a colleague who was told. */
  by: 'page' | 'text' | 'hand';
  at: Date;
}

/** The campaign is locked: of two who want the last place one gets it. A place given up goes to whoever has waited longest. */
export const giveAnswer = async (tx: Tx, given: GivenAnswer): Promise<AnswerVerdict> => {
  const { campaignId, answer, at, runId, no, by } = given;
  await getCampaignRow(tx, campaignId, true);
  const occasion = await findOccasion(tx, campaignId);
  const before = await findAnswer(tx, given);
  const room = {
    places: occasion?.places ?? null,
    waitingList: occasion?.waitingList ?? true,
    placed: await countPlaced(tx, campaignId),
  };
  const closesAt = by === 'hand' ? null : (occasion?.answerUntil ?? occasion?.startsAt ?? null);
  const verdict = verdictOn({ answer, before, room, closesAt, now: at });
  if ('refused' in verdict || before?.answer === answer) return verdict;
  await storeAnswer(tx, given, { ...verdict, answer, runId, no, at });
  await recordEvents(tx, [
    {
      runId,
      no,
      eventId: `answered.${answer}.${at.getTime()}`,
      kind: 'answered',
      actor: 'human',
      linkNo: null,
      at,
      evidence: { answer, by, standing: verdict.standing },
    },
  ]);
  if (before?.standing === 'placed') await fillPlaces(tx, campaignId);
  return verdict;
};

/** Gives what is free to those who wait, in their order. */
export const fillPlaces = async (tx: Tx, campaignId: CampaignId): Promise<void> => {
  const occasion = await findOccasion(tx, campaignId);
  const placed = await countPlaced(tx, campaignId);
  const free = freePlaces({ places: occasion?.places ?? null, placed });
  if (free > 0) await promoteWaiting(tx, campaignId, free);
};
