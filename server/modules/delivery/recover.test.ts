import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { RunId } from '../../../contract/ids.ts';
import { fixedClock } from '../../../tests/support/clock.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { givenCampaign, givenContacts, givenHouse } from '../../../tests/support/ready-campaign.ts';
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts';
import { uuidIds } from '../../platform/ids.ts';
import { silentLogger } from '../../platform/logger.ts';
import { createFieldRegistry, crmRuleFields } from '../audiences/index.ts';
import { passGate } from '../consent/index.ts';
import { checkLedger } from '../reporting/index.ts';
import { leaseChunk } from './chunk.store.ts';
import { FullDisk } from './full-disk.ts';
import { distribute } from './index.ts';
import { createIntents } from './intent.store.ts';
import { Journal, notYetJournaled } from './journal.ts';
import { loadDueLines } from './line.store.ts';
import { dotRecord, keyText, replyRecord } from './model/journal.ts';
import { follow, writeOutcomes } from './outcome.store.ts';
import { OutcomeRecorder } from './outcome-recorder.ts';
import { settleDeadWorkers, settleLostHosts } from './recover.ts';
import { registerWorker } from './worker.store.ts';

const database = testDatabase();
let folder: string;
let runId: RunId;
const workerId = () => uuidIds.next();
const suppressed: { addressKey: string; reply: string }[] = [];
const needs = () => ({
  db: database.db,
  logger: silentLogger,
  suppressGone: async (_: unknown, gone: readonly { addressKey: string; reply: string }[]) => {
    suppressed.push(...gone);
  },
});
const write = createIntents({ values: sql`'{}'::text[]`, joins: sql`` }, sql<boolean>`true`);

beforeAll(async () => {
  folder = (await temporaryFolder()).folder;
});

/** A worker with intents for lines 1 to 4 that then dies: 1 never got to its dot, 2 did, 3 was answered, 4 was refused. */
const givenDeadWorker = async () => {
  const { db } = database;
  const house = await givenHouse(db);
  await sql`truncate contact cascade`.execute(db);
  await givenContacts(db, 10, house.topicId);
  const campaign = await givenCampaign(db, house);
  const needs = {
    db,
    clock: fixedClock('2026-03-02T09:00:00Z'),
    ruleFields: createFieldRegistry([crmRuleFields]),
    channels: {},
  };
  runId = (
    await distribute(needs, campaign.actor, {
      id: campaign.actionId,
      scope: 'all',
      expectedPlanned: null,
      delaySeconds: 0,
    })
  ).id;
  const worker = workerId();
  await registerWorker(db, worker, 'test');
  const lease = (await leaseChunk(db, worker))!;
  const lines = (await loadDueLines(db, lease)).slice(0, 4);
  const intents = lines.map((line) => ({
    line,
    attemptNo: 1,
    messageId: `<${line.no}@x>`,
    sendingAccountId: campaign.accountId,
    sender: null,
  }));
  const intended = await db.transaction().execute(async (tx) => {
    await passGate(tx);
    return write(tx, lease, worker, intents);
  });
  expect([...(intended?.keys() ?? [])]).toEqual([1, 2, 3, 4]);
  return { worker, lease };
};

const journalOf = (worker: string, nth = '') =>
  join(folder, `${hostname().replace(/[^a-zA-Z0-9-]/g, '_')}.${worker}${nth}.journal`);

const writeJournal = (worker: string) => {
  const key = (no: number) => keyText({ runId, no, attemptNo: 1 });
  mkdirSync(folder, { recursive: true });
  const records = [
    dotRecord(key(2)),
    dotRecord(key(3)) + replyRecord(key(3), { state: 'sent', reply: '250 ok' }),
    replyRecord(key(4), { state: 'failed', reason: 'no_such_mailbox', reply: '550 5.1.1', verdict: 'gone' }),
  ];
  writeFileSync(journalOf(worker), records.join(''));
};

const addressOf = async (no: number) => {
  const { rows } = await sql<{ key: string }>`
    select address_key as key from recipient where run_id = ${runId} and no = ${no}`.execute(database.db);
  return rows[0]!.key;
};

