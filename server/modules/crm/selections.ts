import { sql } from 'kysely';
import type { CrmEntity } from '../../../contract/crm-fields.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type * as api from '../../../contract/party-selection.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { removeAssets } from './assets.ts';
import { removeCompanies } from './companies.ts';
import { removeContacts } from './contacts.ts';
import { removeLeads } from './leads.ts';

export const listTags = async (
  { db }: { db: Db },
  actor: Actor,
  { entity, search }: InputOf<typeof api.listTags>,
): Promise<{ tags: { tag: string; count: number }[] }> => {
  authorise(actor, 'crm.see');
  const like = `%${(search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<{ tag: string; count: number }>`
    select tag, count(*)::int as count from ${sql.table(entity)}, unnest(tags) as tag where tag ilike ${like}
    group by tag order by tag collate human limit 500`.execute(db);
  return { tags: rows };
};

/** Adds and removes tags without a change of order; a record that already has them right does not count as changed. */
export const tagParties = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { entity, ids, add, remove }: InputOf<typeof api.tagParties>,
): Promise<{ changed: number }> => {
  authorise(actor, 'crm.edit');
  const { numAffectedRows } = await sql`
    update ${sql.table(entity)} as p set tags = wanted.tags, updated_at = ${clock.now()}
    from (select id, array(
        select tag from unnest(tags || ${add}::text[]) with ordinality as one (tag, place)
        where tag <> all(${remove}::text[]) group by tag order by min(place)) as tags
      from ${sql.table(entity)} where id = any(${ids}::uuid[])) as wanted
    where p.id = wanted.id and p.tags <> wanted.tags`.execute(db);
  return { changed: Number(numAffectedRows ?? 0) };
};

const REMOVE: Record<CrmEntity, (tx: Tx, ids: readonly string[]) => Promise<number>> = {
  contact: removeContacts,
  company: async (tx, ids) => (await removeCompanies(tx, ids)).removed,
  lead: removeLeads,
  asset: removeAssets,
};

export const deleteParties = async (
  { db }: { db: Db },
  actor: Actor,
  { entity, ids }: InputOf<typeof api.deleteParties>,
): Promise<{ deleted: number }> => {
  authorise(actor, 'crm.edit');
  const deleted = await db.transaction().execute((tx) => REMOVE[entity](tx, ids));
  return { deleted };
};
