import { expect, test } from 'vitest';
import { createProduct, listProducts } from '../../contract/catalogue.ts';
import { createPriceList, setPrice } from '../../contract/catalogue-prices.ts';
import { createCompany, createContact, listContacts } from '../../contract/crm.ts';
import type { PartyId } from '../../contract/ids.ts';
import { createQuickCampaign } from '../../contract/quick-campaign.ts';
import { distribute } from '../../contract/runs.ts';
import { listOpportunities } from '../../contract/sales.ts';
import { updateSendTimes } from '../../contract/send-times.ts';
import { inBrowser, site, skipUndo } from '../support/browser.ts';
import type { Person } from '../support/browser-person.ts';
import { flawsOf } from '../support/flaws.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { SELLER } from '../support/seller.ts';

inBrowser('sales', () => {
  const house = site();

  const stock = async (anna: Person) => {
    const list = await anna.ask(createPriceList, { name: 'Counter', currency: 'NOK', kind: 'default' });
    for (const [name, amount] of [
      ['Winter tyre', 149_900],
      ['Wheel alignment', 119_050],
    ] as const) {
      const { id } = await anna.ask(createProduct, {
        name,
        kind: 'product',
        unit: 'pcs',
        cost: 90_000,
        costCurrency: 'NOK',
      });
      await anna.ask(setPrice, { id, listId: list.id, amount });
    }
    const people = [];
    for (const firstName of ['Kari', 'Ola'])
      people.push(await anna.ask(createContact, { firstName, lastName: 'Dahl' }));
    return people.map(({ id }) => id).join();
  };

  const assertFlawless = async (person: Person) => {
    expect(await flawsOf(person)).toEqual([]);
    expect(await person.sidewards()).toBe(0);
  };

  test('E06, E09, O44, O53: deals for two people from one form, won, and their products opened', {
    timeout: 120_000,
  }, async () => {
    const anna = await house.anna();
    const people = await stock(anna);
    await anna.goTo('/sales/opportunities');
    await anna.sees('No opportunities yet');
    await anna.goTo(`/campaigns/quick/opportunity?contact=${people}`);
    await anna.fill('Name', 'Tyres before the snow');
    await anna.page.getByRole('combobox', { name: 'Add a product' }).fill('Winter');
    await anna.click(anna.page.getByRole('option', { name: /Winter tyre/ }));
    await anna.fill('Quantity of Winter tyre', '4');
    await anna.sees('NOK 5,996.00');
    await anna.choose('State', 'Ready');
    await assertFlawless(anna);
    await anna.picture('sales quick form', { whole: true });
    await anna.press('Save');
    await anna.page.getByRole('button', { name: 'Create 2 opportunities' }).click();
    await anna.click(anna.page.getByRole('dialog').getByRole('button', { name: 'Create 2 opportunities' }));
    await skipUndo(house);
    await expect.poll(async () => (await anna.ask(listOpportunities, {})).total, { timeout: PATIENCE_MS }).toBe(2);
    await anna.goTo('/sales/opportunities');
    await anna.sees('Kari Dahl');
    await assertFlawless(anna);
    await anna.picture('sales opportunities', { whole: true });
    await anna.click(
      anna.page
        .getByRole('row', { name: /Kari Dahl/ })
        .getByRole('link', { name: 'Tyres before the snow' })
        .first(),
    );
    // The list behind shows the same amount, and has a menu of the same name.
    await anna.page.getByRole('heading', { level: 1, name: 'Tyres before the snow' }).waitFor();
    await anna.sees('NOK 5,996.00');
    await anna.press('More');
    await anna.press('Open products', 'menuitem');
    await anna.press('Rehearse');
    await anna.sees('0 prices would change');
    await assertFlawless(anna);
    await anna.picture('sales products', { whole: true });
    await anna.page.keyboard.press('Escape');
    await anna.press('Won');
    await anna.click(anna.page.getByRole('dialog').getByRole('button', { name: 'Won' }));
    await anna.page.getByRole('button', { name: 'Reopen' }).waitFor();
    await anna.picture('sales opportunity won', { whole: true });
    await anna.click(anna.page.getByRole('link', { name: 'Kari Dahl' }).first());
    await anna.sees('Opportunity won: Tyres before the snow');
    await assertFlawless(anna);
    await anna.picture('sales in the timeline', { whole: true });
    await anna.click(anna.page.getByRole('link', { name: 'Open the opportunity' }).first());
    await anna.page.getByRole('button', { name: 'Reopen' }).waitFor();
  });

  test('E07: an offer is read and accepted on its page, and everybody sees it', { timeout: 120_000 }, async () => {
    const anna = await house.anna();
    const { rows: products } = await anna.ask(listProducts, {});
    const { rows: people } = await anna.ask(listContacts, { limit: 1 });
    await anna.ask(updateSendTimes, { country: 'NO' });
    const { id, actions } = await anna.ask(createQuickCampaign, {
      name: 'Tyres on offer',
      channel: 'offer',
      state: 'ready',
      parties: people.map(({ id: party }) => ({ kind: 'contact' as const, id: party as string as PartyId })),
      salesPlan: { lines: [{ productId: products[0]!.id, quantity: 4000 }], terms: 'Paid on delivery.', mailed: false },
    });
    await anna.goTo(`/campaigns/${id}/what`);
    await anna.settled();
    await assertFlawless(anna);
    await anna.picture('sales offer plan', { whole: true });
    await anna.ask(distribute, { id: actions[0]!.id });
    await anna.goTo('/sales/offers');
    await anna.click(anna.page.getByRole('link', { name: /^O-/ }));
    await anna.sees('Paid on delivery.');
    await assertFlawless(anna);
    await anna.picture('sales offer', { whole: true });
    const page = await anna.page.getByRole('link', { name: /Their page/ }).getAttribute('href');
    const customer = await house.visitor({ width: 360 });
    await customer.goTo(page!);
    await assertFlawless(customer);
    await customer.picture('sales offer page', { whole: true });
    await customer.fill('Your name', 'Kari Dahl');
    await customer.press('Accept the offer');
    await customer.sees('You have accepted this offer');
    await anna.page.reload();
    await anna.sees('Accepted');
    await anna.sees('Kari Dahl');
  });

  /** Of four pieces one comes back; more than there is left is refused at its field, and nothing typed is lost. */
  const creditPart = async (anna: Person) => {
    await anna.press('More');
    await anna.click(anna.page.getByRole('menuitem', { name: 'Credit a part' }));
    const field = anna.page.getByRole('dialog').getByRole('textbox').first();
    await field.fill('99999');
    await anna.fill('Why', 'One came back');
    await anna.press('Credit this part');
    await anna.sees('This is more than is left of the line');
    await assertFlawless(anna);
    await anna.picture('sales credit part', { whole: true });
    await anna.press(/^All/);
    await anna.sees(/To credit: NOK/);
    await field.fill('1190.50');
    await anna.press('Credit this part');
    await anna.sees('Credited in part by');
    await assertFlawless(anna);
    await anna.picture('sales credited in part', { whole: true });
  };

  test('E05: invoices are rehearsed, issued, paid and credited', { timeout: 120_000 }, async () => {
    const anna = await house.anna();
    const { rows: products } = await anna.ask(listProducts, {});
    await anna.ask(updateSendTimes, { country: 'NO' });
    const { id: firm } = await anna.ask(createCompany, {
      name: 'Fjord AS',
      country: 'NO',
      vatId: 'NO923456783MVA',
      street: 'Torvet 2',
      postalCode: '7011',
      city: 'Trondheim',
    });
    await anna.goTo('/settings/number-series');
    await anna.fill('Street', SELLER.street);
    await anna.fill('Postal code', SELLER.postalCode);
    await anna.fill('City', SELLER.city);
    await anna.fill('VAT number', SELLER.vatId);
    await anna.fill('IBAN', SELLER.iban);
    await anna.picture('sales seller', { whole: true });
    await anna.click(anna.page.getByRole('button', { name: 'Save' }).last());
    await anna.sees('Saved');
    const { id, actions } = await anna.ask(createQuickCampaign, {
      name: 'Storage of tyres',
      channel: 'invoice',
      state: 'ready',
      addressing: 'company',
      parties: [{ kind: 'company' as const, id: firm as string as PartyId }],
      salesPlan: { lines: [{ productId: products[0]!.id, quantity: 4000 }], terms: 'Interest by law.', mailed: false },
    });
    await anna.goTo(`/campaigns/${id}/who`);
    await anna.sees('Not for what is sold');
    expect(await anna.page.getByRole('radio', { name: 'Both' }).isDisabled()).toBe(true);
    await anna.picture('sales invoice addressing', { whole: true });
    await anna.goTo(`/campaigns/${id}/what`);
    await anna.settled();
    await assertFlawless(anna);
    await anna.picture('sales invoice plan', { whole: true });
    await anna.goTo(`/campaigns/${id}/check`);
    await anna.sees('What will be issued');
    await anna.settled();
    await assertFlawless(anna);
    await anna.picture('sales invoice rehearsal', { whole: true });
    await anna.press('Make a proof');
    await anna.click(anna.page.getByRole('link', { name: 'Open the proof' }));
    await anna.sees('It counts nowhere');
    await anna.ask(distribute, { id: actions[0]!.id });
    await anna.goTo('/sales/invoices');
    await assertFlawless(anna);
    await anna.picture('sales invoices', { whole: true });
    await anna.click(anna.page.getByRole('link', { name: '0001' }));
    await anna.sees('Interest by law.');
    await anna.press('Paid');
    await anna.click(anna.page.getByRole('dialog').getByRole('button', { name: 'Paid' }));
    await anna.page.getByRole('button', { name: 'Not paid' }).waitFor();
    await assertFlawless(anna);
    await anna.picture('sales invoice', { whole: true });
    const page = await anna.page.getByRole('link', { name: /Their page/ }).getAttribute('href');
    const customer = await house.visitor({ width: 360 });
    await customer.goTo(page!);
    await customer.sees('Paid on');
    await assertFlawless(customer);
    await customer.picture('sales invoice page', { whole: true });
    await creditPart(anna);
    await anna.press('More');
    await anna.click(anna.page.getByRole('menuitem', { name: 'Credit the rest' }));
    await anna.fill('Why', 'Wrong price');
    await assertFlawless(anna);
    await anna.picture('sales credit', { whole: true });
    await anna.press('Credit 1 invoice');
    await anna.sees('Taken back by');
  });

  test('the sales screens are whole in the dark, on a phone and for everybody', { timeout: 120_000 }, async () => {
    const anna = await house.anna({ dark: true, width: 360 });
    for (const [name, path] of Object.entries({
      list: '/sales/opportunities',
      new: '/sales/opportunities/new',
      stages: '/settings/sales-stages',
      quick: '/campaigns/quick/offer',
      offers: '/sales/offers',
      quickInvoice: '/campaigns/quick/invoice',
      invoices: '/sales/invoices',
      terms: '/settings/number-series',
    })) {
      await anna.goTo(path);
      await anna.settled();
      await anna.picture(`sales narrow ${name}`, { whole: true });
      await assertFlawless(anna);
    }
  });
});
