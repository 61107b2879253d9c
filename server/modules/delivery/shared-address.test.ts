import { EventEmitter } from 'node:events';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ContactId } from '../../../contract/ids.ts';
import { fixedClock } from '../../../tests/support/clock.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { givenCampaign, givenContacts, givenHouse, type ReadyCampaign } from '../../../tests/support/ready-campaign.ts';
import { scriptedChannel } from '../../../tests/support/scripted-channel.ts';
import { uuidIds } from '../../platform/ids.ts';
import { createFieldRegistry, crmRuleFields } from '../audiences/index.ts';
import { checkLedger } from '../reporting/index.ts';
import { countAction, distribute, generateSelection, pickByHand, previewAction, whyParty } from './index.ts';

const database = testDatabase();
const channel = scriptedChannel();
const needs = () => ({
  db: database.db,
  clock: fixedClock('2026-03-02T09:00:00Z'),
  ids: uuidIds,
  ruleFields: createFieldRegistry([crmRuleFields]),
  channels: { email: channel },
});
const exchange = { request: { headers: {} }, reply: { raw: new EventEmitter() } } as never;
const SHARED = 'post@fjord.example';
let house: Awaited<ReturnType<typeof givenHouse>>;
/** Two who share an address, the older first, and one by himself. */
let older: ContactId;
let younger: ContactId;
let alone: ContactId;

beforeAll(async () => {
  house = await givenHouse(database.db);
  await givenContacts(database.db, 3, house.topicId);
  const { rows } = await sql<{ id: ContactId }>`select id from contact order by id`.execute(database.db);
  [older, younger, alone] = rows.map(({ id }) => id) as [ContactId, ContactId, ContactId];
});
beforeEach(async () => {
  await sql`update contact set email = ${SHARED}, email_key = ${SHARED} where id in (${older}, ${younger})`.execute(
    database.db,
  );
});
afterAll(async () => {
  expect((await checkLedger(database.db)).filter(({ broken }) => broken.length > 0)).toEqual([]);
});

const send = (campaign: ReadyCampaign, scope: 'all' | 'hand' = 'all') =>
  distribute(needs(), campaign.actor, { id: campaign.actionId, scope, expectedPlanned: null, delaySeconds: 0 });

const lines = async (runId: string) => {
  const { rows } = await sql<{ partyId: string; reason: string | null; seen: string | null }>`
    select party_id, reason, seen from recipient where run_id = ${runId} order by party_id`.execute(database.db);
  return rows;
};

const planAgain = async (campaign: ReadyCampaign) => {
  const { run } = await generateSelection(needs(), campaign.actor, { id: campaign.actionId, scope: 'all' });
  return lines(run.id);
};

test('F40: an address that has had the campaign by one who shares it does not get it by the other in a later distribution', async () => {
  const campaign = await givenCampaign(database.db, house);
  await send(campaign);
  expect(await planAgain(campaign)).toEqual([
    { partyId: older, reason: 'already_in_campaign', seen: expect.any(String) },
    { partyId: younger, reason: 'duplicate_address', seen: SHARED },
    { partyId: alone, reason: 'already_in_campaign', seen: expect.any(String) },
  ]);
});

test('F40: whoever was picked by hand and went first had it for all who share his address', async () => {
  const campaign = await givenCampaign(database.db, house);
  await pickByHand(needs(), campaign.actor, {
    id: campaign.actionId,
    pick: 'added',
    parties: [{ kind: 'contact', id: younger as never }],
  });
  await send(campaign, 'hand');
  const reasons = (await planAgain(campaign)).map(({ reason }) => reason);
  expect(reasons).toEqual(['duplicate_address', 'already_in_campaign', null]);
});

test('F40: count, preview and why say the same of an address that was reached', async () => {
  const campaign = await givenCampaign(database.db, house);
  await send(campaign);
  const asked = { id: campaign.actionId, scope: 'all' as const };
  expect(await countAction(needs(), campaign.actor, asked, exchange)).toMatchObject({ planned: 0 });
  expect(await previewAction(needs(), campaign.actor, asked, exchange)).toMatchObject({
    planned: 0,
    excluded: [
      { reason: 'already_in_campaign', lines: 2 },
      { reason: 'duplicate_address', lines: 1 },
    ],
  });
  const why = await whyParty(
    needs(),
    campaign.actor,
    { id: campaign.actionId, partyKind: 'contact', partyId: younger as never },
    exchange,
  );
  const gates = why.lines[0]!.gates.filter(({ reason }) => reason === 'duplicate_address');
  expect(gates).toEqual([{ reason: 'duplicate_address', passed: false, seen: SHARED }]);
});

test('F40: each of them gets his own where the action says so, and whoever has another address by now gets it there', async () => {
  const campaign = await givenCampaign(database.db, house);
  await send(campaign);
  await sql`update action set shared_address = 'each' where id = ${campaign.actionId}`.execute(database.db);
  expect((await planAgain(campaign)).map(({ reason }) => reason)).toEqual([
    'already_in_campaign',
    null,
    'already_in_campaign',
  ]);
  await sql`update action set shared_address = 'one' where id = ${campaign.actionId}`.execute(database.db);
  await sql`update contact set email = 'own@fjord.example', email_key = 'own@fjord.example' where id = ${younger}`.execute(
    database.db,
  );
  expect((await planAgain(campaign)).map(({ reason }) => reason)).toEqual([
    'already_in_campaign',
    null,
    'already_in_campaign',
  ]);
});
