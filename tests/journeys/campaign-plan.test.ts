import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { addAction } from '../../contract/actions.ts';
import {
  listActivities,
  planActivity,
  removeActivity,
  tickActivity,
  updateActivity,
} from '../../contract/activities.ts';
import { attachmentAddress } from '../../contract/attachments.ts';
import { campaignCalendar, campaignPlan } from '../../contract/calendar.ts';
import {
  campaignFilesAddress,
  listCampaignFiles,
  MAX_CAMPAIGN_FILE,
  MAX_CAMPAIGN_FILES,
  removeCampaignFile,
} from '../../contract/campaign-files.ts';
import { listCampaignNotes, removeCampaignNote, writeCampaignNote } from '../../contract/campaign-notes.ts';
import {
  type Campaign,
  campaignHistory,
  createCampaign,
  previewDuplicate,
  updateAction,
  updateCampaign,
} from '../../contract/campaigns.ts';
import { createContentVersion } from '../../contract/content.ts';
import type { UserId } from '../../contract/ids.ts';
import { listNotices } from '../../contract/notices.ts';
import { saveOccasion } from '../../contract/occasion.ts';
import { distribute, today } from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { type Caller, signedIn } from '../support/house.ts';
import { givenCampaign, givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, refused } = house;
let dominique: Caller;
let campaign: Campaign;
let sales: UserId;

const month = { from: '2026-03-01', until: '2026-03-31' };
const entries = async (more: object = {}) => (await ask(campaignCalendar, { ...month, ...more })).entries;
const said = (found: Awaited<ReturnType<typeof entries>>) =>
  found.map(({ kind, day, title, state }) => [kind, day, title, state].join(' ').trim());

beforeAll(async () => {
  dominique = await signedIn(house, 'dominique@nordlys.test');
  const { rows } = await sql<{ id: UserId }>`select id from app_user where name = 'Dominique Petit'`.execute(
    house.app.db,
  );
  sales = rows[0]!.id;
  await givenContacts(house.app.db, 3, house.given.topicId);
  campaign = await ask(createCampaign, {
    name: 'Open day',
    kind: 'multi_stage',
    startsOn: '2026-03-02',
    endsOn: '2026-03-31',
  });
});

test('O49: activities are planned around a campaign, with a person and a time, and stand in its history', async () => {
  const order = { title: 'Order the leaflets', responsibleId: sales, dueAt: '2026-03-03T22:30:00Z' };
  expect(await refused(planActivity, { id: campaign.id, ...order, title: ' ' })).toMatch(/^422 title/);
  expect(await refused(planActivity, { id: campaign.id, ...order, responsibleId: campaign.id as never })).toBe(
    '422 responsibleId owner_unknown',
  );
  const { id } = await ask(planActivity, { id: campaign.id, ...order });
  const { id: gone } = await ask(planActivity, { id: campaign.id, ...order, title: 'A mistake' });
  await ask(updateActivity, { id, ...order, note: 'A5, 500 of them' });
  await ask(removeActivity, { id: gone });

  const mine = (await dominique.call(today, {})).body.activities;
  expect(mine).toMatchObject([{ id, campaignName: 'Open day', title: 'Order the leaflets' }]);
  expect((await ask(today, {})).activities).toEqual([]);
  const told = (await dominique.call(listNotices, {})).body.rows;
  expect(told.map(({ kind, detail }) => [kind, detail['who'], detail['title']])).toEqual([
    ['activity_given', 'Cyprian Nowak', 'A mistake'],
    ['activity_given', 'Cyprian Nowak', 'Order the leaflets'],
  ]);
  expect((await dominique.call(updateActivity, { id, ...order })).status).toBe(403);
  expect((await dominique.call(tickActivity, { id, done: true })).status).toBe(200);
  expect((await dominique.call(tickActivity, { id, done: true })).status).toBe(200);
  expect((await dominique.call(today, {})).body.activities).toEqual([]);
  expect((await ask(listActivities, { id: campaign.id })).rows).toMatchObject([
    { id, note: 'A5, 500 of them', doneBy: 'Dominique Petit', responsible: { id: sales } },
  ]);
  const { rows } = await ask(campaignHistory, { id: campaign.id });
  expect(rows.map(({ verb, user, detail }) => `${user}: ${verb} ${detail['title'] ?? ''}`.trim())).toEqual([
    'Dominique Petit: activity_done Order the leaflets',
    'Cyprian Nowak: activity_removed A mistake',
    'Cyprian Nowak: activity_changed Order the leaflets',
    'Cyprian Nowak: activity_planned A mistake',
    'Cyprian Nowak: activity_planned Order the leaflets',
    'Cyprian Nowak: created',
  ]);
});

