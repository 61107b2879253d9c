import type { UserId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';

/** Throws unless this is a user who is not disabled. */
export const assertOwner = async (db: Db, id: UserId): Promise<void> => {
  const user = await db
    .selectFrom('appUser')
    .select('id')
    .where('id', '=', id)
    .where('disabledAt', 'is', null)
    .executeTakeFirst();
  if (user === undefined) throw new Invalid('ownerId', 'owner_unknown');
};
