import { sql } from 'kysely';
import type { LeadHook, MergeHandler, Merging } from '../crm/index.ts';

/** Whose deal it is, over `opportunity`: its party, or the firm it concerns. */
const ofParty = ({ kind }: Pick<Merging, 'kind'>, id: string) => sql`party_kind = ${kind} and party_id = ${id}`;

interface Moved {
  parties: string[];
  firms: string[];
}

/** Deals go over to the record that is kept. */
export const salesMerge: MergeHandler = {
  name: 'sales',

  async count(db, merging) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from opportunity where ${ofParty(merging, merging.goneId)} or company_id = ${merging.goneId}`.execute(
      db,
    );
    return [{ what: 'opportunities', count: rows[0]?.count ?? 0 }];
  },

  async merge(tx, merging): Promise<Moved> {
    const { keptId, goneId } = merging;
    const { rows: parties } = await sql<{ id: string }>`
      update opportunity set party_id = ${keptId} where ${ofParty(merging, goneId)} returning id`.execute(tx);
    const { rows: firms } = await sql<{ id: string }>`
      update opportunity set company_id = ${keptId} where company_id = ${goneId} returning id`.execute(tx);
    return { parties: parties.map(({ id }) => id), firms: firms.map(({ id }) => id) };
  },

  async undo(tx, merging, stored) {
    const { parties, firms } = stored as Moved;
    const { keptId, goneId } = merging;
    await sql`update opportunity set party_id = ${goneId} where id = any(${parties}::uuid[]) and ${ofParty(merging, keptId)}`.execute(
      tx,
    );
    await sql`update opportunity set company_id = ${goneId} where id = any(${firms}::uuid[]) and company_id = ${keptId}`.execute(
      tx,
    );
    return [];
  },
};

/** The deals of a lead are with the customer he became; registered in app.ts. */
export const carryDealsOver: LeadHook = async (tx, { leadId, contactId, companyId }) => {
  const [kind, id] = contactId === null ? ['company', companyId] : ['contact', contactId];
  await sql`update opportunity set party_kind = ${kind}, party_id = ${id}::uuid, company_id = ${companyId}::uuid
    where party_kind = 'lead' and party_id = ${leadId}`.execute(tx);
};
