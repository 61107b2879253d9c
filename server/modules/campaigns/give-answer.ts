import type { CampaignId, RunId, UserId } from '../../../contract/ids.ts';
import type { Answer } from '../../../contract/occasion.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { tell } from '../access/index.ts';
import { recordEvents } from '../tracking/index.ts';
import { getCampaignRow } from './campaign.store.ts';
import { type AnswerVerdict, freePlaces, verdictOn } from './model/places.ts';
import { countPlaced, findAnswer, findOccasion, type Invited, promoteWaiting, storeAnswer } from './occasion.store.ts';

/** Whose message a line was; campaigns asks, delivery answers. */
export type SenderOfLine = (db: Db, line: { runId: RunId; no: number }) => Promise<UserId | null>;

export interface GivenAnswer extends Invited {
  /** By which message it was asked for. */
  runId: RunId;
  no: number;
  answer: Answer;
  /** The page of the message, a text written back, or a colleague who was told. */
  by: 'page' | 'text' | 'hand';
  /** The colleague who wrote it down: he needs no notice. */
  writtenBy?: UserId | null;
  at: Date;
}

/** The campaign is locked: of two who want the last place one gets it. A place given up goes to whoever has waited longest. */
export const giveAnswer = async (
  tx: Tx,
  needs: { senderOfLine: SenderOfLine },
  given: GivenAnswer,
): Promise<AnswerVerdict> => {
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
  await tellSender(tx, needs, given, verdict.standing);
  return verdict;
};

/** E15: feedback reaches whoever the message was from. */
const tellSender = async (
  tx: Tx,
  { senderOfLine }: { senderOfLine: SenderOfLine },
  { campaignId, partyKind, partyId, runId, no, answer, at, writtenBy = null }: GivenAnswer,
  standing: string | null,
): Promise<void> => {
  const sender = await senderOfLine(tx, { runId, no });
  if (sender === writtenBy) return;
  const party = { kind: partyKind, id: partyId };
  const key = `answered ${campaignId} ${partyId} ${answer} ${at.getTime()}`;
  await tell(tx, { users: [sender], kind: 'answered', campaignId, party, detail: { answer, standing }, key, at });
};

/** Gives what is free to those who wait, in their order. */
export const fillPlaces = async (tx: Tx, campaignId: CampaignId): Promise<void> => {
  const occasion = await findOccasion(tx, campaignId);
  const placed = await countPlaced(tx, campaignId);
  const free = freePlaces({ places: occasion?.places ?? null, placed });
  if (free > 0) await promoteWaiting(tx, campaignId, free);
};
