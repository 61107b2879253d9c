import { sql } from 'kysely';
import { storeSeller } from '../../server/modules/sales/seller.store.ts';
import type { Db } from '../../server/platform/database/open-database.ts';
import { uuidIds } from '../../server/platform/ids.ts';

/** Who sends invoices, in Norway. */
export const SELLER = {
  name: 'Nordlys Bil AS',
  street: 'Storgata 1',
  postalCode: '0155',
  city: 'Oslo',
  vatId: 'NO999888771MVA',
  registration: '999 888 771',
  iban: 'NO9386011117947',
  bic: 'DNBANOKK',
  email: 'faktura@nordlys.example',
  phone: '+47 22 00 00 00',
};

export const givenSeller = async (db: Db): Promise<void> => {
  await sql`update installation set country = 'NO'`.execute(db);
  await storeSeller(db, { ...SELLER, country: 'NO', id: uuidIds.next(), at: new Date() });
};
