import { sql } from 'kysely';
import { beforeAll, expect, test, vi } from 'vitest';
import { askTracksApproval, decideApproval, getTracksApproval, updateApprovalRules } from '../../contract/approvals.ts';
import { campaignHistory, getCampaign, updateAction } from '../../contract/campaigns.ts';
import { createContentVersion } from '../../contract/content.ts';
import type { CampaignId, ContactId } from '../../contract/ids.ts';
import { addCostLine } from '../../contract/money.ts';
import { listNotices } from '../../contract/notices.ts';
import { today } from '../../contract/runs.ts';
import type { Pace } from '../../contract/track-pace.ts';
import { getTracks, resumeTracks, settleEnrolments, startTracks, updateTrackPlan } from '../../contract/tracks.ts';
import { tickTracks } from '../../server/modules/delivery/index.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { type Caller, signedIn } from '../support/house.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { everyone, givenContacts } from '../support/ready-campaign.ts';
import { givenTracks } from '../support/tracks.ts';

/** The people, the rules and the tracks of one house: each test goes on where the one before it ended. */
const house = campaignHouse();
const { ask, refused } = house;
const pace: Pace = { everyDays: 1, weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '23:59', zone: 'company' };
const MONDAY = Date.parse('2031-03-03T08:00:00Z');
const HOUR = 3_600_000;
const tick = (day: number) => tickTracks(house.app, new Date(MONDAY + day * 24 * HOUR + HOUR));
let bo: Caller;
let id: CampaignId;

const standing = () => ask(getTracksApproval, { id });
const changed = async () => (await standing()).approval?.changed;
const decided = async (approve: boolean, reason = '') => {
  house.clock.set(new Date(house.clock.now().getTime() + 1000).toISOString());
  return (await bo.call(decideApproval, { id: (await standing()).approval!.id, approve, reason })).body.code;
};
const approved = async () => {
  await ask(askTracksApproval, { id });
  expect(await decided(true)).toBeUndefined();
};
const tracks = (joining: 'once' | 'live') =>
  givenTracks(house.app.db, house.given, {
    kind: 'sequential',
    joining,
    tracks: [{ name: 'A', messages: 2 }],
    pace,
    audience: everyone,
  });

beforeAll(async () => {
  house.clock.set(new Date(MONDAY).toISOString());
  const anna = await signedIn(house, 'anna@nordlys.test');
  bo = await signedIn(house, 'bo@nordlys.test');
  await givenContacts(house.app.db, 4, house.given.topicId);
  expect((await anna.call(updateApprovalRules, { recipients: 3, costMinor: 10_000 })).status).toBe(200);
  id = await tracks('once');
});

test('tracks above the size let nobody in before a second person has approved them', async () => {
  expect(await standing()).toMatchObject({ needed: ['size'], approval: null, may: { ask: true, decide: false } });
  expect(await refused(startTracks, { id })).toBe('409 tracks_approval_needed');
  expect((await ask(getTracks, { id })).tracks[0]!.people.active).toBe(0);
  await ask(askTracksApproval, { id, note: 'A course' });
  expect((await bo.call(today, {})).body.approvals).toMatchObject([{ campaignId: id, actionId: null, planned: 4 }]);
  expect((await bo.call(listNotices, {})).body.rows[0]).toMatchObject({ kind: 'approval_asked' });
  expect(await decided(false)).toBe('required');
  expect(await decided(false, 'Not yet')).toBeUndefined();
  expect(await refused(startTracks, { id })).toBe('409 tracks_approval_needed');
});

test('whatever changes voids it and is named: who comes in, the cost, the messages; more people too', async () => {
  await approved();
  expect(await changed()).toEqual([]);
  await ask(updateTrackPlan, { id, againAfterDays: 9 });
  expect(await changed()).toEqual(['audience']);
  expect(await refused(startTracks, { id })).toBe('409 tracks_approval_void');
  await ask(updateTrackPlan, { id, againAfterDays: null });
  expect(await changed()).toEqual([]);
  await ask(addCostLine, { id, label: 'Writer', basis: 'fixed', expectedMinor: 50_000 });
  expect(await standing()).toMatchObject({ needed: ['size', 'cost'], approval: { changed: ['cost'] } });
  await approved();
  await givenContacts(house.app.db, 1, house.given.topicId, 'example.net');
  expect(await changed()).toEqual(['audience']);
  expect(await refused(startTracks, { id })).toBe('409 tracks_approval_void');
  await approved();
  expect((await ask(startTracks, { id })).tracks[0]!.people.active).toBe(5);
});

const rewrite = async () => {
  const { actionId } = (await ask(getTracks, { id })).tracks[0]!.messages[1]!;
  const variants = { en: { subject: 'Other words', preheader: '', html: '<p>Other words</p>', text: null } };
  const { id: contentVersionId } = await ask(createContentVersion, { defaultLanguage: 'en', variants });
  const { actions } = await ask(getCampaign, { id });
  const { updatedAt } = actions.find((one) => one.id === actionId)!;
  await ask(updateAction, { id: actionId, updatedAt, contentVersionId });
};
const sent = async (count: number) =>
  vi.waitFor(() => expect(house.mail.received).toHaveLength(count), { timeout: PATIENCE_MS, interval: 30 });

test('running tracks that are edited stand still until they are approved again', async () => {
  await tick(0);
  await sent(5);
  await rewrite();
  await tick(1);
  expect((await ask(getCampaign, { id })).state).toBe('paused');
  const { rows } = await ask(campaignHistory, { id });
  expect(rows[0]).toMatchObject({ verb: 'approval_void', user: null, detail: { parts: ['content'] } });
  expect((await ask(listNotices, {})).rows[0]).toMatchObject({ kind: 'approval_void', campaign: { id } });
  expect(await refused(resumeTracks, { id })).toBe('409 tracks_approval_void');
  await approved();
  await ask(resumeTracks, { id });
  await tick(2);
  await sent(10);
  await house.expectLedgerToHold();
});

test('by hand nobody comes in beyond the size that was approved', async () => {
  id = await tracks('once');
  await approved();
  await ask(startTracks, { id });
  await givenContacts(house.app.db, 1, house.given.topicId, 'example.com');
  const { rows } = await sql<{ id: ContactId }>`select id from contact where email like '%@example.com'`.execute(
    house.app.db,
  );
  const enrol = { id, what: 'enrol' as const, contactIds: [rows[0]!.id] };
  expect(await refused(settleEnrolments, enrol)).toBe('409 tracks_approval_void');
  expect((await ask(getTracks, { id })).tracks[0]!.people.active).toBe(5);
});

test('where people come in all along nobody knows how many, which counts as above every size', async () => {
  id = await tracks('live');
  expect(await standing()).toMatchObject({ needed: ['size_unknown'] });
  expect(await refused(startTracks, { id })).toBe('409 tracks_approval_needed');
  await approved();
  expect(await standing()).toMatchObject({ approval: { planned: null, changed: [] } });
  await ask(startTracks, { id });
});
