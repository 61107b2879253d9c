import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { SCOPE_OF } from '../../../contract/audience.ts';
import { checkRule } from '../../../contract/check-rule.ts';
import type { FieldRule, RuleTree } from '../../../contract/rule.ts';
import type { RuleFieldType } from '../../../contract/rule-fields.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import {
  counted,
  groupOf,
  idFor,
  leafOf,
  summed,
  TODAY,
  text,
  VALUES,
} from '../../../tests/support/generated-rules.ts';
import { json } from '../../platform/database/json.ts';
import { FROM } from './candidates.ts';
import { compileRule } from './compile-rule.ts';
import { createFieldRegistry } from './field-registry.ts';
import { type Evaluating, evaluateRule, type Value } from './model/evaluate.ts';
import { salesRelations } from './sales-relations.ts';
import { salesRuleFields } from './sales-rule-fields.ts';

const database = testDatabase();
const registry = createFieldRegistry([salesRuleFields], salesRelations);
const PEOPLE = 60;
const [A, B, C] = [idFor(801), idFor(802), idFor(803)];
/** Of each product: the groups it is of, B being below A. */
const GROUPS: Record<string, string[]> = { [A]: [B, A], [B]: [C], [C]: [] };

type Entity = 'invoice' | 'offer' | 'opportunity';
type Values = Record<string, Value>;

const SHARED: Record<string, RuleFieldType> = {
  title: 'text',
  product: 'id',
  product_group: 'id',
  campaign: 'id',
  owner: 'user',
  'amount.NOK': 'money',
  'amount.EUR': 'money',
};
const DATES = {
  invoice: ['issued_on', 'due_on', 'paid_on'],
  offer: ['issued_on', 'valid_until', 'answered_on'],
  opportunity: ['created_on', 'closes_on', 'closed_on'],
};
const STATES = {
  invoice: ['open', 'paid'],
  offer: ['open', 'accepted', 'declined', 'withdrawn'],
  opportunity: ['open', 'won', 'lost'],
};
const fieldsOf = (entity: Entity): Record<string, RuleFieldType> => ({
  ...Object.fromEntries(Object.entries(SHARED).map(([name, type]) => [`${entity}.${name}`, type])),
  ...Object.fromEntries(DATES[entity].map((name) => [`${entity}.${name}`, 'date'])),
  ...(entity === 'opportunity' ? { 'opportunity.stage': 'id' } : {}),
});
const stateOf = (entity: Entity): fc.Arbitrary<FieldRule> =>
  fc.record({
    kind: fc.constant('field' as const),
    field: fc.constant(`${entity}.state`),
    operator: fc.constantFrom('any_of' as const, 'none_of' as const),
    value: fc.subarray([...STATES[entity], "' or true --"], { minLength: 1 }),
  });
const asked = (relation: string, entity: Entity) => {
  const where = groupOf(
    fc.oneof({ weight: 4, arbitrary: leafOf(fieldsOf(entity)) }, { arbitrary: stateOf(entity), weight: 1 }),
  );
  return fc.oneof(
    counted(relation, where),
    summed(relation, where, fc.constantFrom(`${entity}.amount.NOK`, `${entity}.amount.EUR`)),
  );
};
const related = fc.oneof(
  asked('contact.invoices', 'invoice'),
  asked('contact.credit_notes', 'invoice'),
  asked('company.invoices', 'invoice'),
  asked('contact.offers', 'offer'),
  asked('company.offers', 'offer'),
  asked('contact.opportunities', 'opportunity'),
  asked('company.opportunities', 'opportunity'),
);

const day = VALUES.date as fc.Arbitrary<string>;
const document = fc.record({
  currency: fc.constantFrom('NOK', 'EUR', 'NOK'),
  amount: fc.constantFrom(0, 1, 129900),
  days: fc.tuple(day, day, day),
  title: text as fc.Arbitrary<string>,
  /** In which of its states it is. */
  state: fc.nat(11),
  products: fc.subarray([A, B, C]),
  owner: fc.constantFrom(idFor(901), idFor(902)),
  stage: fc.constantFrom(A, B),
  campaign: fc.option(fc.constantFrom(A, B)),
  toFirm: fc.boolean(),
  credited: fc.nat(3),
});
type Document = ReturnType<typeof document.generate>['value'];

