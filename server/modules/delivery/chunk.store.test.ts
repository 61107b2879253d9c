import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fixedClock } from '../../../tests/support/clock.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { givenCampaign, givenContacts, givenHouse } from '../../../tests/support/ready-campaign.ts';
import { uuidIds } from '../../platform/ids.ts';
import { createFieldRegistry, crmRuleFields } from '../audiences/index.ts';
import { leaseChunk } from './chunk.store.ts';
import { distribute } from './index.ts';
import { registerWorker } from './worker.store.ts';

const database = testDatabase();

const givenWorker = async () => {
  const id = uuidIds.next();
  await registerWorker(database.db, id, 'test');
  return id;
};

test('F8: a chunk whose lease has lapsed is not leased again by the worker that still has it in hand, but by any other', async () => {
  const { db } = database;
  const house = await givenHouse(db);
  await givenContacts(db, 3, house.topicId);
  const { actor, actionId: id } = await givenCampaign(db, house);
  const clock = fixedClock('2026-03-02T09:00:00Z');
  const needs = { db, clock, ruleFields: createFieldRegistry([crmRuleFields]), channels: {} };
  await distribute(needs, actor, { id, scope: 'all', expectedPlanned: null, delaySeconds: 0 });
  const [worker, other] = [await givenWorker(), await givenWorker()];
  const first = (await leaseChunk(db, worker))!;
  const busy = { inHand: [first], served: [], enough: [] };

  expect(await leaseChunk(db, worker, busy)).toBeUndefined();
  await sql`update chunk set lease_until = now() - interval '1 second'`.execute(db);
  expect(await leaseChunk(db, worker, busy)).toBeUndefined();
  const taken = await leaseChunk(db, other);
  expect(taken).toMatchObject({ runId: first.runId, chunkNo: first.chunkNo });
  expect(Number(taken!.fence)).toBeGreaterThan(Number(first.fence));
});
