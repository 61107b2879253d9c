import { expect, test } from 'vitest';
import { createArticle } from '../../contract/articles.ts';
import { getCampaign } from '../../contract/campaigns.ts';
import { getContentVersion } from '../../contract/content.ts';
import { createLayout, LayoutDesign } from '../../contract/layouts.ts';
import { listPictures } from '../../contract/media.ts';
import { inBrowser, site } from '../support/browser.ts';
import { draft, type Furniture, furnish } from '../support/browser-campaign.ts';
import type { Person } from '../support/browser-person.ts';
import { flawsOf } from '../support/flaws.ts';
import { PATIENCE_MS } from '../support/patience.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAC0lEQVR4nGNggAEAAAwAAfHEpCgAAAAASUVORK5CYII=',
  'base64',
);

/** Two files at once, one of them taken out again, and one that is refused. */
const addsFiles = async (anna: Person): Promise<void> => {
  const field = anna.page.getByLabel('Files with the message');
  const file = (name: string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(name) });
  await field.setInputFiles([file('prices.pdf'), file('hours.txt')]);
  const files = anna.page.getByRole('list', { name: 'Files', exact: true }).getByRole('listitem');
  await expect.poll(() => files.count()).toBe(2);
  await anna.press('Remove “hours.txt”');
  await expect.poll(() => files.count()).toBe(1);
  await field.setInputFiles([file('setup.exe')]);
  await anna.sees('Mail servers throw away messages with a file like “setup.exe”.');
  await anna.pictures('files with a message');
};

