import { beforeAll, expect, test } from 'vitest';
import { addAction, orderActions, removeAction } from '../../contract/actions.ts';
import {
  campaignHistory,
  createCampaign,
  getCampaign,
  updateAction,
  updateCampaign,
} from '../../contract/campaigns.ts';
import { createContentVersion } from '../../contract/content.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { listCampaignLines } from '../../contract/reporting.ts';
import { campaignReport, countAction, distribute, previewAction } from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { everyone, givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, refused, untilFinished } = house;
let campaign: OutputOf<typeof getCampaign>;

const action = (name: string) => campaign.actions.find((one) => one.name === name)!;
const asRead = (name: string) => ({ id: action(name).id, updatedAt: action(name).updatedAt });
const states = () => [campaign.state, ...campaign.actions.map(({ state }) => state)].join(' ');
const read = async () => {
  campaign = await ask(getCampaign, { id: campaign.id });
};
const written = async (subject: string) => {
  const html = `<p>${subject}, {{ contact.first_name }} <a href="https://nordlys.example/fair">Fair</a></p>`;
  return (await ask(createContentVersion, { defaultLanguage: 'en', variants: { en: { subject, html } } })).id;
};
const go = async (name: string) => {
  const run = await ask(distribute, { id: action(name).id });
  await untilFinished(run.id);
  await read();
  return run.id;
};

beforeAll(async () => {
  await givenContacts(house.app.db, 12, house.given.topicId);
});

test('A01, A18: a campaign is made first, then its actions, each with a name and a channel of its own', async () => {
  campaign = await ask(createCampaign, { name: 'Reduction for prospects', kind: 'multi_stage' });
  expect(campaign).toMatchObject({ kind: 'multi_stage', actions: [{ position: 1, name: '', channel: 'email' }] });
  const [first] = campaign.actions;
  campaign = await ask(updateAction, { id: first!.id, updatedAt: first!.updatedAt, name: 'Leaflet' });
  campaign = await ask(addAction, { id: campaign.id, name: 'Reminder', sameGroupAs: first!.id });
  campaign = await ask(addAction, { id: campaign.id, name: 'Call list', channel: 'list' });
  campaign = await ask(addAction, { id: campaign.id, name: 'Not needed' });
  campaign = await ask(removeAction, { id: action('Not needed').id });
  const order = ['Leaflet', 'Call list', 'Reminder'].map((name) => action(name).id);
  campaign = await ask(orderActions, { id: campaign.id, actionIds: order });
  expect(campaign.actions.map(({ position, name, channel }) => [position, name, channel])).toEqual([
    [1, 'Leaflet', 'email'],
    [2, 'Call list', 'list'],
    [3, 'Reminder', 'email'],
  ]);
});

test('O19: a second action makes any campaign one of several stages', async () => {
  const one = await ask(createCampaign, { name: 'Was one' });
  expect(one.kind).toBe('one_off');
  expect((await ask(addAction, { id: one.id })).kind).toBe('multi_stage');
});

test('what cannot be is refused: a part of the order, a group in a circle, the only action, one that is built on', async () => {
  expect(await refused(orderActions, { id: campaign.id, actionIds: [action('Leaflet').id] })).toBe(
    '422 actionIds actions_incomplete',
  );
  const copyOf = { actionId: action('Reminder').id, which: 'opened' } as const;
  const circular = { ...action('Leaflet').audience, copyOf };
  expect(await refused(updateAction, { ...asRead('Leaflet'), audience: circular })).toBe(
    '422 audience.copyOf actions_circular',
  );
  expect(await refused(removeAction, { id: action('Leaflet').id })).toBe('409 action_is_built_on');
  const [only] = (await ask(createCampaign, { name: 'Alone' })).actions;
  expect(await refused(removeAction, { id: only!.id })).toBe('409 action_is_only_one');
});

