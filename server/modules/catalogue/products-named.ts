import { sql } from 'kysely';
import type { VatClass } from '../../../contract/catalogue.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';

export interface NamedProduct {
  id: string;
  number: string;
  name: string;
  unit: string;
  vatClass: VatClass;
  cost: number | null;
  costCurrency: string | null;
}

/** What documents write down of products; one that is not there is not in the answer. */
export const productsNamed = async (db: Db | Tx, ids: readonly string[]): Promise<Map<string, NamedProduct>> => {
  const { rows } = await sql<NamedProduct>`
    select id, number, name, unit, vat_class, cost::float8 as cost, cost_currency from product where id = any(${ids}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.id, row]));
};
