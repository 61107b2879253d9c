import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { NO_AUDIENCE } from '../../../../contract/audience.ts';
import type { CampaignId } from '../../../../contract/ids.ts';
import { EVERYBODY } from '../../../../contract/rule.ts';
import type { Pace } from '../../../../contract/track-pace.ts';
import { buildStale } from '../../../../scripts/build.mjs';
import { fixedClock } from '../../../../tests/support/clock.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { emptierOf } from '../../../../tests/support/emptier.ts';
import { givenContacts, givenHouse } from '../../../../tests/support/ready-campaign.ts';
import { givenTracks, type TracksWish } from '../../../../tests/support/tracks.ts';
import { packageRoot } from '../../../platform/package-root.ts';
import { createFieldRegistry, crmRuleFields } from '../../audiences/index.ts';
import { startTracks } from '../../campaigns/index.ts';
import { checkLedger } from '../../reporting/index.ts';
import { runTotalsOf } from '../run-totals.ts';
import { tickTracks } from './tick-tracks.ts';

const database = testDatabase();
let empty: () => Promise<void>;
const clock = fixedClock('2030-03-04T08:00:00Z');
const ruleFields = createFieldRegistry([crmRuleFields]);
const needs = () => ({ db: database.db, clock, ruleFields, runTotals: runTotalsOf });
let house: Awaited<ReturnType<typeof givenHouse>>;

beforeAll(() => buildStale(['processes']), 300_000);
beforeAll(async () => {
  empty = await emptierOf(database.db);
});
beforeEach(async () => {
  await empty();
  house = await givenHouse(database.db);
});

const DAY = 86_400_000;
const at = (text: string) => new Date(text);
const pace: Pace = { everyDays: 2, weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '09:00', closes: '17:00', zone: 'company' };

/** Starts a campaign with these tracks for everybody, at nine in Oslo on a Monday. */
const started = async (wish: TracksWish): Promise<CampaignId> => {
  const id = await givenTracks(database.db, house, {
    pace,
    audience: { ...NO_AUDIENCE, rule: { partyKind: 'contact', tree: EVERYBODY } },
    ...wish,
  });
  clock.set('2030-03-04T08:00:00Z');
  await startTracks(needs(), house.actor, { id });
  return id;
};

/** Who was planned what: `day person message`, the ticks of as many days running at nine in Oslo. */
const days = async (count: number, from = '2030-03-04T08:00:00Z', between: () => Promise<void> = arrive) => {
  for (let day = 0; day < count; day += 1) {
    await tickTracks(needs(), new Date(Date.parse(from) + day * DAY));
    await between();
  }
};

/** Everything on its way arrives. */
async function arrive(state = 'sent', reason: string | null = null): Promise<void> {
  const { db } = database;
  const fresh = sql`recipient r where r.verdict = 'planned' and not exists (select from outcome o where o.run_id = r.run_id and o.no = r.no)`;
  await sql`insert into attempt (run_id, no, attempt_no, worker_id, fence, gate_seq)
    select r.run_id, r.no, 1, gen_random_uuid(), 1, 1 from ${fresh}`.execute(db);
  await sql`insert into outcome (run_id, no, seq, attempt_no, state, reason) select r.run_id, r.no, 1, 1, ${state}, ${reason} from ${fresh}`.execute(
    db,
  );
  await sql`update chunk set ${sql.ref(state)} = total, open = 0 where open > 0`.execute(db);
  await sql`update run set state = 'finished', finished_at = now() where state = 'sending'`.execute(db);
}

const planned = async () => {
  const { rows } = await sql<{ line: string }>`
    select to_char(r.scheduled_for at time zone 'UTC', 'MM-DD') || ' ' || c.last_name || ' ' || a.name
      || case when l.verdict = 'excluded' then ' ' || l.reason else '' end as line
    from run r join recipient l on l.run_id = r.id join contact c on c.id = l.party_id join action a on a.id = r.action_id
    where r.mode = 'tick' order by r.scheduled_for, c.last_name, a.name`.execute(database.db);
  return rows.map(({ line }) => line);
};
const standing = async () => {
  const { rows } = await sql<{ line: string }>`
    select c.last_name || ' ' || t.name || ' ' || e.state || ' ' || e.step || coalesce(' ' || e.waits_for, '') || coalesce(' ' || e.left_for, '') as line
    from enrolment e join contact c on c.id = e.contact_id join track t on t.id = e.track_id order by c.last_name, t.position`.execute(
    database.db,
  );
  return rows.map(({ line }) => line);
};
const holdsTogether = async () =>
  expect((await checkLedger(database.db)).filter(({ broken }) => broken.length > 0)).toEqual([]);

