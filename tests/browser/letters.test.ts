import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTopic, recordConsent } from '../../contract/consent.ts';
import { createTemplate } from '../../contract/content.ts';
import { createContact } from '../../contract/crm.ts';
import type { PartyId } from '../../contract/ids.ts';
import { inBrowser, site, skipUndo } from '../support/browser.ts';
import type { Person } from '../support/browser-person.ts';
import { flawsOf } from '../support/flaws.ts';
import { PATIENCE_MS } from '../support/patience.ts';

/** Into the text of a letter, where no other link is offered: nobody can click on paper. */
const insertsDirectLink = async (anna: Person): Promise<void> => {
  const box = anna.page.getByRole('textbox', { name: 'Text of the letter', exact: true });
  await box.focus();
  await anna.page.keyboard.press('Control+End');
  await anna.click(box, { right: true });
  await anna.page.getByRole('menuitem', { name: 'Insert: Direct link' }).waitFor();
  expect(await anna.page.getByRole('menuitem', { name: /Unsubscribe/ }).count()).toBe(0);
  await anna.press('Insert: Direct link', 'menuitem');
  await expect.poll(() => box.inputValue()).toMatch(/#DirectLink#$/);
  await anna.press('Save message');
  await anna.sees('no page is chosen that it leads to');
  await anna.choose('It leads to', 'My page: the person’s own data and choices');
  await anna.page.getByText('no page is chosen that it leads to').waitFor({ state: 'detached' });
};

inBrowser('letters', () => {
  const house = site();

  test('Q02, Q13, A06, A13, E09, Q24: a layout is made, a letter looked at as a proof, a batch printed as PDF, and one that came back typed in', {
    timeout: 120_000,
  }, async () => {
    const anna = await house.anna();
    const place = { street: 'Rådhusgata 24', postalCode: '9008', city: 'Tromsø', country: 'NO' };
    const { id: topicId } = await anna.ask(createTopic, { name: 'Service' });
    const bjorg = await anna.ask(createContact, { firstName: 'Bjørg', lastName: 'Dahl', ...place });
    const consent = { decision: 'given', wording: 'Yes, write to me', source: 'in_person' } as const;
    const id = bjorg.id as string as PartyId;
    await anna.ask(recordConsent, { kind: 'contact', id, topicId, channels: ['letter'], ...consent });
    await anna.ask(createContact, { firstName: 'Homeless', lastName: 'Dahl' });
    const variant = { subject: 'Spring', text: 'Dear {{ contact.first_name }},\n\ncome and see.' };
    await anna.ask(createTemplate, { name: 'Spring letter', channel: 'letter', language: 'en', variant });

    await anna.goTo('/content/layouts/new');
    await anna.fill('Name', 'Blue');
    await anna.fill('Company name', 'Nordlys Bil AS');
    await anna.press('Save layout');
    await anna.page.getByRole('heading', { level: 1, name: 'Blue' }).waitFor();

    await anna.goTo('/people/contacts');
    for (const name of ['Bjørg Dahl', 'Homeless Dahl'])
      await anna.page.getByRole('checkbox', { name: new RegExp(`${name}$`) }).check();
    await anna.press('Quick campaign');
    await anna.press('New letter', 'menuitem');
    await anna.fill('Name', 'Fjord days');
    await anna.choose('Template', 'Spring letter · English');
    await anna.choose('State', 'Ready');
    await anna.press('Save');
    await anna.page.getByRole('heading', { level: 1, name: 'Fjord days' }).waitFor();
    await anna.choose('Layout', 'Blue');
    await anna.click(anna.page.getByRole('button', { name: 'Save', exact: true }).first());
    await anna.sees('Saved');
    await anna.settled();
    await anna.pictures('letter what');
    await insertsDirectLink(anna);

    await anna.press(/^Check/, 'link');
    await anna.sees('1 letter like it');
    await anna.page.getByRole('img', { name: 'The letter as it is printed' }).waitFor();
    await anna.pictures('letter check');
    expect(await flawsOf(anna)).toEqual([]);
    await anna.press('Make a proof');
    const proof = await anna.page.getByRole('link', { name: 'Open the proof (PDF)' }).getAttribute('href');
    expect((await (await anna.page.request.get(proof!)).body()).subarray(0, 5).toString()).toBe('%PDF-');
    await anna.sees('To send');
    await anna.press('Print 1 letter');
    await anna.click(anna.page.getByRole('dialog').getByRole('button', { name: 'Print 1 letter' }));
    await skipUndo(house);
    await anna.sees('The distribution is finished', { timeout: PATIENCE_MS });
    expect(await anna.page.getByText('Open rate').count()).toBe(0);

    await anna.click(anna.page.getByRole('link', { name: /^Log/ }));
    const row = anna.page.getByRole('row', { name: /Fjord days.*Not printed yet/ });
    const download = anna.page.waitForEvent('download');
    await anna.click(row, { right: true });
    await anna.press('Download PDF', 'menuitem');
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
    await anna.sees(/Taken by Anna Dahl/);
    const { rows } = await sql<{ code: string }>`
      select code from letter join letter_batch batch on batch.id = batch_id where not batch.proof`.execute(house.db);
    await anna.fill('Code of the letter', '123');
    await anna.press('Record it');
    await expect
      .poll(() => anna.page.getByRole('textbox', { name: 'Code of the letter' }).getAttribute('aria-invalid'))
      .toBe('true');
    await anna.fill('Code of the letter', rows[0]!.code);
    await anna.press('Record it');
    await anna.sees('Recorded: Bjørg Dahl did not get “Fjord days”.');
    await anna.page.getByRole('row', { name: /Bjørg Dahl.*Bounced/ }).waitFor();
    expect(await flawsOf(anna)).toEqual([]);
    await anna.pictures('letter log');
  });

  test('O38: templates are chosen by their looks: a letter on the paper of the house, an SMS with its parts', async () => {
    const anna = await house.anna();
    await anna.goTo('/content/templates/new');
    await anna.choose('For', 'Letter');
    await anna.press('Begin with a template');
    const chooser = anna.page.getByRole('dialog', { name: 'Choose a template' });
    const page = chooser.locator('.template-thumb-page').first();
    await page.waitFor();
    await anna.pictures('letter templates');
    expect(await flawsOf(anna)).toEqual([]);
    await anna.click(chooser.getByRole('button', { name: 'Use “Service reminder”' }));
    const printed = anna.page.getByRole('img', { name: 'The letter as it is printed' });
    await printed.waitFor();
    await anna.choose('Shown on', 'A plain sheet');
    await anna.pictures('letter template');
    await anna.goTo('/content/templates/new');
    await anna.choose('For', 'SMS');
    await anna.press('Begin with a template');
    await chooser.getByText('2 SMS for each person').first().waitFor();
    await anna.pictures('sms templates');
    await anna.click(chooser.getByRole('button', { name: 'Use “Birthday”' }));
    await anna.page.locator('.preview-pane .sms-bubble').getByText('Happy birthday').waitFor();
    await anna.pictures('sms template');
    expect(await flawsOf(anna)).toEqual([]);
  });
});
