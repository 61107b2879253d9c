import { ActionWork } from '../../../contract/action-work.ts';
import type { CallOutcome, endCall as endpoint } from '../../../contract/desk.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, tell } from '../access/index.ts';
import { giveAnswer, type SenderOfLine } from '../campaigns/index.ts';
import { heldCall, type StoredCall, storeCall } from '../channels/index.ts';
import { suppress } from '../consent/index.ts';
import { endWork, findWork, type WorkItem } from '../crm/index.ts';
import { recordEvents } from '../tracking/index.ts';
import { agentOf } from './agent.ts';
import { findSubject } from './desk.views.ts';
import { type AfterCall, afterCall } from './model/after-call.ts';

interface Needs {
  db: Db;
  ids: Ids;
  clock: Clock;
  senderOfLine: SenderOfLine;
}
type Input = InputOf<typeof endpoint>;

/** What came of a call, in one transaction: the item, the facts of its line, the answer, and the number that is not called again. */
export const endCall = async (needs: Needs, actor: Actor, input: Input): Promise<{ ok: true }> => {
  const userId = agentOf(actor);
  const now = needs.clock.now();
  const at = input.at === null ? null : new Date(input.at);
  if (input.outcome === 'call_back' && (at === null || at <= now)) throw new Invalid('at', 'call_back_when');
  await needs.db.transaction().execute(async (tx) => {
    const call = await heldCall(tx, input.id, userId);
    if (call === undefined) throw new Conflict('call_not_yours');
    const item = await findWork(tx, input.id);
    if (item === undefined || item.state === 'done') throw new Conflict('call_ended');
    const work = ActionWork.parse((await findSubject(tx, input.id))?.work ?? {});
    const { tries: triesAllowed, againAfterHours } = work;
    const after = afterCall({ outcome: input.outcome, at, tries: call.tries, triesAllowed, againAfterHours, now });
    if (!item.proof) await record(tx, needs, { ...input, call, item, after, userId, now });
    await storeCall(tx, input.id, { ...after, promisedBy: after.promised ? userId : null });
    await endWork(tx, {
      id: input.id,
      state: after.state,
      outcome: input.outcome,
      note: input.note,
      responsibleId: after.state === 'done' ? userId : null,
      at: now,
    });
  });
  return { ok: true };
};

interface Ended {
  outcome: CallOutcome;
  note: string;
  call: StoredCall;
  item: WorkItem;
  after: AfterCall;
  userId: string;
  now: Date;
}

const record = async (tx: Tx, needs: Needs, ended: Ended): Promise<void> => {
  const { runId, no } = ended.call;
  const { after, userId, now: at } = ended;
  if (after.answer !== null) await answer(tx, needs, ended);
  await recordEvents(
    tx,
    after.facts.map((kind) => {
      const evidence = { by: userId };
      return { runId, no, eventId: needs.ids.next(), kind, actor: 'human', linkNo: null, at, evidence };
    }),
  );
  if (after.suppress) await suppressNumber(tx, needs.ids, ended);
  if (after.answer === null && after.facts.includes('reached')) await tellSender(tx, needs, ended);
};

/** E15: what came of a call reaches the sender, when somebody else made it. An answer tells him by itself. */
const tellSender = async (tx: Tx, { senderOfLine }: Needs, ended: Ended): Promise<void> => {
  const { call, item, outcome, note, userId, now: at } = ended;
  const sender = await senderOfLine(tx, call);
  if (sender === userId || item.campaignId === null) return;
  const party = { kind: item.partyKind, id: item.partyId };
  const key = `called ${item.id} ${at.getTime()}`;
  await tell(tx, {
    users: [sender],
    kind: 'called',
    campaignId: item.campaignId,
    party,
    detail: { outcome, note },
    key,
    at,
  });
};

const answer = async (tx: Tx, needs: Needs, { call, item, after, userId, now: at }: Ended): Promise<void> => {
  if (item.campaignId === null || after.answer === null) return;
  const { runId, no } = call;
  const { campaignId, partyKind, partyId } = item;
  const given = { campaignId, partyKind, partyId, runId, no, answer: after.answer, by: 'hand', at, writtenBy: userId };
  const verdict = await giveAnswer(tx, needs, given as Parameters<typeof giveAnswer>[2]);
  if ('refused' in verdict) throw new Invalid('outcome', 'places_full');
};

const suppressNumber = async (tx: Tx, ids: Ids, { call, userId, now: at }: Ended): Promise<void> => {
  await suppress(tx, ids, [
    {
      kind: 'number',
      value: call.numberKey,
      channel: 'call',
      purposeClass: 'all',
      reason: 'unsubscribed',
      note: '',
      evidence: { line: `${call.runId}.${call.no}` },
      recordedBy: userId,
      at,
    },
  ]);
};
