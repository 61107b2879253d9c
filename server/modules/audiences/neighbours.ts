import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { keyColumnOf } from './addresses.ts';

/** Ids by kind. */
export interface Neighbours {
  contact: string[];
  company: string[];
  lead: string[];
}

/**
 * Everyone who can bear on the lines of one party: itself, its firm or main contact, the colleagues who make the office's line, and
 * whoever shares an address with one of these. Null where the channel's addresses cannot be looked up: then everyone is asked.
 */
export const neighboursOf = async (db: Db | Tx, channel: string, partyId: string): Promise<Neighbours | null> => {
  const column = keyColumnOf(channel);
  if (column === null) return null;
  const key = sql.ref(column);
  const firmKey = sql.ref(`company_${column}`);
  const { rows } = await sql<Neighbours>`
    with person as materialized (
      select id, company_id, ${key} as key from contact where id = ${partyId} or company_id = ${partyId} and main
    ), firm as materialized (
      select id, ${key} as key from company where id in (select ${partyId}::uuid union all select company_id from person)
    ), prospect as materialized (
      select id, ${key} as key, ${firmKey} as firm_key from lead where id = ${partyId}
    ), shared as materialized (
      select key from person where key is not null union select key from firm where key is not null
      union select key from prospect where key is not null union select firm_key from prospect where firm_key is not null
    ), same_person as materialized (
      select id, company_id from contact where ${key} in (select key from shared)
    ), firms as materialized (
      select id from firm union select id from company where ${key} in (select key from shared)
      union select company_id from same_person where company_id is not null
    )
    select array(select id from firms) as company,
      array(select id from prospect union select id from lead where ${key} in (select key from shared)) as lead, array(
      select id from person union select id from same_person
      union select id from contact where company_id in (select id from firms)
    ) as contact`.execute(db);
  return rows[0] ?? null;
};
