import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type * as api from '../../../contract/party-selection.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';

/** The tags in use. They are added up from `tag_use`, which the tables of people and things keep themselves (ADR 0110). */
export const listTags = async (
  { db }: { db: Db },
  actor: Actor,
  { entity, search }: InputOf<typeof api.listTags>,
): Promise<OutputOf<typeof api.listTags>> => {
  authorise(actor, 'crm.see');
  const like = `%${(search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<{ tag: string; count: number }>`
    select tag, sum(uses)::int as count from tag_use where entity = ${entity} and tag ilike ${like}
    group by tag having sum(uses) > 0 order by tag collate human limit 500`.execute(db);
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

/** Adds up the changes of each tag, so that there is one row of it again. Whoever tags meanwhile does not wait; who adds up, too, does. */
export const gatherTagUses = (db: Db): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await sql`lock table tag_use in share update exclusive mode`.execute(tx);
    await sql`
      with scattered as (
        select entity, tag from tag_use group by entity, tag having count(*) > 1 or sum(uses) = 0
      ), taken as (
        delete from tag_use u using scattered s where u.entity = s.entity and u.tag = s.tag returning u.entity, u.tag, u.uses
      )
      insert into tag_use (entity, tag, uses) select entity, tag, sum(uses) from taken group by entity, tag having sum(uses) <> 0`.execute(
      tx,
    );
  });
