import { expect, test } from 'vitest';
import type { CampaignId } from '../../contract/ids.ts';
import { getTracks } from '../../contract/tracks.ts';
import { inBrowser, site, skipUndo } from '../support/browser.ts';
import { furnish } from '../support/browser-campaign.ts';
import { flawsOf } from '../support/flaws.ts';
import { PATIENCE_MS } from '../support/patience.ts';

/** From the plus button to the confirmed paper plane: each click and each field that is filled in. */
const MOST_INPUTS = 13;

inBrowser('the main job', () => {
  const house = site();

  test('Q02 Q03 Q04 Q05 Q15 Q16 E10 E22 Q25 Q26 Q27 Q28: a campaign is made and sent with few inputs, and the log tells what became of each', async () => {
    const anna = await house.anna();
    await furnish(house, anna);
    house.mail.refuse = (address) => (address.startsWith('person3@') ? '550 5.1.1 No such user' : null);
    await anna.goTo('/');
    await anna.press('Campaigns', 'link');
    await anna.page.getByRole('heading', { level: 1, name: 'Campaigns' }).waitFor();
    await anna.picture('campaigns-empty');

    anna.inputs = 0;
    await anna.click(anna.page.getByRole('link', { name: 'New campaign' }).first());
    await anna.fill('Name', 'Spring news');
    await anna.press('Save');
    await anna.choose('Everyone in', 'Customers in Norway');
    await anna.page.keyboard.press('Escape');
    await anna.sees('would get it now');
    await anna.picture('campaign-who');

    await anna.press(/^What/, 'link');
    await anna.press('Write it myself');
    await anna.fill('Subject', 'News for {{ contact.first_name }}');
    await anna.fill(
      'Message (HTML)',
      '<p>Dear {{ contact.last_name }}, read <a href="https://fjord.example/offer">our offer</a>.</p>',
    );
    await anna.press('Save message');
    // The only account there is, is chosen already.
    const account = anna.page.getByRole('combobox', { name: 'Sending account' });
    await expect.poll(() => account.inputValue()).toContain('Main server');
    await anna.picture('campaign-what');

    await anna.press(/^Check/, 'link');
    await anna.sees('Nothing stands in the way. It can go.');
    await anna.picture('campaign-check', { whole: true });
    await anna.press('Send to 12');
    await anna.click(anna.page.getByRole('dialog').getByRole('button', { name: 'Send to 12' }));
    expect(anna.inputs).toBeLessThanOrEqual(MOST_INPUTS);
    await anna.sees('About to send to 12 recipients');
    await anna.picture('campaign-going');
    await skipUndo(house);

    await anna.sees('The distribution is finished', { timeout: 45_000 });
    await anna.sees(/11 of 12 sent\..*1 failed\./s);
    await anna.picture('campaign-results', { whole: true });
    expect(house.mail.received).toHaveLength(11);

    await anna.press('Recipients', 'link');
    await anna.picture('campaign-recipients-after');
    await anna.press(/^Log/, 'link');
    const rows = anna.page.getByRole('table').getByRole('row');
    await expect.poll(() => rows.filter({ hasText: 'Sent' }).count()).toBe(11);
    expect(await rows.filter({ hasText: 'Failed' }).count()).toBe(1);
    expect(await rows.filter({ hasText: 'Failed' }).textContent()).toContain('person3@example.org');
    await anna.picture('campaign-log');

    await anna.press('Details', 'link');
    await anna.press(/^Check/, 'link');
    await anna.sees('It went to everybody who matches, but for those left out below.');
  });

  test('opens the message of a line as it was received', async () => {
    const anna = await house.anna();
    await anna.goTo('/campaigns');
    await anna.press('Spring news', 'link');
    await anna.press(/^Log/, 'link');
    await anna.page
      .getByRole('table')
      .getByRole('row')
      .filter({ hasText: 'person5@example.org' })
      .getByText('Person 5')
      .click();
    await anna.sees('Accepted by the receiving server');
    await anna.press('Show the message as received');
    await anna.page.getByRole('heading', { name: 'News for Person' }).waitFor();
    const frame = anna.page.frameLocator('iframe').first();
    await frame.getByText('Dear 5, read').waitFor();
    await anna.picture('line-drawer');
  });

  test('tells on the start page what was sent since yesterday, and finds everything by a few letters', async () => {
    const anna = await house.anna();
    await anna.goTo('/');
    const sent = anna.page
      .getByRole('table', { name: 'Since yesterday' })
      .getByRole('row')
      .filter({ hasText: 'Spring news' });
    expect(await sent.getByRole('cell').allTextContents()).toEqual(
      expect.arrayContaining(['Spring news', 'Finished', '12', '11', '1', '0']),
    );
    await anna.picture('today-after');
    await anna.page.keyboard.press('Control+k');
    const palette = anna.page.getByRole('dialog');
    const words = palette.getByLabel('Search people, campaigns, pages and actions');
    for (const [typed, found] of [
      ['new cam', 'New campaign'],
      ['person7', 'Person 7'],
      ['norway', 'Customers in Norway'],
      ['spring', 'Spring news'],
    ] as const) {
      await words.fill(typed);
      await palette.getByText(found, { exact: true }).waitFor();
    }
    await anna.picture('palette');
    await anna.page.keyboard.press('Enter');
    await anna.page.getByRole('heading', { level: 1, name: 'Spring news' }).waitFor();
  });

  test('O12 O24: a course is made, rehearsed and started: tracks with their messages, who comes in, how fast', async () => {
    const anna = await house.anna();
    const { page } = anna;
    house.mail.received.length = 0;
    await anna.goTo('/campaigns/new');
    await anna.fill('Name', 'Winter driving course');
    await page.getByRole('radio', { name: 'Course: track after track' }).click();
    await anna.press('Save');
    await anna.sees('Each person goes through these tracks');
    await anna.fill('Name of message 1', 'Tyres');
    await anna.press('Add a message');
    await anna.fill('Name of message 2', 'Brakes');
    await anna.press('Move Brakes up');
    await anna.press('Save the tracks');
    await anna.sees('The tracks are saved.');
    await expect
      .poll(() =>
        page
          .getByRole('textbox', { name: /^Name of message/ })
          .evaluateAll((fields) => fields.map((field) => (field as { value?: string }).value)),
      )
      .toEqual(['Brakes', 'Tyres']);
    await page.getByRole('button', { name: /^Start for/ }).click();
    await anna.click(page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }));
    await anna.sees('The campaign cannot start yet');
    await anna.picture('tracks missing');
    expect(await flawsOf(anna)).toEqual([]);

    for (const name of ['Brakes', 'Tyres']) {
      await page.getByRole('link', { name: 'Write it' }).first().click();
      await anna.press('Write it myself');
      await anna.fill('Subject', name);
      await anna.fill('Message (HTML)', `<p>All about ${name}</p>`);
      await anna.press('Save message');
      await anna.sees('Saved');
      await anna.press(/^Tracks/, 'link');
      await page.getByRole('link', { name }).waitFor();
    }
    await anna.press(/^Who and pace/, 'link');
    await anna.choose('Everyone in', 'Customers in Norway');
    await page.keyboard.press('Escape');
    await anna.sees('people would come in now');
    for (const day of ['Sat', 'Sun']) await page.getByRole('checkbox', { name: day }).click();
    await anna.fill('From', '00:00');
    await anna.picture('tracks who and pace', { whole: true });
    expect(await flawsOf(anna)).toEqual([]);
    // Left at once, it is stored all the same.
    await anna.fill('To', '23:59');
    await anna.press(/^Rehearsal/, 'link');
    const id = page.url().split('/').at(-2) as CampaignId;
    await expect.poll(async () => (await anna.ask(getTracks, { id })).plan.pace.closes).toBe('23:59');
    const whom = page.getByRole('combobox', { name: 'Whose calendar' });
    await whom.fill('person4@');
    await page.getByRole('option', { name: /Person 4/ }).click();
    await page.getByRole('list', { name: 'What Person 4 will receive' }).getByText('Tyres').waitFor();
    await anna.picture('tracks rehearsal', { whole: true });
    expect(await flawsOf(anna)).toEqual([]);

    await page.getByRole('button', { name: /^Start for/ }).click();
    await anna.click(page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }));
    await expect.poll(() => house.mail.received.length, { timeout: 40_000 }).toBe(11);
    await anna.press(/^People/, 'link');
    await expect
      .poll(() => page.getByRole('row').filter({ hasText: 'Under way' }).count(), { timeout: PATIENCE_MS })
      .toBe(12);
    await anna.picture('tracks people');
    expect(await flawsOf(anna)).toEqual([]);
    await anna.press(/^Tracks/, 'link');
    await anna.sees('11 sent');
    await anna.pictures('tracks running');
    await anna.press('Pause');
    await page.getByRole('button', { name: 'Resume' }).waitFor();
  });
});
