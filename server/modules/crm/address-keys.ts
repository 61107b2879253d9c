import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/open-database.ts';

/** Every e-mail address and number of a party, as they are compared: the first ones and those beside them. A merged contact has the other's. */
export const addressKeysOf = async (db: Db | Tx, { kind, id }: { kind: string; id: string }): Promise<string[]> => {
  const { rows } = await sql<{ key: string }>`
    with party as (
      select coalesce((select contact_id from contact_alias where old_id = ${id}::uuid and ${kind} = 'contact'), ${id}::uuid) as id
    ), found as (
      select email_key, phone_key from contact where ${kind} = 'contact' and id = (select id from party)
      union all select email_key, phone_key from company where ${kind} = 'company' and id = (select id from party)
      union all select email_key, phone_key from lead where ${kind} = 'lead' and id = (select id from party)
    )
    select distinct key from (
      select email_key as key from found union all select phone_key from found
      union all select address_key from further_address where party_kind = ${kind} and party_id = (select id from party)
    ) keys where key <> ''`.execute(db);
  return rows.map(({ key }) => key);
};
