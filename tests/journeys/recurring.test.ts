import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { addAction } from '../../contract/actions.ts';
import { campaignHistory, type DispatchChannel, getCampaign, updateAction } from '../../contract/campaigns.ts';
import type { ActionId, CampaignId, ContactId, RunId } from '../../contract/ids.ts';
import type { Recurrence, Rhythm } from '../../contract/recurrence.ts';
import {
  cancelRun,
  distribute,
  fetchFailed,
  generateSelection,
  listRuns,
  pauseRun,
  pickByHand,
  rescheduleRun,
  stopRun,
  today,
} from '../../contract/runs.ts';
import { startDueRuns } from '../../server/modules/delivery/start-due-runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { everyone, givenCampaign, givenContacts } from '../support/ready-campaign.ts';

/** Told by a simulated clock: weeks pass between two lines; mails are really sent each time. */
const house = campaignHouse();
const { ask, refused } = house;
const PATIENCE = { timeout: PATIENCE_MS, interval: 30 };
const MONDAYS: Recurrence = {
  rhythm: { unit: 'week', every: 1, weekdays: [1] },
  time: '09:00',
  zone: 'Europe/Oslo',
  from: '2031-03-03',
  until: null,
  count: null,
  whenMissed: 'pass_over',
};

beforeAll(() => givenContacts(house.app.db, 2, house.given.topicId));
beforeEach(() => {
  house.mail.received.length = 0;
  house.mail.answerOnly(Number.POSITIVE_INFINITY);
});

interface Series {
  id: ActionId;
  campaignId: CampaignId;
}

const setRule = async ({ id, campaignId }: Series, rule: Recurrence) => {
  const { actions } = await ask(getCampaign, { id: campaignId });
  await ask(updateAction, { id, updatedAt: actions[0]!.updatedAt, schedule: { kind: 'recurring', rule } });
};
const made = async (rule: Recurrence, channel: DispatchChannel = 'email'): Promise<Series> => {
  const { actionId: id, campaignId } = await givenCampaign(house.app.db, house.given, { channel, audience: everyone });
  await setRule({ id, campaignId }, rule);
  return { id, campaignId };
};
const begun = async (rule: Recurrence, channel: DispatchChannel = 'email'): Promise<Series> => {
  const series = await made(rule, channel);
  await ask(distribute, { id: series.id });
  return series;
};

const untilQuiet = () =>
  vi.waitFor(async () => {
    const { rows } = await sql`select from run where state = 'sending'`.execute(house.app.db);
    expect(rows).toHaveLength(0);
  }, PATIENCE);

/** The clock shows this moment; what is due is really sent. */
const at = async (moment: string) => {
  await startDueRuns(house.app, new Date(moment));
  await untilQuiet();
};
/** `date state`, oldest first; what goes by no date is `hand`. */
const dates = async ({ id }: Series) =>
  (await ask(listRuns, { id }))
    .map(({ occursAt, state, sums }) => `${occursAt?.slice(5, 16) ?? 'hand'} ${state} ${sums.sent}`)
    .sort();
const next = async ({ id }: Series) =>
  (await ask(listRuns, { id })).find(({ state, occursAt }) => state === 'scheduled' && occursAt)!;
const states = async ({ campaignId }: Series) => {
  const { state, actions } = await ask(getCampaign, { id: campaignId });
  return `${state} ${actions[0]!.state}`;
};
const verbs = async ({ campaignId }: Series) =>
  (await ask(campaignHistory, { id: campaignId })).rows.map(({ verb }) => verb);
const sentTo = () => house.mail.received.map(({ to }) => to.split('@')[0]).sort();

