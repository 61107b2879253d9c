import { sql } from 'kysely';
import type { ActionId, ApprovalId, CampaignId, UserId } from '../../../../contract/ids.ts';
import { json } from '../../../platform/database/json.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Fingerprint } from '../model/approval.ts';

export interface StoredApproval {
  id: ApprovalId;
  campaignId: CampaignId;
  /** Null: the tracks of the campaign, all together. */
  actionId: ActionId | null;
  state: 'asked' | 'given' | 'refused';
  note: string;
  reason: string;
  fingerprint: Fingerprint;
  askedBy: UserId;
  askedAt: Date;
  decidedBy: UserId | null;
  decidedAt: Date | null;
}

type Thing = Pick<StoredApproval, 'campaignId' | 'actionId'>;

const about = ({ campaignId, actionId }: Thing) =>
  sql`campaign_id = ${campaignId} and action_id is not distinct from ${actionId}::uuid`;

export const findApproval = async (db: Db, thing: Thing): Promise<StoredApproval | undefined> => {
  const { rows } = await sql<StoredApproval>`
    select * from approval where ${about(thing)} order by asked_at desc, id desc limit 1`.execute(db);
  return rows[0];
};

export const getApprovalById = async (db: Db, id: ApprovalId): Promise<StoredApproval> => {
  const { rows } = await sql<StoredApproval>`select * from approval where id = ${id} for update`.execute(db);
  if (!rows[0]) throw new NotFound('approval');
  return rows[0];
};

/** What was asked before and not decided is asked no more. */
export const insertApproval = async (
  tx: Tx,
  asked: Omit<StoredApproval, 'state' | 'reason' | 'decidedBy' | 'decidedAt'>,
): Promise<void> => {
  await sql`delete from approval where ${about(asked)} and state = 'asked'`.execute(tx);
  await tx
    .insertInto('approval')
    .values({ ...asked, state: 'asked', fingerprint: json(asked.fingerprint) })
    .execute();
};
