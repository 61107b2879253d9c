import { sql } from 'kysely';
import type { LeadHook, MergeHandler, Merging } from '../crm/index.ts';

/** Whose it is, over `opportunity`, `offer` and `invoice`: its party, or the firm it concerns. */
const ofParty = ({ kind }: Pick<Merging, 'kind'>, id: string) => sql`party_kind = ${kind} and party_id = ${id}`;

const DEALS = ['opportunity', 'offer', 'invoice'] as const;

interface Moved {
  parties: string[];
  firms: string[];
}

/** Deals, offers and invoices go over to the record that is kept; whom they are made out to stays as it was. */
export const salesMerge: MergeHandler = {
  name: 'sales',

  async count(db, merging) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from (select party_kind, party_id, company_id from opportunity union all
        select party_kind, party_id, company_id from offer union all select party_kind, party_id, company_id from invoice) as deal where ${ofParty(merging, merging.goneId)} or company_id = ${merging.goneId}`.execute(
      db,
    );
    return [{ what: 'opportunities', count: rows[0]?.count ?? 0 }];
  },

  async merge(tx, merging): Promise<Moved> {
    const { keptId, goneId } = merging;
    const moved: Moved = { parties: [], firms: [] };
    for (const table of DEALS) {
      const { rows: parties } = await sql<{ id: string }>`
        update ${sql.table(table)} set party_id = ${keptId} where ${ofParty(merging, goneId)} returning id`.execute(tx);
      const { rows: firms } = await sql<{ id: string }>`
        update ${sql.table(table)} set company_id = ${keptId} where company_id = ${goneId} returning id`.execute(tx);
      moved.parties.push(...parties.map(({ id }) => id));
      moved.firms.push(...firms.map(({ id }) => id));
    }
    return moved;
  },

  async undo(tx, merging, stored) {
    const { parties, firms } = stored as Moved;
    const { keptId, goneId } = merging;
    for (const table of DEALS) {
      await sql`update ${sql.table(table)} set party_id = ${goneId} where id = any(${parties}::uuid[]) and ${ofParty(merging, keptId)}`.execute(
        tx,
      );
      await sql`update ${sql.table(table)} set company_id = ${goneId} where id = any(${firms}::uuid[]) and company_id = ${keptId}`.execute(
        tx,
      );
    }
    return [];
  },
};

/** The deals, offers and invoices of a lead are with the customer he became; registered in app.ts. */
export const carryDealsOver: LeadHook = async (tx, { leadId, contactId, companyId }) => {
  const [kind, id] = contactId === null ? ['company', companyId] : ['contact', contactId];
  for (const table of DEALS)
    await sql`update ${sql.table(table)} set party_kind = ${kind}, party_id = ${id}::uuid, company_id = ${companyId}::uuid
      where party_kind = 'lead' and party_id = ${leadId}`.execute(tx);
};
