import { type RawBuilder, sql } from 'kysely';

/** Every id a record has had: its own and those of the records merged into it, as a sub-select of uuids. */
export const partyIds = ({ kind, id }: { kind: 'contact' | 'company' | 'lead'; id: string }): RawBuilder<unknown> =>
  sql`(select ${id}::uuid union all select old_id from ${sql.table(`${kind}_alias`)} where ${sql.ref(`${kind}_id`)} = ${id}::uuid)`;