const firmOf = (n: number) => (n % 5 === 0 ? null : idFor(10_000 + n));
/** What was made, with what rules may ask of it. */
const made: { relation: string; person: number | null; firm: string | null; values: Values }[] = [];

const valuesOf = (entity: Entity, one: Document, state: string, dates: (string | null)[]): Values => {
  const values: Values = {
    title: one.title,
    state,
    product: one.products,
    product_group: one.products.flatMap((product) => GROUPS[product] ?? []),
    campaign: one.campaign,
    owner: one.owner,
    stage: one.stage,
    [`amount.${one.currency}`]: one.amount,
    ...Object.fromEntries(DATES[entity].map((name, place) => [name, dates[place] ?? null])),
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${entity}.${name}`, value]));
};

const store = async (entity: Entity, one: Document, n: number) => {
  const id = idFor(100_000 + made.length * 2);
  const firm = firmOf(n);
  const toFirm = one.toFirm && firm !== null;
  const state = STATES[entity][one.state % STATES[entity].length]!;
  const [first, second, third] = one.days;
  const last = state === 'open' || state === 'withdrawn' ? null : third;
  const common = {
    id,
    title: one.title,
    partyKind: toFirm ? 'company' : 'contact',
    partyId: toFirm ? firm : idFor(n),
    companyId: firm,
    currency: one.currency,
    ownerId: one.owner,
    campaignId: one.campaign,
    state,
  };
  const credited = entity === 'invoice' && one.credited === 0;
  await storeRow(entity, one, { ...common, days: [first, second, last], credited });
  if (one.products.length > 0)
    await sql`insert into sales_line (document_id, position, kind, product_id, number, name, unit, quantity, price_minor, own_price)
      select ${id}::uuid, place, ${entity}, product, 'N', 'Name', 'pcs', 1000, 1, true
      from unnest(${one.products}::uuid[]) with ordinality as sold (product, place)`.execute(database.db);
  const relation = credited ? 'credit_notes' : entity === 'opportunity' ? 'opportunities' : `${entity}s`;
  const values = credited
    ? valuesOf(entity, one, 'open', [first, second, null])
    : valuesOf(entity, one, state, [first, second, last]);
  made.push({ relation, person: toFirm ? null : n, firm, values });
};

interface Row {
  id: string;
  state: string;
  days: [string, string, string | null];
  credited: boolean;
}
const storeRow = async (entity: Entity, one: Document, { days, credited, ...row }: Row) => {
  const [first, second, last] = days;
  const taxed = {
    buyer: json({}),
    language: 'en',
    vatTreatment: 'domestic',
    vat: json([]),
    netMinor: one.amount,
    vatMinor: 0,
  };
  const numbered = { ...row, ...taxed, number: row.id, issuedOn: first } as const;
  const insert = (values: object) =>
    database.db
      .insertInto(entity)
      .values(values as never)
      .execute();
  if (entity === 'opportunity')
    return insert({
      ...row,
      ownValueMinor: one.amount,
      stageId: one.stage,
      createdAt: `${first}T23:30:00Z`,
      closesOn: second,
      closedOn: last,
    });
  if (entity === 'offer')
    return insert({ ...numbered, validUntil: second, answeredAt: last === null ? null : `${last}T00:30:00Z` });
  const invoice = { ...numbered, sellerId: idFor(700), dueOn: second, paidOn: last };
  await insert({ ...invoice, kind: 'invoice', state: credited ? 'credited' : row.state });
  const note = idFor(Number(row.id.slice(-6)) + 1);
  if (credited)
    await insert({
      ...invoice,
      id: note,
      number: note,
      kind: 'credit_note',
      state: 'open',
      paidOn: null,
      credits: row.id,
    });
};

/** What stands beside them: colleagues, products in groups, stages, and proofs that count nowhere. */
const furnish = async () => {
  const { db } = database;
  await sql`insert into app_user (id, email, name, role) select id, id || '@example.com', 'U', 'sales' from unnest(${[idFor(901), idFor(902)]}::uuid[]) as id`.execute(
    db,
  );
  await sql`insert into installation (name, language, currency, time_zone) values ('N', 'en', 'NOK', 'Europe/Oslo')`.execute(
    db,
  );
  await sql`insert into seller (id, name, street, postal_code, city, country, vat_id, created_at) values (${idFor(700)}, 'S', 'S', '1', 'C', 'NO', 'NO1', now())`.execute(
    db,
  );
  await sql`insert into sales_stage (id, name, position, chance) values (${A}, 'New', 1, 10), (${B}, 'Late', 2, 90)`.execute(
    db,
  );
  await sql`insert into product_group (id, parent_id, name) values (${A}, null, 'A'), (${B}, ${A}, 'B'), (${C}, null, 'C')`.execute(
    db,
  );
  await sql`insert into product (id, number, name, kind, unit, group_id, vat_class)
    values (${A}, 'A', 'A', 'product', 'pcs', ${B}, 'standard'), (${B}, 'B', 'B', 'product', 'pcs', ${C}, 'standard'), (${C}, 'C', 'C', 'product', 'pcs', null, 'standard')`.execute(
    db,
  );
};

beforeAll(async () => {
  await furnish();
  for (let n = 1; n <= PEOPLE; n += 1) {
    const firm = firmOf(n);
    if (firm !== null) await sql`insert into company (id, name) values (${firm}, 'F')`.execute(database.db);
    await sql`insert into contact (id, company_id, last_name) values (${idFor(n)}, ${firm}, 'L')`.execute(database.db);
    const documents = fc.sample(document, { numRuns: (n * 7) % 8, seed: n });
    for (const [place, one] of documents.entries())
      await store((['invoice', 'offer', 'opportunity'] as const)[place % 3]!, one, n);
  }
  await sql`insert into invoice (id, kind, title, party_kind, party_id, seller_id, buyer, language, currency, vat_treatment, vat, net_minor, vat_minor, issued_on, due_on, owner_id, test)
    select gen_random_uuid(), 'invoice', 'Proof', 'contact', id, ${idFor(700)}, '{}', 'en', 'NOK', 'domestic', '[]', 129900, 0, ${TODAY}, ${TODAY}, ${idFor(901)}, true from contact`.execute(
    database.db,
  );
});

let fields: Awaited<ReturnType<typeof registry.load>>;
const bySql = async (rule: RuleTree, single: boolean): Promise<number[]> => {
  const condition = compileRule(rule, 'contact', {
    fields,
    relations: registry.relations,
    segments: new Map(),
    today: TODAY,
    single,
  });
  const { rows } = await sql<{
    id: string;
  }>`select person.id from ${FROM.contact} where ${condition} order by 1`.execute(database.db);
  return rows.map(({ id }) => Number(id.slice(-6)));
};

const record = (values: Values): Pick<Evaluating, 'value'> => ({ value: (field) => values[field] ?? null });
const plainly = (rule: RuleTree): number[] =>
  Array.from({ length: PEOPLE }, (_, index) => index + 1).filter((n) => {
    const related = (relation: string) => {
      const [from, name] = relation.split('.');
      const mine = ({ person, firm }: (typeof made)[number]) =>
        from === 'contact' ? person === n : firm !== null && firm === firmOf(n);
      return made.filter((one) => one.relation === name && mine(one)).map(({ values }) => record(values));
    };
    return evaluateRule(rule, { value: () => null, related, segments: new Map(), today: TODAY });
  });

test('Q21, Q22, O36: rules on invoices, offers and opportunities select exactly whom their plain reading selects', async () => {
  fields = await registry.load(database.db);
  expect(made.length).toBeGreaterThan(150);
  await fc.assert(
    fc.asyncProperty(groupOf(related), async (rule) => {
      expect(checkRule(rule, { scope: SCOPE_OF.contact, fields, relations: registry.relations }, '')).toEqual([]);
      const expected = plainly(rule);
      expect(await bySql(rule, false)).toEqual(expected);
      expect(await bySql(rule, true)).toEqual(expected);
    }),
    { numRuns: 120 },
  );
});
