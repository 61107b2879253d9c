import { sql } from 'kysely';
import type { SavedViewId } from '../../../../contract/ids.ts';
import type { SavedView, ViewSearch } from '../../../../contract/saved-views.ts';
import { json } from '../../../platform/database/json.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { Invalid, NotFound } from '../../../platform/errors.ts';

interface StoredView {
  id: SavedViewId;
  list: string;
  name: string;
  ownerId: string;
  shared: boolean;
  search: ViewSearch;
}

/** One's own first, each by name. */
export const viewsFor = async (db: Db, list: string, userId: string | null): Promise<SavedView[]> => {
  const { rows } = await sql<SavedView>`
    select v.id, v.name, v.shared, v.owner_id = ${userId} as mine, u.name as owner_name, v.search,
      exists (select from default_view d where d.user_id = ${userId} and d.view_id = v.id) as opens
    from saved_view v join app_user u on u.id = v.owner_id
    where v.list = ${list} and (v.owner_id = ${userId} or v.shared)
    order by mine desc, v.name collate human, v.id`.execute(db);
  return rows;
};

/** Throws NotFound, also when it is somebody else's own. */
export const getView = async (db: Db, id: SavedViewId, userId: string | null): Promise<StoredView> => {
  const { rows } = await sql<StoredView>`
    select id, list, name, owner_id, shared, search from saved_view
    where id = ${id} and (owner_id = ${userId} or shared)`.execute(db);
  if (!rows[0]) throw new NotFound('view');
  return rows[0];
};

/** Throws Invalid on `name` when the person has another view of that name in the list. */
export const storeView = async (db: Db, { id, list, name, ownerId, shared, search }: StoredView): Promise<void> => {
  const { rows } = await sql`
    select from saved_view where list = ${list} and owner_id = ${ownerId} and lower(name) = lower(${name}) and id <> ${id}`.execute(
    db,
  );
  if (rows.length > 0) throw new Invalid('name', 'view_name_taken', { name });
  await sql`
    insert into saved_view (id, list, name, owner_id, shared, search)
    values (${id}, ${list}, ${name}, ${ownerId}, ${shared}, ${json(search)})
    on conflict (id) do update set name = excluded.name, shared = excluded.shared, search = excluded.search, updated_at = now()`.execute(
    db,
  );
};

export const removeView = async (db: Db, id: SavedViewId): Promise<void> => {
  await db.deleteFrom('savedView').where('id', '=', id).execute();
};

export const setDefault = async (db: Db, userId: string, list: string, viewId: SavedViewId | null): Promise<void> => {
  await db.deleteFrom('defaultView').where('userId', '=', userId).where('list', '=', list).execute();
  if (viewId !== null) await db.insertInto('defaultView').values({ userId, list, viewId }).execute();
};

/** Nobody else opens a list with a view that is no longer shared. */
export const forgetDefaultsOfOthers = async (db: Db, id: SavedViewId, ownerId: string): Promise<void> => {
  await db.deleteFrom('defaultView').where('viewId', '=', id).where('userId', '<>', ownerId).execute();
};