const states = async () => {
  const { rows } = await sql<{ no: number; state: string | null }>`
    select r.no, (select state from outcome o where o.run_id = r.run_id and o.no = r.no order by seq desc limit 1) as state
    from recipient r where run_id = ${runId} and no <= 5 order by no`.execute(database.db);
  return rows.map((row) => row.state);
};
const ledgerHolds = async () =>
  expect((await checkLedger(database.db)).filter((check) => check.broken.length > 0)).toEqual([]);

let dead: Awaited<ReturnType<typeof givenDeadWorker>>;
beforeEach(async () => {
  await sql`update run set state = 'stopped', sealed_at = coalesce(sealed_at, now()) where state = 'sending'`.execute(
    database.db,
  );
  dead = await givenDeadWorker();
});

test('F2, F3, F4: a dead worker’s journal settles what it left: untouched goes again, a lone dot is unknown, answers stand', async () => {
  writeJournal(dead.worker);
  await settleDeadWorkers(needs(), folder);
  expect(await states()).toEqual([null, 'unknown', 'sent', 'failed', null]);
  const again = (await leaseChunk(database.db, workerId()))!;
  expect(again.fence).not.toBe(dead.lease.fence);
  expect((await loadDueLines(database.db, again)).map((line) => line.no)).toEqual([1, 5, 6, 7, 8, 9, 10]);
  await ledgerHolds();
});

test('F3, F4: a journal of several files with a damaged record settles all that it can tell', async () => {
  writeJournal(dead.worker);
  const key = (no: number) => keyText({ runId, no, attemptNo: 1 });
  writeFileSync(journalOf(dead.worker, '.2'), `R ${key(1)} {"state":"se\n${dotRecord(key(4))}`);
  await settleDeadWorkers(needs(), folder);
  expect(await states()).toEqual(['unknown', 'unknown', 'sent', 'failed', null]);
  await ledgerHolds();
});

test('F17: what a dead worker was told of an address has its consequences, and its retry waits by the tries that count', async () => {
  const { db } = database;
  // What was released before says nothing of the recipient.
  await sql`update attempt set attempt_no = 4 where run_id = ${runId} and no = 2`.execute(db);
  const greylisted = { state: 'deferred', reason: 'greylisted', reply: '451 later' } as const;
  const disabled = { state: 'failed', reason: 'mailbox_disabled', reply: '550 5.2.1 disabled', verdict: null } as const;
  const nobody = { state: 'failed', reason: 'no_such_mailbox', reply: '550 5.1.1 nobody', verdict: 'gone' } as const;
  const said = [replyRecord(keyText({ runId, no: 2, attemptNo: 4 }), greylisted)];
  for (const [no, outcome] of [
    [3, disabled],
    [4, nobody],
  ] as const)
    said.push(replyRecord(keyText({ runId, no, attemptNo: 1 }), outcome));
  writeFileSync(journalOf(dead.worker), said.join(''));
  suppressed.length = 0;
  await sql`truncate address_strike`.execute(db);
  await settleDeadWorkers(needs(), folder);
  expect(await states()).toEqual([null, 'deferred', 'failed', 'failed', null]);
  expect(suppressed).toEqual([{ addressKey: await addressOf(4), reply: nobody.reply }]);
  const { rows: strikes } = await sql`select reason, strikes from address_strike`.execute(db);
  expect(strikes).toEqual([{ reason: 'mailbox_disabled', strikes: 1 }]);
  const { rows } = await sql<{ wait: number }>`
    select round(extract(epoch from next_at - now()) / 60)::int as wait from outcome where run_id = ${runId} and no = 2`.execute(
    db,
  );
  expect(rows).toEqual([{ wait: 5 }]);
  await ledgerHolds();
});

test('F4: settling twice changes nothing', async () => {
  writeJournal(dead.worker);
  await settleDeadWorkers(needs(), folder);
  writeJournal(dead.worker);
  await settleDeadWorkers(needs(), folder);
  expect(await states()).toEqual([null, 'unknown', 'sent', 'failed', null]);
  await ledgerHolds();
});

test('F8: a worker that still listens is not dead, whatever its lease says', async () => {
  const journal = await Journal.open(folder, dead.worker);
  journal.dots([notYetJournaled(keyText({ runId, no: 2, attemptNo: 1 }))]);
  await settleDeadWorkers(needs(), folder);
  expect(await states()).toEqual([null, null, null, null, null]);
  await journal.close();
});

