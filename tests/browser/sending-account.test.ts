import { expect, test } from 'vitest';
import { inBrowser, site } from '../support/browser.ts';
import { draft, furnish } from '../support/browser-campaign.ts';

inBrowser('a sending account', () => {
  const house = site();

  test('O13 O14 O15 O16: an SMTP account is set up, proven by a test message, and can be chosen', async () => {
    const anna = await house.anna();
    await anna.goTo('/settings/sending-accounts');
    await anna.click(anna.page.getByRole('link', { name: 'New account' }).first());
    await anna.fill('Name', 'Main server');
    expect(await anna.page.getByRole('radio', { name: 'Sending' }).isChecked()).toBe(true);
    await anna.fill('Server name', '127.0.0.1');
    await anna.fill('Port', String(house.mail.port));
    await anna.choose('Encryption', 'None');
    await anna.fill('Sender’s name', 'Nordlys');
    await anna.fill('Sender’s address', 'news@nordlys.test');
    await anna.picture('sending-account-new', { whole: true });
    await anna.press('Save account');

    await anna.page.getByRole('heading', { level: 1, name: 'Main server' }).waitFor();
    await anna.press('Send a test');
    await anna.sees('The server took the message');
    await anna.picture('sending-account-tested');
    expect(house.mail.received.map(({ to, mail }) => [to, mail.from?.value[0]?.address])).toEqual([
      ['anna@nordlys.test', 'news@nordlys.test'],
    ]);
    await anna.goTo('/');
    await anna.sees('Connect a sending account and test it (done)');
  });

  test('O15: a test that the server refuses says why', async () => {
    const anna = await house.anna();
    house.mail.refuse = () => '550 5.7.1 Relaying denied';
    await anna.goTo('/settings/sending-accounts');
    await anna.press('Main server', 'link');
    await anna.press('Send a test');
    await anna.sees('The test did not get through');
    await anna.sees(/Relaying denied/);
  });

  test('O13: limits, a provider and a warm-up are set, and the screen tells what may still go today', async () => {
    const anna = await house.anna();
    await anna.goTo('/settings/sending-accounts');
    await anna.press('Main server', 'link');
    await anna.fill('Messages per hour', '500');
    await anna.click(anna.page.getByRole('switch', { name: /Begin slowly/ }));
    await anna.choose('Add a provider', 'Gmail');
    await anna.press('Save account');
    await anna.sees('Today: 0 of 200 sent, 200 left');
    await anna.sees('Day 1 of the warm-up.');
    expect(await anna.page.getByLabel('Domains').inputValue()).toBe('gmail.com googlemail.com');
    await anna.picture('sending-account-pace', { whole: true });
  });

  test('O32: a campaign is shared between two accounts, with the rule in words', async () => {
    const anna = await house.anna();
    const furniture = await furnish(house, anna, 3, 'Second server');
    const id = await draft(anna, furniture, { name: 'Spring' });
    await anna.goTo(`/campaigns/${id}/what`);
    await anna.choose('Sending account', /Main server/);
    await anna.choose('Send from a further account, too', /Second server/);
    await anna.fill('Weight of Main server', '3');
    await anna.sees('75 % of the recipients');
    await anna.picture('account-sharing', { whole: true });
  });
});
