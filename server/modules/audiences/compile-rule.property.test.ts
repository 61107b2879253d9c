import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkRule } from '../../../contract/check-rule.ts';
import type { FieldRule, Operator, Rule, RuleTree } from '../../../contract/rule.ts';
import { OPERATORS_OF, type RuleFieldType } from '../../../contract/rule-fields.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { PEOPLE } from './candidates.ts';
import { compileRule } from './compile-rule.ts';
import { crmRuleFields } from './crm-rule-fields.ts';
import type { RuleFieldFragment } from './field-registry.ts';
import { evaluateRule, type Value } from './model/evaluate.ts';

const database = testDatabase();
const TODAY = '2024-02-20';
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Texts that break what is put together carelessly, and few enough to meet each other. */
const TEXTS = [
  'Oslo',
  'OSLO',
  'oslo%',
  'os_o',
  'Ærlig',
  'ærLIG',
  'Łódź',
  'łÓDŹ',
  "O'Hara",
  '"; drop table contact; --',
  '\\',
  '😀',
  'a😀b',
  'İstanbul',
  'ΟΔΟΣ',
  'Straße',
  '%',
  '_',
  ' x ',
];
const text = fc.constantFrom(...TEXTS);
const day = fc.constantFrom(
  '2024-02-20',
  '2024-02-29',
  '1980-02-28',
  '2000-02-29',
  '1999-12-31',
  '2024-03-01',
  '2023-02-20',
  '2031-01-01',
  '1971-02-21',
);
const number = fc.constantFrom(-1, 0, 0.5, 1, 2.25, 1e9, 123456789.125);
const minor = fc.constantFrom(-100, 0, 1, 129900, 9007199254740991);
const choice = fc.constantFrom('a', 'b', 'c%', 'æ');
const code = fc.constantFrom('NO', 'SE', 'PL');
const user = fc.constantFrom(id(901), id(902));

const VALUES: Partial<Record<RuleFieldType, fc.Arbitrary<Value>>> = {
  text,
  number,
  money: minor,
  date: day,
  yes_no: fc.boolean(),
  one_of: choice,
  many_of: fc.uniqueArray(choice, { minLength: 1 }),
  tags: fc.uniqueArray(choice, { minLength: 1 }),
  country: code,
  user,
};
const FIELDS: Record<string, RuleFieldType> = {
  'contact.title': 'text',
  'contact.country': 'country',
  'contact.birthday': 'date',
  'contact.tags': 'tags',
  'contact.account_manager': 'user',
  'contact.custom.nick': 'text',
  'contact.custom.shoes': 'number',
  'contact.custom.vip': 'yes_no',
  'contact.custom.level': 'one_of',
  'contact.custom.colours': 'many_of',
  'contact.custom.since': 'date',
  'company.city': 'text',
  'company.tags': 'tags',
  'company.custom.turnover': 'money',
};

const singular = (type: RuleFieldType) => (type === 'tags' || type === 'many_of' ? choice : (VALUES[type] ?? text));
const given = (operator: Operator, type: RuleFieldType): fc.Arbitrary<unknown> => {
  const one = singular(type);
  if (operator === 'is_empty' || operator === 'is_filled') return fc.constant(null);
  if (operator.endsWith('_days')) return fc.constantFrom(0, 1, 9, 10, 30, 365, 366, 36_500);
  if (operator.endsWith('_of')) return fc.uniqueArray(one, { minLength: 1, maxLength: 4 });
  return operator === 'between' ? fc.tuple(one, one) : one;
};
const leaf: fc.Arbitrary<FieldRule> = fc
  .constantFrom(...Object.entries(FIELDS))
  .chain(([field, type]) =>
    fc
      .constantFrom(...OPERATORS_OF[type])
      .chain((operator) =>
        given(operator, type).map((value) => ({ kind: 'field', field, operator, value }) as FieldRule),
      ),
  );
const { tree } = fc.letrec<{ tree: RuleTree; node: Rule }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: leaf },
    { weight: 1, arbitrary: tie('tree') },
  ),
  tree: fc.record({
    kind: fc.constant('group' as const),
    match: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
    rules: fc.array(tie('node'), { maxLength: 4 }),
  }),
}));

type Person = Record<string, Value>;
let fields: ReadonlyMap<string, RuleFieldFragment>;
let people: Person[];

