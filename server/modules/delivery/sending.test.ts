import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { RunId, TopicId } from '../../../contract/ids.ts';
import { fixedClock } from '../../../tests/support/clock.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { eventually } from '../../../tests/support/eventually.ts';
import { NO_ADDRESSES } from '../../../tests/support/no-addresses.ts';
import { PATIENCE_MS } from '../../../tests/support/patience.ts';
import { givenCampaign, givenContacts, givenHouse, type ReadyCampaign } from '../../../tests/support/ready-campaign.ts';
import { scriptedChannel } from '../../../tests/support/scripted-channel.ts';
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { uuidIds } from '../../platform/ids.ts';
import { silentLogger } from '../../platform/logger.ts';
import { createFieldRegistry, crmRuleFields } from '../audiences/index.ts';
import { consentMerge, optOut, recordConsents, refusedNow, suppress } from '../consent/index.ts';
import { checkLedger, today } from '../reporting/index.ts';
import { recordEvents } from '../tracking/index.ts';
import type { SenderNeeds } from './bench.ts';
import { LEASE_SECONDS } from './chunk.store.ts';
import { finishRun, pauseByItself } from './control-run.ts';
import {
  distribute,
  fetchFailed,
  generateSelection,
  getRun,
  getUnknownFate,
  leaveUnknown,
  listLines,
  listMissed,
  pauseRun,
  pickByHand,
  resendUnknown,
  resumeRun,
  Sender,
  stopRun,
} from './index.ts';
import { Journal } from './journal.ts';
import { diskFull } from './journal-file.ts';
import type { PauseReason } from './model/auto-pause.ts';
import { settleByEvidence } from './settle-by-evidence.ts';
import { startDueRuns } from './start-due-runs.ts';
import { countStrikes } from './strike.store.ts';

const database = testDatabase();
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const channel = scriptedChannel();
const clock = fixedClock('2026-03-02T09:00:00Z');
const senders: Sender[] = [];
let house: Awaited<ReturnType<typeof givenHouse>>;

const needs = () => ({
  db: database.db,
  clock,
  ids: uuidIds,
  ruleFields: createFieldRegistry([crmRuleFields]),
  channels: { email: channel },
});

const senderNeeds = (): SenderNeeds => ({
  db: database.db,
  logger: silentLogger,
  clock,
  journalFolder: folder.folder,
  epochFile: join(folder.folder, 'epoch'),
  version: 'test',
  newWorkerId: () => uuidIds.next(),
  carrying: () => channel,
  messageDomainOf: async () => 'fjord.example',
  trackingAddresses: () => NO_ADDRESSES,
  mergeOf: async () => ({
    values: sql`array[line.no::text]`,
    joins: sql``,
    plainJoins: sql`join contact as person on person.id = line.party_id`,
  }),
  sendersOf: async (_db, _terms, lines) => lines.map(() => null),
  refusedNow: async () => new Map(),
  suppressGone: async (tx, gone) => {
    const rows = gone.map(({ addressKey, reply }) => ({
      kind: 'address' as const,
      value: addressKey,
      channel: 'email',
      purposeClass: 'all' as const,
      reason: 'hard_bounce' as const,
      note: reply,
      evidence: {},
      recordedBy: null,
      at: new Date(),
    }));
    await suppress(tx, uuidIds, rows);
  },
  signMessageIds: (lines) => lines.map(({ runId, no }) => Buffer.from(`${runId}.${no}`).toString('base64url')),
  tokensOf: (runId, nos) => nos.map((no) => `${runId}-${no}`),
  pauseRun: (runId, reason) => pauseByItself(needs(), runId, reason),
  pauseAccount: async () => undefined,
  finishRun: (runId) => finishRun(needs(), runId),
  startDueRuns: () => startDueRuns(needs()),
  hearOfRuns: () => ({ stop: async () => undefined }),
  tickTracks: async () => undefined,
});

const startSender = async (otherwise: Partial<SenderNeeds> = {}) => {
  const sender = await Sender.start({ ...senderNeeds(), ...otherwise });
  senders.push(sender);
  return sender;
};

const launch = (campaign: ReadyCampaign, expectedPlanned: number | null = null) =>
  distribute(needs(), campaign.actor, { id: campaign.actionId, scope: 'all', expectedPlanned, delaySeconds: 0 });

const show = (campaign: ReadyCampaign, id: RunId) => getRun(needs(), campaign.actor, { id });
const until = async (campaign: ReadyCampaign, id: RunId, state: string) =>
  vi.waitFor(async () => expect((await show(campaign, id)).state).toBe(state), { timeout: 20_000, interval: 30 });

