import { sql } from 'kysely';
import type { SmsEncoding } from '../../../../contract/sms-text.ts';
import { compiled, given, plainArray } from '../../../platform/database/compiled.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Standing } from '../accounts/account.store.ts';
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

const open = compiled(sql<Standing>`
  with account as materialized (
    select paused_reason, updated_at from sending_account where id = ${given('accountId')}::uuid
  ), opened as (
    insert into sms_message as m (run_id, no, account_id, number, country, test, encoding, parts, price_millionths)
    select ${given('runId')}::bigint, no, ${given('accountId')}::uuid, told.number, coalesce(known.country, told.country), ${given('test')}::boolean,
      encoding, parts, coalesce(own.per_part_millionths, other.per_part_millionths)
    from account cross join unnest(${given('no')}::int[], ${given('number')}::text[], ${given('country')}::text[], ${given('encoding')}::text[],
      ${given('parts')}::int[]) as told (no, number, country, encoding, parts)
    left join sms_number known on known.number = told.number
    left join sms_price own on own.country = coalesce(known.country, told.country)
    left join sms_price other on other.country = ''
    where account.paused_reason is null
    on conflict (run_id, no) do update set account_id = excluded.account_id, encoding = excluded.encoding, parts = excluded.parts,
      price_millionths = excluded.price_millionths, state = 'handing', at = now() where m.state not in ('accepted', 'unknown')
  )
  select paused_reason, updated_at from account`);

/**
 * Written before the first is handed over: whatever happens then, no message is missing from the meter. Tells how the account stands, in
 * the same round trip: while it is paused nothing is written. Throws NotFound.
 */
export const openMeter = async (db: Db, terms: MeterTerms, messages: readonly Metered[]): Promise<Standing> => {
  // Planning has looked the numbers up; a test goes to one that may be nobody's.
  const countryOf = ({ number }: Metered) => (terms.test ? kindOfNumber(number).country : null);
  const [standing] = await open(db, {
    ...terms,
    no: plainArray(messages.map(({ no }) => no)),
    number: plainArray(messages.map(({ number }) => number)),
    country: plainArray(messages.map(countryOf)),
    encoding: plainArray(messages.map(({ encoding }) => encoding)),
    parts: plainArray(messages.map(({ parts }) => parts)),
  });
  if (!standing) throw new NotFound('sending account');
  return standing;
};

export interface MeterReading {
  no: number;
  state: 'accepted' | 'refused' | 'unknown' | 'untouched';
  accepted: number;
  taken: readonly { partNo: number; gatewayId: string }[];
}

const read = compiled(sql`
  with named as (
    insert into sms_part (account_id, gateway_id, run_id, no, part_no)
    select ${given('accountId')}::uuid, gateway_id, ${given('runId')}::bigint, no, part_no
    from unnest(${given('gatewayId')}::text[], ${given('partOf')}::int[], ${given('partNo')}::int[]) as told (gateway_id, no, part_no)
    on conflict do nothing
  )
  update sms_message m set state = told.state, accepted_parts = told.accepted
  from unnest(${given('no')}::int[], ${given('state')}::text[], ${given('accepted')}::int[]) as told (no, state, accepted)
  where m.run_id = ${given('runId')}::bigint and m.no = told.no`);

/** What became of them, with the names by which the gateway will tell more. A name that it gives twice stays with the first. */
export const readMeter = async (
  db: Db,
  { runId, accountId }: Pick<MeterTerms, 'runId' | 'accountId'>,
  readings: readonly MeterReading[],
): Promise<void> => {
  const parts = readings.flatMap(({ no, taken }) => taken.map((part) => ({ no, ...part })));
  await read(db, {
    runId,
    accountId,
    gatewayId: parts.map(({ gatewayId }) => gatewayId),
    partOf: plainArray(parts.map(({ no }) => no)),
    partNo: plainArray(parts.map(({ partNo }) => partNo)),
    no: plainArray(readings.map(({ no }) => no)),
    state: plainArray(readings.map(({ state }) => state)),
    accepted: plainArray(readings.map(({ accepted }) => accepted)),
  });
};
