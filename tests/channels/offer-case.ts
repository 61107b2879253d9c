import { sql } from 'kysely';
import { SalesPlan } from '../../contract/sales-plan.ts';
import { offerChannel } from '../../server/modules/channels/offer/offer-channel.ts';
import { storePlan } from '../../server/modules/sales/index.ts';
import { uuidIds } from '../../server/platform/ids.ts';
import type { IssuingCase } from './channel-case.ts';

export const offerCase: IssuingCase = {
  shape: 'issue',
  channel: offerChannel,
  furnish: async (db, { actionId }) => {
    const productId = uuidIds.next();
    await sql`update installation set country = 'NO'`.execute(db);
    await sql`insert into product (id, number, name, kind, unit, vat_class) values (${productId}, ${productId}, 'Tyre', 'product', 'pcs', 'standard')`.execute(
      db,
    );
    const plan = SalesPlan.parse({ lines: [{ productId, quantity: 4000, priceMinor: 149_900 }] });
    await db.transaction().execute((tx) => storePlan(tx, actionId, plan, new Date()));
  },
  documents: async (db, runId) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from offer o join sales_line l on l.document_id = o.id where o.run_id = ${runId}`.execute(
      db,
    );
    return rows[0]?.count ?? 0;
  },
};
