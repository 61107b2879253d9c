import { beforeAll, describe, expect, test } from 'vitest';
import { createContact } from '../../../contract/crm.ts';
import { EVERYBODY, type FieldRule, type Rule, type RuleTree } from '../../../contract/rule.ts';
import { listRuleFields } from '../../../contract/rule-fields.ts';
import * as api from '../../../contract/segments.ts';
import { Caller, furnish, testHouse } from '../../../tests/support/house.ts';

const house = testHouse();
let marketer: Caller;

const leaf = (field: string, operator: string, value: unknown) =>
  ({ kind: 'field', field, operator, value }) as FieldRule;
const all = (...rules: RuleTree['rules']): RuleTree => ({ kind: 'group', match: 'all', rules });

const WAY: Record<string, string> = {
  delivery: 'deliveries',
  interaction: 'interactions',
  invoice: 'invoices',
  offer: 'offers',
  opportunity: 'opportunities',
};

beforeAll(async () => {
  await furnish(house);
  marketer = new Caller(house);
  await marketer.signIn('cyprian@nordlys.test');
  for (const [firstName, city] of [
    ['Kari', 'Oslo'],
    ['Ola', 'Bergen'],
  ] as const)
    expect((await marketer.call(createContact, { firstName, lastName: 'N', city })).status).toBe(200);
});

describe('segments over the API', () => {
  test('Q20, Q21, Q22: a rule is previewed, saved, counted, listed and deleted', async () => {
    const rule = {
      kind: 'group',
      match: 'any',
      rules: [leaf('contact.city', 'is', 'oslo'), all(leaf('contact.first_name', 'starts_with', 'O'))],
    };
    const preview = await marketer.call(api.previewSegment, { partyKind: 'contact', rule });
    expect(preview.body).toMatchObject({ count: 2 });
    const made = await marketer.call(api.createSegment, { name: 'Oslo', partyKind: 'contact', rule });
    expect(made).toMatchObject({ status: 200, body: { name: 'Oslo', rule, owner: { name: 'Cyprian Nowak' } } });
    const { id } = made.body;
    expect((await marketer.call(api.countSegment, { id })).body).toEqual({ count: 2 });
    expect((await marketer.call(api.listSegments, { search: 'osl' })).body.rows).toHaveLength(1);
    expect((await marketer.call(api.deleteSegment, { id })).status).toBe(200);
    expect((await marketer.call(api.getSegment, { id })).status).toBe(404);
  });

  test('the fields offered have labels in every language and only operators that are accepted', async () => {
    const { body } = await marketer.call(listRuleFields, {});
    const country = body.find(({ name }) => name === 'contact.country');
    expect(country).toMatchObject({
      label: { nb: 'Land', pl: 'Kraj' },
      operators: expect.arrayContaining(['any_of', 'is_empty']),
    });
    expect(body.find(({ name }) => name === 'contact.account_manager')?.options).toHaveLength(5);
    const party = ['contact', 'company', 'lead', 'asset'];
    const asked = (entity: string, rule: Rule) =>
      party.includes(entity)
        ? rule
        : {
            kind: 'related' as const,
            relation: `contact.${WAY[entity]}`,
            count: 'at_least' as const,
            value: 1,
            sum: null,
            where: all(rule),
          };
    for (const { name, entity, operators } of body) {
      const empty = operators.filter((operator) => operator === 'is_empty');
      for (const operator of empty) {
        const answer = await marketer.call(api.previewSegment, {
          partyKind: party.includes(entity) ? (entity as 'contact') : 'contact',
          rule: all(asked(entity, leaf(name, operator, null))),
        });
        expect([name, answer.status]).toEqual([name, 200]);
      }
    }
  });

  test('a refusal names the leaf, the reason and the remedy', async () => {
    const answer = await marketer.call(api.previewSegment, {
      partyKind: 'contact',
      rule: all(leaf('contact.city', 'is', 'x'), leaf('contact.gone', 'is', 'x')),
    });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'rule_unknown_field', errors: [{ field: 'rule.rules.1', params: { name: 'contact.gone' } }] },
    });
    expect(answer.body.title).toContain('“contact.gone”');
  });

  test.each<[string, unknown, number]>([
    ['no tree', null, 422],
    ['a text', 'x', 422],
    ['a list', [], 422],
    ['an unknown match', { kind: 'group', match: 'some', rules: [] }, 422],
    ['an unknown kind', all({ kind: 'sql', sql: 'select 1' } as never), 422],
    ['rules that are none', { kind: 'group', match: 'all', rules: [null, 7, 'x'] }, 422],
    [
      'a polluted tree',
      JSON.parse('{"kind":"group","match":"all","rules":[],"__proto__":{"kind":"x"},"constructor":1}'),
      400,
    ],
    ['a NUL', all(leaf('contact.city', 'is', '\u0000')), 422],
    ['an infinite number', all(leaf('contact.city', 'is', Number.MAX_VALUE)), 422],
  ])('%s is answered without a fault of ours', async (_, rule, status) => {
    expect((await marketer.call(api.previewSegment, { partyKind: 'contact', rule })).status).toBe(status);
  });

  test('a tree nested 500 deep is refused with the limit', async () => {
    let rule: RuleTree = EVERYBODY;
    for (let level = 0; level < 500; level += 1) rule = all(rule);
    const answer = await marketer.call(api.previewSegment, { partyKind: 'contact', rule });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'rule_too_deep', errors: [{ field: 'rule', params: { max: 50 } }] },
    });
  });

  test('sorting and paging by what is not offered is refused', async () => {
    expect((await marketer.call(api.listSegments, { sort: 'rule; drop table segment' })).status).toBe(422);
    expect((await marketer.call(api.listSegments, { after: 'x' })).status).toBe(422);
  });

  test('a viewer sees segments and cannot make one', async () => {
    const viewer = new Caller(house);
    await viewer.signIn('eva@nordlys.test');
    expect((await viewer.call(api.listSegments, {})).status).toBe(200);
    expect((await viewer.call(api.createSegment, { name: 'x', partyKind: 'contact', rule: EVERYBODY })).status).toBe(
      403,
    );
  });
});
