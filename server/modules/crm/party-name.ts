import { type RawBuilder, sql } from 'kysely';

/** What a person is called over the alias of a contact or lead: the name, else an address, else nothing. */
export const personName = (alias: string): RawBuilder<string> => {
  const [first, last, email, phone] = ['first_name', 'last_name', 'email', 'phone'].map((name) =>
    sql.ref(`${alias}.${name}`),
  );
  return sql`coalesce(nullif(concat_ws(' ', nullif(${first}, ''), nullif(${last}, '')), ''), ${email}, ${phone}, '')`;
};

/** What the party of a row is called, over an alias with `party_kind` and `party_id`; null once the record is gone. */
export const partyName = (alias: string): RawBuilder<string | null> => {
  const [kind, id] = [sql.ref(`${alias}.party_kind`), sql.ref(`${alias}.party_id`)];
  return sql`case ${kind} when 'contact' then (select ${personName('named')} from contact named where named.id = ${id})
    when 'company' then (select named.name from company named where named.id = ${id})
    else (select coalesce(nullif(${personName('named')}, ''), named.company_name) from lead named where named.id = ${id}) end`;
};