test('each action says what it still lacks', async () => {
  campaign = await ask(updateAction, { ...asRead('Leaflet'), audience: everyone });
  const lacking = (name: string) =>
    campaign.problems.filter(({ actionId }) => actionId === action(name).id).map(({ code }) => code);
  expect(lacking('Leaflet')).toEqual(['campaign_not_ready', 'no_content']);
  expect(lacking('Call list')).toEqual(['campaign_not_ready', 'audience_empty']);
});

test('the campaign runs from its first action until the last is done', async () => {
  campaign = await ask(updateAction, { ...asRead('Leaflet'), contentVersionId: await written('Our offer') });
  campaign = await ask(updateAction, { ...asRead('Reminder'), contentVersionId: await written('Do you remember') });
  campaign = await ask(updateCampaign, { id: campaign.id, updatedAt: campaign.updatedAt, state: 'ready' });
  expect(states()).toBe('ready draft draft draft');
  await go('Leaflet');
  expect(states()).toBe('running done draft draft');
  expect(action('Leaflet').totals).toMatchObject({ distributions: 1, sent: 12 });
});

test('A07, A12: the reminder goes to the same group, copied as it was and not selected anew', async () => {
  await givenContacts(house.app.db, 3, house.given.topicId, 'late.example');
  expect(await ask(previewAction, { id: action('Reminder').id })).toMatchObject({ matched: 12, planned: 12 });
  await go('Reminder');
  expect(states()).toBe('running done draft done');
  expect(house.mail.received.filter(({ mail }) => mail.subject === 'Do you remember')).toHaveLength(12);
});

test('O19, Q29: a stage may go to those who came to match an earlier one since, and that one to them as well', async () => {
  const joined = { actionId: action('Leaflet').id, which: 'joined_since' } as const;
  const audience = { ...action('Call list').audience, copyOf: joined };
  campaign = await ask(updateAction, { ...asRead('Call list'), audience });
  expect(await ask(previewAction, { id: action('Call list').id })).toMatchObject({ matched: 3, planned: 3 });
  expect(await ask(countAction, { id: action('Leaflet').id })).toMatchObject({ planned: 3 });
  const circular = { ...action('Leaflet').audience, copyOf: { ...joined, actionId: action('Call list').id } };
  expect(await refused(updateAction, { ...asRead('Leaflet'), audience: circular })).toBe(
    '422 audience.copyOf actions_circular',
  );
});

test('A07: the actions of one campaign use different channels; when the last is done, so is the campaign', async () => {
  const audience = {
    ...action('Call list').audience,
    copyOf: { actionId: action('Leaflet').id, which: 'not_opened' },
  } as const;
  campaign = await ask(updateAction, { ...asRead('Call list'), audience });
  await go('Call list');
  expect(states()).toBe('completed done done done');
  expect(action('Call list').totals).toMatchObject({ planned: 12 });
});

test('O41: results are told for each action and in all, and every number opens its people', async () => {
  const whole = await ask(campaignReport, { id: campaign.id });
  expect(whole.sums).toMatchObject({ matched: 36, planned: 36, sent: 36 });
  const one = await ask(campaignReport, { id: campaign.id, actionId: action('Reminder').id });
  expect(one.sums).toMatchObject({ matched: 12, planned: 12, sent: 12 });
  expect(one.runs).toHaveLength(1);
  const lines = await ask(listCampaignLines, { id: campaign.id, actionId: action('Reminder').id });
  expect(lines.total).toBe(12);
  await house.expectLedgerToHold();
});

test('another action may be added to what was completed; what was distributed with one stays', async () => {
  expect(await refused(removeAction, { id: action('Leaflet').id })).toBe('409 action_has_run');
  campaign = await ask(addAction, { id: campaign.id, name: 'Thanks' });
  expect(campaign.state).toBe('running');
  campaign = await ask(removeAction, { id: action('Thanks').id });
  expect(campaign.state).toBe('completed');
});

test('O49: the history tells of actions added, removed and put in order', async () => {
  const { rows } = await ask(campaignHistory, { id: campaign.id, limit: 100 });
  const verbs = rows.map(({ verb }) => verb);
  expect(verbs).toEqual(expect.arrayContaining(['action_added', 'action_removed', 'actions_ordered']));
});