inBrowser('writing a message', () => {
  const house = site();
  let given: Furniture | undefined;

  const furnished = async (anna: Person): Promise<Furniture> => {
    given ??= await furnish(house, anna, 1);
    return given;
  };

  test('Q12, Q13: the direct link is put into the text by right-click or the menu key, and its page chosen where it is missed', async () => {
    const anna = await house.anna();
    const id = await draft(anna, await furnished(anna), { name: 'Your page' });
    await anna.goTo(`/campaigns/${id}/what`);
    const box = anna.page.getByRole('textbox', { name: 'Message (HTML)', exact: true });
    await box.focus();
    await anna.page.keyboard.press('End');
    await anna.click(box, { right: true });
    await anna.press('Insert: Direct link', 'menuitem');
    await expect.poll(() => box.inputValue()).toContain('<a href="#DirectLink#">');
    await box.fill('<p>Yours:</p>');
    await anna.press('Insert a field into “Message (HTML)”');
    await anna.fill('Instead, where it is missing', 'customer');
    await anna.pictures('field with a fallback');
    await anna.click(anna.page.getByRole('button', { name: /contact\.title/ }));
    await expect.poll(() => box.inputValue()).toContain('{{ contact.title | default: "customer" }}');
    await box.focus();
    await anna.page.keyboard.press('Shift+F10');
    await anna.press('Insert: Direct link', 'menuitem');
    await expect.poll(() => box.inputValue()).toContain('<a href="#DirectLink#">');
    await anna.press('Save message');
    await anna.sees('no page is chosen that it leads to');
    await anna.choose('It leads to', 'My page: the person’s own data and choices');
    const problems = async () => (await anna.ask(getCampaign, { id })).problems.map(({ field }) => field);
    await expect.poll(problems, { timeout: PATIENCE_MS }).not.toContain('directLink');
    await anna.page.getByRole('switch', { name: 'Add UTM parameters to the links' }).press(' ');
    await anna.fill('Source (utm_source)', 'nordlys');
    await anna.sees('utm_source=nordlys&utm_medium=email&utm_campaign=');
    const utm = async () => (await anna.ask(getCampaign, { id })).actions[0]!.utm;
    await expect.poll(utm, { timeout: PATIENCE_MS }).toEqual({ source: 'nordlys', medium: '', campaign: '' });
  });

  test('Q11, Q13: in blocks it is put in by right-click as well, and leads to an article', async () => {
    const anna = await house.anna();
    const given = await furnished(anna);
    const words = { title: 'On ice', language: 'en' as const, body: '<p>Slow.</p>' };
    const { id: articleId } = await anna.ask(createArticle, words);
    const id = await draft(anna, given, { name: 'Your article' });
    await anna.goTo(`/campaigns/${id}/what`);
    await anna.click(anna.page.getByText('With blocks', { exact: true }));
    await anna.press('Begin with blocks');
    const text = anna.page.getByRole('textbox', { name: 'Text', exact: true }).first();
    await anna.click(text, { right: true });
    await anna.press('Insert: Direct link', 'menuitem');
    await expect.poll(() => text.innerHTML()).toContain('href="#DirectLink#"');
    await anna.press('Save message');
    await anna.choose('It leads to', 'An article');
    await anna.choose('Which article', 'On ice');
    const link = async () => (await anna.ask(getCampaign, { id })).actions[0]!.directLink;
    await expect.poll(link, { timeout: PATIENCE_MS }).toEqual({ target: 'article', articleId });
  });

  test('Q18, Q19: an article is written, found, put into a message, and tells where it is shown', async () => {
    const anna = await house.anna();
    const id = await draft(anna, await furnished(anna), { name: 'Tyres' });
    await anna.goTo('/content/articles/new');
    await anna.fill('Title', 'Winter tyres');
    await anna.press('Choose a picture');
    const car = { name: 'car.png', mimeType: 'image/png', buffer: PNG };
    await anna.page.getByLabel('New picture').setInputFiles({ ...car, buffer: Buffer.from('<svg/>') });
    await anna.sees('This is no picture that mail programs show.');
    await anna.page.getByLabel('New picture').setInputFiles(car);
    await anna.fill('What it shows', 'A car on ice');
    const text = anna.page.getByRole('textbox', { name: 'Text', exact: true });
    await anna.click(text);
    await anna.page.keyboard.type('Change them ');
    // A busy machine paints late, for a second; what is typed until then is not lost.
    await anna.page.evaluate(() => {
      const next = requestAnimationFrame;
      window.requestAnimationFrame = (act) => next(() => setTimeout(() => act(performance.now()), 300));
      setTimeout(() => Object.assign(window, { requestAnimationFrame: next }), 1_000);
    });
    await anna.press('Bold');
    await anna.page.keyboard.type('before the ice, {{ contact.first_name }}.');
    await anna.press('Save article');
    await anna.sees('No message shows it yet');
    await anna.goTo(`/campaigns/${id}/what`);
    const box = anna.page.getByRole('textbox', { name: 'Message (HTML)', exact: true });
    await box.focus();
    await anna.page.keyboard.press('End');
    await anna.press('Insert an article');
    await anna.fill('Article', 'ice');
    await anna.pictures('article picker');
    await anna.click(anna.page.getByRole('button', { name: /Winter tyres/ }));
    await expect.poll(() => box.inputValue()).toMatch(/\{% article \d+ %\}/);
    const shown = anna.page.frameLocator('.preview-pane iframe');
    await shown.getByText('before the ice, Person.').waitFor();
    await shown.getByRole('img', { name: 'A car on ice' }).waitFor();
    await anna.press('Save message');
    await anna.sees('The message is saved');
    await anna.goTo('/content/media');
    await anna.pictures('media');
    await anna.goTo('/content/articles');
    await anna.press('Winter tyres', 'link');
    await anna.sees('A change shows in 1 message');
    await anna.pictures('article');
    expect(await flawsOf(anna)).toEqual([]);
  });

  test('pictures are brought several in one go, and go with a message all or one by one', async () => {
    const anna = await house.anna();
    const id = await draft(anna, await furnished(anna), { name: 'Pictures' });
    await anna.goTo('/content/media');
    const one = (name: string, more: number) => ({
      name,
      mimeType: 'image/png',
      buffer: Buffer.concat([PNG, Buffer.alloc(more, 1)]),
    });
    const broken = { ...one('broken.png', 0), buffer: Buffer.from('<svg/>') };
    await anna.page.getByLabel('New pictures').setInputFiles([one('logo.png', 1000), one('hall.png', 9000), broken]);
    await anna.sees(/broken\.png: This is no picture/);
    await anna.page.getByRole('button', { name: 'Say what it shows: logo' }).waitFor();
    const { rows } = await anna.ask(listPictures, { search: '' });
    const shown = rows.map(({ address, name }) => `<img src="${address}" alt="${name}">`);
    await anna.goTo(`/campaigns/${id}/what`);
    await anna.page.getByRole('textbox', { name: 'Message (HTML)', exact: true }).fill(shown.join(''));
    await anna.page.getByRole('switch', { name: 'Send the pictures along' }).press(' ');
    const hall = anna.page.getByRole('checkbox', { name: /^hall · 9/ });
    await hall.waitFor();
    const weight = () => anna.page.getByText(/Each message weighs .* more/).textContent();
    const all = await weight();
    await hall.press(' ');
    await expect.poll(weight).not.toBe(all);
    await anna.pictures('pictures one by one');
    expect(await flawsOf(anna)).toEqual([]);
    await anna.press('Save message');
    await anna.sees('The message is saved');
    const { actions } = await anna.ask(getCampaign, { id });
    const stored = await anna.ask(getContentVersion, { id: actions[0]!.contentVersionId! });
    const left = rows
      .find(({ name }) => name === 'hall')!
      .address.split('/')
      .at(-1);
    expect(stored.variants.en).toMatchObject({ embedded: true, notEmbedded: [left] });
  });

  test('what would go wrong is told before: dead links, pictures that stay elsewhere, and gaps with the people behind them', async () => {
    const anna = await house.anna();
    const id = await draft(anna, await furnished(anna), { name: 'Gaps' });
    await anna.goTo(`/campaigns/${id}/what`);
    const box = anna.page.getByRole('textbox', { name: 'Message (HTML)', exact: true });
    await box.fill(
      '<p>In {{ contact.city }}: <a href="http://127.0.0.1:9/x">here</a> <a href="https://far.example/">there</a></p><img src="https://far.example/a.png" alt="far">',
    );
    await anna.page.getByRole('switch', { name: 'Send the pictures along' }).press(' ');
    await anna.sees('These pictures lie elsewhere and do not go along: a.png.');
    await anna.press('Try the links');
    await anna.sees('Not public');
    await anna.sees('No answer');
    await anna.pictures('tried links');
    await anna.press('Save message');
    await anna.sees('The message is saved');
    await anna.press(/^Check/, 'link');
    await anna.sees('City is missing for 1 of 1 and has no fallback.');
    await anna.sees('Recipients cannot reach it.');
    await anna.pictures('gaps and links');
    expect(await flawsOf(anna)).toEqual([]);
    await anna.press('Show who');
    const gaps = anna.page.getByRole('dialog', { name: 'Without City' });
    await gaps.getByRole('link', { name: 'Person 1' }).click();
    await anna.page.getByRole('heading', { level: 1, name: 'Person 1' }).waitFor();
  });

  test('O38, O51: a message begins with a template for its occasion, chosen by its looks; saved without a subject it says so', async () => {
    const anna = await house.anna();
    const id = await draft(anna, await furnished(anna), { name: 'Birthdays' });
    await anna.goTo(`/campaigns/${id}/what`);
    await anna.press('Choose another template');
    await anna.page.getByRole('button', { name: 'Use “Welcome after signing up”' }).waitFor();
    await anna.pictures('templates to begin with');
    await anna.press('Use “Birthday”');
    await anna.press('Replace');
    const shown = anna.page.frameLocator('.preview-pane iframe');
    await shown.getByRole('heading', { name: 'Happy birthday!' }).waitFor();
    await shown.getByText('Hello Person,').waitFor();
    await anna.fill('Why it comes', 'Because it is your day.');
    await shown.getByText('Because it is your day.').waitFor();
    await anna.press('Without pictures, as where they are blocked');
    await shown.getByRole('link', { name: 'See your present' }).waitFor();
    await anna.pictures('birthday');
    expect(await flawsOf(anna)).toEqual([]);
    await anna.fill('Subject', '');
    await anna.press('Save message');
    await anna.sees('The message is saved');
    await anna.goTo(`/campaigns/${id}/check`);
    await anna.goTo(`/campaigns/${id}/what`);
    await anna.sees('The subject is empty. Write one.');
  });

  test('Q16, O38: a message is put together from blocks, by keys alone, and drawn as mail programs want it', async () => {
    const anna = await house.anna();
    const id = await draft(anna, await furnished(anna), { name: 'Blocks' });
    await anna.goTo(`/campaigns/${id}/what`);
    await addsFiles(anna);
    await anna.click(anna.page.getByText('With blocks', { exact: true }));
    await anna.press('Begin with blocks');
    await anna.fill('Words', 'Hello {{ contact.first_name }}');
    await anna.press('Add a block');
    await anna.press('Button', 'menuitem');
    const blocks = anna.page.getByRole('list', { name: 'Blocks of the message' }).getByRole('listitem');
    await blocks.nth(2).getByLabel('Words').fill('Book a time');
    await blocks.nth(2).getByLabel('It leads to').fill('https://nordlys.test/book');
    await anna.page.getByRole('button', { name: 'Move up: Button' }).focus();
    await anna.page.keyboard.press('Enter');
    await expect.poll(() => blocks.nth(1).getByLabel('Words').inputValue()).toBe('Book a time');
    const shown = anna.page.frameLocator('.preview-pane iframe');
    await shown.getByRole('heading', { name: 'Hello Person' }).waitFor();
    await shown.getByRole('link', { name: 'Book a time' }).waitFor();
    await anna.pictures('blocks');
    expect(await flawsOf(anna)).toEqual([]);
    await anna.press('Save message');
    await anna.sees('The message is saved');
    const { actions } = await anna.ask(getCampaign, { id });
    const stored = await anna.ask(getContentVersion, { id: actions[0]!.contentVersionId! });
    expect(stored.variants.en?.attachments?.map(({ name }) => name)).toEqual(['prices.pdf']);
    expect(stored.variants.en?.html).toMatch(
      /<!--\[if mso[\s\S]*Hello \{\{ contact\.first_name \}\}[\s\S]*\{\{ unsubscribe_url \}\}/,
    );
    expect(stored.variants.en?.design?.blocks.map(({ kind }) => kind)).toEqual(['heading', 'button', 'text']);
    await anna.click(anna.page.getByText('As HTML', { exact: true }));
    const box = anna.page.getByRole('textbox', { name: 'Message (HTML)', exact: true });
    await expect.poll(() => box.inputValue()).toContain('Book a time');
    await anna.press('Earlier versions');
    await anna.sees('Draft of Anna Dahl');
    await anna.page.frameLocator('iframe[title="Then"]').getByText('Dear [First name]').waitFor();
    await anna.page.frameLocator('iframe[title="Now"]').getByText('Book a time').waitFor();
    await anna.pictures('earlier versions');
    await anna.press('Take this version back');
    await expect.poll(() => box.inputValue()).toContain('<p>Dear');
  });

  test('Q09: an e-mail becomes one with report, whose PDF is written and shown for a real person', async () => {
    const anna = await house.anna();
    const id = await draft(anna, await furnished(anna), { name: 'Report' });
    const design = LayoutDesign.parse({ name: 'Nordlys AS', facts: [{ label: 'Mail', value: '{{ contact.email }}' }] });
    await anna.ask(createLayout, { name: 'Blue paper', design });
    await anna.goTo(`/campaigns/${id}/why`);
    await anna.choose('Dispatch type', 'E-mail with report');
    await anna.press('Save');
    const action = async () => (await anna.ask(getCampaign, { id })).actions[0]!;
    await expect.poll(async () => (await action()).report).toBe(true);
    await anna.goTo(`/campaigns/${id}/what`);
    await anna.sees('No layout is chosen for the report.');
    await anna.choose('Layout', 'Blue paper');
    await anna.fill('Title', 'What {{ contact.first_name }} owns');
    await anna.page
      .getByRole('textbox', { name: 'Text of the report' })
      .fill('Dear {{ contact.first_name }}, *nothing* yet.');
    await anna.page.getByRole('img', { name: 'The letter as it is printed' }).waitFor();
    await anna.pictures('report of a message');
    expect(await flawsOf(anna)).toEqual([]);
    await anna.press('Save message');
    await anna.sees('The message is saved');
    const stored = await anna.ask(getContentVersion, { id: (await action()).contentVersionId! });
    expect(stored.variants.en?.report).toMatchObject({
      fileName: 'Report',
      title: 'What {{ contact.first_name }} owns',
    });
  });
});