const reachesAllOnce = async (campaign: ReadyCampaign) => {
  const { id } = await launch(campaign, 2500);
  await until(campaign, id, 'finished');
  expect((await show(campaign, id)).sums).toMatchObject({ sent: 2500, open: 0, unknown: 0 });
  expect(Math.max(...channel.accepted.values())).toBe(1);
};

/** The worker has given back what it held of the run. */
const untilNothingIsLeased = (id: RunId) =>
  eventually(async () => {
    const { rows } = await sql`select 1 from chunk where run_id = ${id} and lease_until is not null`.execute(
      database.db,
    );
    expect(rows).toHaveLength(0);
  });

/** How many messages of a run the page Today asks to decide about. */
const asksAbout = async (campaign: ReadyCampaign, id: RunId) =>
  (await today(needs(), campaign.actor)).unknown.find(({ runId }) => runId === id)?.lines;

const expectLedgerToHold = async () => {
  const checks = await checkLedger(database.db);
  expect(checks.filter((check) => check.broken.length > 0)).toEqual([]);
};

beforeAll(async () => {
  folder = await temporaryFolder();
  house = await givenHouse(database.db);
  await givenContacts(database.db, 2500, house.topicId);
});
afterEach(async () => {
  await Promise.all(senders.splice(0).map((sender) => sender.stop()));
  channel.script = () => ({ state: 'sent', reply: '250 ok' });
  channel.accepted.clear();
  await expectLedgerToHold();
});

/** Keeps, of every moment in which intents are written, how many stand whose outcome is not in the database. */
const watchDoubt = () =>
  sql`
    create table if not exists doubt (worker_id uuid, lines bigint);
    create or replace function keep_doubt() returns trigger language plpgsql as $$ begin
      insert into doubt select a.worker_id, count(*) from attempt a
      where a.worker_id in (select worker_id from written) and a.released_at is null
        and not exists (select from outcome o where o.run_id = a.run_id and o.no = a.no and o.attempt_no = a.attempt_no)
      group by 1;
      return null;
    end $$;
    create or replace trigger keep_doubt after insert on attempt referencing new table as written
      for each statement execute function keep_doubt()`.execute(database.db);

const forgetDoubt = () =>
  sql`drop trigger if exists keep_doubt on attempt; drop table if exists doubt`.execute(database.db);

const mostInDoubt = async () => {
  const { rows } = await sql<{ most: number }>`select max(lines)::int as most from doubt`.execute(database.db);
  return rows[0]!.most;
};

/** Of the account, until the test is over. */
const limitDay = async (messages: number) => {
  const account = house.accountId;
  await sql`update sending_account set per_day = ${messages} where id = ${account}`.execute(database.db);
  onTestFinished(async () => {
    vi.restoreAllMocks();
    await sql`update sending_account set per_day = null where id = ${account}`.execute(database.db);
    await sql`delete from pace`.execute(database.db);
  });
};

const usedToday = async () => {
  const { rows } = await sql<{ count: number }>`
    select (used -> 'day' ->> 'count')::int as count from pace where scope = 'account'`.execute(database.db);
  return rows[0]!.count;
};

const chunksOf = async (id: RunId) =>
  (await sql`select first_no, last_no, total from chunk where run_id = ${id} order by chunk_no`.execute(database.db))
    .rows;
const linesInThousands = async (id: RunId) =>
  (
    await sql`
      select min(no) as first_no, max(no) as last_no, count(*)::int as total from recipient
      where run_id = ${id} and verdict = 'planned' group by (no - 1) / 1000 order by 1`.execute(database.db)
  ).rows;

