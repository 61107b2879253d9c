import { sql } from 'kysely';
import { type Audience, NO_AUDIENCE } from '../contract/audience.ts';
import type { Rule, RuleTree } from '../contract/rule.ts';
import {
  consentRuleFields,
  createFieldRegistry,
  crmRelations,
  crmRuleFields,
  giveRoom,
  loadAudience,
  salesRelations,
  salesRuleFields,
  type VerdictInput,
} from '../server/modules/audiences/index.ts';
import { consentGates, type GateContext } from '../server/modules/consent/index.ts';
import type { Db } from '../server/platform/database/open-database.ts';
import type { ReadyCampaign } from '../tests/support/ready-campaign.ts';
import { timed } from './bench.ts';

/** Three conditions: vips of two countries who write in one of two languages. */
const audienceOf = (): Audience => ({
  ...NO_AUDIENCE,
  rule: {
    partyKind: 'contact',
    tree: {
      kind: 'group',
      match: 'all',
      rules: [
        { kind: 'field', field: 'contact.country', operator: 'any_of', value: ['NO', 'SE'] },
        { kind: 'field', field: 'contact.language', operator: 'any_of', value: ['en', 'nb', 'pl'] },
        { kind: 'field', field: 'contact.tags', operator: 'any_of', value: ['vip'] },
      ],
    },
  },
});

export const inputFor = async (db: Db, { campaignId, actionId, topicId }: ReadyCampaign): Promise<VerdictInput> => {
  const audience = audienceOf();
  const context: GateContext = {
    campaignId,
    actionId,
    topicId,
    duplicatedFrom: null,
    channel: 'email',
    purposeClass: 'marketing',
    basis: 'consent',
    sharedAddress: 'one',
  };
  return {
    audience,
    addressing: 'contact',
    scope: 'all',
    context,
    gates: consentGates,
    rules: await loadAudience(db, createFieldRegistry([crmRuleFields, consentRuleFields], crmRelations), audience),
    now: new Date(),
    timeZone: 'Europe/Oslo',
  };
};

/** Whoever was invoiced more than 10,000 in the last year, listed, which no gate refuses. */
export const invoicedInput = async (db: Db, input: VerdictInput): Promise<VerdictInput> => {
  const lastYear: Rule = { kind: 'field', field: 'invoice.issued_on', operator: 'in_last_days', value: 365 };
  const rule: Rule = {
    kind: 'related',
    relation: 'contact.invoices',
    count: 'more_than',
    value: 1_000_000,
    sum: 'invoice.amount.NOK',
    where: { kind: 'group', match: 'all', rules: [lastYear] },
  };
  const tree: RuleTree = { kind: 'group', match: 'all', rules: [rule] };
  const audience: Audience = { ...NO_AUDIENCE, rule: { partyKind: 'contact', tree } };
  const rules = await loadAudience(db, createFieldRegistry([salesRuleFields], salesRelations), audience);
  const context: GateContext = { ...input.context, channel: 'list', purposeClass: 'notice', sharedAddress: 'each' };
  return { ...input, audience, rules, context, gates: [] };
};

export const invoicedByHand = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select party_id from invoice join contact on contact.id = party_id
      where party_kind = 'contact' and kind = 'invoice' and state <> 'credited' and not test and issued_on >= current_date - 365
      group by 1 having sum(net_minor) filter (where currency = 'NOK') > 1000000) as good`.execute(db);
  return rows[0]?.count ?? 0;
};

const CONDITIONS = sql`p.country in ('NO', 'SE') and p.language in ('en', 'nb', 'pl') and p.tags && '{vip}'`;

/** As somebody would write it who knows the tables and this one question. */
export const countedByHand = async (db: Db, { topicId }: ReadyCampaign): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from contact p
    where ${CONDITIONS} and p.email_key is not null
      and exists (select from consent c where c.topic_id = ${topicId} and c.channel = 'email' and c.party_kind = 'contact'
        and c.party_id = p.id and c.decision = 'given')
      and not exists (select from suppression s where s.lifted_at is null and s.kind = 'address' and s.value = p.email_key)
      and not exists (select from suppression s where s.lifted_at is null and s.kind = 'domain' and s.value = split_part(p.email_key, '@', 2))
      and not exists (select from opt_out o where o.lifted_at is null and o.scope = 'topic' and o.topic_id = ${topicId} and o.party_id = p.id)
      and not exists (select from opt_out o where o.lifted_at is null and o.scope = 'topic' and o.topic_id = ${topicId} and o.address_key = p.email_key)`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
};

export const makeHandTable = (db: Db) =>
  sql`create table bench_recipient (run_id bigint, no int, party_kind text, party_id uuid, role text, company_id uuid, address text, address_key text,
    language text, origin text, verdict text, reason text, seen text, consent_record_id bigint, primary key (run_id, no))`.execute(
    db,
  );

/** The same rows, each with its verdict, written by hand into a table with the same key. */
export const plannedByHand = async (db: Db, { topicId }: ReadyCampaign): Promise<number> => {
  const ms = await timed(() =>
    db.transaction().execute(async (tx) => {
      await giveRoom(tx);
      await sql`
        insert into bench_recipient
        select 1, row_number() over (order by reason nulls first, party_id), 'contact', party_id, 'own', company_id, email, email_key, language, 'rule',
          case when reason is null then 'planned' else 'excluded' end, reason, seen, case when reason is null then record_id end
        from (
          select p.id as party_id, p.company_id, p.email, p.email_key, p.language, c.record_id,
            case when s.value is not null then 'suppressed_address' when d.value is not null then 'suppressed_domain'
              when c.decision is distinct from 'given' then 'no_consent' when o.party_id is not null then 'unsubscribed_topic' end as reason,
            coalesce(s.value, d.value, c.decision) as seen
          from contact p
          left join consent c on c.topic_id = ${topicId} and c.channel = 'email' and c.party_kind = 'contact' and c.party_id = p.id
          left join suppression s on s.lifted_at is null and s.kind = 'address' and s.value = p.email_key
          left join suppression d on d.lifted_at is null and d.kind = 'domain' and d.value = split_part(p.email_key, '@', 2)
          left join opt_out o on o.lifted_at is null and o.scope = 'topic' and o.topic_id = ${topicId} and o.party_id = p.id
          where ${CONDITIONS}
        ) as judged`.execute(tx);
    }),
  );
  await sql`truncate bench_recipient`.execute(db);
  return ms;
};
