import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { createCampaign, getCampaign, updateAction } from '../../contract/campaigns.ts';
import { getContactTimeline } from '../../contract/crm.ts';
import { createCustomField } from '../../contract/custom-fields.ts';
import type { ContactId, InteractionTypeId, PartyId } from '../../contract/ids.ts';
import {
  campaignProgress,
  createInteraction,
  createInteractionType,
  editLineItem,
  listInteractions,
  listInteractionTypes,
  settleInteractions,
  updateInteraction,
  updateInteractionType,
} from '../../contract/interactions.ts';
import {
  cancelRun,
  distribute,
  fetchFailed,
  generateSelection,
  getRun,
  pickByHand,
  stopRun,
} from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { eventually } from '../support/eventually.ts';
import { type Caller, signedIn } from '../support/house.ts';
import { givenCampaign, givenContacts, type ReadyCampaign } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, untilFinished } = house;
let admin: Caller;
let contactId: ContactId;

beforeAll(async () => {
  admin = await signedIn(house, 'anna@nordlys.test');
  const { db } = house.app;
  await givenContacts(db, 6, house.given.topicId);
  await sql`insert into company (id, name, email, email_key) select gen_random_uuid(), 'Fjord AS', 'office@fjord.example', 'office@fjord.example'`.execute(
    db,
  );
  await sql`update contact set company_id = (select id from company) where last_name in ('1', '2')`.execute(db);
  await sql`update contact set account_manager_id = (select id from app_user where email = 'dominique@nordlys.test') where last_name = '1'`.execute(
    db,
  );
  contactId = (await sql<{ id: ContactId }>`select id from contact where last_name = '1'`.execute(db)).rows[0]!.id;
});

const typeNamed = async (name: string) =>
  (await ask(listInteractionTypes, {})).types.find((type) => type.name === name)!;

/** A campaign whose action leaves items of this type. */
const campaignWith = async (
  typeId: InteractionTypeId,
  keptOn: 'person' | 'both' | null = null,
  channel: 'email' | 'list' = 'email',
) => {
  const campaign = await givenCampaign(house.app.db, house.given, { channel });
  const { actions } = await ask(getCampaign, { id: campaign.campaignId });
  await admin.call(updateAction, {
    id: campaign.actionId,
    updatedAt: actions[0]!.updatedAt,
    interactionTypeId: typeId,
    keptOn,
  });
  return campaign;
};

const itemsOf = ({ campaignId }: ReadyCampaign) => ask(listInteractions, { campaignId, limit: '100', sort: 'party' });

test('A02, A09: the types are set up before a campaign; each action asks for one and gets the one for its channel', async () => {
  const { types } = await ask(listInteractionTypes, {});
  expect(types.map(({ name, work }) => `${name}${work ? ' !' : ''}`)).toEqual([
    'E-post sendt',
    'SMS sendt',
    'Brev sendt',
    'Salgsmulighet åpnet',
    'Tilbud gitt',
    'Plukket ut',
    'Telefonsamtale !',
    'Oppgave !',
    'Møte !',
  ]);
  const campaign = await ask(createCampaign, { name: 'Winter' });
  expect(campaign.actions[0]).toMatchObject({ interactionTypeId: types[0]!.id, keptOn: null });
  const without = await ask(updateAction, {
    id: campaign.actions[0]!.id,
    updatedAt: campaign.actions[0]!.updatedAt,
    interactionTypeId: null,
  });
  expect(without.problems.map(({ field, code }) => `${field} ${code}`)).toContain(
    'interactionTypeId interaction_type_needed',
  );
});

test('A09, A10: a marketer may look, an administrator makes a type with fields of its own', async () => {
  expect(await house.refused(createInteractionType, { name: 'Visit' })).toBe('403 forbidden');
  const { body: type } = await admin.call(createInteractionType, {
    name: 'Visit',
    work: true,
    responsible: 'account_manager',
    dueDays: 3,
    keptOn: 'person',
  });
  const options = [
    { value: 'warm', label: 'Warm' },
    { value: 'cold', label: 'Cold' },
  ];
  await admin.call(createCustomField, {
    entity: 'interaction',
    interactionTypeId: type.id,
    label: 'Mood',
    type: 'one_of',
    options,
  });
  expect((await typeNamed('Visit')).fields).toMatchObject([{ key: 'mood', label: 'Mood', type: 'one_of' }]);
  expect((await admin.call(createInteractionType, { name: 'vISIT' })).body.errors[0]).toMatchObject({
    field: 'name',
    code: 'type_name_taken',
  });
});