const makePeople = (): Person[] =>
  fc.sample(
    fc.record(
      Object.fromEntries(
        Object.entries(FIELDS).map(([name, type]) => [name, fc.option(VALUES[type] ?? text, { freq: 4 })]),
      ),
    ),
    { numRuns: 150, seed: 7 },
  );

const store = async (person: Person, n: number) => {
  const custom = (entity: string) =>
    JSON.stringify(
      Object.fromEntries(
        Object.entries(person)
          .filter(([name, value]) => name.startsWith(`${entity}.custom.`) && value !== null)
          .map(([name, value]) => [name.split('.')[2], value]),
      ),
    );
  const firm = n % 5 === 0 ? null : id(10_000 + n);
  if (firm === null) for (const name of Object.keys(person)) if (name.startsWith('company.')) person[name] = null;
  if (firm !== null)
    await sql`insert into company (id, name, city, tags, custom)
      values (${firm}, 'F', ${person['company.city']}, ${person['company.tags'] ?? []}, ${custom('company')}::jsonb)`.execute(
      database.db,
    );
  await sql`insert into contact (id, company_id, title, country, birthday, tags, account_manager_id, custom)
    values (${id(n)}, ${firm}, ${person['contact.title']}, ${person['contact.country']}, ${person['contact.birthday']},
      ${person['contact.tags'] ?? []}, ${person['contact.account_manager']}, ${custom('contact')}::jsonb)`.execute(
    database.db,
  );
};

beforeAll(async () => {
  for (const n of [901, 902])
    await sql`insert into app_user (id, email, name, role) values (${id(n)}, ${`u${n}@example.com`}, 'U', 'sales')`.execute(
      database.db,
    );
  await sql`insert into custom_field (id, entity, key, label, type, options, currency) values
    (gen_random_uuid(), 'contact', 'nick', 'N', 'text', '[]', null), (gen_random_uuid(), 'contact', 'shoes', 'S', 'number', '[]', null),
    (gen_random_uuid(), 'contact', 'vip', 'V', 'yes_no', '[]', null), (gen_random_uuid(), 'contact', 'level', 'L', 'one_of', '[]', null),
    (gen_random_uuid(), 'contact', 'colours', 'C', 'many_of', '[]', null), (gen_random_uuid(), 'contact', 'since', 'S', 'date', '[]', null),
    (gen_random_uuid(), 'company', 'turnover', 'T', 'money', '[]', 'NOK')`.execute(database.db);
  fields = new Map([...(await crmRuleFields(database.db))].map((field) => [field.name, field]));
  people = makePeople();
  for (const [n, person] of people.entries()) await store(person, n);
});

const bySql = async (rule: RuleTree): Promise<number[]> => {
  const condition = compileRule(rule, 'contact', { fields, segments: new Map(), today: TODAY });
  const { rows } = await sql<{
    id: string;
  }>`select person.id from ${PEOPLE} where ${condition} order by person.id`.execute(database.db);
  return rows.map((row) => Number(row.id.slice(-6)));
};
const plainly = (rule: RuleTree): number[] =>
  people.flatMap((person, n) => {
    const value = (field: string) => person[field] ?? null;
    return evaluateRule(rule, { value, segments: new Map(), today: TODAY }) ? [n] : [];
  });

describe('Q21, Q22, O36: a compiled rule selects exactly whom the plain reading of it selects', () => {
  test('over generated trees, with missing values, umlauts, emoji, quotes, % and _', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (rule) => {
        expect(checkRule(rule, { partyKind: 'contact', fields }, '')).toEqual([]);
        expect(await bySql(rule)).toEqual(plainly(rule));
      }),
      { numRuns: 300 },
    );
  });

  test('over every operator of every type', async () => {
    for (const [field, type] of Object.entries(FIELDS)) {
      for (const operator of OPERATORS_OF[type]) {
        for (const value of fc.sample(given(operator, type), { numRuns: 4, seed: 3 })) {
          const rule: RuleTree = {
            kind: 'group',
            match: 'all',
            rules: [{ kind: 'field', field, operator, value } as FieldRule],
          };
          expect([field, operator, value, await bySql(rule)]).toEqual([field, operator, value, plainly(rule)]);
        }
      }
    }
  });
});
