import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProduct } from '../../contract/catalogue.ts';
import { createCompany } from '../../contract/crm.ts';
import { inBrowser, site, skipUndo } from '../support/browser.ts';
import { furnish } from '../support/browser-campaign.ts';
import type { Person } from '../support/browser-person.ts';
import { flawsOf } from '../support/flaws.ts';
import { givenSeller } from '../support/seller.ts';
import { type SmppServer, startSmppServer } from '../support/smpp-server.ts';

/** From the plus button to the confirmed paper plane, both offers of the editor taken: each click and each field that is filled in. */
const MOST_INPUTS = 14;

inBrowser('SMS', () => {
  const house = site();
  let gateway: SmppServer;
  beforeAll(async () => {
    gateway = await startSmppServer();
  });
  afterAll(() => gateway?.close());

  const looks = async (person: Person, name: string) => {
    await person.settled();
    expect(await flawsOf(person), name).toEqual([]);
    await person.picture(name, { whole: true });
  };

  test('Q02: an account is set up, its faults told at their fields, and a test comes to my phone', async () => {
    const anna = await house.anna();
    await anna.goTo('/settings/sms-accounts');
    await anna.sees('No SMS account yet');
    await anna.click(anna.page.getByRole('link', { name: 'New SMS account' }).first());
    await anna.fill('Name', 'Gateway');
    await anna.fill('Sender', 'Nordlys Norway AS');
    await anna.fill('Server name', '127.0.0.1');
    await anna.fill('Port', String(gateway.port));
    await anna.choose('Encryption', 'None');
    await anna.fill('User name', 'fjord');
    await anna.page.getByLabel('Password', { exact: true }).fill(gateway.password);
    await anna.press('Save account');
    await anna.sees('Write a name of at most 11 letters');
    await anna.fill('Sender', 'Nordlys');
    await anna.press('Save account');
    await anna.page.getByRole('heading', { level: 1, name: 'Gateway' }).waitFor();
    await anna.fill('My phone', '+47 400 00 009');
    await anna.press('Send a test to my phone');
    await anna.sees('The gateway took it');
    expect((await gateway.accepted()).map(({ to, from }) => [to, from])).toEqual([['4740000009', 'Nordlys']]);
    await looks(anna, 'sms-account');
    await anna.goTo('/settings/sms-accounts/new');
    await anna.click(anna.page.getByRole('radio', { name: /^HTTP/ }));
    await looks(anna, 'sms-account-http');
  });

  test('Q02 Q08 Q17: a text goes out with few inputs, its parts and price told before', async () => {
    const anna = await house.anna();
    const { topicId } = await furnish(house, anna);
    await sql`update contact set phone = '+47 400 00 0' || lpad(last_name, 2, '0'), phone_key = '+47400000' || lpad(last_name, 2, '0')`.execute(
      house.db,
    );
    await sql`insert into consent (party_kind, party_id, channel, topic_id, decision, record_id, at)
      select party_kind, party_id, 'sms', topic_id, decision, record_id, at from consent where topic_id = ${topicId}`.execute(
      house.db,
    );
    await anna.goTo('/settings/sms-usage');
    await anna.press('Add a country');
    await anna.fill('Country', 'NO');
    await anna.fill('Price', '0.35');
    await anna.press('Save prices');
    await anna.sees('The prices are saved');
    await anna.goTo('/campaigns');

    anna.inputs = 0;
    await anna.click(anna.page.getByRole('link', { name: 'New campaign' }).first());
    await anna.fill('Name', 'Tyres by text');
    const types = anna.page.getByRole('radiogroup', { name: /^Dispatch type/ }).getByRole('radio');
    expect(await types.evaluateAll((all) => all.slice(0, 4).map((one) => one.getAttribute('value')))).toEqual([
      'list',
      'letter',
      'sms',
      'email',
    ]);
    await looks(anna, 'dispatch-types');
    await anna.click(anna.page.getByRole('radio', { name: /^SMS/ }));
    await anna.press('Save');
    await anna.choose('Everyone in', 'Customers in Norway');
    await anna.page.keyboard.press('Escape');
    await anna.press(/^What/, 'link');
    await anna.fill('Text', 'Hi {{ contact.first_name }}, “book your tyres” – today');
    await anna.sees('Not in the plain alphabet');
    await looks(anna, 'sms-text');
    await anna.press('Make it plain');
    await anna.press('Add how to stop');
    await anna.press('Save message');
    await anna.press(/^Check/, 'link');
    await anna.sees('Nothing stands in the way. It can go.');
    await anna.sees('Parts and price');
    await looks(anna, 'sms-check');
    await anna.press('Send to 12');
    const dialog = anna.page.getByRole('dialog');
    await anna.sees('It goes as 12 SMS: NOK 4.20.', { within: dialog });
    await anna.click(dialog.getByRole('button', { name: 'Send to 12' }));
    expect(anna.inputs).toBeLessThanOrEqual(MOST_INPUTS);
    await skipUndo(house);
    await anna.sees('The distribution is finished', { timeout: 45_000 });
    const texts = (await gateway.accepted()).slice(1);
    expect(texts).toHaveLength(12);
    expect(texts[0]!.text).toMatch(
      /^Hi Person, "book your tyres" - today\nSTOP: http:\/\/127\.0\.0\.1:\d+\/u\/[\w-]{20,28}$/,
    );
    await anna.picture('sms-results', { whole: true });
  });

  test('Q10: what was sent is summed by quarter with its cost', async () => {
    const anna = await house.anna();
    await anna.goTo('/settings/sms-usage');
    const row = anna.page.getByRole('table', { name: 'SMS usage' }).getByRole('row').filter({ hasText: 'Gateway' });
    await expect.poll(() => row.textContent()).toMatch(/-Q[1-4]GatewayNO12NOK\s4\.20120/);
    await looks(anna, 'sms-usage');
  });

  test('Q10: a month that is over becomes an invoice, once', async () => {
    const anna = await house.anna();
    await givenSeller(house.db);
    await sql`update sms_message set at = '2025-11-05T12:00:00Z'`.execute(house.db);
    const town = { street: 'Torvet 2', postalCode: '7011', city: 'Trondheim', country: 'NO' } as const;
    await anna.ask(createCompany, { name: 'Fjord filial AS', vatId: 'NO923456783MVA', ...town });
    await anna.ask(createProduct, { kind: 'service', unit: 'pcs', name: 'Text messages' });
    await anna.goTo('/settings/sms-usage?year=2025&by=month');
    await anna.press(/^Invoice this/);
    const dialog = anna.page.getByRole('dialog');
    await anna.press('See the invoice');
    await anna.sees('Fill in this field', { within: dialog });
    await anna.choose('Invoice to', 'Fjord filial AS');
    await anna.choose('Product', /^Text messages/);
    await anna.fill('Markup', '20');
    await anna.pictures('sms-invoice-form');
    await anna.press('See the invoice');
    await anna.sees('Text messages, November 2025, Norway', { within: dialog });
    expect(await flawsOf(anna), 'sms-invoice-rehearsal').toEqual([]);
    await anna.pictures('sms-invoice-rehearsal');
    await anna.press(/^Issue invoice/);
    await anna.click(anna.page.getByRole('link', { name: /^Invoiced: No\. 0001/ }));
    await anna.page.getByRole('heading', { level: 1, name: '0001' }).waitFor();
    await anna.sees('SMS, November 2025');
  });
});
