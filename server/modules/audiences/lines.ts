import { type RawBuilder, sql } from 'kysely';
import { reachesOut } from '../../../contract/campaigns.ts';
import { type AddressFragment, addressOf, firmAddressOfLead } from './addresses.ts';
import {
  candidates,
  excluded,
  FROM,
  handCandidates,
  namesAssets,
  ORIGINS,
  selected,
  selectsOthers,
} from './candidates.ts';
import { conditionsOf, leavesOf } from './model/conditions.ts';
import type { Addressing, VerdictInput } from './verdict-input.ts';

type Sql = RawBuilder<unknown>;

/** The table of data.md: which lines a person makes under each strategy, as rows of party_kind, party_id, role, lacks. */
const OF_PERSON: Record<Addressing, Sql> = {
  contact: sql`('contact', party.party_id, 'own', null)`,
  company: sql`(case when party.company_id is null then 'contact' else 'company' end, coalesce(party.company_id, party.party_id),
    case when party.company_id is null then 'own' else 'office' end, case when party.company_id is null then 'company' end)`,
  both: sql`('contact', party.party_id, 'own', null), ('company', party.company_id, 'office', null)`,
};

/** And a firm; `person` is its main contact. */
const OF_FIRM: Record<Addressing, Sql> = {
  contact: sql`(case when person.id is null then 'company' else 'contact' end, coalesce(person.id, party.party_id),
    case when person.id is null then 'office' else 'own' end, case when person.id is null then 'contact' end)`,
  company: sql`('company', party.party_id, 'office', null)`,
  both: sql`('company', party.party_id, 'office', null), ('contact', person.id, 'own', null)`,
};

/** And a lead; `firm_address` and `own_address` say whether there is one. */
const OF_LEAD: Record<Addressing, Sql> = {
  contact: sql`('lead', party.party_id, 'own', null)`,
  company: sql`('lead', party.party_id, case when firm_address then 'office' else 'own' end, case when not firm_address then 'company' end)`,
  both: sql`('lead', case when own_address or not firm_address then party.party_id end, 'own', null),
    ('lead', case when firm_address then party.party_id end, 'office', null)`,
};

const MADE = sql`as made (party_kind, party_id, role, lacks)`;
/** An asset’s owner is whoever there is: a list of assets lacks nobody. */
const COLUMNS = sql`made.party_kind, made.party_id, made.role, case when party.asset_id is null then made.lacks end as lacks, party.origin_rank, party.asset_id, party.listed, party.removed`;

const ofPeople = (people: Sql, addressing: Addressing): Sql => sql`
  select ${COLUMNS} from (${people}) as party cross join lateral (values ${OF_PERSON[addressing]}) ${MADE}
  where made.party_id is not null`;

const ofFirms = (firms: Sql, input: VerdictInput): Sql => sql`
  select ${COLUMNS} from (${firms}) as party join company as firm on firm.id = party.party_id
  left join lateral (
    select * from contact where contact.company_id = firm.id and contact.main order by contact.id limit 1
  ) as person on true
  cross join lateral (values ${OF_FIRM[input.addressing]}) ${MADE}
  where made.party_id is not null
    and (made.party_kind = 'company' or party.origin_rank = 0 or (${excluded(input, 'contact')}) is not true)`;

const ofLeads = (leads: Sql, { addressing, context }: VerdictInput): Sql => {
  const there = (address: AddressFragment | null, otherwise: Sql) =>
    address === null ? otherwise : sql`${address.address} is not null`;
  return sql`
    select ${COLUMNS} from (${leads}) as party join lead as prospect on prospect.id = party.party_id
    cross join lateral (select ${there(firmAddressOfLead(context.channel, 'prospect'), sql`prospect.company_name is not null`)} as firm_address,
      ${there(addressOf(context.channel, 'prospect'), sql`true`)} as own_address) as has
    cross join lateral (values ${OF_LEAD[addressing]}) ${MADE}
    where made.party_id is not null`;
};

/** Each line once, however many candidates make it: one office line for three people of a firm, with the assets of all three. */
const once = (made: Sql, input: VerdictInput): Sql => sql`
  select party_kind, party_id, role, asset_id, min(lacks) as lacks, min(origin_rank) as origin_rank, bool_and(removed) as removed,
    ${namesAssets(input) ? sql`array_agg(listed) filter (where listed is not null)` : sql`null::uuid[]`} as listed
  from (${made}) as made group by party_kind, party_id, role, asset_id`;

/** Every asset once, in an order that is always the same. */
const EVERY_ASSET = sql`array(select distinct one from unnest(made.listed) as one order by one)`;
/** And of those, only what was not disposed of: nobody is written to about that. Where nothing else is left, a gate tells so. */
const KEPT_ASSETS = sql`coalesce(nullif(array(
  select id from asset where id = any(made.listed) and disposed_on is null order by id), '{}'), ${EVERY_ASSET})`;

const NO_ADDRESS: AddressFragment = { address: sql`null::text`, key: sql`null::text` };
const REMOVED = sql`coalesce(pick.pick = 'removed', false)`;

