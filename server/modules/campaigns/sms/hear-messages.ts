import type { CampaignId, PartyId, RunId } from '../../../../contract/ids.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Incoming, type Meaning, meaningOf, settleIncoming, takeIncoming } from '../../channels/index.ts';
import { leave, suppress } from '../../consent/index.ts';
import { type LineLookup, recordEvents, type TrackedLine } from '../../tracking/index.ts';
import { giveAnswer, type SenderOfLine } from '../give-answer.ts';
import { findOccasion } from '../occasion.store.ts';

export interface MessageNeeds {
  ids: Ids;
  clock: Clock;
  lineLookup: LineLookup;
  senderOfLine: SenderOfLine;
}

/** Somebody who is to be told, once, that nothing more comes. */
export interface Farewell {
  accountId: string;
  number: string;
  language: Language | null;
}

interface Heard {
  incoming: Incoming;
  /** What it answers; null where nothing of ours was sent to the number lately, or only a test. */
  told: { runId: RunId; no: number; line: TrackedLine } | null;
}

const factOf = (
  { incoming, told }: Heard & { told: NonNullable<Heard['told']> },
  kind: 'replied' | 'unsubscribed',
) => ({
  runId: told.runId,
  no: told.no,
  eventId: `sms.${incoming.id}`,
  kind,
  actor: 'human' as const,
  linkNo: null,
  at: incoming.receivedAt,
  evidence: { text: incoming.body.slice(0, 500) },
});

/** STOP: nothing for the number any more, whoever has it; and for the person the topic is left. */
const stop = async (tx: Tx, { ids }: MessageNeeds, heard: Heard): Promise<void> => {
  const { incoming, told } = heard;
  const { number, body, receivedAt: at } = incoming;
  const shared = { note: '', recordedBy: null, at, evidence: { text: body.slice(0, 500) } };
  const row = {
    kind: 'number',
    value: number,
    channel: 'sms',
    purposeClass: 'marketing',
    reason: 'unsubscribed',
  } as const;
  await suppress(tx, ids, [{ ...row, ...shared }]);
  if (told === null) return;
  const { partyKind, partyId, channel, campaignId, topicId } = told.line;
  const from = {
    line: `${told.runId}.${told.no}`,
    partyKind,
    partyId,
    addressKey: number,
    channel,
    campaignId,
    topicId,
  };
  await leave(tx, ids, { from, choice: 'topic', source: 'sms_stop', evidence: shared.evidence, at });
  await recordEvents(tx, [factOf({ incoming, told }, 'unsubscribed')]);
};

/** Yes, no or maybe answers an invitation; where nothing was asked it is a reply like any other. */
const answer = async (tx: Tx, needs: MessageNeeds, { incoming, told }: Heard, meaning: Meaning): Promise<boolean> => {
  if (told === null || meaning === 'other' || meaning === 'stop') return false;
  const campaignId = told.line.campaignId as CampaignId;
  if (!(await findOccasion(tx, campaignId))) return false;
  const { partyKind, partyId } = told.line;
  const verdict = await giveAnswer(tx, needs, {
    ...{ campaignId, answer: meaning, by: 'text', at: incoming.receivedAt },
    partyKind: partyKind as 'contact',
    partyId: partyId as PartyId,
    runId: told.runId,
    no: told.no,
  });
  return !('refused' in verdict);
};

const lookUp = async ({ lineLookup }: MessageNeeds, incoming: Incoming): Promise<Heard> => {
  const sent = incoming.line;
  if (sent === null || sent.test) return { incoming, told: null };
  const key = { runId: sent.runId as RunId, no: sent.no };
  const line = await lineLookup(key);
  return { incoming, told: line === null ? null : { ...key, line } };
};

/** Reads what phones wrote. Answers whom to tell that they stopped it, once this is committed. */
export const hearMessages = async (tx: Tx, needs: MessageNeeds): Promise<Farewell[]> => {
  const farewells: Farewell[] = [];
  for (const incoming of await takeIncoming(tx, 100)) {
    const meaning = meaningOf(incoming.body);
    const heard = await lookUp(needs, incoming);
    const { told } = heard;
    const confirms = meaning === 'stop' && !incoming.confirmed;
    if (meaning === 'stop') await stop(tx, needs, heard);
    else if (!(await answer(tx, needs, heard, meaning)) && told)
      await recordEvents(tx, [factOf({ incoming, told }, 'replied')]);
    await settleIncoming(tx, incoming.id, { meaning, line: incoming.line, confirms });
    const { accountId, number } = incoming;
    if (confirms) farewells.push({ accountId, number, language: told?.line.language ?? null });
  }
  return farewells;
};
