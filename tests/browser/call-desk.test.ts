import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Campaign, getCampaign, listCampaigns } from '../../contract/campaigns.ts';
import { createTemplate } from '../../contract/content.ts';
import { createContact } from '../../contract/crm.ts';
import { listInteractions } from '../../contract/interactions.ts';
import { inBrowser, type Site, site, skipUndo } from '../support/browser.ts';
import { flawsOf } from '../support/flaws.ts';
import { PATIENCE_MS } from '../support/patience.ts';

inBrowser('the call desk', () => {
  const house: Site = site();
  const timeout = 180_000;
  let campaign: Campaign;

  test('E03, E09, E18, E22, E23: phone calls are set up in one form, for marked people', { timeout }, async () => {
    const anna = await house.anna();
    const { page } = anna;
    const people = await Promise.all(
      ['40000001', '40000002', '22123456', '40000004'].map((phone, place) =>
        anna.ask(createContact, { firstName: 'Person', lastName: String(place + 1), phone, country: 'NO' }),
      ),
    );
    await sql`with topic as (insert into topic (id, name) values (gen_random_uuid(), 'Service') returning id), recorded as (
      insert into consent_record (party_kind, party_id, channel, topic_id, decision, source, gate_seq)
      select 'contact', contact.id, 'call', topic.id, 'given', 'test', nextval('gate_seq') from contact, topic returning id, party_id, topic_id)
      insert into consent (party_kind, party_id, channel, topic_id, decision, record_id, at)
      select 'contact', party_id, 'call', topic_id, 'given', id, now() from recorded`.execute(house.db);
    const text =
      'Hello {{ contact.first_name }} {{ contact.last_name }}, this is {{ sender.name }}.\n\nIs the service due? Your page: #DirectLink#';
    await anna.ask(createTemplate, { name: 'Service call', channel: 'call', language: 'en', variant: { text } });

    await anna.goTo('/people/contacts');
    for (const { lastName } of people)
      await page.getByRole('checkbox', { name: new RegExp(`Person ${lastName}$`) }).check();
    await anna.press('Quick campaign');
    await anna.press('New phone calls', 'menuitem');
    await anna.sees('4 chosen records are added');
    await anna.press('Save');
    await anna.sees('Name');
    expect(await page.getByRole('textbox', { name: 'Name' }).getAttribute('aria-invalid')).toBe('true');
    await anna.fill('Name', 'Service by phone');
    await anna.choose('Template', 'Service call · English');
    await anna.choose('State', 'Ready');
    await anna.press('Save');
    await anna.sees('Service by phone');
    const [row] = (await anna.ask(listCampaigns, {})).rows;
    campaign = await anna.ask(getCampaign, { id: row!.id });
    await anna.goTo(`/campaigns/${campaign.id}/what`);
    await anna.sees('this is Anna Dahl');
    await anna.sees('no page is chosen that it leads to');
    await anna.choose('It leads to', 'My page: the person’s own data and choices');
    const problems = async () => (await anna.ask(getCampaign, { id: campaign.id })).problems;
    await expect.poll(problems, { timeout: PATIENCE_MS }).toEqual([]);
    await anna.goTo(`/campaigns/${campaign.id}/check`);
    await anna.press('Give out 4');
    await page.getByRole('dialog').getByRole('button', { name: 'Give out 4' }).click();
    await skipUndo(house);
    await anna.sees('The work is given out');
  });

  test('E34, Q11: an agent works through his queue by keyboard, copies a link, and the campaign counts what came of it', {
    timeout,
  }, async () => {
    const anna = await house.anna();
    const { page } = anna;
    await anna.goTo('/tasks/calls');
    await anna.sees('4 people wait');
    const name = page.getByRole('heading', { level: 2, name: /^Person \d$/ });
    await page.getByRole('button', { name: 'Begin' }).focus();
    await page.keyboard.press('Enter');
    await name.waitFor();
    await anna.sees(/Hello Person \d, this is Anna Dahl\./);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await anna.press('Copy');
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/d\/[\w-]+$/);
    await anna.sees(`Your page: ${await copied()}`);
    await anna.picture('call desk', { whole: true });
    expect(await flawsOf(anna, 'everything, and by taste')).toEqual([]);
    const seen = [await name.innerText()];
    const next = async () => {
      await expect.poll(async () => seen.includes((await name.allInnerTexts()).join())).toBe(false);
      seen.push(await name.innerText());
    };
    await page.keyboard.press('n');
    await page.keyboard.type('Asks for 1 winter tyre');
    await page.keyboard.press('Escape');
    await page.keyboard.press('4');
    await next();
    await page.keyboard.press('2');
    await next();
    await page.keyboard.press('3');
    await page.getByRole('button', { name: 'Call back then' }).focus();
    await page.keyboard.press('Enter');
    await next();
    await page.keyboard.press('6');
    await anna.sees(/Never call .* again\?/);
    await page.getByRole('dialog').getByRole('button', { name: 'Do not call' }).focus();
    await page.keyboard.press('Enter');
    await anna.sees('Nobody to call now');

    const { rows } = await anna.ask(listInteractions, { campaignId: campaign.id, sort: 'party' });
    const outcomes = new Map(rows.map((item) => [item.party.name, `${item.outcome} ${item.state}`]));
    expect(seen.map((person) => outcomes.get(person))).toEqual([
      'yes done',
      'not_reached open',
      'call_back open',
      'do_not_call done',
    ]);
    expect(rows.find(({ outcome }) => outcome === 'yes')?.body).toBe('Asks for 1 winter tyre');
    await anna.goTo(`/campaigns/${campaign.id}/results`);
    await anna.sees('Asked to be called back');
    await anna.goTo(`/campaigns/${campaign.id}/progress?by=outcome`);
    await anna.sees('Do not call');
    await page
      .getByRole('row', { name: /Do not call/ })
      .getByRole('link')
      .click();
    await page.getByRole('row', { name: new RegExp(seen[3]!) }).waitFor();
  });
});
