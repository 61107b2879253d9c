import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type RulePartyKind, SCOPE_OF } from '../../../contract/audience.ts';
import { checkRule } from '../../../contract/check-rule.ts';
import type { SegmentId } from '../../../contract/ids.ts';
import type { FieldRule, Rule, RuleTree } from '../../../contract/rule.ts';
import { OPERATORS_OF, type RuleFieldType } from '../../../contract/rule-fields.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import {
  counted,
  given,
  groupOf,
  idFor as id,
  leafOf,
  summed,
  TODAY,
  text,
  VALUES,
} from '../../../tests/support/generated-rules.ts';
import { FROM, idOf } from './candidates.ts';
import { compileRule } from './compile-rule.ts';
import { crmRelations } from './crm-relations.ts';
import { crmRuleFields } from './crm-rule-fields.ts';
import type { RuleFieldFragment } from './field-registry.ts';
import { type Evaluating, evaluateRule, type Value } from './model/evaluate.ts';
import { checkTree, type SegmentTerms } from './model/segment-tree.ts';

const database = testDatabase();

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

const ASSET_FIELDS: Record<string, RuleFieldType> = {
  'asset.name': 'text',
  'asset.acquired_on': 'date',
  'asset.tags': 'tags',
  'asset.custom.price': 'money',
};
const SUM = 'asset.custom.price';
const ofAssets = (relation: string) => {
  const where = groupOf(leafOf(ASSET_FIELDS));
  return fc.oneof(
    { weight: 3, arbitrary: counted(relation, where) },
    { weight: 1, arbitrary: summed(relation, where, fc.constant(SUM)) },
  );
};
const related = fc.oneof(
  ofAssets('contact.assets'),
  ofAssets('contact.company_assets'),
  counted('contact.companies', groupOf(fc.oneof(leafOf({ 'company.city': 'text' }), ofAssets('company.assets')))),
);
const { tree } = fc.letrec<{ tree: RuleTree; node: Rule }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: leafOf(FIELDS) },
    { weight: 2, arbitrary: related },
    { weight: 1, arbitrary: tie('tree') },
  ),
  tree: fc.record({
    kind: fc.constant('group' as const),
    match: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
    rules: fc.array(tie('node'), { maxLength: 4 }),
  }),
}));

type Values = Record<string, Value>;
type Person = Values;
/** By person: his assets, and those of his firm. */
const assets: { own: Values[]; firm: Values[] }[] = [];
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

const makeAssets = (n: number, seed: number): Values[] =>
  fc.sample(
    fc.record(
      Object.fromEntries(
        Object.entries(ASSET_FIELDS).map(([name, type]) => [name, fc.option(VALUES[type] ?? text, { freq: 4 })]),
      ),
    ),
    { numRuns: (n + seed) % 4, seed: n * 10 + seed },
  );
/** Every asset stored, with the person (by number) or the firm that owns it. */
const things: { asset: Values; person: number | null; firm: number | null }[] = [];
const storeAsset = async (asset: Values, owner: { contact: number | null; company: number | null }) => {
  things.push({ asset, person: owner.contact, firm: owner.company });
  // Every asset has a name.
  asset['asset.name'] ??= 'Oslo';
  const price = asset[SUM];
  await sql`insert into asset (id, type_id, name, acquired_on, tags, custom, contact_id, company_id)
    values (${id(100_000 + things.length)}, ${id(7)}, ${asset['asset.name']}, ${asset['asset.acquired_on']}, ${asset['asset.tags'] ?? []},
      ${JSON.stringify(price === null ? {} : { price })}::jsonb, ${owner.contact === null ? null : id(owner.contact)},
      ${owner.company === null ? null : id(10_000 + owner.company)})`.execute(database.db);
};
const storeAssets = async (n: number) => {
  const own = makeAssets(n, 1);
  const firm = n % 5 === 0 ? [] : makeAssets(n, 2);
  assets[n] = { own, firm };
  for (const asset of own) await storeAsset(asset, { contact: n, company: null });
  for (const asset of firm) await storeAsset(asset, { contact: null, company: n });
};

beforeAll(async () => {
  await sql`insert into asset_type (id, key, name) values (${id(7)}, 'vehicle', 'Vehicle')`.execute(database.db);
  for (const n of [901, 902])
    await sql`insert into app_user (id, email, name, role) values (${id(n)}, ${`u${n}@example.com`}, 'U', 'sales')`.execute(
      database.db,
    );
  await sql`insert into custom_field (id, entity, key, label, type, options, currency) values
    (gen_random_uuid(), 'contact', 'nick', 'N', 'text', '[]', null), (gen_random_uuid(), 'contact', 'shoes', 'S', 'number', '[]', null),
    (gen_random_uuid(), 'contact', 'vip', 'V', 'yes_no', '[]', null), (gen_random_uuid(), 'contact', 'level', 'L', 'one_of', '[]', null),
    (gen_random_uuid(), 'contact', 'colours', 'C', 'many_of', '[]', null), (gen_random_uuid(), 'contact', 'since', 'S', 'date', '[]', null),
    (gen_random_uuid(), 'company', 'turnover', 'T', 'money', '[]', 'NOK'), (gen_random_uuid(), 'asset', 'price', 'P', 'money', '[]', 'NOK')`.execute(
    database.db,
  );
  fields = new Map([...(await crmRuleFields(database.db))].map((field) => [field.name, field]));
  people = makePeople();
  for (const [n, person] of people.entries()) {
    await store(person, n);
    await storeAssets(n);
  }
});

const segments = new Map<string, SegmentTerms>();
const terms = () => ({ fields, relations: new Map(crmRelations.map((one) => [one.name, one])), segments });

