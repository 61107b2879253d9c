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

/** The line at the gates with its assets as a merge asks for them. */
const ASKED = sql`select line.party_kind, line.party_id, line.company_id,
  coalesce(line.asset_ids, case when line.asset_id is not null then array[line.asset_id] end)::text as about`;

/** A value of assets is a list of what each says: it is there as soon as one of them has it. */
const saidOfAny = sql`(select string_agg(said, '') from jsonb_array_elements_text(field.value::jsonb) as said)`;

/** A14: whoever lacks what the layout needs is left out before anything is made, and is told by the fields that are empty. */
export const dataGates = async (db: Db | Tx, needs: readonly string[]): Promise<readonly Gate[]> => {
  const known = await recipientFields(db);
  // A field that was deleted since is nobody's.
  const fields = needs.filter((name) => known.has(name));
  if (fields.length === 0) return [];
  const ofAssets = fields.map((name) => known.get(name)?.perAsset === true);
  const { values, joins } = await createMerge(db, fields);
  const lacking = sql`
    from (select ${values} as merged from (${ASKED}) as line ${joins}) as theirs,
      unnest(theirs.merged) with ordinality as field (value, place)
    where coalesce(btrim(case when (${ofAssets}::boolean[])[field.place] then ${saidOfAny} else field.value end), '') = ''`;
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
