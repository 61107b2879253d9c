import { sql } from 'kysely';
import { beforeAll, expect, test, vi } from 'vitest';
import { NO_AUDIENCE } from '../../contract/audience.ts';
import { createCampaign, getCampaign, updateAction } from '../../contract/campaigns.ts';
import { createContentVersion } from '../../contract/content.ts';
import type { ActionId, CampaignId, ContactId, SegmentId } from '../../contract/ids.ts';
import { EVERYBODY, type Rule, type RuleTree } from '../../contract/rule.ts';
import { campaignReport } from '../../contract/runs.ts';
import { createSegment } from '../../contract/segments.ts';
import type { Pace } from '../../contract/track-pace.ts';
import {
  addInterest,
  countComing,
  endTracks,
  getTracks,
  holdTracks,
  listEnrolments,
  rehearseTracks,
  resumeTracks,
  saveTracks,
  settleEnrolments,
  startTracks,
  type TrackDraft,
  updateTrackPlan,
} from '../../contract/tracks.ts';
import { tickTracks } from '../../server/modules/delivery/index.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { givenContacts } from '../support/ready-campaign.ts';

/** Told by a simulated clock: weeks pass between two lines; mails are really sent each time. */
const house = campaignHouse();
const { ask } = house;
const pace: Pace = { everyDays: 3, weekdays: [1, 2, 3, 4, 5], opens: '09:00', closes: '16:00', zone: 'company' };
/** A Monday, eight o’clock in Oslo. */
const MONDAY = '2031-03-03T07:00:00Z';
const DAY = 86_400_000;
const people: Record<string, ContactId> = {};
let everybody: SegmentId;

beforeAll(async () => {
  const { db } = house.app;
  await givenContacts(db, 3, house.given.topicId);
  const { rows } = await sql<{ id: ContactId; name: string }>`select id, last_name as name from contact`.execute(db);
  for (const { id, name } of rows) people[name] = id;
  everybody = (await ask(createSegment, { name: 'Everybody', partyKind: 'contact', rule: EVERYBODY })).id;
});

type Wish = Partial<Omit<TrackDraft, 'messages'>> & { name: string; messages: string[] };

/** A profiled campaign as somebody makes it: tracks, their messages written, who comes in and how fast. */
const made = async (kind: 'sequential' | 'parallel', tracks: readonly Wish[]): Promise<CampaignId> => {
  const { id } = await ask(createCampaign, { name: kind, kind, topicId: house.given.topicId });
  const drafts = tracks.map(({ messages, ...track }) => ({ ...track, messages: messages.map((name) => ({ name })) }));
  const stored = await ask(saveTracks, { id, tracks: drafts });
  for (const { actionId, name } of stored.tracks.flatMap(({ messages }) => messages)) await write(actionId, name);
  await ask(updateTrackPlan, { id, pace, audience: { ...NO_AUDIENCE, include: [everybody] } });
  return id;
};

const write = async (actionId: ActionId, subject: string) => {
  const variants = { en: { subject, preheader: '', html: `<p>${subject}</p>`, text: null } };
  const { id: contentVersionId } = await ask(createContentVersion, { defaultLanguage: 'en', variants });
  const { rows } = await sql<{ updatedAt: Date }>`select updated_at from action where id = ${actionId}`.execute(
    house.app.db,
  );
  await ask(updateAction, {
    id: actionId,
    updatedAt: rows[0]!.updatedAt.toISOString(),
    contentVersionId,
    sendingAccountId: house.given.accountId,
  });
};

/** The clock goes on, an hour at a time over the working day; what is due is really sent before it goes on. */
const live = async (days: number, from = MONDAY): Promise<string[]> => {
  house.mail.received.length = 0;
  const told: string[] = [];
  for (let day = 0; day < days; day += 1) {
    const at = new Date(Date.parse(from) + day * DAY + 3_600_000);
    house.clock.set(at.toISOString());
    await tickTracks(house.app, at);
    await untilSent();
    const came = house.mail.received.splice(0).map(({ to, raw }) => `${to.split('@')[0]} ${subjectOf(String(raw))}`);
    told.push(...came.sort().map((line) => `${at.toISOString().slice(5, 10)} ${line}`));
  }
  return told;
};
const subjectOf = (mail: string) => /^Subject: (.*)$/m.exec(mail)?.[1]?.trim() ?? '';

