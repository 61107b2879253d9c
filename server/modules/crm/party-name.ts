import { type RawBuilder, sql } from 'kysely';

/** What a person is called over the alias of a contact or lead: the name, else an address, else nothing. */
export const personName = (alias: string): RawBuilder<string> => {
  const [first, last, email, phone] = ['first_name', 'last_name', 'email', 'phone'].map((name) =>
    sql.ref(`${alias}.${name}`),
  );
  return sql`coalesce(nullif(concat_ws(' ', nullif(${first}, ''), nullif(${last}, '')), ''), ${email}, ${phone}, '')`;
};
