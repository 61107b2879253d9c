import { expect, test } from 'vitest';
import { createContact, getContact } from '../../contract/crm.ts';
import { listInteractions } from '../../contract/interactions.ts';
import { inBrowser, type Site, site } from '../support/browser.ts';

inBrowser('the dossier', () => {
  const house: Site = site();

  test('A09, A10: a type is made in the settings, a task added to a person, done with one key, and taken back', async () => {
    const anna = await house.anna();
    const { page } = anna;
    await anna.goTo('/settings/interaction-types');
    await anna.sees('Phone call');
    await anna.press('New type');
    await anna.fill('Name', 'Test drive');
    await anna.picture('dossier type dialog');
    await anna.press('Create type');
    await anna.sees('Test drive');
    await anna.picture('dossier types');

    const person = await anna.ask(createContact, {
      firstName: 'Kari',
      lastName: 'Nordmann',
      email: 'kari@nordmann.example',
    });
    await anna.goTo(`/people/contacts/${person.id}`);
    await anna.press('New dossier item');
    await anna.choose('Type', 'Test drive');
    await anna.fill('Subject', 'The blue one on Friday');
    await anna.picture('dossier new item');
    await anna.press('Add to the dossier');
    await page.getByRole('row', { name: /The blue one on Friday/ }).waitFor();
    await anna.picture('dossier on a person');

    await anna.goTo('/tasks');
    const row = page.getByRole('row', { name: /The blue one on Friday/ });
    await row.waitFor();
    await anna.picture('tasks');
    await row.focus();
    await page.keyboard.press('d');
    await anna.sees('1 item done');
    await row.waitFor({ state: 'detached' });
    expect((await anna.ask(listInteractions, { state: 'done' })).rows).toMatchObject([
      { subject: 'The blue one on Friday' },
    ]);
    await anna.press('Undo');
    await row.waitFor();
    await row.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel it' }).click();
    await anna.sees('1 item cancelled');
    await anna.goTo(`/people/contacts/${person.id}`);
    await anna.sees('Test drive: The blue one on Friday');
    expect((await anna.ask(getContact, { id: person.id })).lastName).toBe('Nordmann');
  });

  test('the lists fit a telephone, in the dark', async () => {
    const anna = await house.anna({ dark: true, width: 360 });
    await anna.goTo('/tasks?all=true&state=all');
    await anna.sees('The blue one on Friday');
    await anna.picture('tasks telephone');
    expect(await anna.sidewards()).toBe(0);
    await anna.goTo('/settings/interaction-types');
    await anna.sees('Test drive');
    await anna.picture('types telephone');
    expect(await anna.sidewards()).toBe(0);
  });
});
