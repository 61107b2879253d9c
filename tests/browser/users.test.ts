import { expect, test } from 'vitest';
import { updateInstallation } from '../../contract/access.ts';
import { inBrowser, PASSWORD, site } from '../support/browser.ts';
import type { Person } from '../support/browser-person.ts';

inBrowser('users and seats', () => {
  const house = site();

  const invite = async (anna: Person, name: string, email: string): Promise<string> => {
    await anna.press('Invite a user');
    const dialog = anna.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await dialog.getByRole('textbox', { name: 'E-mail', exact: true }).fill(email);
    await dialog.getByRole('button', { name: 'Create invitation' }).click();
    const link = anna.page.getByRole('textbox', { name: 'Invitation link' });
    await link.waitFor();
    const address = await link.inputValue();
    await anna.page.keyboard.press('Escape');
    return address;
  };

  test('O27 O28: the one seat that was bought is given in the row of a user, and the second is refused', async () => {
    const anna = await house.anna();
    await anna.ask(updateInstallation, { seats: 1 });
    await anna.goTo('/settings/users');
    const annas = anna.page.getByRole('switch', { name: 'Campaign module for Anna Dahl' });
    await annas.waitFor();
    if (await annas.isChecked()) await annas.click();
    await anna.sees('0 of 1 seats');

    const link = await invite(anna, 'Bo Lund', 'bo@nordlys.test');
    await invite(anna, 'Cyprian Nowak', 'cyprian@nordlys.test');
    await anna.page.getByRole('switch', { name: 'Campaign module for Bo Lund' }).click();
    await anna.sees('1 of 1 seats');
    await anna.page.getByRole('switch', { name: 'Campaign module for Cyprian Nowak' }).click();
    await anna.page.getByRole('alert').first().waitFor();
    await anna.picture('settings-users');
    await anna.goTo('/settings/users');
    await anna.sees('1 of 1 seats');
    expect(await anna.page.getByRole('switch', { name: 'Campaign module for Cyprian Nowak' }).isChecked()).toBe(false);

    const bo = await house.visitor();
    await bo.page.goto(new URL(link).pathname);
    await bo.sees('Welcome, Bo Lund');
    await bo.fill('New password', PASSWORD);
    await bo.press('Choose password and begin');
    await bo.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await bo.press('Campaigns', 'link');
    await bo.page.getByRole('link', { name: 'New campaign' }).first().waitFor();
  });
});
