import { expect, test } from 'vitest';
import { createContact } from '../../contract/crm.ts';
import { createCustomField } from '../../contract/custom-fields.ts';
import { createSegment } from '../../contract/segments.ts';
import { inBrowser, site } from '../support/browser.ts';
import { PATIENCE_MS } from '../support/patience.ts';

const PEOPLE = [
  { firstName: 'Kari', lastName: 'Nordmann', city: 'Oslo', country: 'NO' },
  { firstName: 'Ola', lastName: 'Hansen', city: 'Bergen', country: 'NO' },
  { firstName: 'Zofia', lastName: 'Kowalska', city: 'Kraków', country: 'PL' },
  { firstName: 'Émile', lastName: 'Dubois', city: 'Lyon', country: 'FR' },
];

inBrowser('the rule builder', () => {
  const house = site();

  test('Q20 Q21 Q22 O36: criteria are joined by all, any and none in groups, and the count follows', async () => {
    const anna = await house.anna();
    for (const person of PEOPLE) await anna.ask(createContact, person);
    await anna.goTo('/segments/new');
    const { page } = anna;
    const count = page.getByRole('complementary').getByText(/^\d+$/);
    const becomes = (number: string) =>
      expect.poll(() => count.first().textContent(), { timeout: PATIENCE_MS }).toBe(number);
    await becomes('4');

    const rule = page.getByRole('group', { name: 'The rule', exact: true });
    const condition = async (within: typeof rule, place: number, field: string, value: string) => {
      await within.getByRole('combobox', { name: 'Add a condition' }).last().click();
      await page.getByRole('option', { name: field, exact: true }).first().click();
      const added = within.getByRole('listitem').nth(place);
      await added.getByRole('textbox', { name: 'Value' }).fill(value);
    };
    await rule.getByRole('combobox', { name: 'How the conditions combine' }).click();
    await page.getByRole('option', { name: 'Any of these holds' }).click();
    await condition(rule, 0, 'City', 'Oslo');
    await becomes('1');
    await condition(rule, 1, 'City', 'Bergen');
    await becomes('2');
    await page.getByRole('note', { name: 'The rule in words' }).getByText(/City/).waitFor();

    await rule.getByRole('button', { name: 'Add a group' }).click();
    const group = page.getByRole('group', { name: 'Group of conditions' });
    await group.getByRole('combobox', { name: 'How the conditions combine' }).click();
    await page.getByRole('option', { name: 'None of these holds' }).click();
    await condition(group, 0, 'Last name', 'Kowalska');
    // Oslo, Bergen, or not Kowalska: everybody but her.
    await becomes('3');
    await anna.picture('rule-builder');
    await anna.fill('Name', 'Not Zofia');
    await anna.press('Create segment');
    await page.getByRole('heading', { level: 1, name: 'Not Zofia' }).waitFor();
    await anna.goTo('/segments');
    await anna.page.getByRole('row').filter({ hasText: 'Not Zofia' }).waitFor();
    await anna.picture('segments');
  });

  test('before a field is archived it is told which segments name it', async () => {
    const anna = await house.anna();
    const field = await anna.ask(createCustomField, { entity: 'contact', label: 'Shoe size', type: 'number' });
    const tree = { kind: 'field', field: field.name, operator: 'is_filled', value: null } as const;
    await anna.ask(createSegment, {
      name: 'Known feet',
      partyKind: 'contact',
      rule: { kind: 'group', match: 'all', rules: [tree] },
    });
    await anna.goTo('/settings/custom-fields');
    await anna.click(anna.page.getByRole('cell', { name: 'Shoe size' }), { right: true });
    await anna.press('Archive', 'menuitem');
    const question = anna.page.getByRole('dialog');
    await question.getByRole('link', { name: 'Known feet' }).waitFor();
    await anna.pictures('archive a field that is used');
    await anna.click(question.getByRole('button', { name: 'Archive all the same' }));
    await anna.sees('Archived', { within: anna.page.getByRole('row').filter({ hasText: 'Shoe size' }) });
  });
});
