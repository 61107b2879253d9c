import type { InsertObject, UpdateObject } from 'kysely';
import type { z } from 'zod';
import { ActionSettings } from '../../../contract/campaigns.ts';
import type { ActionId, CampaignId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { NotFound } from '../../platform/errors.ts';

/** An action with the campaign it belongs to, as stored. */
export type StoredAction = z.output<typeof ActionSettings> & { campaignId: CampaignId };

const columns = [
  'id',
  'campaignId',
  'position',
  'name',
  'channel',
  'report',
  'state',
  'audience',
  'contentVersionId',
  'directLink',
  'utm',
  'sendingAccountId',
  'accountSharing',
  'senderPolicy',
  'addressing',
  'sharedAddress',
  'basis',
  'work',
  'interactionTypeId',
  'keptOn',
  'schedule',
  'sendWindow',
  'expiresAfterHours',
  'updatedAt',
] as const;

const typed = ({ campaignId, ...row }: { campaignId: string }): StoredAction => ({
  ...ActionSettings.parse(row),
  campaignId: campaignId as CampaignId,
});

export const getAction = async (db: Db, id: ActionId): Promise<StoredAction> => {
  const row = await db.selectFrom('action').select(columns).where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new NotFound('action');
  return typed(row);
};

export const actionsOf = async (db: Db, campaignId: CampaignId): Promise<StoredAction[]> => {
  const rows = await db
    .selectFrom('action')
    .select(columns)
    .where('campaignId', '=', campaignId)
    .orderBy('position')
    .execute();
  return rows.map(typed);
};

export const insertAction = async (db: Db, action: InsertObject<Tables, 'action'>): Promise<void> => {
  await db.insertInto('action').values(action).execute();
};

export const deleteAction = async (db: Db, id: ActionId): Promise<void> => {
  await db.deleteFrom('action').where('id', '=', id).execute();
};

export const storeAction = async (db: Db, id: ActionId, change: UpdateObject<Tables, 'action'>): Promise<void> => {
  await db.updateTable('action').set(change).where('id', '=', id).execute();
};
