import { type RawBuilder, sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import type { PressureRule } from '../../../contract/pressure.ts';
import type { Gate, GateContext } from '../consent/index.ts';

export const pressureApplies = (
  rule: PressureRule,
  { channel, purposeClass }: Pick<GateContext, 'channel' | 'purposeClass'>,
): boolean =>
  rule.active &&
  (rule.channel === null || rule.channel === channel) &&
  (rule.purposeClass === 'all' || purposeClass === 'marketing');

/** The moment of planning, and a run whose messages do not count: that of which it is asked how it would be now. */
interface Asking {
  now: Date;
  except: RunId | null;
}

/** The touches that a rule counts. */
const counted = ({ days, channel, purposeClass }: PressureRule, { now, except }: Asking): RawBuilder<unknown> => sql`
  touch t where t.at > ${now}::timestamptz - make_interval(days => ${days})
    and ${except === null ? sql`true` : sql`t.run_id <> ${except}`}
    and ${channel === null ? sql`true` : sql`t.channel = ${channel}`}
    and ${purposeClass === 'all' ? sql`true` : sql`t.purpose_class = 'marketing'`}`;

const ofLine = (rule: PressureRule, asking: Asking) =>
  sql<number>`(select count(*) from ${counted(rule, asking)} and t.party_id = line.party_id and t.party_kind = line.party_kind)`;

const exceeds = (rule: PressureRule, asking: Asking, single: boolean): RawBuilder<boolean> =>
  single
    ? sql`${ofLine(rule, asking)} >= ${rule.maxMessages}`
    : sql`(line.party_id, line.party_kind) in (
        select t.party_id, t.party_kind from ${counted(rule, asking)} group by 1, 2 having count(*) >= ${rule.maxMessages})`;

/** Whoever had as many messages as a contact pressure rule allows, over all channels and campaigns. */
export const pressureGate = (rules: readonly PressureRule[], asking: Asking): Gate => ({
  reason: 'pressure_cap',
  refuses(context) {
    const asked = rules.filter((rule) => pressureApplies(rule, context));
    if (asked.length === 0) return null;
    return sql`(${sql.join(
      asked.map((rule) => exceeds(rule, asking, context.single ?? false)),
      sql` or `,
    )})`;
  },
  seen(context) {
    const asked = rules.filter((rule) => pressureApplies(rule, context));
    if (asked.length === 0) return sql`null::text`;
    const told = asked.map(
      (rule) => sql`case when ${ofLine(rule, asking)} >= ${rule.maxMessages}
        then ${ofLine(rule, asking)} || ' / ' || ${rule.maxMessages}::int || ' · ' || ${rule.days}::int || ' d' end`,
    );
    return sql`coalesce(${sql.join(told)})`;
  },
});
