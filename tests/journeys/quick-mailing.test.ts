import { beforeAll, expect, test } from 'vitest';
import {
  type Campaign,
  createCampaign,
  getCampaign,
  listCampaigns,
  suggestCampaign,
  updateAction,
  updateCampaign,
} from '../../contract/campaigns.ts';
import { listTemplates, updateContentVersion } from '../../contract/content.ts';
import { createContact, getContactTimeline, listContacts } from '../../contract/crm.ts';
import type { PartyId, SegmentId, TemplateId } from '../../contract/ids.ts';
import { createQuickCampaign } from '../../contract/quick-campaign.ts';
import { distribute, listHandPicks, listLines, previewAction } from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { signedIn } from '../support/house.ts';
import { everyone, givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, refused } = house;
let campaign: Campaign;

const action = () => campaign.actions[0]!;
const change = async (details: object) => {
  campaign = await ask(updateCampaign, { id: campaign.id, updatedAt: campaign.updatedAt, ...details });
};
const changeAction = async (details: object) => {
  campaign = await ask(updateAction, { id: action().id, updatedAt: action().updatedAt, ...details });
};
const nobody = { kind: 'field', field: 'contact.city', operator: 'is', value: 'Nowhere' } as const;

beforeAll(async () => {
  await givenContacts(house.app.db, 30, house.given.topicId);
  await ask(createContact, { firstName: 'Paper', lastName: 'Only', language: 'en' });
});

test('E10: choosing to mail opens a form that is filled in as far as it can be', async () => {
  expect(await ask(suggestCampaign, {})).toEqual({
    code: expect.stringMatching(/\d/),
    owner: { id: expect.any(String), name: 'Cyprian Nowak' },
  });
});

test('E23: a form with faults names each field with what to do, and nothing is made', async () => {
  const form = { name: ' ', startsOn: 'soon', budgetMinor: -5, goal: 'Fill the workshop' };
  const { status, body } = await house.marketer.call(createCampaign, form);
  expect(status).toBe(422);
  expect(body.errors.map(({ field }) => field).sort()).toEqual(['budgetMinor', 'name', 'startsOn']);
  for (const { message } of body.errors) expect(message.length).toBeGreaterThan(10);
  expect((await ask(listCampaigns, {})).total).toBe(0);
});

test('E11, E12, E20, E22: saved with name, goal and description, it is there for everybody', async () => {
  const details = {
    name: 'Tyres before the snow',
    goal: 'Forty changes of tyres before November',
    description: 'Whoever bought a car from us.\nAsk Bo about the price.',
  };
  const saved = await ask(createCampaign, { ...details, name: ` ${details.name} ` });
  const boss = await signedIn(house, 'bo@nordlys.test');
  campaign = (await boss.call(getCampaign, { id: saved.id })).body;
  expect(campaign).toMatchObject({ ...details, state: 'preparing', actions: [{ channel: 'email' }] });
});

test('E11: a second one of the same name is told apart by its code', async () => {
  const again = await ask(createCampaign, { name: campaign.name });
  expect(again.code).not.toBe(campaign.code);
  const { code } = campaign;
  expect(await refused(createCampaign, { name: 'Another', code })).toBe('422 code campaign_code_taken');
});

test('E23: a fault in a later change leaves the whole of it undone', async () => {
  const wrong = { goal: 'Something else', startsOn: '2026-11-01', endsOn: '2026-10-01' };
  const asRead = { id: campaign.id, updatedAt: campaign.updatedAt };
  expect(await refused(updateCampaign, { ...asRead, ...wrong })).toBe('422 endsOn ends_before_start');
  expect(await ask(getCampaign, { id: campaign.id })).toMatchObject({
    goal: 'Forty changes of tyres before November',
    startsOn: null,
    endsOn: null,
  });
});

