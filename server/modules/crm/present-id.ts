import { type RawBuilder, sql } from 'kysely';

/** The id that a contact, a company or a lead has now: that of the record it was merged into, or its own. */
export const presentId = (kind: 'contact' | 'company' | 'lead', id: RawBuilder<unknown>): RawBuilder<string> => {
  const [alias, into] = [sql.table(`${kind}_alias`), sql.ref(`${kind}_id`)];
  return sql<string>`coalesce((select merged.${into} from ${alias} merged where merged.old_id = ${id}), ${id})`;
};
