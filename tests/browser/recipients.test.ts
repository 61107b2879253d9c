import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { getCampaign } from '../../contract/campaigns.ts';
import { recordConsent } from '../../contract/consent.ts';
import { createContact, listContacts, updateContact } from '../../contract/crm.ts';
import type { PartyId } from '../../contract/ids.ts';
import { listHandPicks } from '../../contract/runs.ts';
import { ADMIN, inBrowser, site, skipUndo } from '../support/browser.ts';
import { draft, type Furniture, furnish } from '../support/browser-campaign.ts';
import type { Person } from '../support/browser-person.ts';
import { flawsOf } from '../support/flaws.ts';
import { PATIENCE_MS } from '../support/patience.ts';

const fromMenu = async (anna: Person, item: string) => {
  await anna.press('Menu of the recipients');
  await anna.press(item, 'menuitem');
};

const confirmed = async (anna: Person, name: string) =>
  anna.click(anna.page.getByRole('dialog').getByRole('button', { name, exact: true }));

inBrowser('the recipients', () => {
  const house = site();
  let given: Furniture;

  test('Q23 Q31 Q32 Q33: a campaign that only makes a list generates it, and a right-click exports it as Excel and CSV', async () => {
    const anna = await house.anna();
    given = await furnish(house, anna);
    const id = await draft(anna, given, { name: 'All in Norway', channel: 'list' });
    await anna.goTo(`/campaigns/${id}/recipients`);
    await fromMenu(anna, 'Generate selection');
    await anna.sees('Selection generated: 12 in the list.');
    const line = anna.page.getByRole('row').filter({ hasText: 'Person 7' });
    await line.waitFor();
    await anna.picture('recipients');
    const files: Record<string, Buffer> = {};
    for (const item of ['Export to Excel', 'Export to CSV']) {
      await anna.click(line, { right: true });
      const download = anna.page.waitForEvent('download');
      await anna.press(item, 'menuitem');
      files[item] = await readFile(await (await download).path());
    }
    expect(files['Export to Excel']?.subarray(0, 2).toString()).toBe('PK');
    const csv = files['Export to CSV']?.toString('utf8') ?? '';
    expect(csv.trimEnd().split(/\r?\n/)).toHaveLength(13);
    expect(csv).toContain('person7@example.org');
  });

  test('Q24: a test goes to me and to a colleague from the list that everybody here shares', async () => {
    const anna = await house.anna();
    const id = await draft(anna, given, { name: 'Proofs' });
    await anna.goTo(`/campaigns/${id}/check`);
    await anna.press('Edit the list');
    const list = anna.page.getByRole('dialog', { name: 'Colleagues who get tests' });
    await list.getByLabel('Name').fill('Bo Holm');
    await list.getByRole('button', { name: 'Add', exact: true }).click();
    await anna.sees('Write an e-mail address or a phone number, so that tests arrive.');
    await list.getByLabel('E-mail').fill('bo@nordlys.test');
    await list.getByRole('button', { name: 'Add', exact: true }).click();
    await list.getByRole('button', { name: 'Take Bo Holm off the list' }).waitFor();
    await anna.pictures('list of proof readers');
    expect(await flawsOf(anna)).toEqual([]);
    await list.getByRole('button', { name: 'Close' }).click();
    await anna.choose('Colleagues who get it too', 'Bo Holm · bo@nordlys.test');
    await anna.pictures('test to colleagues');
    await anna.page.keyboard.press('Escape');
    await anna.press('Send the test to 2');
    await anna.sees(/2 sent/);
    const sent = () => house.mail.received.filter(({ mail }) => mail.subject?.includes('News')).map(({ to }) => to);
    await expect.poll(() => sent().sort()).toEqual([ADMIN.email, 'bo@nordlys.test']);
    house.mail.received.length = 0;
  });

  test('Q24: somebody added by hand is sent to alone first, and nobody gets it twice after', async () => {
    const anna = await house.anna();
    const me = await anna.ask(createContact, { firstName: 'Anna', lastName: 'Dahl', email: 'anna@nordlys.test' });
    await anna.ask(recordConsent, {
      kind: 'contact',
      id: me.id as string as PartyId,
      topicId: given.topicId,
      channels: ['email'],
      decision: 'given',
      wording: 'Yes, write to me',
      source: 'in_person',
    });
    const id = await draft(anna, given, { name: 'First to myself' });
    await anna.goTo(`/campaigns/${id}/recipients`);
    await anna.page.getByRole('combobox', { name: 'Add a person, company or lead' }).fill('Anna');
    await anna.press(/^Anna Dahl/, 'option');
    await anna.sees(/^Anna Dahl.* added to this campaign/);
    await fromMenu(anna, 'Send only to those added by hand');
    await confirmed(anna, 'Send to them');
    await skipUndo(house);
    await anna.sees('The distribution is finished', { timeout: 45_000 });
    expect(house.mail.received.map(({ to }) => to)).toEqual(['anna@nordlys.test']);

    await anna.press('Send to 12');
    await confirmed(anna, 'Send to 12');
    await skipUndo(house);
    await expect.poll(() => house.mail.received.length, { timeout: 45_000 }).toBe(13);
    expect(house.mail.received.filter(({ to }) => to === 'anna@nordlys.test')).toHaveLength(1);
  });

  test('E26 E27 E28 E29 E30 E31: the panel switches the views; who is made in the database is added only when asked for', async () => {
    const anna = await house.anna();
    const id = await draft(anna, given, { name: 'Addressees', channel: 'list' });
    await anna.goTo(`/campaigns/${id}/why`);
    await anna.press('Add addressees');
    const dialog = anna.page.getByRole('dialog', { name: 'Add addressees' });
    await anna.sees('Creates in the database, not in this campaign.', { within: dialog });
    await anna.click(dialog.getByRole('button', { name: 'New lead' }));
    await anna.fill('First name', 'Lea');
    await anna.fill('E-mail', 'lea@lead.example');
    await anna.press('Create in the database');
    await anna.sees('But not in this campaign.', { within: dialog });
    await anna.picture('addressees-made');
    const picked = () => anna.ask(listHandPicks, { id: actionId });
    const actionId = (await anna.ask(getCampaign, { id })).actions[0]!.id;
    expect(await picked()).toEqual([]);
    await anna.press('Add to this campaign');
    await anna.sees('Lea added to this campaign.');
    expect(await picked()).toMatchObject([{ name: 'Lea', kind: 'lead', pick: 'added' }]);
    await anna.page.keyboard.press('Escape');
    await anna.click(
      anna.page.getByRole('navigation', { name: 'Views of the campaign' }).getByRole('link', { name: /^Recipients/ }),
    );
    await anna.sees('Added and removed by hand so far');
    await anna.sees('Lea');
    await fromMenu(anna, 'Generate selection');
    const rows = anna.page.getByRole('table').getByRole('row');
    await rows.filter({ hasText: 'Person 7' }).waitFor();
    await anna.page.getByText('Leads', { exact: true }).last().click();
    await expect.poll(() => rows.count()).toBe(2);
    await rows.filter({ hasText: 'Lea' }).waitFor();
    await anna.picture('recipients-leads');
  });

  test('why in, and who joined and left, is told of a list that stands', async () => {
    const anna = await house.anna();
    const id = await draft(anna, given, { name: 'Since then', channel: 'list' });
    await anna.goTo(`/campaigns/${id}/recipients`);
    await fromMenu(anna, 'Generate selection');
    await anna.sees('Selection generated: 12 in the list.');
    const { rows } = await anna.ask(listContacts, { search: 'person5@' });
    await anna.ask(updateContact, { id: rows[0]!.id, country: 'SE' });
    await anna.page.getByRole('row').filter({ hasText: 'Person 5' }).click({ button: 'right' });
    await anna.press('Why in, why out?', 'menuitem');
    await anna.sees('Nothing selects this one any more.');
    await anna.picture('why-since');
    await anna.page.keyboard.press('Escape');
    await anna.press('What has changed?');
    await anna.sees('1 left');
    await anna.press(/The rule does not hold any more: Country is Norway/);
    await anna.page.getByRole('dialog').getByRole('link', { name: 'Person 5' }).waitFor();
    await anna.picture('who-left');
    await anna.ask(updateContact, { id: rows[0]!.id, country: 'NO' });
  });

  test('Q29 Q30: the failed of the last distribution are fetched into a list, and sent again', async () => {
    const anna = await house.anna();
    const before = house.mail.received.length;
    house.mail.refuse = (address) => (/^person[34]@/.test(address) ? '554 5.5.0 Refused' : null);
    const id = await draft(anna, given, { name: 'Second try' });
    await anna.goTo(`/campaigns/${id}/check`);
    await anna.press('Send to 12');
    await confirmed(anna, 'Send to 12');
    await skipUndo(house);
    await anna.sees('The distribution is finished', { timeout: 45_000 });
    await anna.press('Recipients', 'link');
    await fromMenu(anna, 'Fetch failed recipients of the last distribution');
    await anna.sees('2 recipients fetched');
    const rows = anna.page.getByRole('table').getByRole('row');
    await rows.filter({ hasText: 'person3@example.org' }).waitFor();
    await rows.filter({ hasText: 'person4@example.org' }).waitFor();
    await anna.picture('recipients-failed');
    house.mail.refuse = () => null;
    await anna.press('Send to 2');
    await confirmed(anna, 'Send to 2');
    await skipUndo(house);
    await expect.poll(() => house.mail.received.length, { timeout: 45_000 }).toBe(before + 12);
  });

  test('A01 A07 A18: a reminder is added to the same group, is shown beside the first, and sent when that one went', async () => {
    const anna = await house.anna();
    const id = await draft(anna, given, { name: 'Fair in May' });
    await anna.goTo(`/campaigns/${id}/actions`);
    await anna.press('Add action');
    await anna.fill('Name of the action', 'Reminder');
    await anna.choose('For whom', 'The same group as “1 · E-mail”');
    await anna.click(anna.page.getByRole('dialog').getByRole('button', { name: 'Add action' }));
    await anna.sees('The group of an earlier action');
    await anna.choose('Who of it', 'Those who did not open');
    const group = async () => (await anna.ask(getCampaign, { id })).actions[1]?.audience.copyOf;
    await expect.poll(group, { timeout: PATIENCE_MS }).toMatchObject({ which: 'not_opened' });
    await anna.picture('second action', { whole: true });
    await anna.click(anna.page.getByRole('list', { name: 'Actions' }).getByRole('link', { name: /1 · E-mail/ }));
    await anna.press(/^Send to \d+$/);
    await anna.click(anna.page.getByRole('dialog').getByRole('button', { name: /^Send to/ }));
    await skipUndo(house);
    await anna.sees('The distribution is finished', { timeout: PATIENCE_MS });
    await anna.press('Actions', 'link');
    await anna.sees('The whole campaign');
    await anna.picture('actions of a campaign', { whole: true });
  });

  test('A04 A22 O43 O47: costs and a sale are written down, the figures follow, and two campaigns are compared', async () => {
    const anna = await house.anna();
    const id = await draft(anna, given, { name: 'What it costs' });
    await anna.goTo(`/campaigns/${id}/why`);
    await anna.fill('Budget', '10000');
    await anna.press('Save');
    await anna.press('Money', 'link');
    const dialog = anna.page.getByRole('dialog');
    await anna.press('Add a cost');
    await anna.fill('What for', 'Hall');
    await anna.fill('Expected', '4000');
    await anna.fill('Actual', '5000');
    await anna.click(dialog.getByRole('button', { name: 'Save' }));
    await anna.sees('50%');
    await anna.press('Add revenue');
    await anna.fill('What for', 'Van');
    await anna.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.locator('[aria-invalid="true"]').count()).toBeGreaterThan(0);
    await anna.picture('revenue refused');
    await anna.fill('Amount', '15000');
    await anna.click(dialog.getByRole('button', { name: 'Save' }));
    await anna.sees('200%');
    await anna.picture('money of a campaign', { whole: true });
    await anna.goTo('/campaigns');
    for (const name of ['What it costs', 'Fair in May'])
      await anna.page.getByRole('checkbox', { name: new RegExp(name) }).check();
    await anna.press('Compare', 'link');
    await anna.sees('By the same formulas');
    await anna.page.getByRole('table').first().waitFor();
    await anna.picture('campaigns compared', { whole: true });
  });

  test('E09 E10 E22: a quick mailing begins with marked rows, and has a place for the answers to it', async () => {
    const anna = await house.anna();
    await anna.goTo('/people/contacts');
    await anna.page.getByRole('checkbox', { name: /Person 1$/ }).check();
    await anna.press('Quick campaign');
    await anna.press('New mailing', 'menuitem');
    await anna.sees('1 chosen record is added');
    await anna.fill('Name', 'Open day');
    await anna.picture('quick mailing', { whole: true });
    await anna.press('Save');
    await anna.press('Answers', 'link');
    await anna.press('Set up the invitation');
    await anna.picture('occasion form');
  });
});