test('a worker leaves the chunks of a run to others while it has enough of it in hand', async () => {
  await sql`update chunk set lease_until = now() - interval '1 second' where run_id = ${runId}`.execute(database.db);
  const hands = { inHand: [], served: [] };
  expect(await leaseChunk(database.db, workerId(), { ...hands, enough: [runId] })).toBeUndefined();
  expect(await leaseChunk(database.db, workerId(), { ...hands, enough: [] })).toMatchObject({ runId });
});

test('one chunk is leased at a time, whichever way the database looks for it', async () => {
  const undone = new Error('undone');
  const leasing = database.db.transaction().execute(async (tx) => {
    await sql`update chunk set lease_until = null where run_id = ${runId}`.execute(tx);
    await sql`insert into chunk (run_id, chunk_no, first_no, last_no, total, open, due_at)
      select run_id, chunk_no + n, first_no + n * 1000, last_no + n * 1000, total, open, due_at from chunk, generate_series(1, 4) n
      where run_id = ${runId}`.execute(tx);
    for (const way of ['hashjoin', 'mergejoin', 'hashagg', 'sort', 'material'])
      await sql.raw(`set local enable_${way} = off`).execute(tx);
    await leaseChunk(tx, workerId());
    const { rows } = await sql`select chunk_no from chunk where run_id = ${runId} and lease_until > now()`.execute(tx);
    expect(rows).toEqual([{ chunkNo: 0 }]);
    throw undone;
  });
  await expect(leasing).rejects.toBe(undone);
});

test('F8: another worker that takes the chunk over leaves the frozen worker’s intents alone', async () => {
  await sql`update chunk set lease_until = now() - interval '1 second' where run_id = ${runId}`.execute(database.db);
  const other = (await leaseChunk(database.db, workerId()))!;
  expect((await loadDueLines(database.db, other)).map((line) => line.no)).toEqual([5, 6, 7, 8, 9, 10]);
  const allowed = await database.db.transaction().execute(async (tx) => {
    await passGate(tx);
    return write(tx, dead.lease, dead.worker, []);
  });
  expect(allowed).toBeNull();
});

test('F11: a group whose commit lost its answer is told once, also where nothing of its chunk was left open', async () => {
  const { db } = database;
  const told = { attemptNo: null, state: 'dropped', reason: 'stopped', reply: null, retryInSeconds: null } as const;
  const { rows } = await sql<{ no: number; partyKind: string; partyId: string }>`
    select no, party_kind, party_id from recipient where run_id = ${runId}`.execute(db);
  const outcomes = rows.map(({ no, ...party }) => follow({ ...party, seq: 0, before: null }, { ...told, no }));
  await writeOutcomes(db, runId, outcomes);
  const journal = await Journal.open(folder, workerId());
  const suppressGone = async () => {};
  const recorder = new OutcomeRecorder(runId, {
    db,
    journal,
    full: new FullDisk(),
    logger: silentLogger,
    suppressGone,
  });
  for (const outcome of outcomes)
    recorder.add({ journaled: null, no: outcome.no, attemptNo: 0, outcome, gone: null, strike: null, stay: null });
  await recorder.drain();
  expect(new Set(await states())).toEqual(new Set(['dropped']));
  await ledgerHolds();
  await journal.close();
});

test('F8: a worker that is heard of settles its own, however long its intents stand and its chunk is nobody’s', async () => {
  await sql`update chunk set lease_until = null, worker_id = null where run_id = ${runId}`.execute(database.db);
  await sql`update attempt set at = now() - interval '12 minutes' where run_id = ${runId}`.execute(database.db);
  await settleLostHosts(needs());
  expect(await states()).toEqual([null, null, null, null, null]);
});

test('a lost host: its intents are unknown ten minutes after the lease ended, not before', async () => {
  await settleLostHosts(needs());
  expect(await states()).toEqual([null, null, null, null, null]);
  await sql`update chunk set lease_until = now() - interval '11 minutes' where run_id = ${runId}`.execute(database.db);
  await sql`update attempt set at = now() - interval '12 minutes' where run_id = ${runId}`.execute(database.db);
  await sql`update worker set heartbeat_at = now() - interval '12 minutes' where id = ${dead.worker}`.execute(
    database.db,
  );
  await settleLostHosts(needs());
  expect(await states()).toEqual(['unknown', 'unknown', 'unknown', 'unknown', null]);
  await ledgerHolds();
});
