import { sql } from 'kysely';
import type { SmsEncoding } from '../../../../contract/sms-text.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { kindOfNumber } from './model/number-kind.ts';

/** A message about to be handed over, as the meter counts it. */
export interface Metered {
  no: number;
  number: string;
  encoding: SmsEncoding;
  parts: number;
}

export interface MeterTerms {
  runId: string;
  accountId: string;
  test: boolean;
}

/** Written before the first is handed over: whatever happens then, no message is missing from the meter. */
export const openMeter = async (
  db: Db,
  { runId, accountId, test }: MeterTerms,
  messages: readonly Metered[],
): Promise<void> => {
  // Planning has looked the numbers up; a test goes to one that may be nobody's.
  const countries = messages.map(({ number }) => (test ? kindOfNumber(number).country : null));
  await sql`
    insert into sms_message as m (run_id, no, account_id, number, country, test, encoding, parts, price_millionths)
    select ${runId}::bigint, no, ${accountId}::uuid, told.number, coalesce(known.country, told.country), ${test}, encoding, parts,
      coalesce(own.per_part_millionths, other.per_part_millionths)
    from unnest(${messages.map((m) => m.no)}::int[], ${messages.map((m) => m.number)}::text[], ${countries}::text[],
      ${messages.map((m) => m.encoding)}::text[], ${messages.map((m) => m.parts)}::int[]) as told (no, number, country, encoding, parts)
    left join sms_number known on known.number = told.number
    left join sms_price own on own.country = coalesce(known.country, told.country)
    left join sms_price other on other.country = ''
    on conflict (run_id, no) do update set account_id = excluded.account_id, encoding = excluded.encoding, parts = excluded.parts,
      price_millionths = excluded.price_millionths, state = 'handing', at = now() where m.state not in ('accepted', 'unknown')`.execute(
    db,
  );
};

export interface MeterReading {
  no: number;
  state: 'accepted' | 'refused' | 'unknown' | 'untouched';
  accepted: number;
  taken: readonly { partNo: number; gatewayId: string }[];
}

/** What became of them, with the names by which the gateway will tell more. A name that it gives twice stays with the first. */
export const readMeter = async (
  db: Db,
  { runId, accountId }: Pick<MeterTerms, 'runId' | 'accountId'>,
  readings: readonly MeterReading[],
): Promise<void> => {
  const parts = readings.flatMap(({ no, taken }) => taken.map((part) => ({ no, ...part })));
  await sql`
    with named as (
      insert into sms_part (account_id, gateway_id, run_id, no, part_no)
      select ${accountId}::uuid, gateway_id, ${runId}::bigint, no, part_no
      from unnest(${parts.map((p) => p.gatewayId)}::text[], ${parts.map((p) => p.no)}::int[], ${parts.map((p) => p.partNo)}::int[])
        as told (gateway_id, no, part_no)
      on conflict do nothing
    )
    update sms_message m set state = told.state, accepted_parts = told.accepted
    from unnest(${readings.map((r) => r.no)}::int[], ${readings.map((r) => r.state)}::text[], ${readings.map((r) => r.accepted)}::int[])
      as told (no, state, accepted)
    where m.run_id = ${runId}::bigint and m.no = told.no`.execute(db);
};
