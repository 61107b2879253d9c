import { type RawBuilder, sql } from 'kysely';
import type { ActionId } from '../../../../contract/ids.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import type { Gate } from '../../consent/index.ts';
import { createMerge, recipientFields } from '../../content/index.ts';
import { loadLayout } from '../../layouts/index.ts';
import { findLetterPlan } from './plan.store.ts';

/** Of the layout of an action's letters. */
export const letterGates = async (db: Db | Tx, actionId: ActionId): Promise<readonly Gate[]> => {
  const { layoutId } = await findLetterPlan(db, actionId);
  return layoutId === null ? [] : dataGates(db, (await loadLayout(db, layoutId)).design.needs);
};

/** A14: whoever lacks what the layout needs is left out before anything is made, and is told by the fields that are empty. */
export const dataGates = async (db: Db | Tx, needs: readonly string[]): Promise<readonly Gate[]> => {
  const known = await recipientFields(db);
  // A field that was deleted since is nobody's.
  const fields = needs.filter((name) => known.has(name));
  if (fields.length === 0) return [];
  const { values, joins } = await createMerge(db, fields);
  const lacking = sql`
    from (select ${values} as merged from (select) as one ${joins}) as theirs,
      jsonb_array_elements_text(theirs.merged) with ordinality as field (value, place)
    where coalesce(btrim(field.value), '') = ''`;
  const names: RawBuilder<unknown> = sql`(${fields}::text[])[field.place]`;
  return [
    {
      reason: 'missing_data',
      refuses: () => sql`exists (select ${lacking})`,
      passes: () => sql`not exists (select ${lacking})`,
      seen: () => sql`(select string_agg(${names}, ', ' order by field.place) ${lacking})`,
    },
  ];
};