test('O49: colleagues write notes about a campaign, with author and time; each removes his own, its editors any', async () => {
  const { id } = campaign;
  await ask(writeCampaignNote, { id, body: 'The printer is slow\nthis week' });
  const { body: hers } = await dominique.call(writeCampaignNote, { id, body: '<b>Ring them</b>' });
  expect(await refused(writeCampaignNote, { id, body: '  ' })).toMatch(/^422 body/);
  const seen = (await dominique.call(listCampaignNotes, { id })).body.rows;
  expect(seen.map(({ author, body, mayRemove }) => [author, body, mayRemove])).toEqual([
    ['Dominique Petit', '<b>Ring them</b>', true],
    ['Cyprian Nowak', 'The printer is slow\nthis week', false],
  ]);
  const printer = seen[1]!.id;
  expect((await dominique.call(removeCampaignNote, { id: printer })).status).toBe(403);
  await ask(removeCampaignNote, { id: hers.id });
  expect((await ask(listCampaignNotes, { id })).rows.map((note) => note.id)).toEqual([printer]);
});

test('O49: files are kept on a campaign by its editors, opened by whoever sees it, and stand in its history', async () => {
  const { id } = await ask(createCampaign, { name: 'Fair' });
  const bring = (by: Caller, name: string, bytes: Buffer) =>
    by.upload<{ code: string }>(campaignFilesAddress(id), name, bytes);
  const refusal = async (...given: Parameters<typeof bring>) => {
    const { status, body } = await bring(...given);
    return `${status} ${body.code}`;
  };
  const brief = Buffer.from('%PDF-1.7 the brief');
  expect((await bring(house.marketer, 'brief.pdf', brief)).status).toBe(200);
  expect((await bring(house.marketer, 'brief.pdf', brief)).status).toBe(200);
  expect(await refusal(dominique, 'hers.pdf', brief)).toBe('403 forbidden');
  expect(await refusal(house.marketer, 'setup.exe', brief)).toBe('422 campaign_file_kind');
  expect(await refusal(house.marketer, 'empty.pdf', Buffer.alloc(0))).toBe('422 attachment_empty');
  const heavy = Buffer.alloc(MAX_CAMPAIGN_FILE + 1);
  expect(await refusal(house.marketer, 'film.mp4', heavy)).toBe('422 campaign_file_too_large');

  const { rows } = (await dominique.call(listCampaignFiles, { id })).body;
  expect(rows).toMatchObject([{ name: 'brief.pdf', size: brief.length, addedBy: 'Cyprian Nowak' }]);
  const fileId = rows[0]!.id;
  expect(await dominique.download(attachmentAddress(fileId))).toEqual(brief);
  const { headers } = await dominique.send('GET', attachmentAddress(fileId));
  expect(headers['content-disposition']).toMatch(/^attachment;/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  const { changes } = await ask(previewDuplicate, { id });
  expect(changes.filter(({ what }) => what === 'files')).toMatchObject([{ before: '1', after: null }]);
  expect((await dominique.call(removeCampaignFile, { id, fileId })).status).toBe(403);
  await ask(removeCampaignFile, { id, fileId });
  expect(await refused(removeCampaignFile, { id, fileId })).toMatch(/^404/);
  const history = (await ask(campaignHistory, { id })).rows;
  expect(history.map(({ verb, detail }) => `${verb} ${detail['title'] ?? ''}`.trim())).toEqual([
    'file_removed brief.pdf',
    'file_added brief.pdf',
    'created',
  ]);

  const at = house.clock.now();
  const attachments = Array.from({ length: MAX_CAMPAIGN_FILES }, (_, no) => ({
    id: house.app.ids.next(),
    name: `${no}.txt`,
    type: 'text/plain',
    size: 1,
    sha256: `${no}`,
    content: Buffer.from('.'),
  }));
  await house.app.db.insertInto('attachment').values(attachments).execute();
  const kept = attachments.map((one) => ({ campaignId: id, attachmentId: one.id, addedBy: sales, addedAt: at }));
  await house.app.db.insertInto('campaignFile').values(kept).execute();
  expect(await refusal(house.marketer, 'one more.pdf', brief)).toBe('422 campaign_files_too_many');
});

test('O49: a file that was removed is gone by its address too, unless another campaign keeps it or a message brings it', async () => {
  const [one, other] = [await ask(createCampaign, { name: 'One' }), await ask(createCampaign, { name: 'Other' })];
  const bytes = Buffer.from('%PDF-1.7 prices');
  for (const { id } of [one, other]) await house.marketer.upload(campaignFilesAddress(id), 'prices.pdf', bytes);
  const [file] = (await ask(listCampaignFiles, { id: one.id })).rows;
  const fileId = file!.id;
  const open = async () => (await house.marketer.send('GET', attachmentAddress(fileId))).status;
  await ask(removeCampaignFile, { id: one.id, fileId });
  expect(await open()).toBe(200);
  const attachments = [{ id: fileId, name: 'prices.pdf', type: 'application/pdf', size: bytes.length }];
  const html = '<p>Ours</p>';
  const message = { defaultLanguage: 'en' as const, variants: { en: { subject: 'Prices', html, attachments } } };
  const { id: versionId } = await ask(createContentVersion, message);
  await ask(removeCampaignFile, { id: other.id, fileId });
  expect(await open()).toBe(200);
  await house.app.db.deleteFrom('contentVersion').where('id', '=', versionId).execute();
  await house.marketer.upload(campaignFilesAddress(one.id), 'prices.pdf', bytes);
  await ask(removeCampaignFile, { id: one.id, fileId });
  expect(await open()).toBe(404);
});

test('A18, O19: the plan of a campaign shows when each action comes, and what it waits for', async () => {
  const [first] = campaign.actions;
  const at = '2026-03-09T08:00:00Z';
  campaign = await ask(updateAction, {
    id: first!.id,
    updatedAt: first!.updatedAt,
    name: 'Invitation',
    schedule: { kind: 'at', at },
  });
  campaign = await ask(addAction, { id: campaign.id, name: 'Reminder', sameGroupAs: first!.id });
  const second = campaign.actions[1]!;
  campaign = await ask(updateAction, {
    id: second.id,
    updatedAt: second.updatedAt,
    schedule: { kind: 'after', actionId: first!.id, hours: 48 },
  });
  await ask(saveOccasion, {
    id: campaign.id,
    title: 'Open day',
    startsAt: '2026-03-28T23:30:00Z',
    endsAt: '2026-03-29T09:00:00Z',
  });
  const plan = await ask(campaignPlan, { id: campaign.id });
  expect(plan.actions).toMatchObject([
    { name: 'Invitation', at: '2026-03-09T08:00:00.000Z', expected: false, after: [] },
    {
      name: 'Reminder',
      at: '2026-03-11T08:00:00.000Z',
      expected: true,
      after: [
        { actionId: first!.id, by: 'time', hours: 48 },
        { actionId: first!.id, by: 'group', hours: null },
      ],
    },
  ]);
  expect(plan.activities).toHaveLength(1);
  expect(plan.occasion).toMatchObject({ title: 'Open day' });
});

test('O39, O49: the calendar has the actions, activities, occasions and days of all campaigns, on the days of the company’s zone', async () => {
  expect(said(await entries())).toEqual([
    'begins 2026-03-02',
    'activity 2026-03-03 Order the leaflets done',
    'action 2026-03-09 Invitation draft',
    'occasion 2026-03-29 Open day',
    'ends 2026-03-31',
  ]);
  expect(said(await entries({ kind: 'occasion' }))).toEqual(['occasion 2026-03-29 Open day']);
  expect(await entries({ campaignKind: 'one_off' })).toEqual([]);
  expect(said(await entries({ ownerId: sales }))).toEqual(['activity 2026-03-03 Order the leaflets done']);
  expect(await refused(campaignCalendar, { from: '2026-03-31', until: '2026-03-01' })).toBe(
    '422 until ends_before_start',
  );
  expect(await refused(campaignCalendar, { from: '2026-01-01', until: '2026-12-31' })).toBe(
    '422 until period_too_long',
  );
});

test('O33, O39: what was sent stands in the calendar with its recipients; what was put away does not', async () => {
  const sent = await givenCampaign(house.app.db, house.given);
  await house.untilFinished((await ask(distribute, { id: sent.actionId })).id);
  const now = new Date().toISOString().slice(0, 10);
  const period = { from: now, until: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10) };
  expect((await ask(campaignCalendar, period)).entries).toMatchObject([
    { kind: 'run', campaignId: sent.campaignId, state: 'finished', count: 3 },
  ]);
  const { updatedAt } = campaign;
  await ask(updateCampaign, { id: campaign.id, updatedAt, name: 'Open day 2026' });
  await sql`update campaign set archived_at = now() where id = ${campaign.id}`.execute(house.app.db);
  expect(await entries()).toEqual([]);
});
