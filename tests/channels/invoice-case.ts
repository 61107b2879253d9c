import { sql } from 'kysely';
import { invoiceChannel } from '../../server/modules/channels/invoice/invoice-channel.ts';
import { givenSeller } from '../support/seller.ts';
import type { IssuingCase } from './channel-case.ts';
import { offerCase } from './offer-case.ts';

export const invoiceCase: IssuingCase = {
  shape: 'issue',
  channel: invoiceChannel,
  furnish: async (db, campaign) => {
    await offerCase.furnish(db, campaign);
    await givenSeller(db);
    await sql`update contact set street = 'Storgata 1', postal_code = '0155', city = 'Oslo'`.execute(db);
  },
  documents: async (db, runId) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from invoice i join sales_line l on l.document_id = i.id where i.run_id = ${runId}`.execute(
      db,
    );
    return rows[0]?.count ?? 0;
  },
};
