import { expect, test } from 'vitest';
import { createCampaign, getCampaign, updateCampaign } from '../../contract/campaigns.ts';
import { distribute, getRun } from '../../contract/runs.ts';
import { inBrowser, site } from '../support/browser.ts';
import { draft, furnish } from '../support/browser-campaign.ts';

inBrowser('around a campaign', () => {
  const house = site();

  test('O02, O54: the list of campaigns and people is explained by a picture that enlarges; a view of a list is kept', async () => {
    const anna = await house.anna();
    const given = await furnish(house, anna);
    const id = await draft(anna, given, { name: 'Spring news' });
    const { updatedAt, actions } = await anna.ask(getCampaign, { id });
    await anna.ask(updateCampaign, { id, updatedAt, state: 'ready' });
    const run = await anna.ask(distribute, { id: actions[0]!.id });
    await expect.poll(async () => (await anna.ask(getRun, { id: run.id })).state, { timeout: 20_000 }).toBe('finished');
    await anna.ask(createCampaign, { name: 'A course', kind: 'sequential' });

    await anna.goTo('/campaigns');
    await anna.press('More filters');
    await anna.choose('Kind', 'Tracks one after another');
    await anna.sees('1 row');
    await anna.press('Views');
    await anna.press('Save what is shown as a view…', 'menuitem');
    await anna.fill('Name', 'Courses');
    await anna.page.getByRole('checkbox', { name: 'Open this list with it' }).check();
    await anna.press('Save');
    await anna.sees('View: Courses');
    await anna.goTo('/campaigns');
    await anna.sees('View: Courses');
    await anna.sees('1 row');

    await anna.goTo('/campaigns/people');
    await anna.sees('Person 1');
    await anna.press('Help: How this list is read');
    await anna.press(/^Enlarge the picture/);
    await anna.page.getByRole('dialog', { name: /numbered explanations/ }).waitFor();
    await anna.page.keyboard.press('Escape');
    await anna.page.locator('label', { hasText: 'Contacts' }).click();
    await anna.sees('Last campaigns');
    await anna.sees('Spring news');
    await anna.picture('people and campaigns');
  });
});
