import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { RunId } from '../../../contract/ids.ts';
import { fixedClock } from '../../../tests/support/clock.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { givenCampaign, givenContacts, givenHouse } from '../../../tests/support/ready-campaign.ts';
import { scriptedChannel } from '../../../tests/support/scripted-channel.ts';
import { createDb, createPool } from '../../platform/database/open-database.ts';
import { uuidIds } from '../../platform/ids.ts';
import { silentLogger } from '../../platform/logger.ts';
import { createFieldRegistry, crmRuleFields } from '../audiences/index.ts';
import { distribute, stopRun } from './index.ts';
import { dropLeftOpen, dropOpenLines } from './stop-lines.ts';

const PEOPLE = 2500;
const database = testDatabase();
const needs = () => ({
  db: database.db,
  clock: fixedClock('2026-03-02T09:00:00Z'),
  ids: uuidIds,
  ruleFields: createFieldRegistry([crmRuleFields]),
  channels: { email: scriptedChannel() },
});

/** A run of all, as it stands when so many are sent. */
const runWith = async (house: Awaited<ReturnType<typeof givenHouse>>, sent: number) => {
  const { actor, actionId: id } = await givenCampaign(database.db, house);
  const run = await distribute(needs(), actor, { id, scope: 'all', expectedPlanned: null, delaySeconds: 0 });
  await sql`
    insert into attempt (run_id, no, attempt_no, worker_id, fence, gate_seq)
    select run_id, no, 1, gen_random_uuid(), 1, 1 from recipient where run_id = ${run.id} order by no limit ${sent}`.execute(
    database.db,
  );
  await sql`insert into outcome (run_id, no, seq, attempt_no, state)
    select run_id, no, 1, 1, 'sent' from attempt where run_id = ${run.id}`.execute(database.db);
  await sql`
    update chunk c set open = open - m.lines, sent = sent + m.lines
    from (select no / 1000 as part, count(*) as lines, min(no) as first from attempt where run_id = ${run.id} group by 1) m
    where c.run_id = ${run.id} and m.first between c.first_no and c.last_no`.execute(database.db);
  return run.id;
};

test('F31: a run that no statistics know of yet is stopped within the time that a statement may take', async () => {
  const house = await givenHouse(database.db);
  await givenContacts(database.db, PEOPLE, house.topicId);
  for (const sent of [1000, 1000, 1000]) await runWith(house, sent);
  await sql`analyze`.execute(database.db);
  const run = await runWith(house, 900);
  const pool = createPool({ url: database.url, poolSize: 1, statementTimeoutMs: 30_000 }, silentLogger);
  await dropOpenLines(createDb(pool), run);
  await pool.end();
  const { rows } = await sql<{ open: number; sent: number; dropped: number }>`
    select sum(open)::int as open, sum(sent)::int as sent, sum(dropped)::int as dropped from chunk where run_id = ${run}`.execute(
    database.db,
  );
  expect(rows).toEqual([{ open: 0, sent: 900, dropped: PEOPLE - 900 }]);
});

const openOf = async (run: RunId) => {
  const { rows } = await sql<{ open: number }>`select sum(open)::int as open from chunk where run_id = ${run}`.execute(
    database.db,
  );
  return rows[0]!.open;
};
const dropping = () => dropLeftOpen({ db: database.db, logger: silentLogger });

test('F31: a stop that could not drop what was open drops it when it is asked again', async () => {
  const house = await givenHouse(database.db);
  await givenContacts(database.db, 5, house.topicId);
  const run = await runWith(house, 0);
  await sql
    .raw(`
    create or replace function fail_to_drop() returns trigger language plpgsql as $$ begin
      raise 'disk full' using errcode = '53100';
    end $$;
    create or replace trigger fail_to_drop before insert on outcome for each statement execute function fail_to_drop()`)
    .execute(database.db);
  const stop = () => stopRun(needs(), house.actor, { id: run });
  await expect(stop()).rejects.toThrow();
  await dropping();
  await sql`drop trigger fail_to_drop on outcome`.execute(database.db);
  expect(await openOf(run)).toBeGreaterThan(0);
  expect((await stop()).state).toBe('stopped');
  expect(await openOf(run)).toBe(0);
});

test('F31: what a stop left open is dropped later, but for what a worker has in hand and what may have been handed over', async () => {
  const house = await givenHouse(database.db);
  await givenContacts(database.db, 5, house.topicId);
  const run = await runWith(house, 0);
  await sql`
    insert into attempt (run_id, no, attempt_no, worker_id, fence, gate_seq)
    select run_id, no, 1, gen_random_uuid(), 1, 1 from recipient where run_id = ${run} and no <= 2`.execute(
    database.db,
  );
  await stopRun(needs(), house.actor, { id: run });
  expect(await openOf(run), 'two are under way').toBe(2);
  await dropping();
  expect(await openOf(run), 'and nobody knows yet what became of them').toBe(2);

  await sql`update attempt set released_at = now() where run_id = ${run} and no = 1`.execute(database.db);
  await sql`update chunk set lease_until = now() + interval '1 minute' where run_id = ${run}`.execute(database.db);
  await dropping();
  expect(await openOf(run), 'a worker is at it').toBe(2);
  await sql`update chunk set lease_until = null where run_id = ${run}`.execute(database.db);
  await dropping();
  expect(await openOf(run)).toBe(1);
  await sql`update attempt set released_at = now() where run_id = ${run}`.execute(database.db);
  await dropping();
  expect(await openOf(run)).toBe(0);
});
