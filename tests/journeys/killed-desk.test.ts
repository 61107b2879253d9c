import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listSuppressions } from '../../contract/consent.ts';
import { endCall, nextCall } from '../../contract/desk.ts';
import type { PartyId } from '../../contract/ids.ts';
import { createQuickCampaign } from '../../contract/quick-campaign.ts';
import { distribute, listLines } from '../../contract/runs.ts';
import { checkLedger } from '../../server/modules/reporting/index.ts';
import { eventually } from '../support/eventually.ts';
import { type Caller, furnish, signedIn, testHouse } from '../support/house.ts';
import { startWebProcess, type WebProcess } from '../support/worker-process.ts';

const PEOPLE = 6;
const house = testHouse();
let bo: Caller;
let dominique: Caller;
let his: WebProcess;
let hers: WebProcess;

const startWeb = (): Promise<WebProcess> => {
  const { database, dataFolder } = house.app.config;
  const env = { FANFARE_SECRET: 'a secret for tests, 32 bytes and more' };
  return startWebProcess(database.url!, join(dataFolder, 'web'), { env });
};

/** Each agent at a desk of his own: two web processes over one database. */
beforeAll(async () => {
  const { buildStale } = (await import('../../scripts/build.mjs' as string)) as {
    buildStale: (names: string[]) => Promise<void>;
  };
  await buildStale(['server']);
  await furnish(house);
  bo = await signedIn(house, 'bo@nordlys.test');
  dominique = await signedIn(house, 'dominique@nordlys.test');
  [his, hers] = await Promise.all([startWeb(), startWeb()]);
});
afterAll(() => Promise.all([his, hers].map((web) => web.signal('SIGKILL'))));

const next = async (web: WebProcess, who: Caller) => {
  const answer = await web.call(who, nextCall, { queue: 'shared' });
  expect(answer?.status, JSON.stringify(answer?.body)).toBe(200);
  return answer!.body.call;
};

/** What the call's end writes waits for a lock of ours when the process dies; so it is in the middle, on a machine of any speed. */
const killedInTheMiddle = async (ending: () => Promise<unknown>): Promise<void> => {
  const { db } = house.app;
  await db.transaction().execute(async (tx) => {
    await sql`lock table event in share mode`.execute(tx);
    const end = ending();
    await eventually(async () => {
      const { rows } = await sql`select from pg_locks where relation = 'event'::regclass and not granted`.execute(db);
      expect(rows).toHaveLength(1);
    });
    await his.signal('SIGKILL');
    expect(await end).toBeNull();
  });
};

/** Fifteen minutes later, by the database's clock. */
const vanished = (id: string) =>
  sql`update call set claimed_until = now() - interval '1 second' where interaction_id = ${id}`.execute(house.app.db);

test('F47: a call is one agent’s though his process dies; do not call counts whole or not at all, and then for everybody', async () => {
  const { db } = house.app;
  const { rows } = await sql<{ id: PartyId }>`
    insert into contact (id, first_name, last_name, country, phone, phone_key)
    select gen_random_uuid(), 'Phone', n::text, 'NO', '+47 400 00 00' || n, '+474000000' || n from generate_series(1, ${PEOPLE}) n
    returning id`.execute(db);
  const made = await bo.call(createQuickCampaign, {
    name: 'By phone',
    channel: 'call',
    state: 'ready',
    purposeClass: 'notice',
    requiresConsent: false,
    work: { to: 'queue' },
    parties: rows.map(({ id }) => ({ kind: 'contact' as const, id })),
  });
  const run = await bo.call(distribute, { id: made.body.actions[0]!.id });
  expect(run.status, JSON.stringify(run.body)).toBe(200);

  const [mine, other] = await Promise.all([next(his, bo), next(hers, dominique)]);
  expect(mine!.id).not.toBe(other!.id);
  await killedInTheMiddle(() => his.call(bo, endCall, { id: mine!.id, outcome: 'do_not_call' }));
  expect((await bo.call(listSuppressions, {})).body.rows).toEqual([]);

  // Nobody else gets his person meanwhile; he gets him again, and ends it once.
  await hers.call(dominique, endCall, { id: other!.id, outcome: 'reached' });
  const third = await next(hers, dominique);
  expect([mine!.id, other!.id]).not.toContain(third!.id);
  his = await startWeb();
  expect((await next(his, bo))!.id).toBe(mine!.id);
  expect((await his.call(bo, endCall, { id: mine!.id, outcome: 'do_not_call' }))?.status).toBe(200);
  expect((await his.call(bo, endCall, { id: mine!.id, outcome: 'do_not_call' }))?.status).toBe(409);
  expect((await bo.call(listSuppressions, {})).body.rows).toHaveLength(1);

  // An agent who never comes back: after his time the person is another's, and he can end it no more.
  const fourth = await next(his, bo);
  await his.signal('SIGKILL');
  await hers.call(dominique, endCall, { id: third!.id, outcome: 'reached' });
  await vanished(fourth!.id);
  const numbers = [mine!, other!, third!].map(({ number }) => number);
  for (let call = await next(hers, dominique); call; call = await next(hers, dominique)) {
    numbers.push(call.number);
    expect((await hers.call(dominique, endCall, { id: call.id, outcome: 'reached' }))?.status).toBe(200);
  }
  expect((await hers.call(bo, endCall, { id: fourth!.id, outcome: 'reached' }))?.status).toBe(409);
  expect(numbers.sort()).toEqual(rows.map((_, at) => `+47 400 00 00${at + 1}`));
  expect((await bo.call(listLines, { id: run.body.id, fact: 'reached' })).body.rows).toHaveLength(PEOPLE);
  expect((await checkLedger(db)).filter(({ broken }) => broken.length > 0)).toEqual([]);
});
