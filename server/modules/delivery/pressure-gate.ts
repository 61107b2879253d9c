import { type RawBuilder, sql } from 'kysely';
import type { PressureRule } from '../../../contract/pressure.ts';
import type { Gate, GateContext } from '../consent/index.ts';

export const pressureApplies = (
  rule: PressureRule,
  { channel, purposeClass }: Pick<GateContext, 'channel' | 'purposeClass'>,
): boolean =>
  rule.active &&
  (rule.channel === null || rule.channel === channel) &&
  (rule.purposeClass === 'all' || purposeClass === 'marketing');

/** The touches that a rule counts, at the moment of planning. */
const counted = ({ days, channel, purposeClass }: PressureRule, now: Date): RawBuilder<unknown> => sql`
  touch t where t.at > ${now}::timestamptz - make_interval(days => ${days})
    and ${channel === null ? sql`true` : sql`t.channel = ${channel}`}
    and ${purposeClass === 'all' ? sql`true` : sql`t.purpose_class = 'marketing'`}`;

const ofLine = (rule: PressureRule, now: Date) =>
  sql<number>`(select count(*) from ${counted(rule, now)} and t.party_id = line.party_id and t.party_kind = line.party_kind)`;

const exceeds = (rule: PressureRule, now: Date, single: boolean): RawBuilder<boolean> =>
  single
    ? sql`${ofLine(rule, now)} >= ${rule.maxMessages}`
    : sql`(line.party_id, line.party_kind) in (
        select t.party_id, t.party_kind from ${counted(rule, now)} group by 1, 2 having count(*) >= ${rule.maxMessages})`;

/** Whoever had as many messages as a contact pressure rule allows, over all channels and campaigns. */
export const pressureGate = (rules: readonly PressureRule[], now: Date): Gate => ({
  reason: 'pressure_cap',
  refuses(context) {
    const asked = rules.filter((rule) => pressureApplies(rule, context));
    if (asked.length === 0) return null;
    return sql`(${sql.join(
      asked.map((rule) => exceeds(rule, now, context.single ?? false)),
      sql` or `,
    )})`;
  },
  seen(context) {
    const asked = rules.filter((rule) => pressureApplies(rule, context));
    if (asked.length === 0) return sql`null::text`;
    const told = asked.map(
      (rule) => sql`case when ${ofLine(rule, now)} >= ${rule.maxMessages}
        then ${ofLine(rule, now)} || ' / ' || ${rule.maxMessages}::int || ' · ' || ${rule.days}::int || ' d' end`,
    );
    return sql`coalesce(${sql.join(told)})`;
  },
});
