import { expect, test } from 'vitest';
import { updatePreferences } from '../../contract/access.ts';
import { getCampaign } from '../../contract/campaigns.ts';
import { inBrowser, site } from '../support/browser.ts';
import { draft, furnish } from '../support/browser-campaign.ts';
import { PATIENCE_MS } from '../support/patience.ts';

inBrowser('what is typed into a field', () => {
  const house = site();

  test('a day is read day first, saved once it is typed to its end, and what is no day or time is told', async () => {
    const anna = await house.anna();
    const { page } = anna;
    const id = await draft(anna, await furnish(house, anna), { name: 'Spring' });
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
});
