import { sql } from 'kysely';
import type { Language } from '../../../contract/messages/index.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { cellOf } from './export-parties.ts';
import type { CrmField } from './field.ts';
import { loadFields } from './fields.ts';
import { ASSET_TABLES } from './party.views.ts';
import { personName } from './party-name.ts';

/** What a file may not bring back: it tells whose and what the asset is. */
const FOR_READING = ['asset.type', 'asset.owner', 'asset.created_at'];

export type CleansedField = CrmField;

/** The fields of assets that a file may put right, by name. */
export const loadCleansedFields = async (db: Db | Tx): Promise<Map<string, CleansedField>> => {
  const fields = [...(await loadFields(db)).values()].filter(
    ({ entity, type, archived, name }) =>
      entity === 'asset' && type !== 'id' && !archived && !FOR_READING.includes(name),
  );
  return new Map(fields.map((field) => [field.name, field]));
};

export interface SaidAsset {
  id: string;
  type: string;
  owner: string;
  ownerEmail: string;
  ownerPhone: string;
  /** For each of the fields what it says, in words of the language; `''`: nothing. */
  said: string[];
}

/** What the assets say of the fields now, in the order of the ids; those that are gone are missing. */
export const readAssets = async (
  db: Db | Tx,
  ids: readonly string[],
  fields: readonly CleansedField[],
  language: Language,
): Promise<SaidAsset[]> => {
  const texts = fields.map((field) => field.asText('p'));
  const { rows } = await sql<Omit<SaidAsset, 'said'> & { cells: (string | null)[] }>`
    select p.id, kind.name as type, coalesce(${personName('keeper')}, firm.name, '') as owner,
      coalesce(keeper.email, firm.email, '') as owner_email, coalesce(keeper.phone, firm.phone, '') as owner_phone,
      array[${sql.join(texts)}]::text[] as cells
    from unnest(${[...ids]}::uuid[]) with ordinality as asked (id, place) join (${ASSET_TABLES}) on p.id = asked.id
    order by asked.place`.execute(db);
  return rows.map(({ cells, ...asset }) => ({
    ...asset,
    said: fields.map((field, place) => String(cellOf(field, language, cells[place] ?? null) ?? '')),
  }));
};