test('E24: without addressees it cannot be started, nor with a rule that nobody meets', async () => {
  const variant = { subject: 'Tyres', html: '<p>Dear {{ contact.first_name }}, it will snow.</p>' };
  const content = { defaultLanguage: 'en' as const, variants: { en: variant } };
  await ask(updateContentVersion, { id: action().contentVersionId!, ...content });
  await change({ state: 'ready', topicId: house.given.topicId });
  expect(await refused(distribute, { id: action().id })).toBe('422 audience audience_empty');
  const tree = { kind: 'group', match: 'all', rules: [nobody] } as const;
  await changeAction({ audience: { ...everyone, rule: { partyKind: 'contact', tree } } });
  expect(await refused(distribute, { id: action().id })).toBe('422 audience nobody_to_send_to');
  expect(house.mail.received).toEqual([]);
});

test('E25: an addressee of a mailing needs an e-mail address; who has none is told, not mailed', async () => {
  await changeAction({ audience: everyone });
  const preview = await ask(previewAction, { id: action().id });
  expect(preview).toMatchObject({ matched: 31, planned: 30, excluded: [{ reason: 'no_address', lines: 1 }] });
});

test('E01: one action reaches all of them at once, each exactly once', async () => {
  const run = await ask(distribute, { id: action().id, expectedPlanned: 30 });
  await house.untilFinished(run.id);
  expect(new Set(house.mail.received.map(({ to }) => to)).size).toBe(30);
  expect(house.mail.received).toHaveLength(30);
  expect((await ask(listLines, { id: run.id, state: 'sent' })).total).toBe(30);
  const [unreached] = (await ask(listLines, { id: run.id, state: 'excluded' })).rows;
  expect(unreached).toMatchObject({ name: 'Paper Only', reason: 'no_address' });
  await house.expectLedgerToHold();
});

test('E02: the e-mail stands among the activities of each of them, and of nobody else', async () => {
  const { rows: people } = await ask(listContacts, { limit: 50 });
  const written = async ({ id }: (typeof people)[number]) =>
    (await ask(getContactTimeline, { id })).entries.filter(({ kind }) => kind === 'message').length;
  for (const person of people) expect(await written(person)).toBe(person.email === null ? 0 : 1);
  expect(people).toHaveLength(31);
});

test('E08: it is executed once for everyone added; pressed again, nobody gets it a second time', async () => {
  expect(await refused(distribute, { id: action().id })).toMatch(/^4\d\d /);
  expect(house.mail.received).toHaveLength(30);
});

test('E21: what it brought is written down afterwards', async () => {
  campaign = await ask(getCampaign, { id: campaign.id });
  await change({ results: 'Thirty-four changes of tyres, six more in December.' });
  const { results, totals } = await ask(getCampaign, { id: campaign.id });
  expect(results).toBe('Thirty-four changes of tyres, six more in December.');
  expect(totals).toMatchObject({ distributions: 1, sent: 30 });
});

test('E09, E10, E14, E16, E17: one form makes the mailing with sender, strategy, state, words and addressees at once', async () => {
  const [template] = (await ask(listTemplates, {})).rows;
  const { rows: people } = await ask(listContacts, { limit: 3 });
  const quick = await ask(createQuickCampaign, {
    name: 'To three of them',
    goal: 'Two replies',
    state: 'ready',
    senderPolicy: 'account_manager',
    addressing: 'both',
    templateId: template?.id ?? null,
    parties: people.map(({ id }) => ({ kind: 'contact' as const, id: id as string as PartyId })),
  });
  expect(quick).toMatchObject({ kind: 'one_off', state: 'ready', goal: 'Two replies' });
  const [action] = quick.actions;
  expect(action).toMatchObject({ channel: 'email', senderPolicy: 'account_manager', addressing: 'both' });
  expect(await ask(listHandPicks, { id: action!.id })).toHaveLength(people.length);
});

test('E23: a segment that is gone is told at its field, and no campaign is made', async () => {
  const before = (await ask(listCampaigns, {})).total;
  const segmentIds = ['00000000-0000-4000-8000-000000000000' as SegmentId];
  expect(await refused(createQuickCampaign, { name: 'Nobody', segmentIds })).toMatch(/^\d+ audience\.include/);
  expect(await refused(createQuickCampaign, { name: ' ' })).toMatch(/^422 name/);
  const templateId = '00000000-0000-4000-8000-000000000000' as TemplateId;
  expect(await refused(createQuickCampaign, { name: 'Wordless', templateId })).toBe('422 templateId template_gone');
  expect((await ask(listCampaigns, {})).total).toBe(before);
});
