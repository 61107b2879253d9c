import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createFieldRegistry, crmRuleFields } from '../../server/modules/audiences/index.ts';
import { distribute, getRun } from '../../server/modules/delivery/index.ts';
import { checkLedger } from '../../server/modules/reporting/index.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { testDatabase } from '../support/database.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { givenCampaign, givenContacts, givenHouse } from '../support/ready-campaign.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startWorkerProcess, type WorkerProcess } from '../support/worker-process.ts';

const RECIPIENTS = 1500;
const KILLS = 4;
const CONNECTIONS = 4;

const database = testDatabase();
let mail: MailServer;
let folder: string;
let worker: WorkerProcess;

beforeAll(async () => {
  mail = await startMailServer({ replyAfterMs: 8 });
  folder = (await temporaryFolder()).folder;
});
afterAll(async () => {
  await worker?.signal('SIGKILL');
  await mail.close();
});

test('F2, F4, F5, F6: killed again and again, the worker sends nobody twice, loses nobody, and the ledger tells every doubt', {
  timeout: 180_000,
}, async () => {
  const { db } = database;
  const house = await givenHouse(db, { port: mail.port, maxConnections: CONNECTIONS });
  await givenContacts(db, RECIPIENTS, house.topicId);
  const campaign = await givenCampaign(db, house);
  const needs = { db, clock: systemClock, ruleFields: createFieldRegistry([crmRuleFields]), channels: {} };
  worker = startWorkerProcess(database.url, folder);
  const run = await distribute(needs, campaign.actor, {
    id: campaign.actionId,
    scope: 'all',
    expectedPlanned: RECIPIENTS,
    delaySeconds: 0,
  });

  for (let kill = 1; kill <= KILLS; kill += 1) {
    const goal = Math.floor((RECIPIENTS * kill) / (KILLS + 1));
    await vi.waitFor(() => expect(mail.received.length).toBeGreaterThanOrEqual(goal), { timeout: 60_000, interval: 3 });
    await worker.signal(kill % 2 === 0 ? 'SIGTERM' : 'SIGKILL');
    worker = startWorkerProcess(database.url, folder);
  }
  const show = () => getRun(needs, campaign.actor, { id: run.id });
  await vi.waitFor(async () => expect((await show()).state).toBe('finished'), { timeout: 90_000, interval: 200 });

  const { sums } = await show();
  const copies = new Map<string, number>();
  for (const { mail: message } of mail.received)
    copies.set(message.messageId!, (copies.get(message.messageId!) ?? 0) + 1);
  const { rows: ledger } = await sql<{ messageId: string; state: string }>`
    select distinct on (t.no) t.message_id, o.state from attempt t join outcome o on o.run_id = t.run_id and o.no = t.no
    where t.run_id = ${run.id} order by t.no, t.attempt_no desc, o.seq desc`.execute(db);
  const stateOf = new Map(ledger.map((row) => [row.messageId, row.state]));

  expect(Math.max(...copies.values()), 'I2: copies of one message').toBe(1);
  expect(
    [...copies.keys()].filter((id) => !['sent', 'unknown'].includes(stateOf.get(id) ?? '')),
    'I3: accepted but not told',
  ).toEqual([]);
  expect(
    ledger.filter((row) => row.state === 'sent' && !copies.has(row.messageId)),
    'I4: told but never accepted',
  ).toEqual([]);
  expect(sums.sent + sums.unknown).toBe(RECIPIENTS);
  expect(sums.unknown, 'I6: doubts a kill').toBeLessThanOrEqual(CONNECTIONS * Math.ceil(KILLS / 2));
  expect((await checkLedger(db)).filter(({ broken }) => broken.length > 0)).toEqual([]);
});
