import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inviteUser } from '../../contract/access.ts';
import { addAction } from '../../contract/actions.ts';
import { updateApprovalRules } from '../../contract/approvals.ts';
import { MAX_CAMPAIGN_FILE } from '../../contract/campaign-files.ts';
import { createCampaign, getCampaign, updateAction, updateCampaign } from '../../contract/campaigns.ts';
import { distribute, getRun } from '../../contract/runs.ts';
import { wallTimeOf } from '../../contract/wall-time.ts';
import { inBrowser, PASSWORD, site } from '../support/browser.ts';
import { draft, type Furniture, furnish } from '../support/browser-campaign.ts';
import type { Person } from '../support/browser-person.ts';
import { flawsOf } from '../support/flaws.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** On the plan of a campaign. */
const keepsFiles = async (anna: Person): Promise<void> => {
  const field = anna.page.getByLabel('Add files');
  const file = (name: string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(name) });
  await anna.sees('No files yet');
  // By their paths: the browser reads them itself, while the bytes of a large one would be carried to it as text.
  const { folder, remove } = await temporaryFolder();
  const [film, hours] = [join(folder, 'film.mp4'), join(folder, 'hours.txt')];
  await writeFile(film, Buffer.alloc(MAX_CAMPAIGN_FILE + 1));
  await writeFile(hours, 'hours.txt');
  await field.setInputFiles([film, hours]);
  await anna.page.getByRole('link', { name: 'hours.txt' }).waitFor();
  await anna.sees('film.mp4: This file is larger than');
  await remove();
  await field.setInputFiles([file('setup.exe'), file('brief.pdf'), file('contract.pdf')]);
  await anna.sees('A file like “setup.exe” can run on a colleague’s computer');
  const link = anna.page.getByRole('link', { name: 'brief.pdf' });
  await link.waitFor();
  const [download] = await Promise.all([anna.page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('brief.pdf');
  await anna.pictures('files of a campaign');
  expect(await flawsOf(anna)).toEqual([]);
  await anna.press('Remove “contract.pdf”');
  await anna.click(anna.page.getByRole('dialog').getByRole('button', { name: 'Remove' }));
  await anna.page.getByRole('link', { name: 'contract.pdf' }).waitFor({ state: 'detached' });
};

inBrowser('around a campaign', () => {
  const house = site();
  let furniture: Promise<Furniture> | undefined;
  const furnished = (anna: Person) => (furniture ??= furnish(house, anna));

  test('Q26, O02, O54: a finished distribution is told by the bell; the list of campaigns and people is explained by a picture that enlarges; a view of a list is kept', async () => {
    const anna = await house.anna();
    const given = await furnished(anna);
    const id = await draft(anna, given, { name: 'Spring news' });
    const { updatedAt, actions } = await anna.ask(getCampaign, { id });
    await anna.ask(updateCampaign, { id, updatedAt, state: 'ready' });
    const run = await anna.ask(distribute, { id: actions[0]!.id });
    await expect
      .poll(async () => (await anna.ask(getRun, { id: run.id })).state, { timeout: PATIENCE_MS })
      .toBe('finished');
    await anna.ask(createCampaign, { name: 'A course', kind: 'sequential' });

    await anna.goTo('/campaigns');
    await anna.press('Notices: 1 unread');
    await anna.sees('“Spring news” is finished: 12 of 12 sent');
    await anna.pictures('notices');
    await anna.press(/“Spring news” is finished/, 'link');
    await anna.page.getByRole('heading', { name: 'Spring news' }).waitFor();
    await anna.page.getByRole('button', { name: 'Notices', exact: true }).first().waitFor();

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
    // Which of the twelve come first is as random as their ids.
    await anna.sees(/Person \d+, Person \d+/);
    await anna.press('Help: How this list is read');
    await anna.press(/^Enlarge the picture/);
    await anna.page.getByRole('dialog', { name: /numbered explanations/ }).waitFor();
    await anna.page.keyboard.press('Escape');
    await anna.page.locator('label', { hasText: 'Contacts' }).click();
    await anna.sees('Last campaigns');
    await anna.sees('Spring news');
    await anna.picture('people and campaigns');
  });

  test('E09: above a size a second person approves, and only then it can go; the six quick kinds stand behind the new campaign', async () => {
    const anna = await house.anna();
    const given = await furnished(anna);
    const id = await draft(anna, given, { name: 'Asked first' });
    const { updatedAt } = await anna.ask(getCampaign, { id });
    await anna.ask(updateCampaign, { id, updatedAt, state: 'ready' });
    await anna.ask(updateApprovalRules, { recipients: 5 });
    const { link } = await anna.ask(inviteUser, {
      name: 'Bo Lund',
      email: 'bo@nordlys.test',
      role: 'manager',
      seat: true,
    });
    const bo = await house.visitor();
    await bo.page.goto(new URL(link).pathname);
    await bo.fill('New password', PASSWORD);
    await bo.press('Choose password and begin');
    await bo.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();

    await anna.goTo(`/campaigns/${id}/check`);
    await anna.sees('Only the approval of a second person stands in the way.');
    await anna.press('Ask for approval');
    const dialog = anna.page.getByRole('dialog', { name: 'Ask for approval' });
    await dialog.getByLabel('What should whoever approves know?').fill('Spring news');
    await anna.click(dialog.getByRole('button', { name: 'Ask for approval' }));
    await anna.sees('nobody has decided yet.');
    await anna.pictures('approval asked');

    await bo.goTo(`/campaigns/${id}/check`);
    await bo.sees('Spring news');
    await bo.press('Approve');
    await bo.click(bo.page.getByRole('dialog', { name: 'Approve this?' }).getByRole('button', { name: 'Approve' }));
    await bo.sees('Bo Lund approved it');
    await bo.sees('It can go.');

    const course = await anna.ask(createCampaign, { name: 'A course', kind: 'sequential', topicId: given.topicId });
    await anna.goTo(`/campaigns/${course.id}/rehearsal`);
    await anna.sees('Nobody knows yet how many get it: that counts as more people than may be sent to alone.');
    await anna.pictures('approval of tracks');
    await anna.ask(updateApprovalRules, { recipients: null });

    await anna.goTo('/campaigns');
    await anna.press('Quick campaign');
    expect(await anna.page.getByRole('menuitem').allTextContents()).toEqual(
      expect.arrayContaining([
        'New mailing',
        'New phone calls',
        'New activities',
        'New invoices',
        'New opportunities',
        'New offers',
      ]),
    );
    const button = await anna.page.getByRole('button', { name: 'Quick campaign' }).boundingBox();
    const menu = await anna.page.getByRole('menu').boundingBox();
    expect(menu!.y).toBeGreaterThanOrEqual(button!.y + button!.height);
    expect(menu!.x + menu!.width).toBeCloseTo(button!.x + button!.width, -1);
    await anna.pictures('new campaign');
    await anna.press('New activities', 'menuitem');
    await anna.page.getByRole('heading', { level: 1 }).waitFor();
  });

  test('O49, O39: an activity is planned on the campaign, stands in its plan and in the calendar, which the keyboard walks', async () => {
    const anna = await house.anna();
    const campaign = await anna.ask(createCampaign, { name: 'Open day', kind: 'multi_stage' });
    const first = campaign.actions[0]!;
    const soon = new Date(Date.now() + 26 * 3_600_000).toISOString();
    await anna.ask(updateAction, {
      id: first.id,
      updatedAt: first.updatedAt,
      name: 'Invitation',
      schedule: { kind: 'at', at: soon },
    });
    const { actions } = await anna.ask(addAction, { id: campaign.id, name: 'Reminder', sameGroupAs: first.id });
    const second = actions[1]!;
    const schedule = { kind: 'after', actionId: first.id, hours: 72 } as const;
    await anna.ask(updateAction, { id: second.id, updatedAt: second.updatedAt, schedule });

    await anna.goTo(`/campaigns/${campaign.id}/plan`);
    await anna.sees('Invitation: 72 hours later; Invitation: for its group');
    await anna.press('Plan an activity');
    await anna.press('Save');
    await anna.sees(/This field is needed|fields need attention|field needs attention/);
    await anna.fill('What is to be done', 'Order the leaflets');
    // In the week that the calendar opens below, also on a Sunday.
    await anna.page
      .getByRole('textbox', { name: /^Due/ })
      .fill(wallTimeOf(new Date().toISOString(), 'Europe/Oslo').slice(0, 10));
    await anna.page.keyboard.press('Tab');
    await anna.press('Save');
    await anna.sees('Order the leaflets');
    await keepsFiles(anna);
    await anna.settled();

    await anna.goTo('/calendar');
    await anna.sees(/Order the leaflets/);
    const focused = () => anna.page.evaluate(() => document.activeElement?.getAttribute('data-day') ?? '');
    // The page's own: it may have been midnight since it was opened.
    const number = anna.page.locator('[aria-current="date"] [data-day]');
    const today = (await number.getAttribute('data-day')) ?? '';
    await number.focus();
    await anna.page.keyboard.press('ArrowDown');
    await expect.poll(focused).toBe(new Date(Date.parse(today) + 7 * 86_400_000).toISOString().slice(0, 10));
    await anna.page.keyboard.press('ArrowUp');
    await expect.poll(focused).toBe(today);
    await anna.page.keyboard.press('Enter');
    await anna.page.getByRole('table', { name: /–/ }).waitFor();
    await anna.page.getByRole('link', { name: /Order the leaflets/ }).click();
    await anna.press('Tick off');
    await anna.sees('Done by Anna Dahl');
  });
});
