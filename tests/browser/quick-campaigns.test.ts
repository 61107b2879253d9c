import { beforeEach, expect, test } from 'vitest';
import { createProduct } from '../../contract/catalogue.ts';
import { createPriceList, setPrice } from '../../contract/catalogue-prices.ts';
import { recordConsent } from '../../contract/consent.ts';
import { createTemplate } from '../../contract/content.ts';
import { createCompany, createContact } from '../../contract/crm.ts';
import type { PartyId } from '../../contract/ids.ts';
import { inBrowser, site, skipUndo } from '../support/browser.ts';
import { type Furniture, furnish } from '../support/browser-campaign.ts';
import type { Person } from '../support/browser-person.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { givenSeller } from '../support/seller.ts';

inBrowser('the six quick campaigns', () => {
  const house = site();
  let anna: Person;
  let given: Furniture;

  const furnished = async () => {
    const furniture = await furnish(house, anna, 4);
    await givenSeller(house.db);
    const { id: listId } = await anna.ask(createPriceList, { name: 'Counter', currency: 'NOK', kind: 'default' });
    const tyre = { name: 'Winter tyre', kind: 'product', unit: 'pcs', cost: 90_000, costCurrency: 'NOK' } as const;
    const { id } = await anna.ask(createProduct, tyre);
    await anna.ask(setPrice, { id, listId, amount: 149_900 });
    const at = { country: 'NO', street: 'Torvet 2', postalCode: '7011', city: 'Trondheim' };
    await anna.ask(createCompany, { name: 'Fjord AS', vatId: 'NO923456783MVA', ...at });
    await anna.ask(createCompany, { name: 'Skog AS', ...at });
    for (const [firstName, phone] of [
      ['Kari', '40000001'],
      ['Ola', '40000002'],
    ] as const) {
      const { id: person } = await anna.ask(createContact, { firstName, lastName: 'Dahl', phone, country: 'NO' });
      await anna.ask(recordConsent, {
        kind: 'contact',
        id: person as string as PartyId,
        topicId: furniture.topicId,
        channels: ['call'],
        decision: 'given',
        wording: 'Yes, call me',
        source: 'in_person',
      });
    }
    const variant = { subject: 'Tyres', html: '<p>Dear {{ contact.first_name }}, it will snow.</p>' };
    await anna.ask(createTemplate, { name: 'Newsletter', channel: 'email', language: 'en', variant });
    const text = 'Hello {{ contact.first_name }}, is the service due?';
    await anna.ask(createTemplate, { name: 'Service call', channel: 'call', language: 'en', variant: { text } });
    return furniture;
  };

  beforeEach(async () => {
    anna = await house.anna();
    given ??= await furnished();
  });

  /** From wherever the menu stands to its form, saved once without a name, and then with one. */
  const fillIn = async (kind: string, name: string, rest: () => Promise<void>) => {
    await anna.click(anna.page.getByRole('button', { name: 'Quick campaign' }).first());
    await anna.press(kind, 'menuitem');
    await anna.page.getByRole('heading', { level: 1, name: kind }).waitFor();
    await anna.fill('Goal', 'Forty by November');
    await rest();
    await anna.choose('State', 'Ready');
    await anna.press('Save');
    const field = anna.page.getByRole('textbox', { name: 'Name', exact: true });
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    expect(await anna.page.getByRole('textbox', { name: 'Goal', exact: true }).inputValue()).toBe('Forty by November');
    await anna.picture(`quick ${kind} fault`, { whole: true });
    await anna.fill('Name', name);
    await anna.press('Save');
    await anna.page.getByRole('heading', { level: 1, name }).waitFor();
    await anna.settled();
    await anna.picture(`quick ${kind} saved`, { whole: true });
  };

  /** E33: the button on top says what it does to how many; then the log tells what became of them. */
  const run = async (button: string, done: string) => {
    await anna.press(button);
    await anna.click(anna.page.getByRole('dialog').getByRole('button', { name: button }));
    await skipUndo(house);
    await anna.sees(done, { timeout: PATIENCE_MS });
    await anna.picture(`quick ${button} done`, { whole: true });
  };

  const marked = async (path: string, ...names: string[]) => {
    await anna.goTo(path);
    for (const name of names) await anna.page.getByRole('checkbox', { name: new RegExp(`${name}$`) }).check();
  };

  const pageOf = async (list: string, name: string) => {
    await anna.goTo(list);
    await anna.click(anna.page.getByRole('link', { name }));
    await anna.page.getByRole('heading', { level: 1, name }).waitFor();
  };

  const addTyres = async () => {
    await anna.page.getByRole('combobox', { name: 'Add a product' }).fill('Winter');
    await anna.click(anna.page.getByRole('option', { name: /Winter tyre/ }));
    await anna.fill('Quantity of Winter tyre', '4');
  };

  test('E02, E09, E10, E23, E24, E27, E33, E34: a mailing is made from the menu, cannot go without addressees, and goes to those added', async () => {
    await anna.goTo('/campaigns');
    await fillIn('New mailing', 'Tyres by mail', async () => {
      await anna.choose('Template', 'Newsletter · English');
      await anna.choose('Template', 'Welcome after signing up · ready-made');
      await anna.choose('Language of the template', 'Norsk bokmål');
      await anna.pictures('quick mailing with a ready-made template');
    });
    await anna.press('Send', 'link');
    await anna.sees(/^Nobody is chosen yet/);
    await anna.press(/^Why/, 'link');
    await anna.press('Add addressees');
    const dialog = anna.page.getByRole('dialog', { name: 'Add addressees' });
    for (const name of ['Person 1', 'Person 2']) {
      await dialog.getByRole('combobox', { name: 'Add a person, company or lead' }).fill(name);
      await anna.press(new RegExp(`^${name}`), 'option');
      await anna.sees(new RegExp(`^${name}.* added to this campaign`));
    }
    await anna.page.keyboard.press('Escape');
    await run('Send to 2', 'The distribution is finished');
    expect(house.mail.received.map(({ to }) => to).sort()).toEqual(['person1@example.org', 'person2@example.org']);
    expect(house.mail.received.every(({ raw }) => /^Subject: Velkommen, Person/m.test(String(raw)))).toBe(true);
  });

  test('E03, E09, E18, E34: phone calls for marked people are given out with their script', async () => {
    await marked('/people/contacts', 'Kari Dahl', 'Ola Dahl');
    await fillIn('New phone calls', 'Service by phone', async () => {
      await anna.choose('Template', 'Service call · English');
    });
    await run('Give out 2', 'The work is given out');
  });

  test('E04, E09, E16, E34: another activity is given out for a firm, from its page, though nobody there is named', async () => {
    await pageOf('/people/companies', 'Fjord AS');
    await fillIn('New activities', 'Visit them', async () => {});
    await run('Give out 1', 'The work is given out');
  });

  test('E05, E09, E25, E34: of marked firms those with billing data are invoiced, and the others told', async () => {
    await marked('/people/companies', 'Fjord AS', 'Skog AS');
    await fillIn('New invoices', 'Storage of tyres', async () => {
      await addTyres();
      await anna.page.getByRole('switch', { name: 'Send them by e-mail' }).uncheck({ force: true });
    });
    await run('Issue 1 invoice', 'The distribution is finished');
    await anna.sees('Company without VAT number');
    await anna.press('Open the invoices', 'link');
    await anna.page.getByRole('row', { name: /0001.*Fjord AS/ }).waitFor();
  });

  test('E06, E09, E34: opportunities are created for everybody in a segment', async () => {
    await anna.goTo(`/segments/${given.segmentId}`);
    await fillIn('New opportunities', 'Tyres in autumn', addTyres);
    await run('Create 6 opportunities', 'The distribution is finished');
    await anna.press('Open the opportunities', 'link');
    await anna.sees('6 rows');
  });

  test('E07, E09, E34: an offer is made from a person’s page', async () => {
    await pageOf('/people/contacts', 'Kari Dahl');
    await fillIn('New offers', 'Tyres on offer', async () => {
      await addTyres();
      await anna.page.getByRole('switch', { name: 'Send them by e-mail' }).uncheck({ force: true });
    });
    await run('Make 1 offer', 'The distribution is finished');
    await anna.press('Open the offers', 'link');
    await anna.page.getByRole('row', { name: /O-.*Kari Dahl/ }).waitFor();
  });
});
