import { sql } from 'kysely';
import type { Tx } from '../../platform/database/open-database.ts';
import type { ImportHooks } from '../crm/index.ts';

/** Adds the people of an imported list to an action's audience. Whom a person removed or added by hand stays so. */
export const joinAudience: ImportHooks['joinAudience'] = async (tx: Tx, { actionId, pickedBy, parties }) => {
  await sql`
    insert into hand_pick (action_id, party_kind, party_id, pick, picked_by, origin)
    select ${actionId}::uuid, kind, id, 'added', ${pickedBy}::uuid, 'import'
    from (select distinct * from unnest(${parties.map(({ kind }) => kind)}::text[], ${parties.map(({ id }) => id)}::uuid[]) as given (kind, id)) as party
    on conflict (action_id, party_kind, party_id) do nothing`.execute(tx);
};
