import { expect, test } from 'vitest';
import {
  type Campaign,
  campaignHistory,
  createCampaign,
  getCampaign,
  listCampaigns,
  updateCampaign,
} from '../../contract/campaigns.ts';
import {
  createTemplate,
  getContentVersion,
  listBuiltInTemplates,
  listMergeFields,
  listTemplates,
  previewContent,
  updateContentVersion,
} from '../../contract/content.ts';
import { listContacts } from '../../contract/crm.ts';
import type { PartyId } from '../../contract/ids.ts';
import { LANGUAGES } from '../../contract/messages/languages.ts';
import { createQuickCampaign } from '../../contract/quick-campaign.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { signedIn } from '../support/house.ts';
import { givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, refused } = house;
let campaign: Campaign;

const asRead = () => ({ id: campaign.id, updatedAt: campaign.updatedAt });
const found = async (search: string) => (await ask(listCampaigns, { search })).rows.map(({ name }) => name);

test('O46: a campaign is known by its code: suggested, changed to one’s own, found by it, and never given twice', async () => {
  campaign = await ask(createCampaign, { name: 'Winter wheels' });
  const suggested = campaign.code;
  expect(suggested).toMatch(/^\d{4}-\d{3}$/);
  await ask(createCampaign, { name: 'Summer wheels' });
  expect(await found(suggested)).toEqual(['Winter wheels']);
  campaign = await ask(updateCampaign, { ...asRead(), code: 'WINTER-26' });
  expect(await found('winter-26')).toEqual(['Winter wheels']);
  expect(await found(suggested)).toEqual([]);
  expect(await refused(createCampaign, { name: 'A third', code: 'winter-26' })).toBe('422 code campaign_code_taken');
});

test('A16: its goal is written down, read by colleagues and found again', async () => {
  campaign = await ask(updateCampaign, { ...asRead(), goal: 'Forty changes of tyres before November' });
  const boss = await signedIn(house, 'bo@nordlys.test');
  expect((await boss.call(getCampaign, { id: campaign.id })).body.goal).toBe('Forty changes of tyres before November');
  expect(await found('forty changes')).toEqual(['Winter wheels']);
});

test('A17: type, start, end and expected revenue are kept, and what cannot be is told at its field', async () => {
  const properties = {
    type: 'newsletter',
    startsOn: '2026-10-01',
    endsOn: '2026-11-15',
    expectedRevenueMinor: 4_000_000,
  } as const;
  campaign = await ask(updateCampaign, { ...asRead(), ...properties });
  expect(await ask(getCampaign, { id: campaign.id })).toMatchObject(properties);
  expect(await refused(updateCampaign, { ...asRead(), endsOn: '2026-09-30' })).toBe('422 endsOn ends_before_start');
  expect(await refused(updateCampaign, { ...asRead(), expectedRevenueMinor: -1 })).toMatch(
    /^422 expectedRevenueMinor /,
  );
  const inNovember = await ask(listCampaigns, { type: 'newsletter', from: '2026-11-01', until: '2026-11-30' });
  expect(inNovember.rows.map(({ name }) => name)).toEqual(['Winter wheels']);
  expect((await ask(listCampaigns, { type: 'newsletter', from: '2026-12-01', until: '2026-12-31' })).total).toBe(0);
  const { rows } = await ask(campaignHistory, { id: campaign.id });
  expect(rows[0]).toMatchObject({ verb: 'edited', user: 'Cyprian Nowak' });
});

test('O08: a template is prepared from one that comes along and the guide to the tags, and shown for a real person', async () => {
  await givenContacts(house.app.db, 1, house.given.topicId);
  const [person] = (await ask(listContacts, { search: 'person1@' })).rows;
  const { fields } = await ask(listMergeFields, {});
  const tag = fields.find(({ label }) => label.en === 'First name')!.name;
  const { templates } = await ask(listBuiltInTemplates, { language: 'en' });
  const { variant } = templates.find(({ key }) => key === 'newsletter')!;
  const mine = { ...variant, subject: `Tyres for {{ ${tag} }}` };
  const shown = await ask(previewContent, {
    defaultLanguage: 'en',
    variants: { en: mine },
    language: 'en',
    party: { kind: 'contact', id: person!.id as string as PartyId },
  });
  expect(shown).toMatchObject({ subject: 'Tyres for Person', remarks: [] });
  const saved = await ask(createTemplate, { name: 'Tyre letter', language: 'en', variant: mine });
  expect(saved.variant.subject).toBe(mine.subject);
  const wrong = { ...mine, html: '<p>{{ contact.frist_name }}</p>' };
  expect(await refused(createTemplate, { name: 'Wrong', language: 'en', variant: wrong })).toMatch(
    /^422 variant\.html template_/,
  );
});

test('E18, O38: a quick mailing begins with a template that comes along, any of them, in any of four languages', async () => {
  for (const language of LANGUAGES) {
    const { templates } = await ask(listBuiltInTemplates, { language });
    for (const { key, variant } of templates) {
      const { actions } = await ask(createQuickCampaign, { name: `${key} ${language}`, builtIn: { key, language } });
      const version = await ask(getContentVersion, { id: actions[0]!.contentVersionId! });
      expect(version).toMatchObject({
        defaultLanguage: language,
        variants: { [language]: { subject: variant.subject } },
      });
      expect(version.variants[language]?.html).toBe(variant.html);
    }
  }
  const builtIn = { key: 'birthday', language: 'pl' } as const;
  expect(await refused(createQuickCampaign, { name: 'By phone', channel: 'call', builtIn })).toBe(
    '422 builtIn template_of_another_kind',
  );
  const script = { key: 'service', language: 'fr' } as const;
  const { actions } = await ask(createQuickCampaign, { name: 'Par téléphone', channel: 'call', builtIn: script });
  const version = await ask(getContentVersion, { id: actions[0]!.contentVersionId! });
  expect(version).toMatchObject({ channel: 'call', defaultLanguage: 'fr' });
  expect(version.variants.fr?.text).toContain('c’est le moment de l’entretien');
});

test('O38: each kind of campaign is offered templates of its own, and what is made from one stays as it was', async () => {
  const script = 'Hello {{ contact.first_name }}, is the service due?';
  await ask(createTemplate, { name: 'Service call', channel: 'call', language: 'en', variant: { text: script } });
  const offered = async (channel: 'email' | 'call') => (await ask(listTemplates, { channel })).rows;
  expect((await offered('email')).map(({ name }) => name)).toEqual(['Tyre letter']);
  const [template, ...others] = await offered('call');
  expect([template?.name, others]).toEqual(['Service call', []]);
  const quick = { name: 'Service by phone', channel: 'call', templateId: template!.id } as const;
  const { actions } = await ask(createQuickCampaign, quick);
  const id = actions[0]!.contentVersionId!;
  await ask(updateContentVersion, {
    id,
    defaultLanguage: 'en',
    variants: { en: { text: `${script} It takes an hour.` } },
  });
  expect((await ask(getContentVersion, { id })).variants.en?.text).toBe(`${script} It takes an hour.`);
  const again = await ask(createQuickCampaign, { ...quick, name: 'Once more' });
  const copied = await ask(getContentVersion, { id: again.actions[0]!.contentVersionId! });
  expect(copied.variants.en?.text).toBe(script);
});