describe('a distribution', () => {
  test('Q23, Q25, Q28, E33, E34: reaches everyone planned exactly once, with two workers racing', async () => {
    const campaign = await givenCampaign(database.db, house);
    const { run } = await generateSelection(needs(), campaign.actor, { id: campaign.actionId, scope: 'all' });
    expect(run.sums).toMatchObject({ matched: 2500, planned: 2500, excluded: 0, open: 2500 });
    await Promise.all([startSender(), startSender()]);
    const sent = await launch(campaign, 2500);
    await until(campaign, sent.id, 'finished');
    expect(await chunksOf(sent.id)).toEqual(await linesInThousands(sent.id));
    expect((await show(campaign, sent.id)).sums).toMatchObject({
      planned: 2500,
      sent: 2500,
      open: 0,
      failed: 0,
      unknown: 0,
    });
    expect(channel.accepted.size).toBe(2500);
    expect(Math.max(...channel.accepted.values())).toBe(1);
  });

  test('a worker never has more than 200 intents in the database without their outcomes', async () => {
    await watchDoubt();
    onTestFinished(async () => {
      await forgetDoubt();
    });
    const campaign = await givenCampaign(database.db, house);
    await startSender();
    const sent = await launch(campaign, 2500);
    await until(campaign, sent.id, 'finished');
    expect(channel.accepted.size).toBe(2500);
    const most = await mostInDoubt();
    expect(most).toBeGreaterThan(100);
    expect(most).toBeLessThanOrEqual(200);
  });

  test.each([
    ['overtaken', '23505'],
    ['cancelled', '57014'],
  ])(
    'F11: outcomes that are %s as the next intents are committed are told by themselves, and the rest goes on',
    async (_, code) => {
      await sql
        .raw(`
        create sequence if not exists written;
        create or replace function fail_at_times() returns trigger language plpgsql as $$ begin
          if nextval('written') % 3 = 0 then raise 'now and then' using errcode = '${code}'; end if;
          return null;
        end $$;
        create or replace trigger fail_at_times before insert on outcome for each statement execute function fail_at_times()`)
        .execute(database.db);
      onTestFinished(async () => {
        await sql`drop trigger if exists fail_at_times on outcome`.execute(database.db);
      });
      const campaign = await givenCampaign(database.db, house);
      await startSender();
      const sent = await launch(campaign, 2500);
      await until(campaign, sent.id, 'finished');
      expect((await show(campaign, sent.id)).sums).toMatchObject({ sent: 2500, open: 0, unknown: 0 });
      expect(Math.max(...channel.accepted.values())).toBe(1);
    },
  );

  test('F9: what became of a group is told although the next cannot be made ready', async () => {
    let asked = 0;
    const sendersOf: SenderNeeds['sendersOf'] = async (_db, _terms, lines) => {
      asked += 1;
      if (asked % 3 === 0) throw new Error('the database is away for a moment');
      return lines.map(() => null);
    };
    const campaign = await givenCampaign(database.db, house);
    await startSender({ sendersOf });
    await reachesAllOnce(campaign);
  });

  test('F9: whose own file cannot be made for the moment is tried again, and nothing is left in doubt', async () => {
    let asked = 0;
    const enclose = async () => {
      asked += 1;
      if (asked % 3 === 0) throw new Error('the database is away for a moment');
      return new Map();
    };
    const campaign = await givenCampaign(database.db, house);
    const prepare: typeof channel.prepare = async (run) => ({ ...(await channel.prepare(run)), enclose });
    await startSender({ carrying: () => ({ ...channel, prepare }) });
    await reachesAllOnce(campaign);
  });

  test('F9: a run that cannot be opened for the moment is opened again by itself, and is not paused', async () => {
    let asked = 0;
    const messageDomainOf = async () => {
      asked += 1;
      if (asked < 4) throw new Error('Connection terminated unexpectedly');
      return 'fjord.example';
    };
    const campaign = await givenCampaign(database.db, house);
    await startSender({ messageDomainOf });
    await reachesAllOnce(campaign);
    expect(asked).toBe(4);
  });

  test('F9: what was drawn from a limit of the account and could not be made ready is given back', async () => {
    await limitDay(3500);
    let asked = 0;
    const sendersOf: SenderNeeds['sendersOf'] = async (_db, _terms, lines) => {
      asked += 1;
      if (asked % 2 === 0) throw new Error('the database is away for a moment');
      return lines.map(() => null);
    };
    const campaign = await givenCampaign(database.db, house);
    await startSender({ sendersOf });
    await reachesAllOnce(campaign);
    expect(await usedToday()).toBe(2500);
  });

  test('F13: while the data folder is full no limit is used up and no intent is written again and again', async () => {
    await limitDay(4000);
    let full = true;
    const dots = Journal.prototype.dots;
    vi.spyOn(Journal.prototype, 'dots').mockImplementation(function (this: Journal, attempts) {
      if (full) throw diskFull();
      dots.call(this, attempts);
    });
    vi.spyOn(Journal.prototype, 'hasRoom').mockImplementation(() => {
      full = false;
      return true;
    });
    const campaign = await givenCampaign(database.db, house);
    await startSender();
    await reachesAllOnce(campaign);
    expect(await usedToday()).toBe(2500);
  });

  test('a run that cannot be opened for what it is waits for a person, with the reason in words', async () => {
    const prepare: typeof channel.prepare = async () => {
      throw new Error('no such font');
    };
    const campaign = await givenCampaign(database.db, house);
    await startSender({ carrying: () => ({ ...channel, prepare }) });
    const { id } = await launch(campaign);
    await until(campaign, id, 'paused');
    const pauseReason = { code: 'render_errors', params: { count: 0, field: 'no such font' } };
    expect(await show(campaign, id)).toMatchObject({ pauseReason, sums: { sent: 0 } });
  });

  test('a second click finds it launched and sends nothing twice', async () => {
    const campaign = await givenCampaign(database.db, house);
    const go = () => launch(campaign);
    const [first, second] = await Promise.allSettled([go(), go()]);
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected']);
    await startSender();
    const run = (
      first.status === 'fulfilled' ? first : (second as PromiseFulfilledResult<Awaited<ReturnType<typeof go>>>)
    ).value;
    await until(campaign, run.id, 'finished');
    expect(channel.accepted.size).toBe(2500);
  });

  test('Q24: people added by hand go first and alone, the rest follows, nobody twice', async () => {
    const campaign = await givenCampaign(database.db, house);
    const { rows } = await sql<{ id: string }>`select id from contact order by last_name limit 3`.execute(database.db);
    const parties = rows.map(({ id }) => ({ kind: 'contact' as const, id: id as never }));
    await pickByHand(needs(), campaign.actor, { id: campaign.actionId, pick: 'added', parties });
    await startSender();
    const alone = await distribute(needs(), campaign.actor, {
      id: campaign.actionId,
      scope: 'hand',
      expectedPlanned: 3,
      delaySeconds: 0,
    });
    await until(campaign, alone.id, 'finished');
    expect(channel.accepted.size).toBe(3);
    const rest = await launch(campaign);
    await until(campaign, rest.id, 'finished');
    const shown = await show(campaign, rest.id);
    expect(shown.sums).toMatchObject({ matched: 2500, planned: 2497, sent: 2497 });
    expect(shown.excludedBy).toEqual([{ reason: 'already_in_campaign', lines: 3 }]);
    expect(channel.accepted.size).toBe(2500);
  });

  test('F35: whose message cannot be made is dropped with the reason, whatever was thrown, and the others go on', async () => {
    const campaign = await givenCampaign(database.db, house);
    channel.wire = (no) => {
      if (no % 1_000 === 7) throw new TypeError('nobody foresaw this');
      return 'text';
    };
    await startSender();
    const run = await launch(campaign);
    await until(campaign, run.id, 'finished');
    channel.wire = () => 'text';
    expect((await show(campaign, run.id)).sums).toMatchObject({ sent: 2497, dropped: 3, open: 0 });
    const { rows } =
      await sql`select distinct state, reason, reply from outcome where run_id = ${run.id} and state <> 'sent'`.execute(
        database.db,
      );
    expect(rows).toEqual([{ state: 'dropped', reason: 'render_error', reply: 'nobody foresaw this' }]);
  });

  test('Q29, Q30: the failed of the last distribution are fetched, judged anew and sent again under the same Message-ID', async () => {
    const campaign = await givenCampaign(database.db, house);
    channel.script = (no) => {
      if (no <= 5) return { state: 'failed', reason: 'mailbox_full', reply: '552 5.2.2 full', verdict: null };
      if (no === 6)
        return { state: 'failed', reason: 'no_such_mailbox', reply: '550 5.1.1 no such user', verdict: 'gone' };
      return { state: 'sent', reply: '250 ok' };
    };
    await startSender();
    const main = await launch(campaign);
    await until(campaign, main.id, 'finished');
    expect((await show(campaign, main.id)).sums).toMatchObject({ sent: 2494, failed: 6 });
    const retry = await fetchFailed(needs(), campaign.actor, { id: campaign.actionId, what: ['failed'] });
    expect(retry.mode).toBe('retry');
    expect(retry.sums).toMatchObject({ matched: 6, planned: 5, excluded: 1 });
    expect(retry.excludedBy).toEqual([{ reason: 'suppressed_address', lines: 1 }]);
    channel.script = () => ({ state: 'sent', reply: '250 ok' });
    // Tried before Message-IDs were made as they are now.
    await sql`update attempt set message_id = '<of-before@fjord.example>' where run_id = ${main.id} and no = 1`.execute(
      database.db,
    );
    const again = await launch(campaign, 5);
    await until(campaign, again.id, 'finished');
    expect(Math.max(...channel.accepted.values())).toBe(1);
    expect(channel.accepted.size).toBe(2499);
    expect(channel.accepted.get('<of-before@fjord.example>')).toBe(1);
    await sql`update suppression set lifted_at = now()`.execute(database.db);
  });

  test('F22: what may have been accepted is unknown, never sent again by itself, and once by a person’s decision', async () => {
    const campaign = await givenCampaign(database.db, house);
    channel.script = (no) =>
      no === 4 ? { state: 'unknown', reason: 'connection_lost', reply: '' } : { state: 'sent', reply: '250 ok' };
    await startSender();
    const main = await launch(campaign);
    await until(campaign, main.id, 'finished');
    expect((await show(campaign, main.id)).sums).toMatchObject({ sent: 2499, unknown: 1, open: 0 });
    const resend = () => resendUnknown(needs(), campaign.actor, { id: main.id, nos: [4], confirmed: true });
    const fate = () => getUnknownFate(needs(), campaign.actor, { id: main.id });
    const none = { open: 0, sent: 0, failed: 0, dropped: 0, unknown: 0 };
    expect(await fate()).toEqual({ undecided: { lines: 1, nos: [4] }, listed: 0, resent: none, left: null });
    expect(await asksAbout(campaign, main.id)).toBe(1);
    const retry = await resend();
    expect(retry.sums.planned).toBe(1);
    expect(await fate()).toMatchObject({ undecided: { lines: 0 }, listed: 1 });
    expect(await asksAbout(campaign, main.id)).toBe(1);
    const again = await launch(campaign, 1);
    await until(campaign, again.id, 'finished');
    await expect(resend()).rejects.toMatchObject({ status: 409 });
    expect(await fate()).toMatchObject({ undecided: { lines: 0 }, listed: 0, resent: { ...none, sent: 1 } });
    expect(await asksAbout(campaign, main.id)).toBeUndefined();
  });

  test('F22: what a person leaves as it is stays unknown, and nobody is asked about it again', async () => {
    const campaign = await givenCampaign(database.db, house);
    channel.script = (no) =>
      no === 4 || no === 9
        ? { state: 'unknown', reason: 'connection_lost', reply: '' }
        : { state: 'sent', reply: 'ok' };
    await startSender();
    const { id } = await launch(campaign);
    await until(campaign, id, 'finished');
    expect(await asksAbout(campaign, id)).toBe(2);
    const missed = async () => (await listMissed(needs(), campaign.actor, { id: campaign.actionId })).at(-1)?.lines;
    expect(await missed()).toBe(2);
    await leaveUnknown(needs(), campaign.actor, { id });
    expect(await getUnknownFate(needs(), campaign.actor, { id })).toMatchObject({
      undecided: { lines: 0 },
      left: { lines: 2, at: clock.now().toISOString() },
    });
    expect([await asksAbout(campaign, id), await missed()]).toEqual([undefined, 0]);
    expect((await show(campaign, id)).sums).toMatchObject({ sent: 2498, unknown: 2, open: 0 });
    const late = resendUnknown(needs(), campaign.actor, { id, nos: [4], confirmed: true });
    await expect(late).rejects.toMatchObject({ status: 409 });
    await expect(leaveUnknown(needs(), campaign.actor, { id })).rejects.toMatchObject({ status: 409 });
  });

  test('F22: whatever comes back of an unknown message proves that it was taken', async () => {
    const campaign = await givenCampaign(database.db, house);
    channel.script = (no) =>
      no === 7 || no === 8
        ? { state: 'unknown', reason: 'connection_lost', reply: '' }
        : { state: 'sent', reply: '250 ok' };
    await startSender();
    const { id } = await launch(campaign);
    await until(campaign, id, 'finished');
    const returned = { runId: id, no: 7, kind: 'bounced', actor: 'machine', linkNo: null, at: new Date() } as const;
    await recordEvents(database.db, [{ ...returned, eventId: 'b7', evidence: {} }]);
    expect(await settleByEvidence({ db: database.db })).toBe(1);
    expect(await settleByEvidence({ db: database.db })).toBe(0);
    expect((await show(campaign, id)).sums).toMatchObject({ sent: 2499, unknown: 1, open: 0 });
  });

  test('F17, F19: a mailbox that is full or closed is given up only when it stays so', async () => {
    const strike = (reason: string) =>
      database.db
        .transaction()
        .execute((tx) => countStrikes(tx, [{ addressKey: 'full@example.org', reason, reply: '452 4.2.2 full' }]));
    const daysPass = (days: number) =>
      sql`update address_strike set first_at = first_at - make_interval(days => ${days}), last_at = last_at - make_interval(days => ${days})`.execute(
        database.db,
      );
    for (let day = 0; day < 4; day += 1) {
      expect([await strike('mailbox_full'), await strike('mailbox_full')]).toEqual([[], []]);
      await daysPass(4);
    }
    expect(await strike('mailbox_full')).toMatchObject([{ addressKey: 'full@example.org' }]);
    expect(await strike('mailbox_disabled')).toEqual([]);
    await daysPass(8);
    expect(await strike('mailbox_disabled')).toHaveLength(1);
    await daysPass(100);
    expect(await strike('mailbox_full')).toEqual([]);
  });
});

