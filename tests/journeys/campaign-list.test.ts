import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { listCampaignsWithPeople, listPeopleWithCampaigns } from '../../contract/campaign-people.ts';
import {
  type CampaignFilters,
  createCampaign,
  duplicateCampaign,
  getCampaign,
  listCampaigns,
  previewDuplicate,
} from '../../contract/campaigns.ts';
import type { SentTo } from '../../contract/endpoint.ts';
import type { CampaignId, UserId } from '../../contract/ids.ts';
import { distribute, generateSelection, previewAction } from '../../contract/runs.ts';
import { deleteView, listSavedViews, openWithView, saveView, updateView } from '../../contract/saved-views.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { type Caller, signedIn } from '../support/house.ts';
import { givenCampaign, givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, refused } = house;
let bo: Caller;
let sent: CampaignId;
let prepared: CampaignId;

const userOf = async (name: string) => {
  const { rows } = await sql<{ id: UserId }>`select id from app_user where name = ${name}`.execute(house.app.db);
  return rows[0]!.id;
};
const found = async (filter: Partial<SentTo<typeof listCampaigns>>) =>
  (await ask(listCampaigns, filter)).rows.map(({ id }) => id);

beforeAll(async () => {
  const { db } = house.app;
  bo = await signedIn(house, 'bo@nordlys.test');
  await givenContacts(db, 8, house.given.topicId);
  const first = await givenCampaign(db, house.given);
  sent = first.campaignId;
  await sql`update campaign set name = 'Sent to all', type = 'newsletter' where id = ${sent}`.execute(db);
  await house.untilFinished((await ask(distribute, { id: first.actionId })).id);
  const second = await givenCampaign(db, house.given, { channel: 'list' });
  prepared = second.campaignId;
  await sql`update campaign set name = 'A list' where id = ${prepared}`.execute(db);
  await ask(generateSelection, { id: second.actionId });
});

test('O01: campaigns are shown by account manager: those with a recipient whom he looks after, sent to or on a list', async () => {
  const [dominique, eva] = [await userOf('Dominique Petit'), await userOf('Eva Holm')];
  expect(await found({ accountManagerId: dominique })).toEqual([]);
  await sql`update contact set account_manager_id = ${dominique} where last_name = '3'`.execute(house.app.db);
  expect(await found({ accountManagerId: dominique })).toEqual([prepared, sent]);
  expect(await found({ accountManagerId: eva })).toEqual([]);
  const other = await ask(createCampaign, { name: 'For nobody yet' });
  expect(await found({ accountManagerId: dominique })).not.toContain(other.id);
});

test('O01: and by owner, state, kind, type, period and words; a period that ends before it begins is refused at its field', async () => {
  const cyprian = await userOf('Cyprian Nowak');
  const spring = await ask(createCampaign, {
    name: 'Spring course',
    kind: 'sequential',
    type: 'generic',
    startsOn: '2026-04-01',
    endsOn: '2026-05-31',
  });
  const cases: [Partial<CampaignFilters>, boolean][] = [
    [{ ownerId: cyprian }, true],
    [{ state: 'completed' }, false],
    [{ kind: 'sequential' }, true],
    [{ kind: 'one_off' }, false],
    [{ type: 'generic' }, true],
    [{ type: 'newsletter' }, false],
    [{ from: '2026-05-31' }, true],
    [{ from: '2026-06-01' }, false],
    [{ until: '2026-04-01' }, true],
    [{ until: '2026-03-31' }, false],
  ];
  for (const [filter, expected] of cases)
    expect((await found(filter as never)).includes(spring.id), JSON.stringify(filter)).toBe(expected);
  expect(await found({ search: 'spring course' })).toEqual([spring.id]);
  expect(await refused(listCampaigns, { from: '2026-05-01', until: '2026-04-30' })).toBe('422 until ends_before_start');
});

