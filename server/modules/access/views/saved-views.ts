import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { SavedViewId } from '../../../../contract/ids.ts';
import type * as contract from '../../../../contract/saved-views.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { Conflict, Forbidden } from '../../../platform/errors.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, may } from '../model/may.ts';
import { forgetDefaultsOfOthers, getView, removeView, setDefault, storeView, viewsFor } from './saved-view.store.ts';

type Needs = { db: Db; ids: Ids };
const OK = { ok: true } as const;

/** More than anybody keeps apart by name. */
const MOST_VIEWS = 200;

/** Views belong to people; the system itself looks at no list. */
const personOf = ({ userId }: Actor): string => {
  if (userId === null) throw new Forbidden('campaign.see');
  return userId;
};

export const listSavedViews = async (
  { db }: Pick<Needs, 'db'>,
  actor: Actor,
  { list }: InputOf<typeof contract.listSavedViews>,
): Promise<OutputOf<typeof contract.listSavedViews>> => ({ rows: await viewsFor(db, list, actor.userId) });

export const saveView = async (
  { db, ids }: Needs,
  actor: Actor,
  { opens, ...view }: InputOf<typeof contract.saveView>,
): Promise<OutputOf<typeof contract.saveView>> => {
  const ownerId = personOf(actor);
  const id = ids.next() as SavedViewId;
  await db.transaction().execute(async (tx) => {
    const mine = (await viewsFor(tx, view.list, ownerId)).filter((one) => one.mine);
    if (mine.length >= MOST_VIEWS) throw new Conflict('too_many_views', { most: MOST_VIEWS });
    await storeView(tx, { id, ownerId, ...view });
    if (opens) await setDefault(tx, ownerId, view.list, id);
  });
  return { id };
};

export const updateView = async (
  { db }: Pick<Needs, 'db'>,
  actor: Actor,
  { id, name, shared, search }: InputOf<typeof contract.updateView>,
): Promise<typeof OK> => {
  const ownerId = personOf(actor);
  await db.transaction().execute(async (tx) => {
    const view = await getView(tx, id, ownerId);
    if (view.ownerId !== ownerId) throw new Conflict('view_of_another');
    const after = { ...view, name: name ?? view.name, shared: shared ?? view.shared, search: search ?? view.search };
    await storeView(tx, after);
    if (!after.shared) await forgetDefaultsOfOthers(tx, id, ownerId);
  });
  return OK;
};

export const deleteView = async (
  { db }: Pick<Needs, 'db'>,
  actor: Actor,
  { id }: InputOf<typeof contract.deleteView>,
): Promise<typeof OK> => {
  const { ownerId } = await getView(db, id, actor.userId);
  if (ownerId !== actor.userId && !may(actor, 'settings.edit')) throw new Conflict('view_of_another');
  await removeView(db, id);
  return OK;
};

export const openWithView = async (
  { db }: Pick<Needs, 'db'>,
  actor: Actor,
  { list, viewId }: InputOf<typeof contract.openWithView>,
): Promise<typeof OK> => {
  const userId = personOf(actor);
  await db.transaction().execute(async (tx) => {
    if (viewId !== null) await getView(tx, viewId, userId);
    await setDefault(tx, userId, list, viewId);
  });
  return OK;
};
