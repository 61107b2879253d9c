import type { DeskCall, nextCall as endpoint } from '../../../contract/desk.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { PartyId } from '../../../contract/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { Conflict } from '../../platform/errors.ts';
import type { Actor } from '../access/index.ts';
import { type Asking, claimCall, renumberCall, type StoredCall } from '../channels/index.ts';
import { type Refusal, refusedNow } from '../consent/index.ts';
import { endWork, numberKind } from '../crm/index.ts';
import { getRunRow } from '../delivery/index.ts';
import { agentOf } from './agent.ts';
import { findSubject, priorityOf, type Subject } from './desk.views.ts';
import { type Words, type WordsNeeds, wordsFor } from './instructions.ts';

interface Needs extends WordsNeeds {
  clock: Clock;
}

/** The next person who may still be called; whoever withdrew since the list was made is taken off it and never shown. */
export const nextCall = async (
  needs: Needs,
  actor: Actor,
  input: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  const asking = { ...input, userId: agentOf(actor), now: needs.clock.now() };
  const call = await needs.db.transaction().execute((tx) => claimAllowed(tx, needs, asking));
  if (call === undefined) {
    if (input.id !== undefined) throw new Conflict('call_not_free');
    return { call: null };
  }
  const subject = await findSubject(needs.db, call.interactionId);
  if (subject === undefined) throw new Conflict('call_not_free');
  return { call: shown(call, subject, await wordsFor(needs, actor, subject)) };
};

const claimAllowed = async (tx: Tx, { clock }: Needs, asking: Asking): Promise<StoredCall | undefined> => {
  for (;;) {
    const call = await claimCall(tx, asking);
    if (call === undefined) return undefined;
    const refusal = await refusalOf(tx, call);
    if (refusal === undefined) return call;
    if (refusal.reason === 'address_changed' && refusal.seen !== '') {
      await renumberCall(tx, call.interactionId, refusal.seen);
      continue;
    }
    const off = { state: 'cancelled', outcome: null, note: '', responsibleId: null, at: clock.now() } as const;
    await endWork(tx, { id: call.interactionId, ...off });
  }
};

/** The gates are asked again as the person comes on the screen: a withdrawal counts. A proof is one's own. */
const refusalOf = async (tx: Tx, { runId, no, numberKey, interactionId }: StoredCall): Promise<Refusal | undefined> => {
  const { terms, mode } = await getRunRow(tx, runId);
  const subject = await findSubject(tx, interactionId);
  if (mode === 'test' || subject === undefined) return undefined;
  const { partyKind, partyId } = subject;
  const role = await roleOf(tx, runId, no);
  const refused = await refusedNow(tx, terms.gate, [{ no, partyKind, partyId, role, addressKey: numberKey }]);
  return refused.get(no);
};

const roleOf = async (tx: Tx, runId: string, no: number): Promise<string> => {
  const line = await tx
    .selectFrom('recipient')
    .select('role')
    .where('runId', '=', runId)
    .where('no', '=', no)
    .executeTakeFirst();
  return line?.role ?? 'own';
};

const shown = (call: StoredCall, subject: Subject, { text, directLink }: Words): DeskCall => ({
  id: call.interactionId,
  party: { kind: subject.partyKind, id: subject.partyId as PartyId, name: subject.name },
  company: subject.partyKind === 'company' ? null : subject.company,
  number: call.number,
  numberKind: numberKind(call.numberKey),
  campaign: { id: subject.campaignId, name: subject.campaignName },
  priority: priorityOf(subject.priority),
  dueAt: subject.dueAt?.toISOString() ?? null,
  promisedAt: call.promisedBy === null ? null : call.notBefore.toISOString(),
  tries: call.tries,
  triesAllowed: subject.work.tries,
  notes: subject.notes,
  script: text,
  directLink,
  proof: subject.proof,
});