test('one after the other: the next track begins when the first is through, one interval between all', async () => {
  await givenContacts(database.db, 1, house.topicId);
  await started({
    kind: 'sequential',
    tracks: [
      { name: 'A', messages: 2 },
      { name: 'B', messages: 1 },
    ],
  });
  await days(8);
  expect(await planned()).toEqual(['03-04 1 A1', '03-06 1 A2', '03-08 1 B1']);
  expect(await standing()).toEqual(['1 A finished 2', '1 B finished 1']);
  await holdsTogether();
});

test('the company’s hours hold for what tracks send, too, by each recipient’s clock', async () => {
  const { db } = database;
  await givenContacts(db, 3, house.topicId);
  const week = Array.from({ length: 7 }, () => ({ from: '08:00', until: '20:00' }));
  const window = { week, zone: 'recipient', holidays: 'none' };
  await sql`update installation set send_window = ${JSON.stringify(window)}::jsonb`.execute(db);
  await sql`update contact set time_zone = 'Asia/Tokyo' where last_name = '1'`.execute(db);
  await started({ kind: 'sequential', tracks: [{ name: 'A', messages: 1 }] });
  await tickTracks(needs(), at('2030-03-04T08:00:00Z'));
  const { rows } = await sql<{ timeZone: string | null; lines: number; closes: string }>`
    select time_zone, total as lines, to_char(closes_at at time zone coalesce(time_zone, 'Europe/Oslo'), 'HH24:MI') as closes
    from chunk order by 1`.execute(db);
  expect(rows).toEqual([
    { timeZone: 'Asia/Tokyo', lines: 1, closes: '20:00' },
    { timeZone: null, lines: 2, closes: '20:00' },
  ]);
});

test('side by side, for those interested: X and Z but not Y', async () => {
  await givenContacts(database.db, 2, house.topicId);
  await sql`update contact set custom = '{"interests": ["x", "z"]}' where last_name = '1'`.execute(database.db);
  const tracks = ['x', 'y', 'z'].map((interest) => ({ name: interest, interest, messages: 2 }));
  await started({ kind: 'parallel', tracks });
  await days(3);
  expect(await planned()).toEqual(['03-04 1 x1', '03-04 1 z1', '03-06 1 x2', '03-06 1 z2']);
});

test('whoever comes to match later comes in; whoever loses the interest leaves, and goes on when it is back', async () => {
  await givenContacts(database.db, 1, house.topicId);
  await started({ kind: 'parallel', tracks: [{ name: 'X', interest: 'x', messages: 3 }] });
  const interests = (value: string) => sql`update contact set custom = ${value}::jsonb`.execute(database.db);
  await days(1);
  await interests('{"interests": ["x"]}');
  await days(1, '2030-03-05T08:00:00Z');
  await interests('{}');
  await days(2, '2030-03-06T08:00:00Z');
  expect(await standing()).toEqual(['1 X left 1 interest_gone']);
  await interests('{"interests": ["x"]}');
  await days(1, '2030-03-09T08:00:00Z');
  expect(await planned()).toEqual(['03-05 1 X1', '03-09 1 X2']);
});

test('two schedulers and a tick again take no step twice', async () => {
  await givenContacts(database.db, 50, house.topicId);
  await started({
    kind: 'parallel',
    tracks: [
      { name: 'A', messages: 2 },
      { name: 'B', messages: 2 },
    ],
  });
  const monday = at('2030-03-04T08:00:00Z');
  await Promise.all([1, 2, 3, 4].map(() => tickTracks(needs(), monday)));
  await arrive();
  await tickTracks(needs(), monday);
  expect(await planned()).toHaveLength(100);
  await holdsTogether();
});