test('O31: each date is a distribution of its own, to whoever is meant by then, at the hour on the wall', async () => {
  const series = await begun(MONDAYS);
  expect(await dates(series)).toEqual(['03-03T08:00 scheduled 0']);
  await at('2031-03-03T07:59:00Z');
  expect(house.mail.received).toHaveLength(0);
  await at('2031-03-03T08:00:30Z');
  expect(sentTo()).toEqual(['person1', 'person2']);
  expect(await states(series)).toBe('running scheduled');
  await givenContacts(house.app.db, 1, house.given.topicId, 'example.net');
  for (const day of ['10T08', '17T08', '24T08', '31T07']) await at(`2031-03-${day}:00:30Z`);
  // On the 30th the clocks went forward.
  expect(await dates(series)).toEqual([
    '03-03T08:00 finished 2',
    '03-10T08:00 finished 3',
    '03-17T08:00 finished 3',
    '03-24T08:00 finished 3',
    '03-31T07:00 finished 3',
    '04-07T07:00 scheduled 0',
  ]);
  expect((await ask(getCampaign, { id: series.campaignId })).totals).toMatchObject({ planned: 14, sent: 14 });
  await ask(stopRun, { id: (await next(series)).id });
  expect(await states(series)).toBe('completed done');
  expect(await verbs(series)).toContain('series_ended');
  await at('2031-04-07T07:00:30Z');
  expect((await dates(series)).at(-1)).toBe('03-31T07:00 finished 3');
  await house.expectLedgerToHold();
});

test('O31: it ends after so many dates, and its campaign with it', async () => {
  const series = await begun({ ...MONDAYS, count: 2 });
  await at('2031-03-03T08:00:30Z');
  await at('2031-03-10T08:00:30Z');
  expect(await dates(series)).toEqual(['03-03T08:00 finished 3', '03-10T08:00 finished 3']);
  expect(await states(series)).toBe('completed done');
});

test('several schedulers begin a date once; one that dies in between leaves no date out and doubles none', async () => {
  const { db } = house.app;
  const series = await begun(MONDAYS);
  await sql`create function die() returns trigger language plpgsql as $$ begin raise 'killed'; end $$`.execute(db);
  await sql`create trigger die before insert on campaign_history for each row when (new.verb = 'launched') execute function die()`.execute(
    db,
  );
  const monday = new Date('2031-03-03T08:00:30Z');
  await expect(startDueRuns(house.app, monday)).rejects.toThrow('killed');
  expect(await dates(series)).toEqual(['03-03T08:00 scheduled 0']);
  await sql`drop trigger die on campaign_history`.execute(db);
  await Promise.all([1, 2, 3, 4].map(() => startDueRuns(house.app, monday)));
  await untilQuiet();
  expect(await dates(series)).toEqual(['03-03T08:00 finished 3', '03-10T08:00 scheduled 0']);
  expect(house.mail.received).toHaveLength(3);
  const { id } = await next(series);
  const again = sql`update run set occurs_at = '2031-03-03T08:00Z' where id = ${id}`.execute(db);
  await expect(again).rejects.toThrow('run_occurrence');
  await ask(stopRun, { id });
});

test('a date that was missed is passed over, and told of; or caught up on, once, where that is chosen', async () => {
  const passing = await begun({ ...MONDAYS, count: 3 });
  await at('2031-03-10T10:00:00Z');
  expect(await dates(passing)).toEqual(['03-17T08:00 scheduled 0']);
  expect(house.mail.received).toHaveLength(0);
  const { rows } = await ask(campaignHistory, { id: passing.campaignId });
  expect(rows.find(({ verb }) => verb === 'date_passed_over')?.detail).toEqual({
    at: '2031-03-03T08:00:00.000Z',
    next: '2031-03-17T08:00:00.000Z',
  });
  // After the last date there is none to wait for: somebody decides, as about any start.
  await at('2031-03-17T10:00:00Z');
  expect(await dates(passing)).toEqual(['03-17T08:00 missed 0']);
  await ask(cancelRun, { id: (await ask(listRuns, { id: passing.id }))[0]!.id });
  expect(await dates(passing)).toEqual([]);

  const catching = await begun({ ...MONDAYS, whenMissed: 'catch_up' });
  await at('2031-03-19T10:00:00Z');
  expect(await dates(catching)).toEqual(['03-03T08:00 finished 3', '03-24T08:00 scheduled 0']);
  expect(house.mail.received).toHaveLength(3);
  await ask(stopRun, { id: (await next(catching)).id });
});

