import type {
  ApprovalRules,
  getApprovalRules as getEndpoint,
  updateApprovalRules as updateEndpoint,
} from '../../../contract/approvals.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { UserId } from '../../../contract/ids.ts';
import { ROLE_PERMISSIONS, ROLES } from '../../../contract/permissions.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { authorise } from './authorise.ts';
import { lockInstallation } from './installation.store.ts';
import type { Actor } from './model/may.ts';

/** As stored, for those who send. */
export const loadApprovalRules = async (db: Db): Promise<ApprovalRules> => {
  const row = await db
    .selectFrom('installation')
    .select(['approvalRecipients', 'approvalCostMinor'])
    .executeTakeFirst();
  const cost = row?.approvalCostMinor ?? null;
  return { recipients: row?.approvalRecipients ?? null, costMinor: cost === null ? null : Number(cost) };
};

export const getApprovalRules = async ({ db }: { db: Db }, actor: Actor): Promise<OutputOf<typeof getEndpoint>> => {
  authorise(actor, 'campaign.see');
  return loadApprovalRules(db);
};

export const updateApprovalRules = async (
  { db }: { db: Db },
  actor: Actor,
  { recipients, costMinor }: InputOf<typeof updateEndpoint>,
): Promise<OutputOf<typeof updateEndpoint>> => {
  authorise(actor, 'settings.edit');
  return db.transaction().execute(async (tx) => {
    await lockInstallation(tx);
    const before = await loadApprovalRules(tx);
    const approvalRecipients = recipients === undefined ? before.recipients : recipients;
    const approvalCostMinor = costMinor === undefined ? before.costMinor : costMinor;
    await tx.updateTable('installation').set({ approvalRecipients, approvalCostMinor }).execute();
    return loadApprovalRules(tx);
  });
};

const APPROVING = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes('campaign.approve'));

/** Everybody else who may approve. */
export const approversBesides = async (db: Db, id: UserId | null): Promise<UserId[]> => {
  const rows = await db
    .selectFrom('appUser')
    .select('id')
    .where('role', 'in', APPROVING)
    .where('disabledAt', 'is', null)
    .execute();
  return rows.map((row) => row.id as UserId).filter((user) => user !== id);
};