const untilSent = () =>
  vi.waitFor(
    async () => {
      const { rows } = await sql`select from run where mode = 'tick' and state = 'sending'`.execute(house.app.db);
      expect(rows).toHaveLength(0);
    },
    { timeout: PATIENCE_MS, interval: 30 },
  );

const rule = (leaf: Rule): RuleTree => ({ kind: 'group', match: 'all', rules: [leaf] });

const begin = async (id: CampaignId, at = MONDAY) => {
  house.clock.set(at);
  await ask(startTracks, { id });
};

test('O12, O39: what is missing is told at its field with the remedy; started, everything goes by itself', async () => {
  const { id } = await ask(createCampaign, { name: 'Not yet', kind: 'sequential', topicId: house.given.topicId });
  expect(await house.refused(updateTrackPlan, { id, pace: { ...pace, everyDays: 0 } })).toBe(
    '422 pace.everyDays interval_zero',
  );
  expect(await house.refused(updateTrackPlan, { id, pace: { ...pace, weekdays: [] } })).toBe(
    '422 pace.weekdays window_never_opens',
  );
  expect(await house.refused(updateTrackPlan, { id, pace: { ...pace, opens: '16:00', closes: '09:00' } })).toBe(
    '422 pace.closes window_never_opens',
  );
  expect(await house.refused(saveTracks, { id, tracks: [{ name: 'A', interest: 'moon', messages: [] }] })).toBe(
    '422 tracks.0.interest interest_unknown',
  );
  const { tracks } = await ask(getTracks, { id });
  const first = tracks[0]!;
  expect(await house.refused(startTracks, { id })).toBe(
    '422 audience audience_empty, tracks.0.messages.0.content no_content',
  );
  await ask(saveTracks, { id, tracks: [{ id: first.id, name: first.name, messages: [] }] });
  expect(await house.refused(startTracks, { id })).toContain('tracks.0.messages track_empty');
});

test('O11, O21, O22, O23, O24: a course goes in order, one lesson an interval, and the next profile begins when the first is through', async () => {
  const id = await made('sequential', [
    { name: 'Basics', messages: ['Lesson 1', 'Lesson 2'] },
    { name: 'Advanced', messages: ['Lesson 3'] },
  ]);
  expect(await ask(countComing, { id })).toEqual({ people: 3 });
  await begin(id);
  const rehearsed = await ask(rehearseTracks, { id, contactId: people['1']! });
  await ask(settleEnrolments, { id, what: 'hold', contactIds: [people['2']!] });
  await ask(settleEnrolments, { id, what: 'leave', contactIds: [people['3']!] });
  const told = await live(9);
  expect(told).toEqual(['03-03 person1 Lesson 1', '03-06 person1 Lesson 2', '03-10 person1 Lesson 3']);
  // The rehearsal had said so: from the 6th three days lead to a Sunday, and so to the Monday.
  expect(rehearsed.messages.map(({ at, name }) => `${at.slice(5, 10)} person1 ${name}`)).toEqual(told);
  await ask(settleEnrolments, { id, what: 'resume', contactIds: [people['2']!] });
  expect(await live(1, '2031-03-12T07:00:00Z')).toEqual(['03-12 person2 Lesson 1']);

  const { rows } = await ask(listEnrolments, { id, search: 'person2' });
  expect(
    rows.map(({ track, state, step, steps, next }) => `${track} ${state} ${step}/${steps} ${next}`).sort(),
  ).toEqual(['Advanced queued 0/1 Lesson 3', 'Basics active 1/2 Lesson 2']);
  expect((await ask(campaignReport, { id })).sums).toMatchObject({ planned: 4, sent: 4 });
  expect((await ask(endTracks, { id })).tracks[0]?.people).toMatchObject({ active: 1, finished: 1, left: 1 });
  await house.expectLedgerToHold();
});

