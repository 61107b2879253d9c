import { sql } from 'kysely';
import type * as api from '../../../contract/catalogue.ts';
import { GROUP_LEVELS, type ProductGroup } from '../../../contract/catalogue.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { ProductGroupId } from '../../../contract/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { type GroupNode, placeProblem } from './model/group-tree.ts';

/** The tree from the top, children after their parent, each level by name. */
export const listProductGroups = async ({ db }: { db: Db }, actor: Actor): Promise<{ groups: ProductGroup[] }> => {
  authorise(actor, 'catalogue.see');
  const { rows } = await sql<ProductGroup>`
    with recursive tree as (
      select id, name, parent_id, 1 as level, array[name collate human] as names from product_group where parent_id is null
      union all
      select g.id, g.name, g.parent_id, tree.level + 1, tree.names || g.name
      from product_group g join tree on g.parent_id = tree.id)
    select id, name, parent_id, level, array_to_string(names, ' / ') as path,
      (select count(*)::int from product p where p.group_id = tree.id and p.archived_at is null) as products
    from tree order by names collate human`.execute(db);
  return { groups: rows };
};

/** Moves are decided one at a time, so that two of them never make a circle together. */
const heldTree = async (tx: Tx): Promise<GroupNode[]> => {
  await sql`lock table product_group in share row exclusive mode`.execute(tx);
  return tx.selectFrom('productGroup').select(['id', 'parentId']).execute();
};

const assertPlace = (groups: readonly GroupNode[], id: string | null, parentId: string | null) => {
  const problem = placeProblem(groups, id, parentId);
  if (problem !== null) throw new Invalid('parentId', problem, { max: GROUP_LEVELS });
};

const nameFree = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'product_group_name') throw new Invalid('name', 'taken');
    throw error;
  }
};

export const createProductGroup = async (
  { db, ids, clock }: { db: Db; ids: Ids; clock: Clock },
  actor: Actor,
  { name, parentId }: InputOf<typeof api.createProductGroup>,
): Promise<{ id: ProductGroupId }> => {
  authorise(actor, 'catalogue.edit');
  const id = ids.next() as ProductGroupId;
  await nameFree(() =>
    db.transaction().execute(async (tx) => {
      assertPlace(await heldTree(tx), null, parentId);
      await tx.insertInto('productGroup').values({ id, name, parentId, createdAt: clock.now() }).execute();
    }),
  );
  return { id };
};

export const updateProductGroup = async (
  { db }: { db: Db },
  actor: Actor,
  { id, name, parentId }: InputOf<typeof api.updateProductGroup>,
): Promise<{ ok: true }> => {
  authorise(actor, 'catalogue.edit');
  const changes = { ...(name !== undefined && { name }), ...(parentId !== undefined && { parentId }) };
  await nameFree(() =>
    db.transaction().execute(async (tx) => {
      const groups = await heldTree(tx);
      if (!groups.some((group) => group.id === id)) throw new NotFound('product group');
      if (parentId !== undefined) assertPlace(groups, id, parentId);
      if (Object.keys(changes).length > 0)
        await tx.updateTable('productGroup').set(changes).where('id', '=', id).execute();
    }),
  );
  return { ok: true };
};

export const deleteProductGroup = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.deleteProductGroup>,
): Promise<{ ok: true }> => {
  authorise(actor, 'catalogue.edit');
  await db.transaction().execute(async (tx) => {
    const groups = await heldTree(tx);
    if (!groups.some((group) => group.id === id)) throw new NotFound('product group');
    const { rows } = await sql<{ products: number }>`
      select count(*)::int as products from product where group_id = ${id}`.execute(tx);
    const inside = groups.filter(({ parentId }) => parentId === id).length;
    const products = rows[0]?.products ?? 0;
    if (inside + products > 0) throw new Conflict('group_not_empty', { groups: inside, products });
    await tx.deleteFrom('productGroup').where('id', '=', id).execute();
  });
  return { ok: true };
};