/** The lines with all that the gates look at. */
const detailed = (lines: Sql, input: VerdictInput): Sql => {
  const { context } = input;
  const { channel } = context;
  const own = addressOf(channel, 'person') ?? NO_ADDRESS;
  const office = addressOf(channel, 'office') ?? NO_ADDRESS;
  const lead = addressOf(channel, 'prospect') ?? NO_ADDRESS;
  const firmOfLead = firmAddressOfLead(channel, 'prospect') ?? NO_ADDRESS;
  const either = (ofPerson: Sql, ofFirm: Sql, ofLead: Sql) =>
    sql`case made.party_kind when 'contact' then ${ofPerson} when 'company' then ${ofFirm} else ${ofLead} end`;
  const ofLead = (which: keyof AddressFragment) =>
    sql`case made.role when 'own' then ${lead[which]} else ${firmOfLead[which]} end`;
  return sql`
    select made.party_kind, made.party_id, made.role, made.asset_id,
      ${either(sql`person.company_id`, sql`office.id`, sql`null::uuid`)} as company_id,
      ${either(own.address, office.address, ofLead('address'))} as address, ${either(own.key, office.key, ofLead('key'))} as address_key,
      ${either(sql`person.language`, sql`office.language`, sql`prospect.language`)} as language,
      ${namesAssets(input) ? sql`case when made.listed is not null then ${reachesOut(channel) ? KEPT_ASSETS : EVERY_ASSET} end` : sql`null::uuid[]`} as asset_ids,
      (${ORIGINS})[made.origin_rank + 1] as origin, made.removed or ${REMOVED} as removed, made.lacks
    from (${lines}) as made
    left join contact as person on made.party_kind = 'contact' and person.id = made.party_id
    left join company as office on made.party_kind = 'company' and office.id = made.party_id
    left join lead as prospect on made.party_kind = 'lead' and prospect.id = made.party_id
    left join hand_pick as pick on pick.action_id = ${context.actionId}::uuid
      and pick.party_kind = made.party_kind and pick.party_id = made.party_id`;
};

/** People selected by rules alone and addressed themselves make one line each, already told apart: no need to group a million. */
const direct = (input: VerdictInput, found: { from: Sql; where: Sql }): Sql => {
  const { address, key } = addressOf(input.context.channel, 'person') ?? NO_ADDRESS;
  const byHand = sql`${ofPeople(handCandidates(input, 'contact'), 'contact')} union all ${ofFirms(handCandidates(input, 'company'), input)}
    union all ${ofLeads(handCandidates(input, 'lead'), input)}`;
  return sql`
    select * from (${detailed(once(byHand, input), input)}) as line
    union all
    select 'contact', person.id, 'own', null::uuid, person.company_id, ${address}, ${key}, person.language, null::uuid[], 'rule', ${REMOVED}, null
    from ${found.from}
    where ${found.where} and not exists (select from (${byHand}) as hand where hand.party_kind = 'contact' and hand.party_id = person.id)`;
};

const isDirect = (input: VerdictInput): boolean =>
  input.addressing === 'contact' && input.audience.copyOf === null && !selectsOthers(input);

/** Whether what selects people, or takes them out, asks about their firms. */
const asksFirms = ({ audience, rules: { segments, fields, relations } }: VerdictInput): boolean =>
  leavesOf(conditionsOf(audience, segments)).some(({ partyKind, rule }) => {
    if (partyKind === 'company') return true;
    if (rule.kind === 'field') return fields.get(rule.field)?.entity === 'company';
    return rule.kind === 'related' && relations.get(rule.relation)?.from === 'company';
  });

/** Joined needlessly, the firm would keep an index of people alone from answering. */
const people = (input: VerdictInput): Sql => (asksFirms(input) ? FROM.contact : sql`contact as person`);

/** The lines of people selected by rules alone and addressed themselves, when nobody was picked by hand; null otherwise. */
export const plainLines = (input: VerdictInput): Sql | null => {
  const found = isDirect(input) ? selected(input, 'contact') : null;
  if (found === null) return null;
  const { address, key } = addressOf(input.context.channel, 'person') ?? NO_ADDRESS;
  return sql`select 'contact' as party_kind, person.id as party_id, 'own' as role, null::uuid as asset_id, person.company_id, ${address} as address,
    ${key} as address_key, person.language, null::uuid[] as asset_ids, 'rule' as origin, false as removed, null::text as lacks
    from ${people(input)} where ${found.where}`;
};

/**
 * Every line of the audience, before any gate: the columns of a recipient, and `removed`, `lacks` ('company', 'contact' or null) for
 * the gates that look at the line itself.
 */
export const linesOf = (input: VerdictInput): Sql => {
  const plain = input.picked === false ? plainLines(input) : null;
  if (plain !== null) return plain;
  const people = selected(input, 'contact');
  if (people !== null && isDirect(input)) return direct(input, people);
  const made = sql`${ofPeople(candidates(input, 'contact'), input.addressing)}
    union all ${ofFirms(candidates(input, 'company'), input)} union all ${ofLeads(candidates(input, 'lead'), input)}`;
  return detailed(once(made, input), input);
};
