import { type RawBuilder, sql } from 'kysely';
import type { PressureRule } from '../../../../contract/pressure.ts';
import type { Tx } from '../../../platform/database/open-database.ts';

/** Lines of these runs that were planned and have not reached anybody yet: they will count once they have. */
const onTheirWay = (runs: readonly string[]): RawBuilder<number> =>
  runs.length === 0
    ? sql`0`
    : sql`(select count(*) from recipient r where r.run_id in (${sql.join(runs.map((id) => sql`${id}::bigint`))})
        and r.party_id = d.contact_id and r.party_kind = 'contact' and r.verdict = 'planned'
        and not exists (select from touch t where t.party_id = r.party_id and t.run_id = r.run_id and t.no = r.no))`;

/** When the person may be written to again by one rule; null when he may be now. `ahead` messages go before this one. */
const freeAt = ({ maxMessages, days, channel, purposeClass }: PressureRule, now: Date) => sql`
  case when ahead >= ${maxMessages}::int then ${now}::timestamptz + make_interval(days => ${days}) else (
    select t.at + make_interval(days => ${days}) from touch t
    where t.party_id = at_gate.contact_id and t.party_kind = 'contact' and t.at > ${now}::timestamptz - make_interval(days => ${days})
      and ${channel === null ? sql`true` : sql`t.channel = ${channel}`}
      and ${purposeClass === 'all' ? sql`true` : sql`t.purpose_class = 'marketing'`}
    order by t.at desc offset greatest(${maxMessages}::int - 1 - ahead, 0) limit 1) end`;

/**
 * Contact pressure holds a message of a track until it is allowed, it never drops a lesson. Of several tracks due at once the first goes
 * first. The moment is rounded up to a quarter of an hour, so that a million people have few of them.
 */
export const holdForPressure = async (
  tx: Tx,
  rules: readonly PressureRule[],
  live: readonly string[],
  now: Date,
): Promise<void> => {
  if (rules.length === 0) return;
  const free = sql.join(rules.map((rule) => freeAt(rule, now)));
  await sql`
    update due set fate = 'wait:pressure', held_until = date_bin('15 minutes', held.until + interval '15 minutes', 'epoch') from (
      select enrolment_id, greatest(${free}) as until from (
        select d.enrolment_id, d.contact_id, (row_number() over (partition by d.contact_id order by d.position) - 1 + ${onTheirWay(live)})::int as ahead
        from due d where d.fate is null
      ) as at_gate
    ) as held
    where held.enrolment_id = due.enrolment_id and held.until is not null`.execute(tx);
};

/** Moves held messages on to when the window is open, person by person’s zone. */
export const openAfterHold = async (tx: Tx, opening: (zone: string | null, at: Date) => Date): Promise<void> => {
  const { rows } = await sql<{ zone: string | null; heldUntil: Date }>`
    select distinct zone, held_until from due where fate = 'wait:pressure'`.execute(tx);
  if (rows.length === 0) return;
  await sql`
    update due set held_until = opening.at
    from unnest(${rows.map(({ zone }) => zone ?? '')}::text[], ${rows.map(({ heldUntil }) => heldUntil)}::timestamptz[],
      ${rows.map(({ zone, heldUntil }) => opening(zone, heldUntil))}::timestamptz[]) as opening (zone, held_until, at)
    where fate = 'wait:pressure' and opening.zone = coalesce(due.zone, '') and opening.held_until = due.held_until`.execute(
    tx,
  );
};
