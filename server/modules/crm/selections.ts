import type { CrmEntity } from '../../../contract/crm-fields.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type * as api from '../../../contract/party-selection.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { removeAssets } from './assets.ts';
import { removeCompanies } from './companies.ts';
import { removeContacts } from './contacts.ts';
import { removeLeads } from './leads.ts';

const REMOVE: Record<CrmEntity, (tx: Tx, ids: readonly string[]) => Promise<number>> = {
  contact: removeContacts,
  company: async (tx, ids) => (await removeCompanies(tx, ids)).removed,
  lead: removeLeads,
  asset: removeAssets,
};

export const deleteParties = async (
  { db }: { db: Db },
  actor: Actor,
  { entity, ids }: InputOf<typeof api.deleteParties>,
): Promise<{ deleted: number }> => {
  authorise(actor, 'crm.edit');
  const deleted = await db.transaction().execute((tx) => REMOVE[entity](tx, ids));
  return { deleted };
};
