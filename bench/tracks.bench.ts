import { sql } from 'kysely';
import { NO_AUDIENCE } from '../contract/audience.ts';
import { EVERYBODY } from '../contract/rule.ts';
import { USUAL_PACE } from '../contract/track-pace.ts';
import { createFieldRegistry, crmRuleFields } from '../server/modules/audiences/index.ts';
import { tickTracks } from '../server/modules/delivery/index.ts';
import type { Db } from '../server/platform/database/open-database.ts';
import { givenContacts, givenHouse } from '../tests/support/ready-campaign.ts';
import { givenTracks } from '../tests/support/tracks.ts';
import { type Bench, timed } from './bench.ts';

const TRACKS = ['A', 'B', 'C', 'D'].map((name) => ({ name, messages: 20 }));
/** Ten in the morning of some Tuesday: the window is open. */
const NOW = new Date('2030-03-05T09:00:00Z');
const LATER = new Date('2030-04-05T09:00:00Z');

/** People in four tracks, of whom a hundredth is due, against a tick when all of them are. */
export const bench: Bench = {
  name: 'tracks',
  about: 'A tick over the people enrolled in four tracks: with one percent of them due, against all of them',
  size: 1_000_000,
  rounds: 1,
  warmUp: false,
  ratios: {
    onePercentDue: { variant: 'onePercent', against: 'everybody', limit: 0.05 },
    nobodyDue: { variant: 'nobody', against: 'everybody', limit: 0.01 },
  },
  open: async ({ db }, size) => {
    await makeEnrolled(db, size);
    const tick = async (due: number) => {
      await makeDue(db, due);
      const needs = { db, clock: { now: () => NOW }, ruleFields: createFieldRegistry([crmRuleFields]) };
      const taken = await timed(() => tickTracks(needs, NOW));
      await settle(db);
      return taken;
    };
    // The first tick of a month makes its partitions, and finds nothing in memory.
    await tick(TRACKS.length);
    return {
      variants: { onePercent: () => tick(Math.ceil(size / 100)), everybody: () => tick(size), nobody: () => tick(0) },
    };
  },
};

const makeEnrolled = async (db: Db, people: number): Promise<void> => {
  const house = await givenHouse(db);
  await givenContacts(db, people, house.topicId);
  const audience = { ...NO_AUDIENCE, rule: { partyKind: 'contact' as const, tree: EVERYBODY } };
  const pace = { ...USUAL_PACE, zone: 'company' as const };
  const id = await givenTracks(db, house, { kind: 'parallel', joining: 'once', pace, audience, tracks: TRACKS });
  await sql`update campaign set state = 'running' where id = ${id}`.execute(db);
  await sql`insert into enrolment (campaign_id, track_id, contact_id, state, version, next_at)
    select ${id}, t.id, c.id, 'active', 1, ${LATER}::timestamptz from (select id, row_number() over () as n from contact) c
    join track t on t.position = c.n % 4 + 1`.execute(db);
};

/** So many are due, the others in a month. */
const makeDue = async (db: Db, due: number): Promise<void> => {
  await sql`update enrolment set next_at = case when id <= ${due} then ${NOW}::timestamptz else ${LATER} end
    where next_at is distinct from case when id <= ${due} then ${NOW}::timestamptz else ${LATER} end`.execute(db);
  await sql`vacuum analyze enrolment`.execute(db);
};

/** What was planned has arrived, so that the next message need not wait for it. */
const settle = async (db: Db): Promise<void> => {
  await sql`insert into outcome (run_id, no, seq, state)
    select r.run_id, r.no, 1, 'sent' from recipient r join run on run.id = r.run_id and run.state = 'sending'`.execute(
    db,
  );
  await sql`update chunk set sent = open, open = 0 where open > 0`.execute(db);
  await sql`update run set state = 'finished', finished_at = now() where state = 'sending'`.execute(db);
  await sql`analyze`.execute(db);
};