test('A10: an item made by hand takes its responsible person and its time from its type, and shows on the person', async () => {
  const type = await typeNamed('Visit');
  const party = { kind: 'contact', id: contactId as string as PartyId } as const;
  expect(
    await house.refused(createInteraction, { typeId: type.id, party, subject: 'Look in', custom: { mood: 'hot' } }),
  ).toBe('422 custom.mood not_a_choice');
  const item = await ask(createInteraction, { typeId: type.id, party, subject: 'Look in', custom: { mood: 'warm' } });
  expect(item).toMatchObject({
    state: 'open',
    responsible: { name: 'Dominique Petit' },
    party: { name: 'Person 1' },
    custom: { mood: 'warm' },
  });
  expect(Date.parse(item.dueAt!) - house.clock.now().getTime()).toBe(3 * 86_400_000);
  const dominique = await signedIn(house, 'dominique@nordlys.test');
  expect(
    (await dominique.call(listInteractions, { whose: 'mine', state: 'open' })).body.rows.map(({ subject }) => subject),
  ).toEqual(['Look in']);
  house.clock.advance(60_000);
  await ask(updateInteraction, {
    id: item.id,
    updatedAt: item.updatedAt,
    body: 'He wants to see the new one',
  });
  expect(await house.refused(updateInteraction, { id: item.id, updatedAt: item.updatedAt, body: 'Too late' })).toBe(
    '409 interaction_changed',
  );
  expect((await ask(settleInteractions, { ids: [item.id], state: 'done' })).changed).toEqual([item.id]);
  expect((await ask(settleInteractions, { ids: [item.id], state: 'done' })).changed).toEqual([]);
  const { entries } = await ask(getContactTimeline, { id: contactId });
  expect(entries.find(({ kind }) => kind === 'interaction')).toMatchObject({
    params: { type: 'Visit', subject: 'Look in', state: 'done' },
  });
});

test('A08, A20: generating an action gives each person and firm an open item, once; sending does them', async () => {
  const campaign = await campaignWith((await typeNamed('Visit')).id, 'both');
  await ask(generateSelection, { id: campaign.actionId });
  const first = await itemsOf(campaign);
  expect(first.rows.map(({ party, state }) => `${party.kind} ${party.name} ${state}`)).toEqual([
    'company Fjord AS open',
    ...[1, 2, 3, 4, 5, 6].map((n) => `contact Person ${n} open`),
  ]);
  expect(first.rows.find(({ party }) => party.name === 'Person 1')?.responsible?.name).toBe('Dominique Petit');
  await ask(pickByHand, {
    id: campaign.actionId,
    pick: 'removed',
    parties: [{ kind: 'contact', id: contactId as string as PartyId }],
  });
  const again = await itemsOf(campaign);
  expect(again.rows.map(({ party }) => party.name)).toEqual([
    'Fjord AS',
    'Person 2',
    'Person 3',
    'Person 4',
    'Person 5',
    'Person 6',
  ]);
  expect(again.rows.map(({ id }) => id)).toEqual(
    first.rows.filter(({ party }) => party.name !== 'Person 1').map(({ id }) => id),
  );
  const run = await ask(distribute, { id: campaign.actionId, expectedPlanned: 5 });
  await untilFinished(run.id);
  expect(new Set((await itemsOf(campaign)).rows.map(({ state }) => state))).toEqual(new Set(['done']));
  await house.expectLedgerToHold();
});

