import { sql } from 'kysely';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { campaignHistory, getCampaign, updateAction } from '../../contract/campaigns.ts';
import { forecastAction, forecastRun } from '../../contract/forecast.ts';
import type { CampaignId, RunId } from '../../contract/ids.ts';
import {
  cancelRun,
  distribute,
  generateSelection,
  getRun,
  listLines,
  listWorkers,
  pauseRun,
  rescheduleRun,
  resumeRun,
  stopRun,
  today,
} from '../../contract/runs.ts';
import { getSendTimes, updateSendTimes } from '../../contract/send-times.ts';
import { wallTimeOf } from '../../contract/wall-time.ts';
import { startDueRuns } from '../../server/modules/delivery/start-due-runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { signedIn } from '../support/house.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { givenCampaign, givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask } = house;
const PATIENCE = { timeout: PATIENCE_MS, interval: 50 };
const shown = (id: RunId) => ask(getRun, { id });

/** Zones where it is about noon and about midnight, whenever this runs. */
const zoneAt = (hour: number): string => {
  const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
};
const NOON = zoneAt(12);
const MIDNIGHT = zoneAt(0);
const DAYTIME = Array.from({ length: 7 }, () => ({ from: '08:00', until: '20:00' }));
const THEIR_DAY = { week: DAYTIME, zone: 'recipient', holidays: 'none' } as const;

/** The clock is the database's, so the hour of opening is what is moved. */
const openNow = (id: RunId) =>
  sql`update chunk set opens_at = now() where run_id = ${id} and opens_at > now()`.execute(house.app.db);
const closeNow = (id: RunId) => sql`update chunk set closes_at = now() where run_id = ${id}`.execute(house.app.db);

const launch = async () => {
  const { campaignId, actionId } = await givenCampaign(house.app.db, house.given);
  const { actions } = await ask(getCampaign, { id: campaignId });
  const { updatedAt } = actions[0]!;
  await ask(updateAction, { id: actionId, updatedAt, sendWindow: { kind: 'own', window: THEIR_DAY } });
  return (await ask(distribute, { id: actionId, expectedPlanned: 5 })).id;
};
const untilSent = (id: RunId, sent: number) =>
  vi.waitFor(async () => expect((await shown(id)).sums.sent).toBe(sent), PATIENCE);

beforeAll(async () => {
  await givenContacts(house.app.db, 5, house.given.topicId);
  await sql`update contact set time_zone = case when last_name in ('1', '2') then ${MIDNIGHT} else ${NOON} end`.execute(
    house.app.db,
  );
});

test('O39: each recipient gets it in the hours of his own time zone; who waits is counted and held without spinning', async () => {
  const id = await launch();
  await untilSent(id, 3);
  const { state, sums, waits } = await shown(id);
  expect(state).toBe('sending');
  expect(sums).toMatchObject({ planned: 5, sent: 3, open: 2, dropped: 0 });
  expect(waits).toEqual([{ lines: 2, timeZone: MIDNIGHT, until: expect.any(String) }]);
  expect(wallTimeOf(waits[0]!.until, MIDNIGHT).slice(11)).toBe('08:00');
  const { rows } = await ask(listLines, { id, state: 'open' });
  expect(rows.map(({ address }) => address).sort()).toEqual(['person1@example.org', 'person2@example.org']);

  expect((await ask(pauseRun, { id })).state).toBe('paused');
  expect((await ask(resumeRun, { id })).sums).toMatchObject({ open: 2, sent: 3 });
  await openNow(id);
  await house.untilFinished(id);
  expect((await shown(id)).sums).toMatchObject({ sent: 5, open: 0 });
  expect(new Set(house.mail.received.map(({ to }) => to)).size).toBe(5);
  expect(house.mail.received).toHaveLength(5);
  const fences = await sql<{ fence: string }>`select fence from chunk where run_id = ${id}`.execute(house.app.db);
  expect(fences.rows.map(({ fence }) => Number(fence))).toEqual([1, 1]);
  await house.expectLedgerToHold();
});

