import type { UserId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { listColleagues } from '../access/index.ts';

/** Throws unless this is a user who is not disabled. */
export const assertOwner = async (db: Db, id: UserId): Promise<void> => {
  const { rows } = await listColleagues({ db });
  if (!rows.some((colleague) => colleague.id === id)) throw new Invalid('ownerId', 'owner_unknown');
};
