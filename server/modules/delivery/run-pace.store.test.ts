import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { RunId } from '../../../contract/ids.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { givenCampaign, givenContacts, givenHouse } from '../../../tests/support/ready-campaign.ts';
import { systemClock } from '../../platform/clock.ts';
import { createFieldRegistry, crmRuleFields } from '../audiences/index.ts';
import { distribute } from './distribute.ts';
import { forecastAction, forecastRun } from './forecast.ts';
import { generateSelection } from './generate-selection.ts';

const database = testDatabase();
let house: Awaited<ReturnType<typeof givenHouse>>;

beforeAll(async () => {
  house = await givenHouse(database.db);
  await givenContacts(database.db, 20, house.topicId);
});

const needsOf = () => ({
  db: database.db,
  clock: systemClock,
  ruleFields: createFieldRegistry([crmRuleFields]),
  channels: {},
});

/** Under way, and so fast in the last minute. */
const goingAt = async (perSecond: number): Promise<RunId> => {
  const { db } = database;
  const { actor, actionId } = await givenCampaign(db, house);
  const needs = needsOf();
  const asked = { id: actionId, scope: 'all' as const };
  await generateSelection(needs, actor, asked);
  const { id } = await distribute(needs, actor, { ...asked, expectedPlanned: null, delaySeconds: 0 });
  await sql`
    insert into run_pace (run_id, at, settled)
    select ${id}, now() - ago * interval '5 seconds', (12 - ago) * 5 * ${perSecond}::int from generate_series(1, 12) ago`.execute(
    db,
  );
  return id;
};

test('O33: what others have on the account leaves at their pace and at ours, as long as they go', async () => {
  const { db } = database;
  const ours = await goingAt(10);
  const paceOf = async () => {
    const { queue, basis, perSecond } = await forecastRun({ db }, house.actor, { id: ours });
    return `${queue} ahead, ${basis} ${Math.round(perSecond.slow)} to ${Math.round(perSecond.fast)}`;
  };
  expect(await paceOf()).toBe('0 ahead, now 6 to 14');
  const other = await goingAt(20);
  expect(await paceOf()).toBe('20 ahead, now 18 to 42');
  // Before it goes, too, where no earlier one says more.
  const { actor, actionId } = await givenCampaign(db, house);
  expect(await forecastAction(needsOf(), actor, { id: actionId, planned: 20 })).toMatchObject({
    queue: 40,
    basis: 'now',
    perSecond: { slow: 18, fast: 42 },
  });
  await sql`update run set state = 'paused' where id = ${other}`.execute(db);
  expect(await paceOf()).toBe('0 ahead, now 6 to 14');
});
