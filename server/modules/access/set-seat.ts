import type { setSeat as api } from '../../../contract/access.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Conflict } from '../../platform/errors.ts';
import { authorise } from './authorise.ts';
import { findInstallation, lockInstallation } from './installation.store.ts';
import type { Actor } from './model/may.ts';
import { claimSeat, countSeats, getUser } from './user.store.ts';
import { type ShownUser, showUser } from './user.views.ts';

/** Gives the campaign module to a user or takes it back (O28). Throws Conflict when every seat is given. */
export const setSeat = async (
  { db }: { db: Db },
  actor: Actor,
  { id, seat }: InputOf<typeof api>,
): Promise<ShownUser> => {
  authorise(actor, 'user.manage');
  await db.transaction().execute(async (tx) => {
    await lockInstallation(tx);
    const user = await getUser(tx, id);
    if (user.seat === seat) return;
    if (seat && user.disabledAt !== null) throw new Conflict('user_disabled');
    if (seat) await claimSeat(tx);
    await tx.updateTable('appUser').set({ seat }).where('id', '=', id).execute();
  });
  return showUser(db, id);
};

export const getSeats = async ({ db }: { db: Db }, actor: Actor): Promise<{ given: number; seats: number | null }> => {
  authorise(actor, 'user.manage');
  const installation = await findInstallation(db);
  return { given: await countSeats(db), seats: installation?.seats ?? null };
};
