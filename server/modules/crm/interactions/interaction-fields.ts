import { sql } from 'kysely';
import type { CustomFieldType, FieldOption } from '../../../../contract/crm-fields.ts';
import type { CustomValues } from '../../../../contract/party.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Invalid } from '../../../platform/errors.ts';
import { checkCustomValues } from '../model/custom-values.ts';

interface Definition {
  key: string;
  type: CustomFieldType;
  options: FieldOption[];
}

/** The values as they are stored for an item of this type. Throws Invalid naming every field that does not fit. */
export const valuesOfType = async (db: Db | Tx, typeId: string, given: CustomValues): Promise<CustomValues> => {
  const { rows } = await sql<Definition>`
    select key, type, options from custom_field where entity = 'interaction' and archived_at is null
      and (interaction_type_id = ${typeId} or interaction_type_id is null)`.execute(db);
  const { values, problems } = checkCustomValues(new Map(rows.map((field) => [field.key, field])), given);
  if (problems.length > 0)
    throw Invalid.all(problems.map(({ key, code, params }) => ({ field: `custom.${key}`, code, params })));
  return values;
};