test('O25, O26: interested in X and Z but not in Y: both side by side, each in its order', async () => {
  const { value: x } = await ask(addInterest, { label: 'X' });
  const { value: y } = await ask(addInterest, { label: 'Y' });
  const { value: z } = await ask(addInterest, { label: 'Z' });
  await sql`update contact set custom = ${JSON.stringify({ interests: [x, z] })}::jsonb where id = ${people['1']!}`.execute(
    house.app.db,
  );
  const id = await made('parallel', [
    { name: 'X', interest: x, messages: ['X one', 'X two'] },
    { name: 'Y', interest: y, messages: ['Y one'] },
    { name: 'Z', interest: z, messages: ['Z one', 'Z two'] },
  ]);
  await begin(id, '2031-04-07T07:00:00Z');
  expect(await live(4, '2031-04-07T07:00:00Z')).toEqual([
    '04-07 person1 X one',
    '04-07 person1 Z one',
    '04-10 person1 X two',
    '04-10 person1 Z two',
  ]);
});

test('O31: no limit of cycles: the course begins anew as often as the plan says; paused, nothing goes', async () => {
  const id = await made('sequential', [{ name: 'Again', messages: ['Reminder'] }]);
  await ask(updateTrackPlan, { id, againAfterDays: 2 });
  await begin(id, '2031-05-05T07:00:00Z');
  const told = await live(8, '2031-05-05T07:00:00Z');
  expect(told.filter((line) => line.includes('person1'))).toEqual([
    '05-05 person1 Reminder',
    '05-07 person1 Reminder',
    '05-09 person1 Reminder',
    '05-12 person1 Reminder',
  ]);
  await ask(holdTracks, { id });
  expect(await live(3, '2031-05-14T07:00:00Z')).toEqual([]);
  await ask(resumeTracks, { id });
  expect((await live(1, '2031-05-19T07:00:00Z')).length).toBe(3);
  await ask(holdTracks, { id });
});

test('O31: every year on the birthday, a run each time, as long as somebody matches', async () => {
  const tree = rule({ kind: 'field', field: 'contact.birthday', operator: 'anniversary_in_next_days', value: 0 });
  await sql`update contact set birthday = '1990-09-09' where id = ${people['1']!}`.execute(house.app.db);
  const id = await made('sequential', [{ name: 'Birthday', messages: ['Happy birthday'] }]);
  const audience = { ...NO_AUDIENCE, rule: { partyKind: 'contact' as const, tree } };
  await ask(updateTrackPlan, { id, audience, againAfterDays: 300, pace: { ...pace, weekdays: [1, 2, 3, 4, 5, 6, 7] } });
  await begin(id, '2031-09-08T07:00:00Z');
  const told = [
    await live(3, '2031-09-08T07:00:00Z'),
    await live(2, '2032-09-08T07:00:00Z'),
    await live(1, '2033-09-09T07:00:00Z'),
  ];
  expect(told).toEqual(Array(3).fill(['09-09 person1 Happy birthday']));
  expect((await ask(getCampaign, { id })).totals).toMatchObject({ distributions: 3, planned: 3, sent: 3 });
});

test('a track edited while people are in it: they stay or move, by choice, and nobody gets a message twice', async () => {
  const id = await made('sequential', [{ name: 'Course', messages: ['One', 'Two'] }]);
  await begin(id, '2031-06-02T07:00:00Z');
  await live(1, '2031-06-02T07:00:00Z');
  const [course] = (await ask(getTracks, { id })).tracks;
  const [one, two] = course!.messages;
  const arranged = (messages: { actionId?: ActionId; name: string }[]) => [
    { id: course!.id, name: 'Course', messages },
  ];
  const moved = await ask(saveTracks, {
    id,
    tracks: arranged([
      { name: 'Zero' },
      { actionId: two!.actionId, name: 'Two' },
      { actionId: one!.actionId, name: 'One' },
    ]),
    underWay: 'move',
  });
  await write(moved.tracks[0]!.messages[0]!.actionId, 'Zero');
  const told = await live(9, '2031-06-03T07:00:00Z');
  expect(told.filter((line) => line.includes('person1'))).toEqual(['06-05 person1 Zero', '06-09 person1 Two']);

  const appended = [...moved.tracks[0]!.messages.map(({ actionId, name }) => ({ actionId, name })), { name: 'Encore' }];
  const more = await ask(saveTracks, { id, tracks: arranged(appended), through: 'receive' });
  await write(more.tracks[0]!.messages[3]!.actionId, 'Encore');
  expect((await live(6, '2031-06-12T07:00:00Z')).filter((line) => line.includes('person1'))).toEqual([
    '06-16 person1 Encore',
  ]);
  await house.expectLedgerToHold();
});