test('what its hours cut short goes on at the next opening, and can be stopped while it waits', async () => {
  house.mail.received.length = 0;
  house.mail.answerOnly(1);
  const id = await launch();
  await vi.waitFor(() => expect(house.mail.waiting()).toBe(2), PATIENCE);
  await closeNow(id);
  house.mail.answerOnly(Number.POSITIVE_INFINITY);
  await untilSent(id, 3);
  // Closed since: the engine looks for the next opening by itself.
  await vi.waitFor(
    async () => expect((await shown(id)).waits.map(({ timeZone }) => timeZone)).toEqual([MIDNIGHT]),
    PATIENCE,
  );
  const stopped = await ask(stopRun, { id });
  expect(stopped.state).toBe('stopped');
  await vi.waitFor(
    async () => expect((await shown(id)).sums).toMatchObject({ open: 0, sent: 3, dropped: 2 }),
    PATIENCE,
  );
  expect(house.mail.received).toHaveLength(3);
  await house.expectLedgerToHold();
});

test('the company’s hours hold for every action without its own; only its administrator sets them', async () => {
  expect(await ask(getSendTimes, {})).toEqual({ window: null, country: null, lateMinutes: 60, undoSeconds: 10 });
  expect(await house.refused(updateSendTimes, { lateMinutes: 30 })).toMatch(/^403/);
  const anna = await signedIn(house, 'anna@nordlys.test');
  const change = async (input: object) => (await anna.call(updateSendTimes, input)).status;
  expect(await change({ window: { ...THEIR_DAY, week: DAYTIME.map(() => null) } })).toBe(422);
  expect(await change({ window: { ...THEIR_DAY, week: DAYTIME.map(() => ({ from: '20:00', until: '08:00' })) } })).toBe(
    422,
  );
  expect(await change({ window: THEIR_DAY, country: 'NO', lateMinutes: 30 })).toBe(200);
  const { actionId } = await givenCampaign(house.app.db, house.given);
  const run = await ask(distribute, { id: actionId, expectedPlanned: 5 });
  expect(run.window).toEqual(THEIR_DAY);
  await untilSent(run.id, 3);
  await ask(stopRun, { id: run.id });
});

