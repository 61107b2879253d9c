import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { FieldRule, RelatedRule } from '../../../contract/rule.ts';
import { conditionSentence } from '../../../contract/rule-sentence.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { everyone, givenHouse } from '../../../tests/support/ready-campaign.ts';
import { SYSTEM } from '../access/index.ts';
import { withChosenNames } from './choices.ts';
import { crmRuleFields } from './crm-rule-fields.ts';
import { createFieldRegistry } from './field-registry.ts';
import { listRuleFields } from './list-rule-fields.ts';
import { loadAudience } from './load-rules.ts';
import { salesRelations } from './sales-relations.ts';
import { salesRuleFields } from './sales-rule-fields.ts';

const database = testDatabase();
const ruleFields = createFieldRegistry([crmRuleFields, salesRuleFields], salesRelations);
const PRODUCTS = 1_200;

beforeAll(async () => {
  await sql`insert into product (id, number, name, kind, unit, vat_class)
    select gen_random_uuid(), n::text, 'Product ' || n, 'product', 'piece', 'standard' from generate_series(1, ${PRODUCTS}::int) n`.execute(
    database.db,
  );
});

test('what can be chosen is told to whoever makes a rule, and is not read to count one', async () => {
  const fields = await listRuleFields({ db: database.db, ruleFields }, SYSTEM);
  const of = (name: string) => fields.find((field) => field.name === name)?.options;
  expect(of('invoice.product')).toHaveLength(1_000);
  expect(of('offer.product')).toEqual(of('invoice.product'));
  expect(of('invoice.state')).toHaveLength(2);
  const loaded = await loadAudience(database.db, ruleFields, everyone);
  expect(loaded.fields.get('invoice.product')?.options).toEqual([]);
  expect(loaded.fields.get('invoice.state')?.options).toHaveLength(2);
});

test('Q24: a condition names what was chosen, also where it stands behind the thousand that are offered', async () => {
  const { actor } = await givenHouse(database.db);
  const { rows } = await sql<{ id: string }>`select id from product where number = ${String(PRODUCTS)}`.execute(
    database.db,
  );
  const sold: FieldRule = { kind: 'field', field: 'invoice.product', operator: 'any_of', value: [rows[0]!.id] };
  const invoiced: RelatedRule = {
    kind: 'related',
    relation: 'contact.invoices',
    count: 'at_least',
    value: 1,
    sum: null,
    where: { kind: 'group', match: 'all', rules: [sold] },
  };
  const managed: FieldRule = {
    kind: 'field',
    field: 'contact.account_manager',
    operator: 'any_of',
    value: [String(actor.userId)],
  };
  const loaded = await loadAudience(database.db, ruleFields, everyone);
  const { fields } = await withChosenNames(database.db, loaded, [{ rule: invoiced }, { rule: managed }]);
  const said = (rule: FieldRule | RelatedRule) =>
    conditionSentence(rule, {
      language: 'en',
      partyKind: 'contact',
      field: (name) => fields.get(name),
      relation: (name) => loaded.relations.get(name),
      segmentName: () => undefined,
    });
  expect(said(invoiced)).toContain(`Product ${PRODUCTS}`);
  expect(said(managed)).toContain('Kari Nordmann');
});
