import { type RawBuilder, sql } from 'kysely';
import type { Gate } from '../../consent/index.ts';
import { billedParty } from '../../crm/index.ts';

const { joins, isFirm, hasVatId, hasAddress } = billedParty('line');

const refusing = (reason: Gate['reason'], lacks: RawBuilder<boolean>): Gate => {
  const found = sql`(values (1)) as one ${joins} where ${lacks}`;
  return {
    reason,
    refuses: () => sql`exists (select from ${found})`,
    passes: () => sql`not exists (select from ${found})`,
    seen: () => sql`null::text`,
  };
};

/** Whom no invoice can be made out to: a firm without a VAT number, and whoever has no address to put on it. */
export const BILLING_GATES: readonly Gate[] = [
  refusing('no_vat_id', sql`${isFirm} and not ${hasVatId}`),
  refusing('no_billing_data', sql`not ${hasAddress}`),
];
