import type { UserId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Ids } from '../../platform/ids.ts';
import type { Authentication } from './sign-in/authentication.ts';
import { storeCredential } from './sign-in/credential.store.ts';
import { claimSeat, insertUser, type NewUser } from './user.store.ts';

/** A user with a password, without an invitation: for commands such as the demo. Throws Invalid for a taken address, Conflict when no seat is left. */
export const addUser = async (
  { db, ids, authentication }: { db: Db; ids: Ids; authentication: Pick<Authentication, 'hash'> },
  { password, seat = false, ...user }: Omit<NewUser, 'id' | 'seat'> & { password: string; seat?: boolean },
): Promise<UserId> => {
  const passwordHash = await authentication.hash(password);
  return db.transaction().execute(async (tx) => {
    if (seat) await claimSeat(tx);
    const id = await insertUser(tx, { ...user, seat, id: ids.next() });
    await storeCredential(tx, ids, { id, email: user.email, name: user.name, passwordHash });
    return id;
  });
};