describe('what is forbidden after the list was judged', () => {
  interface Person {
    partyId: string;
    addressKey: string;
  }
  const about = ({ partyId, addressKey }: Person) => ({ partyKind: 'contact', partyId, addressKey });
  const by = () => ({ source: 'test', evidence: {}, recordedBy: null, at: new Date() });
  const suppressing = (kind: 'address' | 'domain', value: string) => (tx: Tx) =>
    suppress(tx, uuidIds, [
      { ...by(), kind, value, channel: 'email', purposeClass: 'all', reason: 'manual', note: '' },
    ]);

  const leaving = (person: Person, topicId: TopicId) => (tx: Tx) =>
    optOut(tx, [{ ...by(), ...about(person), subject: { topicId }, channel: 'all' }]);
  const withdrawing = (person: Person, topicId: TopicId) => (tx: Tx) => {
    const row = { ...by(), ...about(person), addressKey: '', topicId, channel: 'email', wording: '' };
    return recordConsents(tx, [{ ...row, decision: 'withdrawn' }], { overrules: true });
  };

  const people = async (campaign: ReadyCampaign): Promise<Person[]> => {
    const { rows } = await sql<Person>`
      select party_id, address_key from recipient r join run on run.id = r.run_id and run.action_id = ${campaign.actionId}
      order by no limit 3`.execute(database.db);
    return rows;
  };

  const droppedOf = async (campaign: ReadyCampaign) => {
    const { id } = await launch(campaign);
    await until(campaign, id, 'finished');
    const { rows } = await sql<{ address: string; reason: string }>`
      select r.address, o.reason from outcome o join recipient r on r.run_id = o.run_id and r.no = o.no
      where o.run_id = ${id} and o.state = 'dropped' order by r.no`.execute(database.db);
    expect((await show(campaign, id)).sums).toMatchObject({ sent: 3 - rows.length, open: 0 });
    return rows;
  };

  const given = async () => {
    const theirs = await givenHouse(database.db);
    const domain = `${theirs.topicId}.example`;
    await givenContacts(database.db, 3, theirs.topicId, domain);
    const campaign = await givenCampaign(database.db, theirs);
    await generateSelection(needs(), campaign.actor, { id: campaign.actionId, scope: 'all' });
    await startSender({ refusedNow });
    const persons = await people(campaign);
    return { campaign, domain, persons, topicId: theirs.topicId };
  };
  type Given = Awaited<ReturnType<typeof given>>;

  const ACTS: [string, string, number, (given: Given) => (tx: Tx) => Promise<unknown>][] = [
    ['an address is suppressed', 'suppressed', 1, ({ persons }) => suppressing('address', persons[1]!.addressKey)],
    ['a domain is suppressed', 'suppressed', 3, ({ domain }) => suppressing('domain', domain)],
    ['somebody leaves the topic', 'opted_out', 1, ({ persons, topicId }) => leaving(persons[1]!, topicId)],
    ['consent is withdrawn', 'opted_out', 1, ({ persons, topicId }) => withdrawing(persons[1]!, topicId)],
    [
      'a merge that brought the consent is undone',
      'opted_out',
      1,
      ({ persons }) =>
        async (tx) => {
          const { partyId } = persons[1]!;
          const mergeId = uuidIds.next();
          await sql`update consent_record set evidence = jsonb_build_object('mergeId', ${mergeId}::text) where party_id = ${partyId}`.execute(
            tx,
          );
          const goneKeys = { email: null, phone: null };
          const merging = { mergeId, kind: 'contact', keptId: partyId, goneId: uuidIds.next(), goneKeys } as const;
          await consentMerge.undo(tx, { ...merging, by: null, at: new Date() }, []);
        },
    ],
    [
      'an address changes',
      'address_changed',
      1,
      ({ persons }) =>
        (tx) =>
          sql`update contact set email = 'new@elsewhere.example', email_key = 'new@elsewhere.example' where id = ${persons[1]!.partyId}`.execute(
            tx,
          ),
    ],
  ];

  test.each(ACTS)('Q28: %s: dropped as %s', async (_what, reason, count, act) => {
    const all = await given();
    await database.db.transaction().execute(act(all));
    const dropped = await droppedOf(all.campaign);
    expect(dropped.map((line) => line.reason)).toEqual(Array.from({ length: count }, () => reason));
  });

  test.each([
    ['leaves', leaving],
    ['withdraws consent', withdrawing],
  ])('Q28: who %s while the list is being judged is dropped', async (_does, act) => {
    const { campaign, persons, topicId } = await given();
    await database.db.transaction().execute(async (tx) => {
      await act(persons[1]!, topicId)(tx);
      // Judged anew before this is committed: the list still has them all.
      const { run } = await generateSelection(needs(), campaign.actor, { id: campaign.actionId, scope: 'all' });
      expect(run.sums.planned).toBe(3);
    });
    expect((await droppedOf(campaign)).map(({ reason }) => reason)).toEqual(['opted_out']);
  });

  test('consent is looked up again only when some was withdrawn since', async () => {
    // Written past the gate, as nothing in the product does: only who looks again sees it.
    const withdrawUnseen = ({ persons }: Given) =>
      sql`update consent set decision = 'withdrawn' where party_id = ${persons[1]!.partyId}`.execute(database.db);
    const first = await given();
    await withdrawUnseen(first);
    expect(await droppedOf(first.campaign)).toEqual([]);
    const second = await given();
    await withdrawUnseen(second);
    await database.db.transaction().execute(withdrawing(first.persons[0]!, first.topicId));
    expect((await droppedOf(second.campaign)).map(({ reason }) => reason)).toEqual(['opted_out']);
  });
});

