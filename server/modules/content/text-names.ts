import { type RawBuilder, sql } from 'kysely';
import type { Use } from '../../../contract/uses.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Named } from '../crm/index.ts';

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a text, as it is stored, merges the field; nothing else of the settings can stand in one. */
export const textNames = (text: RawBuilder<unknown>, { field, under }: Named): RawBuilder<boolean> => {
  if (field !== null) return sql<boolean>`${text}::text ~ ${`(^|[^a-z0-9_.])${escaped(field)}($|[^a-z0-9_])`}`;
  return under === null ? sql<boolean>`false` : sql<boolean>`${text}::text ~ ${`(^|[^a-z0-9_.])${escaped(under)}`}`;
};

/** The templates that merge it; registered in app.ts. */
export const templatesThatName = async (db: Db, named: Named): Promise<Use[]> => {
  const { rows } = await sql<Use>`select 'template' as kind, id, name from template
    where archived_at is null and ${textNames(sql`variant`, named)} order by name collate human, id`.execute(db);
  return rows;
};