test('taken back and edited, it goes on with the next date of the new rule', async () => {
  const series = await begun(MONDAYS);
  await at('2031-03-03T08:00:30Z');
  expect(await refused(generateSelection, { id: series.id })).toBe('409 run_scheduled_already');
  const { actions } = await ask(getCampaign, { id: series.campaignId });
  const change = { id: series.id, updatedAt: actions[0]!.updatedAt, expiresAfterHours: 5 };
  expect(await refused(updateAction, change)).toBe('409 campaign_under_way');
  await ask(cancelRun, { id: (await next(series)).id });
  expect(await states(series)).toBe('running ready');
  await at('2031-03-10T08:00:30Z');
  await setRule(series, { ...MONDAYS, rhythm: { unit: 'nth', every: 1, nth: -1, weekday: 5 } });
  await ask(distribute, { id: series.id });
  expect(await dates(series)).toEqual(['03-03T08:00 finished 3', '03-28T08:00 scheduled 0']);
  await ask(stopRun, { id: (await next(series)).id });
});

test('what a person sends meanwhile leaves the dates alone; a date that is brought forward is used up', async () => {
  const series = await begun(MONDAYS);
  const { rows } = await sql<{ id: ContactId }>`select id from contact where email = 'person1@example.org'`.execute(
    house.app.db,
  );
  await ask(pickByHand, { id: series.id, pick: 'added', parties: [{ kind: 'contact', id: rows[0]!.id }] });
  await ask(distribute, { id: series.id, scope: 'hand', delaySeconds: 600 });
  const waiting = (await ask(listRuns, { id: series.id })).find(({ scope }) => scope === 'hand')!;
  await ask(cancelRun, { id: waiting.id });
  expect(await states(series)).toBe('ready scheduled');
  await ask(distribute, { id: series.id, scope: 'hand' });
  await untilQuiet();
  expect(sentTo()).toEqual(['person1']);
  expect(await states(series)).toBe('running scheduled');
  await ask(rescheduleRun, { id: (await next(series)).id, at: null });
  await vi.waitFor(async () => expect((await dates(series)).join()).toContain('03-03T08:00 finished 3'), PATIENCE);
  await at('2031-03-03T08:00:30Z');
  expect(await dates(series)).toEqual(['03-03T08:00 finished 3', '03-10T08:00 scheduled 0', 'hand finished 1']);
  await ask(stopRun, { id: (await next(series)).id });
  await house.expectLedgerToHold();
});

test('Q29: who did not get the last date is fetched and sent to, once, while the next date waits', async () => {
  const series = await begun(MONDAYS);
  house.mail.refuse = (address) => (address.startsWith('person2@') ? '554 5.7.1 not today' : null);
  await at('2031-03-03T08:00:30Z');
  await at('2031-03-10T08:00:30Z');
  house.mail.refuse = () => null;
  house.mail.received.length = 0;
  const { sums } = await ask(fetchFailed, { id: series.id });
  expect(sums).toMatchObject({ matched: 1, planned: 1 });
  await ask(distribute, { id: series.id });
  await untilQuiet();
  expect(sentTo()).toEqual(['person2']);
  expect((await next(series)).occursAt).toBe('2031-03-17T08:00:00.000Z');
  expect(await states(series)).toBe('running scheduled');
  await ask(stopRun, { id: (await next(series)).id });
  await house.expectLedgerToHold();
});

test('a date waits for the one before it; stopped for good, no other follows', async () => {
  const series = await begun(MONDAYS);
  house.mail.answerOnly(1);
  await startDueRuns(house.app, new Date('2031-03-03T08:00:30Z'));
  await vi.waitFor(() => expect(house.mail.waiting()).toBe(2), PATIENCE);
  const { id } = (await ask(listRuns, { id: series.id })).find(({ state }) => state === 'sending')!;
  const paused = ask(pauseRun, { id: id as RunId });
  house.mail.answerOnly(Number.POSITIVE_INFINITY);
  await paused;
  await at('2031-03-10T08:00:30Z');
  expect((await dates(series)).map((date) => date.slice(0, -2))).toEqual([
    '03-03T08:00 paused',
    '03-10T08:00 scheduled',
  ]);
  await ask(stopRun, { id });
  expect((await dates(series)).map((date) => date.slice(0, -2))).toEqual(['03-03T08:00 stopped']);
  expect(await states(series)).toBe('completed done');
});

