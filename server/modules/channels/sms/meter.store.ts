import { type RawBuilder, sql } from 'kysely';
import { compiled, given, plainArray } from '../../../platform/database/compiled.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Standing } from '../accounts/account.store.ts';
import type { SmsToHand } from './gateway.ts';
import { kindOfNumber } from './model/number-kind.ts';

const UNIQUE_VIOLATION = '23505';

export interface MeterTerms {
  runId: string;
  accountId: string;
  test: boolean;
}

/** A group that stands in the meter. */
export interface Group {
  id: string;
  /** When it was opened, as ISO 8601: all of its messages count from then. */
  at: string;
}

const open = compiled(sql<Standing & { groupId: string | null; at: Date | null }>`
  with account as materialized (
    select paused_reason, updated_at from sending_account where id = ${given('accountId')}::uuid
  ), opened as (
    insert into sms_handing (run_id, account_id, test, no, number, encoding, parts)
    select ${given('runId')}::bigint, ${given('accountId')}::uuid, ${given('test')}::boolean, ${given('no')}::int[],
      ${given('number')}::text[], ${given('encoding')}::text[], ${given('parts')}::int[]
    from account where paused_reason is null
    returning id, at
  )
  select paused_reason, updated_at, opened.id as group_id, opened.at from account left join opened on true`);

/**
 * One row for all, written before the first is handed over: whatever happens then, no message is missing from the meter. Tells how the
 * account stands, in the same round trip: while it is paused nothing is written (null). Throws NotFound.
 */
export const openGroup = async (
  db: Db,
  terms: MeterTerms,
  messages: readonly SmsToHand[],
): Promise<{ standing: Standing; group: Group | null }> => {
  const [row] = await open(db, {
    ...terms,
    no: plainArray(messages.map(({ no }) => no)),
    number: plainArray(messages.map(({ to }) => to)),
    encoding: plainArray(messages.map(({ counted }) => counted.encoding)),
    parts: plainArray(messages.map(({ counted }) => counted.parts.length)),
  });
  if (!row) throw new NotFound('sending account');
  const { groupId, at, ...standing } = row;
  return { standing, group: groupId === null || at === null ? null : { id: groupId, at: at.toISOString() } };
};

export interface MeterReading {
  message: SmsToHand;
  group: Group;
  state: 'accepted' | 'refused' | 'unknown';
  accepted: number;
  taken: readonly { partNo: number; gatewayId: string }[];
}

/** A line that was tried before and has a row conflicts. */
const written = (onConflict: RawBuilder<unknown>) =>
  compiled(sql`
  with named as (
    insert into sms_part (account_id, gateway_id, run_id, no, part_no)
    select ${given('accountId')}::uuid, gateway_id, ${given('runId')}::bigint, no, part_no
    from unnest(${given('furtherId')}::text[], ${given('furtherOf')}::int[], ${given('furtherNo')}::int[]) as told (gateway_id, no, part_no)
    on conflict do nothing
  ), closed as (
    delete from sms_handing where id = any(${given('closed')}::bigint[])
  )
  insert into sms_message
    (run_id, no, account_id, number, country, test, encoding, parts, price_millionths, state, accepted_parts, gateway_id, at)
  select ${given('runId')}::bigint, told.no, ${given('accountId')}::uuid, told.number, coalesce(known.country, told.country),
    ${given('test')}::boolean, told.encoding, told.parts, coalesce(own.per_part_millionths, other.per_part_millionths), told.state, told.accepted,
    told.gateway_id, told.at
  from unnest(${given('no')}::int[], ${given('number')}::text[], ${given('country')}::text[], ${given('encoding')}::text[], ${given('parts')}::int[],
    ${given('state')}::text[], ${given('accepted')}::int[], ${given('gatewayId')}::text[], ${given('at')}::timestamptz[])
    as told (no, number, country, encoding, parts, state, accepted, gateway_id, at)
  left join sms_number known on known.number = told.number
  left join sms_price own on own.country = coalesce(known.country, told.country)
  left join sms_price other on other.country = ''
  ${onConflict}`);

const writeNew = written(sql``);
const writeOver =
  written(sql`on conflict (run_id, no) do update set account_id = excluded.account_id, encoding = excluded.encoding,
  parts = excluded.parts, price_millionths = excluded.price_millionths, state = excluded.state, accepted_parts = excluded.accepted_parts,
  gateway_id = coalesce(excluded.gateway_id, sms_message.gateway_id), at = excluded.at`);

const isTriedBefore = (error: unknown): boolean => (error as { code?: string }).code === UNIQUE_VIOLATION;

/**
 * What became of them, with the names by which the gateway will tell more (one that it gives twice stays with the first), and which groups
 * are over. No line twice.
 */
export const readMeter = async (
  db: Db,
  terms: MeterTerms,
  readings: readonly MeterReading[],
  over: readonly Group[],
): Promise<void> => {
  const further = readings.flatMap(({ message, taken }) =>
    taken.flatMap((part) => (part.partNo === 1 ? [] : [{ no: message.no, ...part }])),
  );
  const nameOf = ({ taken: [first] }: MeterReading) => (first?.partNo === 1 ? first.gatewayId : null);
  // Planning has looked the numbers up; a test goes to one that may be nobody's.
  const countryOf = ({ message }: MeterReading) => (terms.test ? kindOfNumber(message.to).country : null);
  const plain = (pick: (one: MeterReading) => number | string | null) => plainArray(readings.map(pick));
  const values = {
    ...terms,
    furtherId: further.map(({ gatewayId }) => gatewayId),
    furtherOf: plainArray(further.map(({ no }) => no)),
    furtherNo: plainArray(further.map(({ partNo }) => partNo)),
    closed: plainArray(over.map(({ id }) => id)),
    no: plain(({ message }) => message.no),
    number: plain(({ message }) => message.to),
    country: plain(countryOf),
    encoding: plain(({ message }) => message.counted.encoding),
    parts: plain(({ message }) => message.counted.parts.length),
    state: plain(({ state }) => state),
    accepted: plain(({ accepted }) => accepted),
    gatewayId: readings.map(nameOf),
    at: plain(({ group }) => group.at),
  };
  // To be ready for a row that stands already costs each new one a third more.
  await writeNew(db, values).catch((error) => {
    if (!isTriedBefore(error)) throw error;
    return writeOver(db, values);
  });
};
