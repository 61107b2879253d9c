import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { ActionWork } from '../../contract/action-work.ts';
import { getCampaign, updateAction, updateCampaign } from '../../contract/campaigns.ts';
import { createTemplate } from '../../contract/content.ts';
import { getInstructions, withdrawRun } from '../../contract/desk.ts';
import type { PartyId, UserId } from '../../contract/ids.ts';
import { listInteractions, settleInteractions } from '../../contract/interactions.ts';
import { createQuickCampaign } from '../../contract/quick-campaign.ts';
import { distribute } from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { type Caller, signedIn } from '../support/house.ts';
import { givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, refused } = house;
let bo: Caller;
let people: PartyId[];

const userNamed = async (name: string) =>
  (await sql<{ id: UserId }>`select id from app_user where name = ${name}`.execute(house.app.db)).rows[0]!.id;

beforeAll(async () => {
  await givenContacts(house.app.db, 6, house.given.topicId);
  people = (await sql<{ id: PartyId }>`select id from contact order by last_name`.execute(house.app.db)).rows.map(
    ({ id }) => id,
  );
  bo = await signedIn(house, 'bo@nordlys.test');
});

/** A campaign of the kind, ready to run, for everyone. */
const campaignFor = async (channel: 'call' | 'task', work: Partial<ActionWork>, templateId: string | null = null) =>
  ask(createQuickCampaign, {
    name: `For ${channel}`,
    channel,
    state: 'ready',
    topicId: house.given.topicId,
    templateId: templateId as never,
    work,
    parties: people.map((id) => ({ kind: 'contact' as const, id })),
  });

test('E04, E18, A08: other activities are shared out evenly, with due day and priority; done in bulk and opened again', async () => {
  const userIds = await Promise.all(['Bo Lund', 'Dominique Petit'].map(userNamed));
  const variant = { text: 'Order tyres for {{ contact.last_name }}.' };
  const template = await ask(createTemplate, { name: 'Order', channel: 'task', language: 'nb', variant });
  const tasks = await campaignFor('task', { to: 'even', userIds, dueDays: 5, priority: 'high' }, template.id);
  const run = await ask(distribute, { id: tasks.actions[0]!.id });
  expect(run.sums).toMatchObject({ matched: 6, planned: 6, sent: 6 });
  const mine = (await bo.call(listInteractions, { whose: 'mine', campaignId: tasks.id })).body.rows;
  expect(mine).toHaveLength(3);
  expect(mine[0]).toMatchObject({ priority: 'high', state: 'open', type: { work: true } });
  expect(Date.parse(mine[0]!.dueAt!) - house.clock.now().getTime()).toBe(5 * 86_400_000);
  expect((await bo.call(getInstructions, { id: mine[0]!.id })).body.text).toMatch(/^Order tyres for \d\.$/);
  const ids = mine.map(({ id }) => id);
  expect((await bo.call(settleInteractions, { ids, state: 'done' })).body.changed).toHaveLength(3);
  expect((await bo.call(settleInteractions, { ids: ids.slice(0, 1), state: 'open' })).body.changed).toHaveLength(1);
  expect(await ask(withdrawRun, { id: run.id })).toEqual({ cancelled: 4, kept: 2 });
  await house.expectLedgerToHold();
});

test('A02, E23: calls need a type that asks for work, and somebody to make them; each is told at its field', async () => {
  const made = await campaignFor('call', { to: 'even' });
  expect(await refused(distribute, { id: made.actions[0]!.id })).toBe('422 work.userIds work_needs_somebody');
  const { rows } = await sql<{ id: string }>`select id from interaction_type where not work limit 1`.execute(
    house.app.db,
  );
  await ask(updateAction, {
    id: made.actions[0]!.id,
    updatedAt: made.actions[0]!.updatedAt,
    interactionTypeId: rows[0]!.id as never,
    work: { to: 'queue' },
  });
  expect(await refused(distribute, { id: made.actions[0]!.id })).toBe(
    '422 interactionTypeId interaction_type_needs_work',
  );
  const { updatedAt } = await ask(getCampaign, { id: made.id });
  await ask(updateCampaign, { id: made.id, updatedAt, state: 'preparing' });
  expect(await refused(distribute, { id: made.actions[0]!.id })).toContain('state campaign_not_ready');
});
