import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { DispatchChannel } from '../../contract/campaigns.ts';
import { getCampaign, updateAction } from '../../contract/campaigns.ts';
import { createContentVersion, type Variant } from '../../contract/content.ts';
import type { ActionId, PartyId } from '../../contract/ids.ts';
import { createLayout, LayoutDesign } from '../../contract/layouts.ts';
import { NO_LETTER_PLAN, saveLetterPlan } from '../../contract/letters.ts';
import { countMissingData, listMissingData } from '../../contract/missing-data.ts';
import { createQuickCampaign } from '../../contract/quick-campaign.ts';
import { generateSelection, pickByHand } from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask } = house;
let people: PartyId[];

/** Six people; the last reads Norwegian. A title has the first, a city the first three, a phone and a street everybody. */
beforeAll(async () => {
  const { db } = house.app;
  await givenContacts(db, 6, house.given.topicId);
  await sql`
    update contact set street = 'Storgata ' || last_name, phone = '4000000' || last_name, phone_key = '+474000000' || last_name,
      title = case when last_name = '1' then 'Skipper' end, city = case when last_name <= '3' then 'Bodø' end, postal_code = '8001',
      language = case when last_name = '6' then 'nb' else 'en' end`.execute(db);
  people = (await sql<{ id: PartyId }>`select id from contact order by last_name`.execute(db)).rows.map(({ id }) => id);
});

type Words = Partial<Variant>;

const actionFor = async (channel: DispatchChannel, variants: { en: Words; nb?: Words }): Promise<ActionId> => {
  const { id } = await ask(createQuickCampaign, {
    name: `By ${channel}`,
    channel: channel as 'email',
    state: 'ready',
    purposeClass: 'notice',
    requiresConsent: false,
    parties: people.map((party) => ({ kind: 'contact' as const, id: party })),
  });
  const action = (await ask(getCampaign, { id })).actions[0]!;
  const version = await ask(createContentVersion, { channel: channel as 'email', defaultLanguage: 'en', variants });
  await ask(updateAction, { id: action.id, updatedAt: action.updatedAt, contentVersionId: version.id });
  return action.id;
};
const missing = async (id: ActionId) => {
  const { planned, fields } = await ask(countMissingData, { id });
  return { planned, ...Object.fromEntries(fields.map((one) => [one.field, one.missing])) };
};
const whoLacks = async (id: ActionId, field: string) =>
  (await ask(listMissingData, { id, field })).rows.map(({ name }) => name);

test('missing data is counted field by field where nothing stands for it, in the language each is told', async () => {
  const id = await actionFor('email', {
    en: {
      subject: 'Hi',
      html: '<p>{{ contact.first_name }}, {{ contact.title | default: "you" }} in {{ contact.city }}</p>',
    },
    nb: { subject: 'Hei {{ contact.title }}', html: '<p>{% if contact.city %}i {{ contact.city }}{% endif %}</p>' },
  });
  expect(await missing(id)).toEqual({ planned: 6, 'contact.city': 2, 'contact.title': 1 });
  expect(await whoLacks(id, 'contact.city')).toEqual(['Person 4', 'Person 5']);
  expect(await whoLacks(id, 'contact.title')).toEqual(['Person 6']);
  expect(await whoLacks(id, 'contact.phone')).toEqual([]);
  const first = await ask(listMissingData, { id, field: 'contact.city', limit: 1 });
  const second = await ask(listMissingData, { id, field: 'contact.city', limit: 1, after: first.next! });
  expect([first.total, second.rows[0]?.name, second.next]).toEqual([2, 'Person 5', null]);
});

test('it is counted over the list that was made, once there is one', async () => {
  const id = await actionFor('email', { en: { subject: 'Hi', html: '<p>{{ contact.city }}</p>' } });
  await ask(pickByHand, { id, pick: 'removed', parties: [{ kind: 'contact', id: people[3]! }] });
  await ask(generateSelection, { id });
  expect(await missing(id)).toEqual({ planned: 5, 'contact.city': 2 });
  expect(await whoLacks(id, 'contact.city')).toEqual(['Person 5', 'Person 6']);
});

test('so it is in SMS, scripts, letters with what their layout adds, and reports', async () => {
  const text = 'To {{ contact.city }}';
  expect(await missing(await actionFor('sms', { en: { text } }))).toEqual({ planned: 6, 'contact.city': 3 });
  expect(await missing(await actionFor('call', { en: { text } }))).toEqual({ planned: 6, 'contact.city': 3 });
  expect(await missing(await actionFor('task', { en: { text: 'Look up {{ contact.phone }}' } }))).toEqual({
    planned: 6,
  });
  const design = LayoutDesign.parse({ facts: [{ label: 'Title', value: '{{ contact.title }}' }] });
  const { id: layoutId } = await ask(createLayout, { name: 'Plain', design });
  const letter = await actionFor('letter', { en: { subject: 'Hi', text: 'Dear {{ contact.last_name }}' } });
  await ask(saveLetterPlan, { ...NO_LETTER_PLAN, id: letter, layoutId });
  expect(await missing(letter)).toEqual({ planned: 6, 'contact.title': 5 });
  const report = { layoutId, fileName: 'Yours', title: '', text: '{{ contact.city }}' };
  const mail = await actionFor('email', { en: { subject: 'Hi', html: '<p>Hi</p>', report } });
  expect(await missing(mail)).toEqual({ planned: 0 });
  const { updatedAt } = await house.app.db
    .selectFrom('action')
    .select('updatedAt')
    .where('id', '=', mail)
    .executeTakeFirstOrThrow();
  await ask(updateAction, { id: mail, updatedAt: updatedAt.toISOString(), report: true });
  expect(await missing(mail)).toEqual({ planned: 6, 'contact.title': 5, 'contact.city': 3 });
});
