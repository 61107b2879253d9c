import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { RunId } from '../../../contract/ids.ts';
import type { setAnswer as endpoint } from '../../../contract/occasion.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { campaignOwner, giveAnswer } from '../campaigns/index.ts';
import { senderOfLine } from './sender-of-line.ts';

type Input = InputOf<typeof endpoint>;

/** An answer that came another way, on the phone for example: it belongs to the last message somebody got in this campaign. */
export const setAnswer = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  input: Input,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  await db.transaction().execute(async (tx) => {
    authorise(actor, 'campaign.edit', { ownerId: await campaignOwner(tx, input.id) });
    const { runId, no } = await lineOf(tx, input);
    const { id: campaignId, kind: partyKind, party: partyId, answer } = input;
    const given = { campaignId, partyKind, partyId, runId, no, answer, by: 'hand', at: clock.now() } as const;
    const told = { ...given, writtenBy: actor.userId };
    const verdict = await giveAnswer(tx, { senderOfLine }, told);
    if ('refused' in verdict) throw new Invalid('answer', 'places_full');
  });
  return { ok: true };
};

const lineOf = async (tx: Tx, { id, kind, party }: Input): Promise<{ runId: RunId; no: number }> => {
  const { rows } = await sql<{ runId: RunId; no: number }>`
    select r.run_id, r.no from recipient r join run on run.id = r.run_id
    where run.campaign_id = ${id} and run.mode <> 'test' and run.sealed_at is not null and r.verdict = 'planned'
      and r.party_kind = ${kind} and r.party_id = ${party}
    order by run.sealed_at desc, r.no limit 1`.execute(tx);
  if (!rows[0]) throw new Conflict('never_invited');
  return rows[0];
};
