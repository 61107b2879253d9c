import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type * as api from '../../../contract/uses.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { getCustomField } from './custom-field.store.ts';

/** How rules and texts name something of the settings. */
export interface Named {
  /** A field: `contact.custom.fleet_size`. */
  field: string | null;
  /** Every field that begins so: `asset.car.`. */
  under: string | null;
  /** A value that a field of a rule is compared with. */
  choice: { field: string; value: string } | null;
}

/** Where a later module names it; `app.ts` lists the sources. */
export type UseSource = (db: Db, named: Named) => Promise<api.Use[]>;

const keyOfType = async (db: Db, id: string): Promise<string> => {
  const { rows } = await sql<{ key: string }>`select key from asset_type where id = ${id}`.execute(db);
  if (rows[0] === undefined) throw new NotFound('asset type');
  return rows[0].key;
};

const namedAs = async (db: Db, { of, id }: InputOf<typeof api.listUses>): Promise<Named> => {
  const nothing = { field: null, under: null, choice: null };
  if (of === 'interaction_type') return { ...nothing, choice: { field: 'interaction.type', value: id } };
  if (of === 'custom_field') return { ...nothing, field: (await getCustomField(db, id)).name };
  const key = await keyOfType(db, id);
  return { ...nothing, under: `asset.${key}.`, choice: { field: 'asset.type', value: key } };
};

export const listUses = async (
  { db, useSources }: { db: Db; useSources: readonly UseSource[] },
  actor: Actor,
  input: InputOf<typeof api.listUses>,
): Promise<OutputOf<typeof api.listUses>> => {
  authorise(actor, 'settings.edit');
  const named = await namedAs(db, input);
  const uses: api.Use[] = [];
  for (const source of useSources) uses.push(...(await source(db, named)));
  return { uses };
};
