import { beforeAll, expect, test } from 'vitest';
import { askApproval, decideApproval, getApproval, updateApprovalRules } from '../../contract/approvals.ts';
import { campaignHistory, getCampaign, updateAction } from '../../contract/campaigns.ts';
import { createContentVersion } from '../../contract/content.ts';
import type { ActionId, CampaignId } from '../../contract/ids.ts';
import { addCostLine } from '../../contract/money.ts';
import { listNotices } from '../../contract/notices.ts';
import { cancelRun, distribute, generateSelection, today } from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { type Caller, signedIn } from '../support/house.ts';
import { givenCampaign, givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, refused } = house;
let anna: Caller;
let bo: Caller;
let id: ActionId;
let campaignId: CampaignId;

const approval = async () => (await ask(getApproval, { id })).approval!;
const decided = async (by: Caller, approve: boolean, reason = '') =>
  (await by.call(decideApproval, { id: (await approval()).id, approve, reason })).body.code;
const waitingFor = async (caller: Caller) =>
  (await caller.call(today, {})).body.approvals.map(({ campaignName, planned }) => `${campaignName} ${planned}`);

beforeAll(async () => {
  anna = await signedIn(house, 'anna@nordlys.test');
  bo = await signedIn(house, 'bo@nordlys.test');
  await givenContacts(house.app.db, 6, house.given.topicId);
  ({ actionId: id, campaignId } = await givenCampaign(house.app.db, house.given));
});

test('without a rule nobody is asked; the rules are the administrator’s', async () => {
  expect(await ask(getApproval, { id })).toMatchObject({ needed: [], approval: null });
  expect((await bo.call(updateApprovalRules, { recipients: 5 })).status).toBe(403);
  expect((await anna.call(updateApprovalRules, { recipients: 5, costMinor: 10_000 })).body).toEqual({
    recipients: 5,
    costMinor: 10_000,
  });
});

test('above the size it goes to nobody before a second person has approved', async () => {
  expect(await ask(getApproval, { id })).toMatchObject({ needed: ['size'], may: { ask: true, decide: false } });
  expect(await refused(distribute, { id })).toBe('409 approval_needed');
  await ask(askApproval, { id, note: 'Spring news' });
  expect(await approval()).toMatchObject({ state: 'asked', askedBy: 'Cyprian Nowak', planned: 6, changed: [] });
  expect(await waitingFor(bo)).toEqual(['Spring 6']);
  expect(await waitingFor(house.marketer)).toEqual([]);
  const { rows } = (await bo.call(listNotices, {})).body;
  expect(rows[0]).toMatchObject({ kind: 'approval_asked', detail: { who: 'Cyprian Nowak', planned: 6 } });
  expect(await refused(distribute, { id })).toBe('409 approval_needed');
  expect((await house.marketer.call(decideApproval, { id: (await approval()).id, approve: true })).status).toBe(403);
});

test('it is refused with a reason, and asked again; nobody approves what he asked for himself', async () => {
  expect(await decided(bo, false)).toBe('required');
  expect(await decided(bo, false, 'Not this week')).toBeUndefined();
  expect(await approval()).toMatchObject({ state: 'refused', decidedBy: 'Bo Lund', reason: 'Not this week' });
  expect((await ask(listNotices, {})).rows[0]).toMatchObject({ kind: 'approval_refused' });
  expect(await decided(bo, true)).toBe('approval_decided');
  expect((await anna.call(askApproval, { id })).status).toBe(200);
  expect(await decided(anna, true)).toBe('approval_own');
  expect(await waitingFor(anna)).toEqual([]);
});

test('any change voids it and is shown: the cost, the message; a list made anew of the same people does not', async () => {
  expect(await decided(bo, true)).toBeUndefined();
  expect(await approval()).toMatchObject({ state: 'given', changed: [] });
  await ask(generateSelection, { id });
  expect((await approval()).changed).toEqual([]);

  const cost = { label: 'Photographer', basis: 'fixed', expectedMinor: 50_000 } as const;
  await ask(addCostLine, { id: campaignId, ...cost });
  expect(await ask(getApproval, { id })).toMatchObject({ needed: ['size', 'cost'], approval: { changed: ['cost'] } });
  const { actions } = await ask(getCampaign, { id: campaignId });
  const variants = { en: { subject: 'Other news', html: '<p>Other</p>' } };
  const contentVersionId = (await ask(createContentVersion, { defaultLanguage: 'en', variants })).id;
  await ask(updateAction, { id, updatedAt: actions[0]!.updatedAt, contentVersionId });
  expect((await approval()).changed).toEqual(['content', 'cost']);
  expect(await refused(distribute, { id })).toBe('409 approval_void');
});

test('a series is asked about once, for all its dates; taken back and changed, it is asked about again', async () => {
  const [ofBefore, campaignBefore] = [id, campaignId];
  ({ actionId: id, campaignId } = await givenCampaign(house.app.db, house.given));
  const rule = {
    rhythm: { unit: 'day', every: 1 },
    time: '09:00',
    zone: 'UTC',
    from: '2031-03-03',
    until: null,
    count: null,
  } as const;
  const change = async (more: object) => {
    const { actions } = await ask(getCampaign, { id: campaignId });
    await ask(updateAction, { id, updatedAt: actions[0]!.updatedAt, ...more });
  };
  await change({ schedule: { kind: 'recurring', rule } });
  expect(await ask(getApproval, { id })).toMatchObject({ needed: ['size_unknown'] });
  expect(await refused(distribute, { id })).toBe('409 approval_needed');
  await ask(askApproval, { id });
  expect(await decided(bo, true)).toBeUndefined();
  const { id: waiting, state } = await ask(distribute, { id });
  expect(state).toBe('scheduled');
  await ask(cancelRun, { id: waiting });
  await change({ addressing: 'both' });
  expect((await approval()).changed).toEqual(['audience']);
  expect(await refused(distribute, { id })).toBe('409 approval_void');
  [id, campaignId] = [ofBefore, campaignBefore];
});

test('what is approved as it is goes, once, and the history tells who said what', async () => {
  await ask(askApproval, { id });
  expect(await decided(bo, true)).toBeUndefined();
  const { planned } = await approval();
  await house.untilFinished((await ask(distribute, { id })).id);
  expect(house.mail.received).toHaveLength(planned!);
  const { rows } = await ask(campaignHistory, { id: campaignId });
  expect(rows.filter(({ verb }) => verb.startsWith('approval')).map(({ verb, user }) => `${user} ${verb}`)).toEqual([
    'Bo Lund approval_given',
    'Cyprian Nowak approval_asked',
    'Bo Lund approval_given',
    'Anna Dahl approval_asked',
    'Bo Lund approval_refused',
    'Cyprian Nowak approval_asked',
  ]);
});
