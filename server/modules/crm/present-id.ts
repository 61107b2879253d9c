import { type RawBuilder, sql } from 'kysely';

/** The id that a contact, a company or a lead has now: that of the record it was merged into, or its own. */
export const presentId = (kind: 'contact' | 'company' | 'lead', id: RawBuilder<unknown>): RawBuilder<string> => {
  const [alias, into] = [sql.table(`${kind}_alias`), sql.ref(`${kind}_id`)];
  return sql<string>`coalesce((select merged.${into} from ${alias} merged where merged.old_id = ${id}), ${id})`;
};

/** The same for many rows at once: `join` goes before whatever joins by `id`. `as` names it in the statement. */
export const presentIdOfMany = (
  kind: 'contact' | 'company' | 'lead',
  id: RawBuilder<unknown>,
  as: string,
): { join: RawBuilder<unknown>; id: RawBuilder<string> } => {
  const [alias, into] = [sql.table(`${kind}_alias`), sql.ref(`${as}.${kind}_id`)];
  return {
    join: sql`left join ${alias} as ${sql.table(as)} on ${sql.ref(`${as}.old_id`)} = ${id}`,
    id: sql<string>`coalesce(${into}, ${id})`,
  };
};
