import { expect, test } from 'vitest';
import { updatePreferences } from '../../contract/access.ts';
import { getSendingAccount, listSendingAccounts } from '../../contract/accounts.ts';
import { getCampaign } from '../../contract/campaigns.ts';
import { inBrowser, site } from '../support/browser.ts';
import { draft, type Furniture, furnish } from '../support/browser-campaign.ts';
import { PATIENCE_MS } from '../support/patience.ts';

inBrowser('what is typed into a field', () => {
  const house = site();
  let given: Furniture | undefined;

  test('a day is read day first, saved once it is typed to its end, and what is no day or time is told', async () => {
    const anna = await house.anna();
    const { page } = anna;
    given ??= await furnish(house, anna);
    const id = await draft(anna, given, { name: 'Spring' });
    await anna.ask(updatePreferences, { language: 'nb' });
    await anna.load(`/campaigns/${id}/when`);
    await anna.click(page.getByRole('radio', { name: 'På en dato og et klokkeslett' }));
    const startsAt = async () => {
      const { schedule } = (await anna.ask(getCampaign, { id })).actions[0]!;
      return schedule.kind === 'at' ? schedule.at : null;
    };
    await expect.poll(startsAt, { timeout: PATIENCE_MS }).not.toBe(null);
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'PATCH' && sent.push(request.postData() ?? ''));

    const day = page.getByRole('textbox', { name: 'Starter' });
    await day.selectText();
    // Longer between two keys than a change waits until it is stored.
    await day.pressSequentially('05.03.2027', { delay: 450 });
    expect(sent).toEqual([]);
    await day.press('Tab');
    await expect.poll(startsAt, { timeout: PATIENCE_MS }).toBe('2027-03-05T08:00:00.000Z');
    expect(await day.inputValue()).toBe('5 mars 2027');

    await day.fill('31.02.2027');
    await day.press('Tab');
    await anna.sees('«31.02.2027» er ikke en dag. Skriv den som 5. mars 2027.');
    expect(await day.inputValue()).toBe('5 mars 2027');
    const time = page.getByRole('textbox', { name: 'Klokkeslett' });
    await time.fill('25:99');
    await time.press('Tab');
    await anna.sees('«25:99» er ikke et klokkeslett. Skriv det som 09:30.');
    expect(await time.inputValue()).toBe('09:00');
    await time.fill('9:30 pm');
    await time.press('Tab');
    await expect.poll(startsAt, { timeout: PATIENCE_MS }).toBe('2027-03-05T20:30:00.000Z');
    await day.fill('6. mars 27');
    await day.press('Tab');
    await expect.poll(startsAt, { timeout: PATIENCE_MS }).toBe('2027-03-06T20:30:00.000Z');
    await anna.click(day);
    await anna.click(page.getByRole('button', { name: '8 mars 2027', exact: true }));
    await expect.poll(startsAt, { timeout: PATIENCE_MS }).toBe('2027-03-08T20:30:00.000Z');
    expect(await day.inputValue()).toBe('8 mars 2027');
    expect(sent).toHaveLength(4);
    await anna.ask(updatePreferences, { language: 'en' });
  });

  test('what is no whole number or out of bounds is told at the field, and nothing else is saved for it', async () => {
    const anna = await house.anna();
    const { page } = anna;
    await anna.goTo('/settings/sending-accounts');
    await anna.press('Main server', 'link');
    const perHour = page.getByRole('textbox', { name: 'Messages per hour' });
    for (const [typed, told] of [
      ['1.5', 'Write a whole number, without decimals.'],
      ['1e3', 'This is not a number. Write it like 1.'],
      ['-20', 'At least 1. Enter a larger number.'],
      ['0', 'At least 1. Enter a larger number.'],
    ] as const) {
      await perHour.fill(typed);
      await perHour.press('Tab');
      await anna.sees(told);
      await anna.press('Save account');
      await anna.sees('1 field needs attention');
      expect(await perHour.inputValue()).toBe(typed);
    }
    await perHour.fill('12000');
    await perHour.press('Enter');
    await expect
      .poll(async () => {
        const { rows } = await anna.ask(listSendingAccounts, {});
        return (await anna.ask(getSendingAccount, { id: rows[0]!.id })).perHour;
      })
      .toBe(12_000);
    await page.getByLabel('Messages per day').focus();
    expect(await perHour.inputValue()).toBe('12,000');
  });

  test('hours that are not saved say why', async () => {
    const anna = await house.anna();
    given ??= await furnish(house, anna);
    const id = await draft(anna, given, { name: 'Given up' });
    await anna.goTo(`/campaigns/${id}/when`);
    const hours = anna.page.getByRole('textbox', { name: 'Give up after' });
    const saved = async () => (await anna.ask(getCampaign, { id })).actions[0]!.expiresAfterHours;
    const before = await saved();
    for (const [typed, told] of [
      ['-4', 'At least 1. Enter a larger number.'],
      ['100,000', 'At most 720. Enter a smaller number.'],
      ['', 'Fill in this field.'],
    ] as const) {
      await hours.fill(typed);
      await hours.press('Tab');
      await anna.sees(told);
      expect(await saved()).toBe(before);
    }
    await hours.fill('48');
    await hours.press('Tab');
    await expect.poll(saved, { timeout: PATIENCE_MS }).toBe(48);
    expect(await hours.getAttribute('aria-invalid')).not.toBe('true');
  });

  test('a provider’s domains say what is wrong with them, until it is mended', async () => {
    const anna = await house.anna();
    const { page } = anna;
    await anna.goTo('/settings/sending-accounts');
    await anna.press('Main server', 'link');
    await anna.choose('Add a provider', 'Another provider');
    await anna.fill('Provider', 'Regional');
    const domains = page.getByRole('textbox', { name: 'Domains' });
    await anna.press('Save account');
    await anna.sees('Fill in this field.');
    for (const typed of ['good.example foo bar!', 'blåbær.no']) {
      await domains.fill(typed);
      await anna.press('Save account');
      await anna.sees('This is not a domain. Write it like gmail.com, one after the other.');
      expect(await domains.getAttribute('aria-invalid')).toBe('true');
    }
    await domains.fill('good.example fine.example');
    expect(await domains.getAttribute('aria-invalid')).not.toBe('true');
    await anna.press('Save account');
    await anna.sees('The account is saved');
  });

  test('the calendar shows today where the address asks for no day', async () => {
    const anna = await house.anna();
    for (const day of ['9999-12-31', 'rubbish', '0000-00-00', '10000-01-01']) {
      await anna.load(`/calendar?day=${day}`);
      await anna.page.locator('[aria-current="date"]').first().waitFor();
    }
  });

  test('the focus returns to what asked a question', async () => {
    const anna = await house.anna();
    const { page } = anna;
    await anna.goTo('/settings/sending-accounts');
    await anna.press('Main server', 'link');
    const archive = page.getByRole('button', { name: 'Put away' });
    await archive.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => archive.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('an SMS account keeps what was typed for the other protocol, and tells in words what its request lacks', async () => {
    const anna = await house.anna();
    const { page } = anna;
    await anna.goTo('/settings/sms-accounts/new');
    await anna.fill('Name', 'Web gateway');
    await anna.fill('Sender', 'Nordlys');
    await anna.fill('Server name', 'foo bar!');
    await anna.click(page.getByRole('radio', { name: /^HTTP/ }));
    await anna.fill('Address', 'nowhere');
    await anna.click(page.getByRole('radio', { name: /^SMPP/ }));
    await anna.click(page.getByRole('radio', { name: /^HTTP/ }));
    const address = page.getByRole('textbox', { name: 'Address', exact: true });
    expect(await address.inputValue()).toBe('nowhere');
    await anna.press('Save account');
    await anna.sees('This is not a web address. Write it like https://sms.example.com/send.');
    await anna.sees('1 field needs attention');
    await address.fill('https://sms.example/send');
    await page.getByRole('textbox', { name: 'JSON with placeholders' }).fill('{ "to": "{to}" }');
    await anna.press('Save account');
    await anna.sees('The message stands nowhere in the request. Put {text} where the gateway expects it.');
    await page.getByRole('textbox', { name: 'JSON with placeholders' }).fill('{ "to": "{to}", "text": "{text}" }');
    await anna.press('Save account');
    await page.getByRole('heading', { level: 1, name: 'Web gateway' }).waitFor();
  });
});