describe('a start at a planned time', () => {
  const schedule = async () => {
    house.mail.received.length = 0;
    const campaign = await givenCampaign(house.app.db, house.given);
    const { actions } = await ask(getCampaign, { id: campaign.campaignId });
    const { id, updatedAt } = actions[0]!;
    const at = new Date(Date.now() + 3_600_000).toISOString();
    await ask(updateAction, {
      id,
      updatedAt,
      schedule: { kind: 'at', at, freeze: 'start' },
      sendWindow: { kind: 'any' },
    });
    const run = await ask(distribute, { id, expectedPlanned: 5 });
    expect(run).toMatchObject({ state: 'scheduled', scheduledFor: at });
    return { ...campaign, runId: run.id };
  };
  /** Nobody was there at the time: the clock is the database's, so the plan is what is moved. */
  const wasDown = (id: RunId, minutes: number) =>
    sql`update run set scheduled_for = now() - ${minutes} * interval '1 minute' where id = ${id}`.execute(house.app.db);
  const untilMissed = (id: RunId) => vi.waitFor(async () => expect((await shown(id)).state).toBe('missed'), PATIENCE);
  const launches = async (id: CampaignId) =>
    (await ask(campaignHistory, { id })).rows.filter(({ verb }) => verb === 'launched').length;

  test('O39: begins by itself, once, however many schedulers there are, also a little late', async () => {
    const { runId, campaignId } = await schedule();
    await wasDown(runId, 29);
    await Promise.all([1, 2, 3].map(() => startDueRuns(house.app)));
    await house.untilFinished(runId);
    expect(await launches(campaignId)).toBe(1);
    expect(house.mail.received).toHaveLength(5);
  });

  test('F30: missed by more than the company allows, it asks; sent now, everyone gets it once', async () => {
    const { runId, campaignId, actionId } = await schedule();
    await wasDown(runId, 31);
    await untilMissed(runId);
    expect((await ask(today, {})).running).toMatchObject([{ id: runId, state: 'missed' }]);
    expect(await house.refused(generateSelection, { id: actionId })).toBe('409 run_scheduled_already');
    expect(await house.refused(rescheduleRun, { id: runId, at: '2026-01-01T08:00:00Z' })).toBe('422 at schedule_past');
    expect(house.mail.received).toHaveLength(0);
    const later = new Date(Date.now() + 7_200_000).toISOString();
    expect(await ask(rescheduleRun, { id: runId, at: later })).toMatchObject({
      state: 'scheduled',
      scheduledFor: later,
    });
    expect((await ask(getCampaign, { id: campaignId })).actions[0]?.schedule).toMatchObject({ at: later });
    await ask(rescheduleRun, { id: runId, at: null });
    await house.untilFinished(runId);
    expect(house.mail.received).toHaveLength(5);
    expect(await launches(campaignId)).toBe(1);
    await house.expectLedgerToHold();
  });

  test('F30: given up, nothing was sent and the list can be edited again', async () => {
    const { runId, campaignId } = await schedule();
    await wasDown(runId, 31);
    await untilMissed(runId);
    expect((await ask(cancelRun, { id: runId })).state).toBe('generated');
    expect(await ask(getCampaign, { id: campaignId })).toMatchObject({ state: 'ready', actions: [{ state: 'ready' }] });
    expect(house.mail.received).toHaveLength(0);
  });
});

test('before it goes and while it goes, it tells between when and when it is through, and keeps to it', async () => {
  const { db } = house.app;
  await givenContacts(db, 35, house.given.topicId, 'example.net');
  await sql`update sending_account set per_minute = 600 where id = ${house.given.accountId}`.execute(db);
  const { actionId, campaignId } = await givenCampaign(db, house.given);
  await sql`update action set send_window = '{"kind":"any"}' where id = ${actionId}`.execute(db);
  await sql`update campaign set ends_on = '2026-01-01' where id = ${campaignId}`.execute(db);
  const before = await ask(forecastAction, { id: actionId, planned: '40' });
  expect(before).toMatchObject({ lines: 40, queue: 0, basis: 'limit', perSecond: { slow: 8, fast: 10 } });
  expect(before.warnings).toMatchObject([{ code: 'campaign_ends', lines: 40 }]);

  const { id } = await ask(distribute, { id: actionId, expectedPlanned: 40 });
  await vi.waitFor(async () => expect((await shown(id)).sums.sent).toBeGreaterThan(5), PATIENCE);
  const during = await ask(forecastRun, { id });
  expect(during.lines).toBeLessThan(35);
  await house.untilFinished(id);
  const finishedAt = Date.parse((await shown(id)).finishedAt!);
  // The undo window of ten seconds was counted in, and not used.
  const UNDO_MS = 10_000;
  // A machine under load is no part of the forecast, nor what a limit lets go in one piece.
  const [EARLY_MS, SLACK_MS] = [3_000, 30_000];
  for (const [{ earliest, latest }, undo] of [
    [before, UNDO_MS],
    [during, 0],
  ] as const) {
    expect(finishedAt).toBeGreaterThan(Date.parse(earliest!) - undo - EARLY_MS);
    expect(finishedAt).toBeLessThan(Date.parse(latest!) - undo + SLACK_MS);
  }
});

test('F28: all this went by the database’s clock; how far the worker’s own is off is shown', async () => {
  // The house’s clock stands still in March.
  const workers = await ask(listWorkers, {});
  expect(workers).toHaveLength(1);
  expect(workers[0]!.clockAheadMs).toBeLessThan(-30_000);
});