test('O02: campaigns stand with their recipients, and people with the campaigns that reached them', async () => {
  const campaigns = (await ask(listCampaignsWithPeople, { sort: 'name' })).rows;
  const shown = campaigns.find(({ id }) => id === sent)!;
  expect(shown.recipients).toBe(8);
  expect(shown.people.map(({ name }) => name)).toHaveLength(5);
  expect(campaigns.find(({ name }) => name === 'Spring course')).toMatchObject({ recipients: 0, people: [] });

  const first = await ask(listPeopleWithCampaigns, { limit: 5 });
  const second = await ask(listPeopleWithCampaigns, { limit: 5, after: first.next! });
  const people = [...first.rows, ...second.rows];
  expect(people.map(({ name }) => name.split(' ').at(-1))).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  expect(second.next).toBeNull();
  expect(people[2]).toMatchObject({
    accountManager: 'Dominique Petit',
    campaignCount: 1,
    campaigns: [{ id: sent, name: 'Sent to all' }],
  });
  expect((await ask(listPeopleWithCampaigns, { accountManagerId: await userOf('Dominique Petit') })).rows).toHaveLength(
    1,
  );
  expect((await ask(listPeopleWithCampaigns, { campaignId: prepared })).rows).toEqual([]);
  expect((await ask(listPeopleWithCampaigns, { kind: 'company' })).rows).toEqual([]);
});

test('a view of a list is kept under a name, is mine or shared, and the list opens with the one I choose', async () => {
  const list = 'campaigns';
  const search = { state: 'running', sort: 'name' };
  const { id } = await ask(saveView, { list, name: 'Running', search, opens: true });
  expect(await refused(saveView, { list, name: 'running', search })).toBe('422 name view_name_taken');
  const seenBy = async (caller: Caller) => (await caller.call(listSavedViews, { list })).body.rows;
  expect(await seenBy(house.marketer)).toMatchObject([{ id, name: 'Running', mine: true, opens: true, search }]);
  expect(await seenBy(bo)).toEqual([]);
  expect((await bo.call(openWithView, { list, viewId: id })).status).toBe(404);

  await ask(updateView, { id, shared: true });
  await bo.call(openWithView, { list, viewId: id });
  expect(await seenBy(bo)).toMatchObject([{ mine: false, ownerName: 'Cyprian Nowak', opens: true }]);
  expect((await bo.call(updateView, { id, name: 'Mine now' })).body.code).toBe('view_of_another');
  expect((await bo.call(deleteView, { id })).body.code).toBe('view_of_another');

  await ask(updateView, { id, shared: false, search: { state: 'paused' } });
  expect(await seenBy(bo)).toEqual([]);
  expect(await seenBy(house.marketer)).toMatchObject([{ search: { state: 'paused' } }]);
  await ask(openWithView, { list, viewId: null });
  expect(await seenBy(house.marketer)).toMatchObject([{ opens: false }]);
  await ask(deleteView, { id });
  expect(await seenBy(house.marketer)).toEqual([]);
});

test('O48: a campaign is duplicated for the same or for other recipients, and the page says beforehand what will differ', async () => {
  const { name, actions, code } = await ask(getCampaign, { id: sent });
  const same = await ask(previewDuplicate, { id: sent });
  expect(same).toMatchObject({ left: 0 });
  expect(same.changes.map(({ what }) => what)).toEqual(['code', 'owner', 'state', 'sent']);
  expect(same.changes.at(-1)).toMatchObject({ before: '8', after: null });
  const other = await ask(previewDuplicate, { id: sent, recipients: 'other' });
  expect(other.changes.map(({ what }) => what)).toEqual(['code', 'owner', 'state', 'recipients', 'sent']);

  const again = await ask(duplicateCampaign, { id: sent, name: 'Sent again' });
  expect(again).toMatchObject({ name: 'Sent again', state: 'preparing', duplicatedFrom: { id: sent, name } });
  expect(again.code).toBe(same.changes[0]?.after);
  expect(again.code).not.toBe(code);
  expect(again.actions[0]?.audience).toEqual(actions[0]?.audience);
  const anew = await ask(duplicateCampaign, { id: sent, recipients: 'other' });
  expect(anew.problems.map((problem) => problem.code)).toContain('audience_empty');
});

test('O48, O05: whoever left the original is left out of its duplicate, and the page says how many', async () => {
  const { mail } = house.mail.received.find(({ to }) => to === 'person4@example.org')!;
  const page = /https?:\/\/[^"\s]*(\/u\/[\w-]+)/.exec(String(mail.html))![1]!;
  await house.server.inject({
    method: 'POST',
    url: page,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'choice=campaign&act=leave',
  });
  expect((await ask(previewDuplicate, { id: sent })).left).toBe(1);
  const copy = await ask(duplicateCampaign, { id: sent });
  const { planned, excluded } = await ask(previewAction, { id: copy.actions[0]!.id });
  expect(planned).toBe(7);
  expect(excluded).toEqual([{ reason: 'unsubscribed_campaign', lines: 1 }]);
});
