import { sql } from 'kysely';
import type { Party } from '../../../contract/runs.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { partyName } from './party-names.ts';

const pick = async (
  tx: Tx,
  how: 'added' | 'removed',
  actionId: string,
  parties: readonly Party[],
  userId: string | null,
): Promise<void> => {
  await sql`
    insert into hand_pick (action_id, party_kind, party_id, pick, picked_by)
    select ${actionId}::uuid, kind, id, ${how}, ${userId}::uuid
    from (select distinct * from unnest(${parties.map(({ kind }) => kind)}::text[], ${parties.map(({ id }) => id)}::uuid[]) as given (kind, id)) as party
    on conflict (action_id, party_kind, party_id) do update set pick = excluded.pick, picked_by = excluded.picked_by, picked_at = now()`.execute(
    tx,
  );
};

/** Adds people to an action's audience by hand; whoever was removed before is added. */
export const addByHand = (tx: Tx, actionId: string, parties: readonly Party[], userId: string | null): Promise<void> =>
  pick(tx, 'added', actionId, parties, userId);

/** Removes people by hand: they stay in the list, excluded with that reason. */
export const removeByHand = (
  tx: Tx,
  actionId: string,
  parties: readonly Party[],
  userId: string | null,
): Promise<void> => pick(tx, 'removed', actionId, parties, userId);

/** Takes the hand's decision back: the rules alone decide again. */
export const clearPick = async (tx: Tx, actionId: string, parties: readonly Party[]): Promise<void> => {
  await sql`
    delete from hand_pick using unnest(${parties.map(({ kind }) => kind)}::text[], ${parties.map(({ id }) => id)}::uuid[]) as given (kind, id)
    where action_id = ${actionId}::uuid and party_kind = given.kind and party_id = given.id`.execute(tx);
};

/** Forgets the hand's decisions about an action that goes. */
export const dropPicks = async (tx: Tx, actionId: string): Promise<void> => {
  await sql`delete from hand_pick where action_id = ${actionId}::uuid`.execute(tx);
};

/** Whether somebody was picked by hand, and whether all of them are contacts: a firm may stand for its main contact, whom a rule finds too. */
export const pickedByHand = async (tx: Tx, actionId: string): Promise<{ picked: boolean; plain: boolean }> => {
  const { rows } = await sql<{ plain: boolean | null }>`
    select bool_and(party_kind = 'contact') as plain from hand_pick where action_id = ${actionId}::uuid`.execute(tx);
  const plain = rows[0]?.plain ?? null;
  return { picked: plain !== null, plain: plain ?? true };
};

export interface HandPick {
  kind: Party['kind'];
  id: string;
  name: string;
  pick: 'added' | 'removed';
  at: Date;
}

/** Who was added or removed by hand, the last first; people who were deleted since are left out. */
export const listHandPicks = async (db: Db | Tx, actionId: string): Promise<HandPick[]> => {
  const { rows } = await sql<HandPick>`
    select * from (
      select pick.party_kind as kind, pick.party_id as id, ${partyName(sql`pick.party_kind`, sql`pick.party_id`)} as name, pick.pick,
        pick.picked_at as at
      from hand_pick as pick where pick.action_id = ${actionId}::uuid
    ) as picked where name is not null order by at desc, id`.execute(db);
  return rows;
};
