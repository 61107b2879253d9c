import type { Insertable, Selectable, Updateable } from 'kysely';
import { sql } from 'kysely';
import type { CampaignState } from '../../../contract/campaigns.ts';
import type { CampaignId, TopicId, UserId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Campaign as CampaignTable } from '../../platform/database/tables.ts';
import { NotFound } from '../../platform/errors.ts';
import { nextCode } from './model/campaign-code.ts';

export type StoredCampaign = Omit<
  Selectable<CampaignTable>,
  'id' | 'ownerId' | 'createdBy' | 'topicId' | 'state' | 'purposeClass'
> & {
  id: CampaignId;
  ownerId: UserId;
  createdBy: UserId;
  topicId: TopicId | null;
  state: CampaignState;
  purposeClass: 'marketing' | 'notice';
};

/** `lock`: for update, so that whoever else would change it waits. */
export const getCampaignRow = async (db: Db, id: CampaignId, lock = false): Promise<StoredCampaign> => {
  const query = db.selectFrom('campaign').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) throw new NotFound('campaign');
  return row as StoredCampaign;
};

/** False when another campaign has the code. */
export const insertCampaign = async (db: Db, campaign: Insertable<CampaignTable>): Promise<boolean> => {
  const inserted = await db
    .insertInto('campaign')
    .values(campaign)
    .onConflict((conflict) => conflict.expression(sql`lower(code)`).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
};

export const storeCampaign = async (db: Db, id: CampaignId, change: Updateable<CampaignTable>): Promise<void> => {
  await db.updateTable('campaign').set(change).where('id', '=', id).execute();
};

/** The code a campaign made now would get; two that ask at once get the same, the insert decides. */
export const freeCode = async (db: Db, year: number): Promise<string> => {
  const rows = await db.selectFrom('campaign').select('code').where('code', 'like', `${year}-%`).execute();
  return nextCode(
    year,
    rows.map((row) => row.code),
  );
};

export const isCodeTaken = async (db: Db, code: string, besides: CampaignId): Promise<boolean> => {
  const found = await db
    .selectFrom('campaign')
    .select('id')
    .where(sql`lower(code)`, '=', code.toLowerCase())
    .where('id', '<>', besides)
    .executeTakeFirst();
  return found !== undefined;
};
