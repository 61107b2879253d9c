import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/open-database.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Batch, rowsOf, rowsThatAre } from '../../crm/index.ts';
import { GROUP_SEPARATOR } from '../model/group-path.ts';

/** `import_group`: the group of each path that rows name, null when there is none yet. The name alone will do when one group only has it. */
export const findGroups = async (tx: Tx, batch: Batch): Promise<void> => {
  await sql`create temp table import_group on commit drop as
    with recursive tree as (
      select id, name, name as path from product_group where parent_id is null
      union all
      select g.id, g.name, tree.path || ${GROUP_SEPARATOR} || g.name from product_group g join tree on g.parent_id = tree.id)
    select n.group_path, coalesce(
      (select t.id from tree t where lower(t.path) = lower(n.group_path) limit 1),
      (select (array_agg(t.id))[1] from tree t where lower(t.name) = lower(n.group_path) having count(*) = 1)) as group_id
    from (select distinct group_path from ${rowsOf(batch)} s where verdict is null and group_path is not null) n`.execute(
    tx,
  );
};

interface Group {
  id: string;
  name: string;
  parentId: string | null;
}

/** Walks down the path and makes what is missing on the way. Answers the last. */
const groupAt = (groups: Group[], path: string, ids: Ids): string | null =>
  path.split(GROUP_SEPARATOR).reduce<string | null>((parentId, name) => {
    const there = groups.find((one) => one.parentId === parentId && one.name.toLowerCase() === name.toLowerCase());
    if (there) return there.id;
    const made = { id: ids.next(), name, parentId };
    groups.push(made);
    return made.id;
  }, null);

/** Groups that rows name and nobody has yet. */
export const makeGroups = async (tx: Tx, batch: Batch, ids: Ids): Promise<void> => {
  const rows = sql`(select no, group_path from ${rowsThatAre(batch, 'created')} c where group_id is null and group_path is not null
    union all select no, group_path from ${rowsThatAre(batch, 'updated')} u where group_id is null and group_path is not null)`;
  const missing = await sql<{ path: string }>`select distinct group_path as path from ${rows} r order by 1`.execute(tx);
  if (missing.rows.length === 0) return;
  await sql`lock table product_group in share row exclusive mode`.execute(tx);
  const groups = await tx.selectFrom('productGroup').select(['id', 'name', 'parentId']).execute();
  const known = groups.length;
  const found = missing.rows.map(({ path }) => ({ path, id: groupAt(groups, path, ids) }));
  const made = groups.slice(known);
  if (made.length > 0)
    await tx
      .insertInto('productGroup')
      .values(made.map((group) => ({ ...group, createdAt: batch.now })))
      .execute();
  await sql`update import_batch b set group_id = f.id from ${rows} r
      join unnest(${found.map(({ path }) => path)}::text[], ${found.map(({ id }) => id)}::uuid[]) as f (path, id) on f.path = r.group_path
    where b.no = r.no`.execute(tx);
};
