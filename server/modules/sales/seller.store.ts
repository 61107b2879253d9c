import { sql } from 'kysely';
import type { Seller } from '../../../contract/seller.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';

/** Over the alias `seller`, as JSON of the contract. */
export const SELLER = sql`jsonb_build_object('name', seller.name, 'street', seller.street, 'postalCode', seller.postal_code, 'city', seller.city,
  'country', seller.country, 'vatId', seller.vat_id, 'registration', seller.registration, 'iban', seller.iban, 'bic', seller.bic,
  'email', seller.email, 'phone', seller.phone)`;

/** Who sends invoices now; null until somebody has said, and after the company has moved to another country. */
export const findSeller = async (db: Db | Tx): Promise<{ id: string; seller: Seller } | null> => {
  const { rows } = await sql<{ id: string; seller: Seller }>`
    select seller.id, ${SELLER} as seller from seller where seller.country = (select country from installation)
    order by seller.created_at desc, seller.id desc limit 1`.execute(db);
  return rows[0] ?? null;
};

/** Who it was at that time; null where nobody had said. */
export const findSellerAt = async (db: Db | Tx, at: Date): Promise<Seller | null> => {
  const { rows } = await sql<{ seller: Seller }>`
    select ${SELLER} as seller from seller where seller.created_at <= ${at}
    order by seller.created_at desc, seller.id desc limit 1`.execute(db);
  return rows[0]?.seller ?? null;
};

export const storeSeller = async (
  db: Db | Tx,
  { id, at, country, ...seller }: Seller & { id: string; at: Date },
): Promise<void> => {
  await db
    .insertInto('seller')
    .values({ id, country, ...seller, createdAt: at })
    .execute();
};
