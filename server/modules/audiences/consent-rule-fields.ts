import { type RawBuilder, sql } from 'kysely';
import type { RuleValue } from '../../../contract/rule.ts';
import type { RuleFieldFragment, RuleFieldSource } from './field-registry.ts';

const LABEL = { en: 'Consent', nb: 'Samtykke', pl: 'Zgoda', fr: 'Consentement' };

/** The present decision about a topic by a channel, whichever of the party's addresses it was given for. */
const decided = (entity: 'contact' | 'company', alias: string, decision: 'given' | 'withdrawn', value: RuleValue) => {
  const [topicId, channel] = value as [string, string];
  return sql<boolean>`exists (select from consent where consent.topic_id = ${topicId}::uuid and consent.channel = ${channel}
    and consent.decision = ${sql.lit(decision)} and consent.party_kind = ${sql.lit(entity)} and consent.party_id = ${sql.ref(`${alias}.id`)})`;
};

const consentField = (entity: 'contact' | 'company', topics: RuleFieldFragment['options']): RuleFieldFragment => ({
  name: `${entity}.consent`,
  entity,
  type: 'consent',
  label: LABEL,
  options: topics,
  currency: null,
  archived: false,
  sql: () => sql`null::text` as RawBuilder<unknown>,
  condition: (alias, operator, value) => {
    if (operator === 'not_given') return sql`not ${decided(entity, alias, 'given', value)}`;
    return decided(entity, alias, operator === 'withdrawn' ? 'withdrawn' : 'given', value);
  },
});

/** Who has given or withdrawn consent to a topic by a channel. */
export const consentRuleFields: RuleFieldSource = async (db) => {
  const { rows } = await sql<{ value: string; label: string }>`
    select id::text as value, name as label from topic where archived_at is null order by name collate human`.execute(
    db,
  );
  return [consentField('contact', rows), consentField('company', rows)];
};