test('two processes with clocks that jump, killed again and again: nobody gets a message twice, and all get all', {
  timeout: 120_000,
}, async () => {
  await givenContacts(database.db, 40, house.topicId);
  const tracks = [
    { name: 'A', messages: 3 },
    { name: 'B', messages: 2 },
  ];
  await started({ kind: 'parallel', tracks });
  const clocks = Array.from({ length: 14 }, (_, day) =>
    new Date(Date.parse('2030-03-04T08:00:00Z') + day * DAY).toISOString(),
  );
  const file = join(packageRoot(), 'dist/processes/tick-process.js');
  const oneLife = async (ms: number) => {
    const child = spawn(process.execPath, [file, database.url, ...clocks], { cwd: packageRoot() });
    await once(child.stdout, 'data');
    await sleep(ms);
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  for (const [one, other] of [
    [60, 200],
    [110, 150],
  ] as const) {
    await Promise.all([oneLife(one), oneLife(other)]);
    await arrive();
  }
  // A clock that was ahead has put the next message off: to after the last day it showed.
  await days(8, '2030-03-18T08:00:00Z');
  const lines = await sql<{ lines: number; people: number }>`
    select count(*)::int as lines, count(distinct (r.action_id, l.party_id))::int as people
    from run r join recipient l on l.run_id = r.id where r.mode = 'tick' and l.verdict = 'planned'`.execute(
    database.db,
  );
  expect(lines.rows[0]).toEqual({ lines: 200, people: 200 });
  expect(new Set((await standing()).map((line) => line.split(' ').slice(1).join(' ')))).toEqual(
    new Set(['A finished 3', 'B finished 2']),
  );
  await holdsTogether();
});

test('the window and the clock of each person', async () => {
  await givenContacts(database.db, 2, house.topicId);
  await sql`update contact set time_zone = 'America/New_York' where last_name = '2'`.execute(database.db);
  await started({ kind: 'sequential', tracks: [{ name: 'A', messages: 1 }], pace: { ...pace, zone: 'person' } });
  await tickTracks(needs(), at('2030-03-04T08:00:00Z'));
  expect(await planned()).toEqual(['03-04 1 A1']);
  await tickTracks(needs(), at('2030-03-04T14:00:00Z'));
  expect(await planned()).toEqual(['03-04 1 A1', '03-04 2 A1']);
});

test('contact pressure holds a message until it is allowed, and of two tracks the second', async () => {
  await givenContacts(database.db, 1, house.topicId);
  await sql`insert into pressure_rule (id, max_messages, days) values (gen_random_uuid(), 1, 3)`.execute(database.db);
  await started({
    kind: 'parallel',
    tracks: [
      { name: 'A', messages: 1 },
      { name: 'B', messages: 1 },
    ],
  });
  await tickTracks(needs(), at('2030-03-04T08:00:00Z'));
  expect(await standing()).toEqual(['1 A finished 1', '1 B active 0 pressure']);
  await arrive();
  await sql`insert into touch select party_id, timestamptz '2030-03-04T08:01Z', run_id, no, party_kind, 'email', 'marketing' from recipient`.execute(
    database.db,
  );
  await days(4, '2030-03-05T10:00:00Z');
  expect(await planned()).toEqual(['03-04 1 A1', '03-07 1 B1']);
});

test.each([
  ['go_on', ['1 A finished 2']],
  ['wait', ['1 A active 1 failed']],
  ['leave', ['1 A left 1 failed']],
] as const)('after a failed message a track may %s', async (afterFailure, expected) => {
  await givenContacts(database.db, 1, house.topicId);
  await started({ kind: 'sequential', tracks: [{ name: 'A', messages: 2, afterFailure }] });
  await days(3, undefined, () => arrive('failed', 'mailbox_gone'));
  expect(await standing()).toEqual(expected);
});

test('a message still on its way is waited for: the order holds', async () => {
  await givenContacts(database.db, 1, house.topicId);
  await started({ kind: 'sequential', tracks: [{ name: 'A', messages: 2 }] });
  await days(3, undefined, async () => undefined);
  expect(await standing()).toEqual(['1 A active 1 open']);
  await arrive();
  await days(1, '2030-03-07T09:00:00Z');
  expect(await planned()).toEqual(['03-04 1 A1', '03-07 1 A2']);
});

test('whoever unsubscribes leaves every track; without consent the line is there with its reason', async () => {
  await givenContacts(database.db, 2, house.topicId);
  const id = await started({
    kind: 'sequential',
    tracks: [
      { name: 'A', messages: 2 },
      { name: 'B', messages: 1 },
    ],
  });
  await days(1);
  await sql`insert into opt_out (scope, campaign_id, channel, party_kind, party_id, address_key, source, gate_seq)
    select 'campaign', ${id}, 'email', 'contact', id, email_key, 'link', nextval('gate_seq') from contact where last_name = '1'`.execute(
    database.db,
  );
  await sql`delete from consent where party_id = (select id from contact where last_name = '2')`.execute(database.db);
  await days(2, '2030-03-05T08:00:00Z');
  expect((await planned()).slice(2)).toEqual(['03-06 1 A2 unsubscribed_campaign', '03-06 2 A2 no_consent']);
  expect(await standing()).toEqual([
    '1 A left 1 unsubscribed',
    '1 B left 0 unsubscribed',
    '2 A finished 2',
    '2 B active 0',
  ]);
  await holdsTogether();
});

test('a campaign for those who match once is done when nobody is under way; one may begin anew where it says so', async () => {
  await givenContacts(database.db, 1, house.topicId);
  const id = await started({ kind: 'sequential', joining: 'once', tracks: [{ name: 'A', messages: 1 }] });
  await days(1);
  expect(await database.db.selectFrom('campaign').select('state').where('id', '=', id).executeTakeFirst()).toEqual({
    state: 'completed',
  });

  await started({ kind: 'sequential', againAfterDays: 10, tracks: [{ name: 'B', messages: 1 }] });
  await days(12);
  expect((await planned()).slice(1)).toEqual(['03-04 1 B1', '03-14 1 B1']);
});
