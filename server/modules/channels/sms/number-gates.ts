import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import type { Gate } from '../../consent/index.ts';
import { phoneKeysMissingIn } from '../../crm/index.ts';
import { kindOfNumber, type NumberKind } from './model/number-kind.ts';

const AT_ONCE = 5_000;

/** Looks up the kind of each number that is new here; which number is what never changes. */
const learnNumbers = async (db: Db | Tx): Promise<void> => {
  for (;;) {
    const numbers = await phoneKeysMissingIn(db, sql`sms_number`, AT_ONCE);
    const known = numbers.map(kindOfNumber);
    if (numbers.length > 0) {
      await sql`
        insert into sms_number (number, kind, country)
        select * from unnest(${numbers}::text[], ${known.map(({ kind }) => kind)}::text[], ${known.map(({ country }) => country)}::text[])
        on conflict do nothing`.execute(db);
    }
    if (numbers.length < AT_ONCE) return;
  }
};

const refusing = (reason: Gate['reason'], kind: NumberKind): Gate => {
  const found = sql`sms_number n where n.number = line.address_key and n.kind = ${sql.lit(kind)}`;
  return {
    reason,
    refuses: () => sql`exists (select from ${found})`,
    passes: () => sql`not exists (select from ${found})`,
    seen: () => sql`line.address`,
  };
};

const GATES: readonly Gate[] = [
  refusing('landline', 'landline'),
  refusing('premium_number', 'premium'),
  refusing('unroutable_number', 'unroutable'),
];

/** Only a mobile number can get an SMS. */
export const numberGates = async (db: Db | Tx): Promise<readonly Gate[]> => {
  await learnNumbers(db);
  return GATES;
};