/** `single`: as it is asked of one person, instead of gathered for everybody. */
const bySql = async (rule: RuleTree, single: boolean, kind: RulePartyKind = 'contact'): Promise<number[]> => {
  const condition = compileRule(rule, kind, { ...terms(), today: TODAY, single });
  const { rows } = await sql<{
    id: string;
  }>`select ${idOf(kind)} as id from ${FROM[kind]} where ${condition} order by 1`.execute(database.db);
  return rows.map((row) => Number(row.id.slice(-6)));
};

const record = (values: Values, related: Record<string, Values[]> = {}): Pick<Evaluating, 'value' | 'related'> => ({
  value: (field) => values[field] ?? null,
  related: (relation) => (related[relation] ?? []).map((one) => record(one)),
});
const ofFirm = (person: Values): Values =>
  Object.fromEntries(Object.entries(person).filter(([name]) => name.startsWith('company.')));
const plainly = (rule: RuleTree): number[] =>
  people.flatMap((person, n) => {
    const { own, firm } = assets[n]!;
    const firms = n % 5 === 0 ? [] : [record(person, { 'company.assets': firm })];
    const simple = record(person, { 'contact.assets': own, 'contact.company_assets': firm });
    const related = (name: string) => (name === 'contact.companies' ? firms : (simple.related?.(name) ?? []));
    const has = (kind: RulePartyKind) => kind !== 'company' || n % 5 !== 0;
    return evaluateRule(rule, { ...simple, related, has, segments, today: TODAY }) ? [n] : [];
  });

describe('Q21, Q22, O36: a compiled rule selects exactly whom the plain reading of it selects', () => {
  test('over generated trees, with missing values, umlauts, emoji, quotes, % and _', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (rule) => {
        expect(checkRule(rule, { scope: SCOPE_OF.contact, ...terms() }, '')).toEqual([]);
        const expected = plainly(rule);
        expect(await bySql(rule, false)).toEqual(expected);
        expect(await bySql(rule, true)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('over counts and sums of related records, alone', async () => {
    await fc.assert(
      fc.asyncProperty(related, async (one) => {
        const rule: RuleTree = { kind: 'group', match: 'all', rules: [one] };
        const expected = plainly(rule);
        expect(await bySql(rule, false)).toEqual(expected);
        expect(await bySql(rule, true)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test('over segments in segments, of people and of firms, denied too', async () => {
    const named = (ids: readonly string[]) =>
      fc.record({
        kind: fc.constant('segment' as const),
        segmentId: fc.constantFrom(...(ids as SegmentId[])),
        negate: fc.boolean(),
      });
    const ofFirms = leafOf({ 'company.city': 'text', 'company.tags': 'tags', 'company.custom.turnover': 'money' });
    const define = (n: number, partyKind: 'contact' | 'company', rule: RuleTree) =>
      segments.set(id(n), { id: id(n), name: `S${n}`, partyKind, rule });
    for (const [n, rule] of fc.sample(groupOf(ofFirms), { numRuns: 3, seed: 11 }).entries())
      define(501 + n, 'company', rule);
    for (const [n, rule] of fc.sample(tree, { numRuns: 4, seed: 12 }).entries()) define(511 + n, 'contact', rule);
    const plain = [...segments.keys()];
    const nested = groupOf(fc.oneof(leafOf(FIELDS), named(plain)));
    for (const [n, rule] of fc.sample(nested, { numRuns: 4, seed: 13 }).entries()) define(521 + n, 'contact', rule);
    const node = fc.oneof(
      { weight: 2, arbitrary: named([...segments.keys()]) },
      { weight: 1, arbitrary: leafOf(FIELDS) },
    );
    await fc.assert(
      fc.asyncProperty(groupOf(fc.oneof(node, groupOf(node))), async (rule) => {
        expect(checkTree(rule, 'contact', '', terms())).toEqual([]);
        expect(await bySql(rule, false)).toEqual(plainly(rule));
      }),
      { numRuns: 120 },
    );
  });

  test('over assets with their owners, and firms with what they own', async () => {
    const fieldsOfThing = {
      ...ASSET_FIELDS,
      'contact.title': 'text',
      'contact.tags': 'tags',
      'company.city': 'text',
    } as const;
    const thing = fc.oneof(leafOf(fieldsOfThing), groupOf(leafOf(fieldsOfThing)));
    await fc.assert(
      fc.asyncProperty(groupOf(thing), async (rule) => {
        const meant = things.flatMap(({ asset, person, firm }, index) => {
          const owner = person === null ? {} : people[person]!;
          const values = { ...owner, ...(firm === null ? {} : ofFirm(people[firm]!)), ...asset };
          return evaluateRule(rule, { ...record(values), segments, today: TODAY }) ? [100_001 + index] : [];
        });
        expect(await bySql(rule, false, 'asset')).toEqual(meant);
      }),
      { numRuns: 120 },
    );
    const firm = fc.oneof(leafOf({ 'company.city': 'text', 'company.tags': 'tags' }), ofAssets('company.assets'));
    await fc.assert(
      fc.asyncProperty(groupOf(firm), async (rule) => {
        const meant = people.flatMap((person, n) => {
          if (n % 5 === 0) return [];
          const context = { ...record(person, { 'company.assets': assets[n]!.firm }), segments, today: TODAY };
          return evaluateRule(rule, context) ? [10_000 + n] : [];
        });
        expect(await bySql(rule, false, 'company')).toEqual(meant);
      }),
      { numRuns: 80 },
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
          expect([field, operator, value, await bySql(rule, false)]).toEqual([field, operator, value, plainly(rule)]);
        }
      }
    }
  });
});
