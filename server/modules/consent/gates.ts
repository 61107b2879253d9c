import { type RawBuilder, sql } from 'kysely';
import type { Gate, GateContext } from './model/gate.ts';

/**
 * The gates of consent, in the order in which they are asked, as SQL over the alias `line`. Every condition is an EXISTS with plain
 * equalities, so that PostgreSQL may hash it for a large list and use an index for a single line.
 */

const nothing = sql<null>`null::text`;
const day = (column: RawBuilder<unknown>) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD')`;
const isMarketing = (context: GateContext) => context.purposeClass === 'marketing';

const addressOf = sql`line.address_key`;
const domainOf = sql`split_part(line.address_key, '@', -1)`;

const suppressions = (context: GateContext, kinds: RawBuilder<unknown>, value: RawBuilder<unknown>) =>
  sql`suppression s where s.lifted_at is null and s.kind in (${kinds}) and s.value = ${value} and s.channel in ('all', ${context.channel})
    and s.purpose_class in (${isMarketing(context) ? sql`'marketing', 'all'` : sql`'all'`})`;

const suppressedBy = (reason: Gate['reason'], kinds: RawBuilder<unknown>, value: RawBuilder<unknown>): Gate => ({
  reason,
  refuses: (context) => sql`exists (select from ${suppressions(context, kinds, value)})`,
  passes: (context) => sql`not exists (select from ${suppressions(context, kinds, value)})`,
  seen: (context) =>
    sql`(select s.value || ' · ' || s.reason || ' · ' || ${day(sql`s.at`)} from ${suppressions(context, kinds, value)} limit 1)`,
});

/** Present decisions of the line's party about the context's topic and channel, at one address or ('') at any. */
const decisions = (context: GateContext, decision: 'given' | 'withdrawn', address: RawBuilder<unknown>) =>
  sql`${decisionsOf(context, decision)} and c.address_key = ${address}`;
const decisionsOf = (context: GateContext, decision: 'given' | 'withdrawn') =>
  sql`consent c where c.topic_id = ${context.topicId}::uuid and c.channel = ${context.channel} and c.decision = ${decision}
    and c.party_id = line.party_id and c.party_kind = line.party_kind`;

/**
 * Joined to many lines at once: the party's present decision as `decision`, `decision_record` and `decided_at`. The key of its own address
 * speaks before '', and both keys are unique, so that no line is doubled.
 */
export const consentFacts = (context: GateContext): { joins: RawBuilder<unknown>; columns: RawBuilder<unknown> } => {
  if (context.topicId === null)
    return {
      joins: sql``,
      columns: sql`null::text as decision, null::bigint as decision_record, null::timestamptz as decided_at`,
    };
  const join = (alias: string, address: RawBuilder<unknown>) => sql`left join consent ${sql.ref(alias)}
    on ${sql.ref(`${alias}.topic_id`)} = ${context.topicId}::uuid and ${sql.ref(`${alias}.channel`)} = ${context.channel}
    and ${sql.ref(`${alias}.party_id`)} = line.party_id and ${sql.ref(`${alias}.party_kind`)} = line.party_kind and ${address}`;
  return {
    joins: sql`${join('for_address', sql`for_address.address_key <> '' and for_address.address_key = line.address_key`)}
      ${join('for_any', sql`for_any.address_key = ''`)}`,
    columns: sql`coalesce(for_address.decision, for_any.decision) as decision,
      coalesce(for_address.record_id, for_any.record_id) as decision_record, coalesce(for_address.at, for_any.at) as decided_at`,
  };
};

const decided = (context: GateContext, decision: 'given' | 'withdrawn') => {
  if (context.joined) return sql<boolean>`coalesce(line.decision = ${sql.lit(decision)}, false)`;
  const opposite = decision === 'given' ? 'withdrawn' : 'given';
  return sql<boolean>`(exists (select from ${decisions(context, decision, addressOf)})
    or exists (select from ${decisions(context, decision, sql`''`)})
      and not exists (select from ${decisions(context, opposite, addressOf)}))`;
};

const lastDecision = (context: GateContext) =>
  context.joined
    ? sql<string>`(line.decision || ' · ' || ${day(sql`line.decided_at`)})`
    : sql<string>`(select c.decision || ' · ' || ${day(sql`c.at`)} from consent c where c.topic_id = ${context.topicId}::uuid
    and c.channel = ${context.channel} and c.party_id = line.party_id and c.party_kind = line.party_kind
    and c.address_key in ('', line.address_key) order by c.address_key desc limit 1)`;

