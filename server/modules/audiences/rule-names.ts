import { type RawBuilder, sql } from 'kysely';
import type { Use } from '../../../contract/uses.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Named } from '../crm/index.ts';

const NAMES = `$.** ? (
  (@.field == $field || @.sum == $field) ||
  ($under != "" && (@.field starts with $under || @.sum starts with $under)) ||
  (@.field == $of && (@.value == $value || @.value[*] == $value)))`;

/** Whether a rule, as it is stored, names it anywhere. */
export const ruleNames = (rule: RawBuilder<unknown>, { field, under, choice }: Named): RawBuilder<boolean> =>
  sql<boolean>`jsonb_path_exists(${rule}, ${NAMES}::jsonpath, jsonb_build_object('field', coalesce(${field}::text, ''),
    'under', coalesce(${under}::text, ''), 'of', coalesce(${choice?.field ?? null}::text, ''), 'value', coalesce(${choice?.value ?? null}::text, '')))`;

/** The segments whose rule names it; registered in app.ts. */
export const segmentsThatName = async (db: Db, named: Named): Promise<Use[]> => {
  const { rows } = await sql<Use>`select 'segment' as kind, id, name from segment
    where archived_at is null and ${ruleNames(sql`rule`, named)} order by name collate human, id`.execute(db);
  return rows;
};
