import type { CampaignId, UserId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { listColleagues } from '../access/index.ts';
import { getCampaignRow } from './campaign.store.ts';

/** Throws unless this is a user who is not disabled. */
export const assertOwner = async (db: Db, id: UserId): Promise<void> => {
  const { rows } = await listColleagues({ db });
  if (!rows.some((colleague) => colleague.id === id)) throw new Invalid('ownerId', 'owner_unknown');
};

export const campaignOwner = async (db: Db, id: CampaignId): Promise<UserId> => (await getCampaignRow(db, id)).ownerId;