const noConsent: Gate = {
  reason: 'no_consent',
  refuses(context) {
    if (context.basis !== 'consent') return null;
    if (context.topicId === null) return sql`true`;
    return sql`not ${decided(context, 'given')}`;
  },
  passes: (
    context,
  ) => sql`exists (select from ${decisionsOf(context, 'given')} and (c.address_key = '' or c.address_key = line.address_key))
    and not exists (select from ${decisions(context, 'withdrawn', addressOf)} and c.address_key <> '')`,
  seen: (context) => (context.topicId === null ? nothing : lastDecision(context)),
};

const BY_ADDRESS = sql`o.address_key = line.address_key`;
const BY_PARTY = sql`o.party_id = line.party_id and o.party_kind = line.party_kind`;

const leavings = (context: GateContext, subject: RawBuilder<unknown>, whose: RawBuilder<unknown>) =>
  sql`opt_out o where o.lifted_at is null and ${subject} and o.channel in ('all', ${context.channel}) and ${whose}`;

const hasLeft = (context: GateContext, subject: RawBuilder<unknown>) =>
  sql<boolean>`(exists (select from ${leavings(context, subject, BY_ADDRESS)})
    or exists (select from ${leavings(context, subject, BY_PARTY)}))`;

const stayed = (context: GateContext, subject: RawBuilder<unknown>) =>
  sql<boolean>`not exists (select from ${leavings(context, subject, BY_ADDRESS)})
    and not exists (select from ${leavings(context, subject, BY_PARTY)})`;

const leftWhen = (context: GateContext, subject: RawBuilder<unknown>) => {
  const from = (whose: RawBuilder<unknown>) =>
    sql`(select o.source || ' · ' || ${day(sql`o.at`)} from ${leavings(context, subject, whose)} order by o.at limit 1)`;
  return sql<string | null>`coalesce(${from(BY_ADDRESS)}, ${from(BY_PARTY)})`;
};

const thisCampaign = (context: GateContext) =>
  sql`o.scope = 'campaign' and o.campaign_id in (${context.campaignId}::uuid, ${context.duplicatedFrom}::uuid)`;
const thisTopic = (context: GateContext) => sql`o.scope = 'topic' and o.topic_id = ${context.topicId}::uuid`;

/** Also asked of notices: every campaign e-mail has a link by which one leaves that campaign (O05). */
const unsubscribedCampaign: Gate = {
  reason: 'unsubscribed_campaign',
  refuses: (context) => hasLeft(context, thisCampaign(context)),
  passes: (context) => stayed(context, thisCampaign(context)),
  seen: (context) => leftWhen(context, thisCampaign(context)),
};

const unsubscribedTopic: Gate = {
  reason: 'unsubscribed_topic',
  refuses(context) {
    if (!isMarketing(context) || context.topicId === null) return null;
    return sql`(${hasLeft(context, thisTopic(context))} or ${decided(context, 'withdrawn')})`;
  },
  // Who has consented has not withdrawn.
  passes: (context) =>
    context.basis === 'consent'
      ? stayed(context, thisTopic(context))
      : sql`${stayed(context, thisTopic(context))} and not ${decided(context, 'withdrawn')}`,
  seen: (context) => sql`coalesce(${leftWhen(context, thisTopic(context))}, ${lastDecision(context)})`,
};

export const consentGates: readonly Gate[] = [
  suppressedBy('suppressed_address', sql`'address', 'number'`, addressOf),
  suppressedBy('suppressed_domain', sql`'domain'`, domainOf),
  noConsent,
  unsubscribedCampaign,
  unsubscribedTopic,
];

/** The id of the consent record that lets the line pass, or null where the basis is another: kept with the line as its proof. */
export const consentRecordFor = (context: GateContext): RawBuilder<string | null> => {
  if (context.basis !== 'consent' || context.topicId === null) return sql`null::bigint`;
  if (context.joined) return sql`line.decision_record`;
  return sql`(select c.record_id from consent c where c.topic_id = ${context.topicId}::uuid and c.channel = ${context.channel}
    and c.party_id = line.party_id and c.party_kind = line.party_kind and c.address_key in ('', line.address_key)
    and c.decision = 'given' order by c.address_key desc limit 1)`;
};