describe('holding a run', () => {
  test('F31: after the pause answers nothing new begins; resume goes on with exactly the rest; stop is final', async () => {
    const campaign = await givenCampaign(database.db, house);
    channel.script = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return { state: 'sent', reply: '250 ok' };
    };
    await startSender();
    const run = await launch(campaign);
    await vi.waitFor(() => expect(channel.accepted.size).toBeGreaterThan(50), { timeout: PATIENCE_MS, interval: 5 });
    await pauseRun(needs(), campaign.actor, { id: run.id });
    const atPause = channel.accepted.size;
    await untilNothingIsLeased(run.id);
    expect(channel.accepted.size - atPause).toBeLessThanOrEqual(20);
    await resumeRun(needs(), campaign.actor, { id: run.id });
    await vi.waitFor(() => expect(channel.accepted.size).toBeGreaterThan(atPause + 100), {
      timeout: PATIENCE_MS,
      interval: 5,
    });
    const stopped = await stopRun(needs(), campaign.actor, { id: run.id });
    await vi.waitFor(async () => expect((await show(campaign, run.id)).sums.open).toBe(0), { timeout: PATIENCE_MS });
    const { sums } = await show(campaign, run.id);
    expect(stopped.state).toBe('stopped');
    expect(sums.sent).toBe(channel.accepted.size);
    expect(sums.sent + sums.dropped).toBe(2500);
    const dropped = await listLines(needs(), campaign.actor, {
      id: run.id,
      limit: 1,
      direction: 'asc',
      state: 'dropped',
      reason: 'stopped',
    });
    expect(dropped.total).toBe(sums.dropped);
    expect(Math.max(...channel.accepted.values())).toBe(1);
  });

  test('F18: five policy rejections in a row pause the run with the reason in words', async () => {
    const campaign = await givenCampaign(database.db, house);
    channel.script = () => ({ state: 'deferred', reason: 'policy', reply: '550 5.7.1 blocked' });
    await startSender();
    const run = await launch(campaign);
    await until(campaign, run.id, 'paused');
    expect((await show(campaign, run.id)).pauseReason).toMatchObject({
      code: 'policy_rejections',
      params: { reply: '550 5.7.1 blocked' },
    });
  });

  test('F18: a run that cannot be paused for the moment is not sent on meanwhile, and is paused when the watch asks again', async () => {
    const reasons: PauseReason[] = [];
    const pauseRunLater: SenderNeeds['pauseRun'] = async (runId, reason) => {
      reasons.push(reason);
      if (reasons.length < 3) throw Object.assign(new Error('terminating connection'), { code: '57P01' });
      await pauseByItself(needs(), runId, reason);
    };
    const unhandled: unknown[] = [];
    const note = (error: unknown) => unhandled.push(error);
    process.on('unhandledRejection', note);
    onTestFinished(() => {
      process.off('unhandledRejection', note);
    });
    const campaign = await givenCampaign(database.db, house);
    channel.script = () => ({ state: 'deferred', reason: 'policy', reply: '550 5.7.1 blocked' });
    await startSender({ pauseRun: pauseRunLater });
    const run = await launch(campaign);
    await until(campaign, run.id, 'paused');
    expect(reasons.map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => 'policy_rejections'));
    expect(unhandled).toEqual([]);
  });

  test('F31: a worker drops what a stop that broke off left open', async () => {
    const campaign = await givenCampaign(database.db, house);
    const { id } = await launch(campaign);
    await sql`update run set state = 'stopped', finished_at = now() where id = ${id}`.execute(database.db);
    await startSender();
    await eventually(async () => expect((await show(campaign, id)).sums).toMatchObject({ open: 0, dropped: 2500 }));
  });

  const promised = () => {
    let keep = () => {};
    const promise = new Promise<void>((resolve) => {
      keep = resolve;
    });
    onTestFinished(() => keep());
    return { promise, keep };
  };

  /** The first line waits for `answer`, the others for `others`; after that all are answered at once. */
  const withholdAnswers = () => {
    const [answer, others] = [promised(), promised()];
    const asked = new Set<number>();
    channel.script = async (no) => {
      const first = no === 1 && !asked.has(no);
      asked.add(no);
      await (first ? answer.promise : others.promise);
      return { state: 'sent', reply: '250 ok' };
    };
    return { answer: answer.keep, answerOthers: others.keep, asked };
  };

  test('F31: a run that is resumed goes on although a slot still waits for an answer of before, and what that slot uses stays open', async () => {
    const { answer, answerOthers, asked } = withholdAnswers();
    const first = { carrying: 0, closedUnder: 0 };
    let opened = 0;
    const prepare: typeof channel.prepare = async (run) => {
      const prepared = await channel.prepare(run);
      opened += 1;
      if (opened > 1) return prepared;
      const carry: typeof prepared.carry = (...parcels) => {
        first.carrying += 1;
        return prepared.carry(...parcels).finally(() => {
          first.carrying -= 1;
        });
      };
      const close = async () => {
        first.closedUnder += first.carrying;
      };
      return { ...prepared, carry, close };
    };
    const campaign = await givenCampaign(database.db, house);
    const { actor } = campaign;
    await startSender({ carrying: () => ({ ...channel, prepare }) });
    const { id } = await launch(campaign);
    await eventually(() => expect(asked).toContain(1));
    await pauseRun(needs(), actor, { id });
    await resumeRun(needs(), actor, { id });
    answerOthers();
    await eventually(() => expect(channel.accepted.size).toBe(1500));
    expect(first.carrying).toBe(1);
    answer();
    await until(campaign, id, 'finished');
    expect((await show(campaign, id)).sums).toMatchObject({ sent: 2500, unknown: 0, open: 0 });
    expect(Math.max(...channel.accepted.values())).toBe(1);
    expect({ opened, ...first }).toEqual({ opened: 2, carrying: 0, closedUnder: 0 });
  });

  /** Far sooner than a lease lapses. */
  const promptly = async (pausing: Promise<unknown>) => {
    const began = performance.now();
    await pausing;
    expect(performance.now() - began).toBeLessThan(LEASE_SECONDS * 500);
  };

  const resumeAtOnce = async () => {
    await sql
      .raw(`
      create function resume_at_once() returns trigger language plpgsql as $$ begin
        new.state := 'sending';
        return new;
      end $$;
      create trigger resume_at_once before update on run for each row when (new.state = 'paused') execute function resume_at_once()`)
      .execute(database.db);
    return () => sql`drop trigger resume_at_once on run`.execute(database.db);
  };

  test('F31: who pauses is answered although the run goes on before its worker saw that, and while an answer of before is awaited', async () => {
    const theirs = await givenHouse(database.db);
    await givenContacts(database.db, 3, theirs.topicId, `${theirs.topicId}.example`);
    const campaign = await givenCampaign(database.db, theirs);
    const { actor } = campaign;
    const { answer, answerOthers, asked } = withholdAnswers();
    await startSender();
    const { id } = await launch(campaign);
    await eventually(() => expect(asked).toContain(1));
    const noMore = await resumeAtOnce();
    await promptly(pauseRun(needs(), actor, { id }));
    await noMore();
    expect((await show(campaign, id)).state).toBe('sending');
    for (let times = 0; times < 2; times += 1) {
      await promptly(pauseRun(needs(), actor, { id }));
      await resumeRun(needs(), actor, { id });
    }
    answer();
    answerOthers();
    await until(campaign, id, 'finished');
    expect((await show(campaign, id)).sums).toMatchObject({ sent: 3, unknown: 0, open: 0 });
  });
});