test('Q08: a list recurs, too: each date is a list of its own', async () => {
  const series = await begun({ ...MONDAYS, rhythm: { unit: 'day', every: 1 }, count: 2 }, 'list');
  await at('2031-03-03T08:00:30Z');
  await at('2031-03-04T08:00:30Z');
  expect(await dates(series)).toEqual(['03-03T08:00 finished 3', '03-04T08:00 finished 3']);
});

test('what cannot begin asks a person, and holds up no other', async () => {
  const [broken, other] = [await begun(MONDAYS), await begun(MONDAYS)];
  const gone = JSON.stringify(['00000000-0000-4000-8000-000000000000']);
  await sql`update run set terms = jsonb_set(terms, '{audience,include}', ${gone}::jsonb) where action_id = ${broken.id}`.execute(
    house.app.db,
  );
  await at('2031-03-03T08:00:30Z');
  expect(await dates(broken)).toEqual(['03-03T08:00 missed 0']);
  expect(await dates(other)).toEqual(['03-03T08:00 finished 3', '03-10T08:00 scheduled 0']);
  expect((await verbs(broken))[0]).toBe('start_refused');
  const [asking] = (await ask(today, {})).running.filter(({ actionId }) => actionId === broken.id);
  expect(asking).toMatchObject({ state: 'missed', pauseReason: { code: 'rule_unknown_segment' } });
  await ask(cancelRun, { id: (await ask(listRuns, { id: broken.id }))[0]!.id });
  expect(await states(broken)).toBe('ready ready');
  await ask(stopRun, { id: (await next(other)).id });
});

test('an action that waits for a series without an end would wait for good: refused on both sides', async () => {
  const series = await made(MONDAYS);
  const { actions } = await ask(addAction, { id: series.campaignId, channel: 'email', name: 'Thanks' });
  const { id, updatedAt } = actions[1]!;
  const after = { id, updatedAt, schedule: { kind: 'after' as const, actionId: series.id, hours: 24 } };
  expect(await refused(updateAction, after)).toBe('422 schedule.actionId series_never_done');
  await setRule(series, { ...MONDAYS, count: 2 });
  await ask(updateAction, after);
  const { updatedAt: readAt } = (await ask(getCampaign, { id: series.campaignId })).actions[0]!;
  const endless = { id: series.id, updatedAt: readAt, schedule: { kind: 'recurring' as const, rule: MONDAYS } };
  expect(await refused(updateAction, endless)).toBe('422 schedule.rule.until series_never_done');
});

test.each<[string, Partial<Recurrence>, string]>([
  ['an interval of zero', { rhythm: { unit: 'day', every: 0 } }, 'rhythm.every recurrence_interval_zero'],
  [
    'no weekday',
    { rhythm: { unit: 'week', every: 1, weekdays: [] } as Rhythm },
    'rhythm.weekdays recurrence_no_weekday',
  ],
  ['an end before the start', { until: '2031-03-02' }, 'until ends_before_start'],
  ['an end before any date', { from: '2031-03-04', until: '2031-03-09' }, 'until recurrence_never'],
  ['dates that are all over', { from: '2020-01-06', count: 3 }, 'count recurrence_never'],
])('it is refused at its field with the remedy: %s', async (_, change, told) => {
  const { id, campaignId } = await made(MONDAYS);
  const { actions } = await ask(getCampaign, { id: campaignId });
  const schedule = { kind: 'recurring' as const, rule: { ...MONDAYS, ...change } };
  expect(await refused(updateAction, { id, updatedAt: actions[0]!.updatedAt, schedule })).toBe(
    `422 schedule.rule.${told}`,
  );
});