test('A08, A11: a list leaves its items open for who must see to them; what is taken back before it leaves is still to do', async () => {
  const campaign = await campaignWith((await typeNamed('Visit')).id, null, 'list');
  await ask(distribute, { id: campaign.actionId });
  expect((await itemsOf(campaign)).rows.every(({ state, overdue }) => state === 'open' && !overdue)).toBe(true);
  const { rows } = await ask(campaignProgress, { id: campaign.campaignId, by: 'responsible' });
  expect(rows.map(({ name, open }) => [name, open])).toEqual([
    ['Dominique Petit', 1],
    ['Kari Nordmann', 5],
  ]);
  const mail = await campaignWith((await typeNamed('Visit')).id);
  const { id } = await ask(distribute, { id: mail.actionId, delaySeconds: 600 });
  await ask(cancelRun, { id });
  expect((await itemsOf(mail)).rows.every(({ state }) => state === 'open')).toBe(true);
});

test('A11: where no work is asked, the lines are the items; each group counts once, also when somebody writes into one', async () => {
  const campaign = await campaignWith((await typeNamed('E-post sendt')).id);
  const run = await ask(distribute, { id: campaign.actionId });
  await untilFinished(run.id);
  expect((await itemsOf(campaign)).rows).toEqual([]);
  const progress = async (by: 'type' | 'responsible' = 'type') =>
    (await ask(campaignProgress, { id: campaign.campaignId, by })).rows;
  expect(await progress()).toMatchObject([{ name: 'E-post sendt', open: 0, done: 6, lines: { done: 6 } }]);
  const { entries } = await ask(getContactTimeline, { id: contactId });
  const sent = entries.find(({ kind, params }) => kind === 'message' && params['campaignId'] === campaign.campaignId)!;
  expect(sent.params).toMatchObject({ type: 'E-post sendt' });
  const item = await ask(editLineItem, { ...(sent.link as { runId: never; no: number }), body: 'Rang back about it' });
  expect(item).toMatchObject({ state: 'done', body: 'Rang back about it', party: { id: contactId } });
  await ask(editLineItem, { ...(sent.link as { runId: never; no: number }), subject: 'Asked for a price' });
  expect((await itemsOf(campaign)).rows).toMatchObject([{ subject: 'Asked for a price', body: 'Rang back about it' }]);
  expect(await progress()).toMatchObject([{ done: 6 }]);
  expect(await progress('responsible')).toMatchObject([{ key: null, done: 6, lines: { done: 5 } }]);
  expect((await ask(getRun, { id: run.id })).sums.sent).toBe(6);
});

test('A08: who could not be written to stays to be seen to until a retry succeeds; what is stopped is cancelled', async () => {
  const campaign = await campaignWith((await typeNamed('Visit')).id);
  house.mail.refuse = (address) =>
    address.startsWith('person6@')
      ? '550 5.2.1 mailbox disabled'
      : address.startsWith('person5@')
        ? '451 4.7.1 later'
        : null;
  const run = await ask(distribute, { id: campaign.actionId });
  await eventually(async () =>
    expect((await ask(getRun, { id: run.id })).sums).toMatchObject({ sent: 4, failed: 1, deferred: 1 }),
  );
  const states = async () =>
    (await itemsOf(campaign)).rows.map(({ party, state }) => `${party.name?.slice(-1)} ${state}`).join(', ');
  await eventually(async () => expect(await states()).toBe('1 done, 2 done, 3 done, 4 done, 5 open, 6 open'));
  await ask(stopRun, { id: run.id });
  await eventually(async () => expect(await states()).toBe('1 done, 2 done, 3 done, 4 done, 5 cancelled, 6 open'));
  house.mail.refuse = () => null;
  await ask(fetchFailed, { id: campaign.actionId });
  await untilFinished((await ask(distribute, { id: campaign.actionId })).id);
  await eventually(async () => expect(await states()).toContain('6 done'));
  await house.expectLedgerToHold();
});

test('A09: an archived type is offered no more, and what it left stays', async () => {
  const type = await typeNamed('Visit');
  expect((await admin.call(updateInteractionType, { id: type.id, archived: true })).body).toMatchObject({
    archived: true,
    items: type.items,
  });
  const party = { kind: 'contact', id: contactId as string as PartyId } as const;
  expect(await house.refused(createInteraction, { typeId: type.id, party, subject: 'No' })).toBe(
    '422 typeId unknown_interaction_type',
  );
});
