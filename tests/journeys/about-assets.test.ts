import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { NO_AUDIENCE } from '../../contract/audience.ts';
import { createCampaign, updateAction, updateCampaign } from '../../contract/campaigns.ts';
import { createContentVersion } from '../../contract/content.ts';
import { createLayout, LayoutDesign } from '../../contract/layouts.ts';
import { listLetterBatches, NO_LETTER_PLAN, saveLetterPlan } from '../../contract/letters.ts';
import { distribute, fetchFailed, generateSelection, getRun, listLines } from '../../contract/runs.ts';
import { gatherValues } from '../../server/modules/content/index.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { signedIn } from '../support/house.ts';
import { isPopplerHere, pagesOfPdf } from '../support/pdf.ts';
import { assetsNamed, givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, untilFinished } = house;

const TYPE = '00000000-0000-7000-8000-0000000000f2';
const tesla = assetsNamed('Tesla');

/** Person 1 has two Teslas and a Volvo, person 2 one Tesla at the same address, person 3 a Volvo. */
beforeAll(async () => {
  const { db } = house.app;
  await givenContacts(db, 3, house.given.topicId);
  await sql`update contact set email = 'home@example.org', email_key = 'home@example.org' where last_name in ('1', '2')`.execute(
    db,
  );
  await sql`insert into asset_type (id, key, name) values (${TYPE}, 'car', 'Car')`.execute(db);
  await sql`insert into asset (id, type_id, name, identifier, contact_id)
    select gen_random_uuid(), ${TYPE}, name, identifier, contact.id
    from (values ('1', 'Tesla', 'EL 1'), ('1', 'Tesla', 'EL 2'), ('1', 'Volvo', 'DR 3'), ('2', 'Tesla', 'EL 4'), ('3', 'Volvo', 'DR 5'))
      as car (owner, name, identifier) join contact on last_name = owner`.execute(db);
});

const aboutTeslas = async (name: string, html: string, perAsset: boolean) => {
  const made = await ask(createCampaign, { name, type: 'asset', topicId: house.given.topicId, requiresConsent: true });
  const { id: contentVersionId } = await ask(createContentVersion, {
    defaultLanguage: 'en',
    variants: { en: { subject: 'Service of {{ assets.size }}', html } },
  });
  const { id, updatedAt } = made.actions[0]!;
  const set = await ask(updateAction, {
    id,
    updatedAt,
    audience: { ...NO_AUDIENCE, rule: tesla, perAsset },
    contentVersionId,
    sendingAccountId: house.given.accountId,
  });
  await ask(updateCampaign, { id: made.id, updatedAt: set.updatedAt, state: 'ready' });
  return id;
};

/** Which registration numbers each message that came names. */
const told = () =>
  house.mail.received.map(({ raw }) => [...new Set(String(raw).match(/(EL|DR) \d/g))].sort().join('+')).sort();

test('Q07: one message for each owner lists the assets that were selected, and no others of his', async () => {
  house.mail.received.length = 0;
  const id = await aboutTeslas(
    'Recall',
    '<ul>{% for car in assets %}<li>{{ car.name }} {{ car.identifier }}</li>{% endfor %}</ul>',
    false,
  );
  const run = await ask(distribute, { id, expectedPlanned: 2 });
  await untilFinished(run.id);
  expect(told()).toEqual(['EL 1+EL 2', 'EL 4']);
  const { rows } = await ask(listLines, { id: run.id });
  expect(rows.map(({ assets }) => assets.join(', ')).sort()).toEqual(['Tesla · EL 1, Tesla · EL 2', 'Tesla · EL 4']);
});

test('Q07, Q29: one message for each asset; at one address only the same asset is a duplicate, and what failed is fetched asset by asset', async () => {
  house.mail.received.length = 0;
  let left = 1;
  house.mail.refuse = () => (left-- > 0 ? '550 5.7.1 not this one' : null);
  const id = await aboutTeslas('Service due', '<p>Your {{ asset.name }} {{ asset.identifier }} is due.</p>', true);
  const run = await ask(distribute, { id, expectedPlanned: 3 });
  await untilFinished(run.id);
  expect((await ask(getRun, { id: run.id })).sums).toMatchObject({ planned: 3, sent: 2, failed: 1 });
  house.mail.refuse = () => null;
  const retry = await ask(fetchFailed, { id });
  expect(retry.sums).toMatchObject({ matched: 1, planned: 1 });
  await untilFinished((await ask(distribute, { id, expectedPlanned: 1 })).id);
  expect(told()).toEqual(['EL 1', 'EL 2', 'EL 4']);
  await house.expectLedgerToHold();
});

test('Q07: an asset sold since the list was made is not told about to whoever had it', async () => {
  const { db } = house.app;
  const { rows } = await sql<{ partyId: string; about: string }>`
    select contact_id as party_id, array[id]::text as about from asset where identifier = 'EL 4'`.execute(db);
  const line = { no: 1, partyKind: 'contact', companyId: null, ...rows[0]! };
  expect(await gatherValues(db, [line], ['asset.identifier'])).toEqual([['["EL 4"]']]);
  await sql`update asset set contact_id = (select id from contact where last_name = '3') where identifier = 'EL 4'`.execute(
    db,
  );
  expect(await gatherValues(db, [line], ['asset.identifier'])).toEqual([[null]]);
});

test('Q07, Q28: a message about an asset that was sold before it left is dropped with the reason; what is left of a list goes', async () => {
  const { db } = house.app;
  house.mail.received.length = 0;
  const words = '<p>Your {{ asset.name }} {{ asset.identifier }} is due.</p>';
  const single = await aboutTeslas('Sold before', words, true);
  const list = await aboutTeslas('Partly sold', words, false);
  const runs = [await ask(generateSelection, { id: single }), await ask(generateSelection, { id: list })];
  await sql`update asset set contact_id = (select id from contact where last_name = '3') where identifier = 'EL 1'`.execute(
    db,
  );
  for (const id of [single, list]) await untilFinished((await ask(distribute, { id })).id);
  const [{ run: ofEach }, { run: ofOwners }] = runs as [(typeof runs)[0], (typeof runs)[0]];
  expect((await ask(getRun, { id: ofEach.id })).sums).toMatchObject({ planned: 3, sent: 2, dropped: 1 });
  const { rows } = await ask(listLines, { id: ofEach.id, state: 'dropped' });
  expect(rows.map(({ reason }) => reason)).toEqual(['asset_gone']);
  expect((await ask(getRun, { id: ofOwners.id })).sums).toMatchObject({ dropped: 0 });
  expect(told().filter((numbers) => numbers.includes('EL 1'))).toEqual([]);
  await house.expectLedgerToHold();
});

test('Q07, Q28: what was disposed of is left out with the reason; disposed of after planning, it is dropped; a list keeps it', async () => {
  const { db } = house.app;
  const dispose = (plate: string) =>
    sql`update asset set disposed_on = '2026-02-01' where identifier = ${plate}`.execute(db);
  house.mail.received.length = 0;
  const words = '<p>Your {{ asset.name }} {{ asset.identifier }} is due.</p>';
  const single = await aboutTeslas('Each', words, true);
  const list = await aboutTeslas('All of an owner', words, false);
  await dispose('EL 4');
  const { run } = await ask(generateSelection, { id: single });
  expect(run).toMatchObject({ sums: { matched: 3, planned: 2, excluded: 1 } });
  expect(run.excludedBy).toEqual([{ reason: 'asset_disposed', lines: 1 }]);
  expect((await ask(listLines, { id: run.id, state: 'excluded' })).rows).toMatchObject([
    { reason: 'asset_disposed', seen: 'Tesla', assets: ['Tesla · EL 4'] },
  ]);
  const ofOwners = (await ask(generateSelection, { id: list })).run;
  const { rows } = await ask(listLines, { id: ofOwners.id });
  expect(rows.flatMap(({ assets }) => assets).sort()).toEqual(['Tesla · EL 1', 'Tesla · EL 2']);

  await dispose('EL 1');
  for (const id of [single, list]) await untilFinished((await ask(distribute, { id })).id);
  for (const { id } of [run, ofOwners]) {
    expect((await ask(getRun, { id })).sums).toMatchObject({ planned: 2, sent: 1, dropped: 1 });
    const dropped = await ask(listLines, { id, state: 'dropped' });
    expect(dropped.rows.map(({ reason }) => reason)).toEqual(['asset_disposed']);
  }
  expect(told()).toEqual(['EL 2', 'EL 2']);

  const made = await ask(createCampaign, { name: 'Put right', channel: 'list' });
  const { id, updatedAt } = made.actions[0]!;
  await ask(updateAction, { id, updatedAt, audience: { ...NO_AUDIENCE, rule: tesla, perAsset: true } });
  expect((await ask(generateSelection, { id })).run.sums).toMatchObject({ matched: 3, planned: 3 });
  await house.expectLedgerToHold();
});

test('Q07, A14: a letter lists the assets too; whose assets lack what the layout needs is left out with the reason', async () => {
  const { db } = house.app;
  await sql`update contact set street = 'Torvet 2', postal_code = '7011', city = 'Trondheim'`.execute(db);
  await sql`update asset set disposed_on = null`.execute(db);
  await sql`update asset set identifier = null where identifier = 'EL 2'`.execute(db);
  const made = await ask(createCampaign, { name: 'By post', type: 'asset', channel: 'letter', purposeClass: 'notice' });
  const design = LayoutDesign.parse({ name: 'Fjord Bil AS', needs: ['asset.identifier'] });
  const { body: layout } = await (await signedIn(house, 'bo@nordlys.test')).call(createLayout, {
    name: 'Cars',
    design,
  });
  const { id, updatedAt } = made.actions[0]!;
  const variants = {
    en: { subject: 'Service', html: '', text: 'Your {{ asset.name }} {{ asset.identifier }} is due.' },
  };
  const { id: contentVersionId } = await ask(createContentVersion, {
    channel: 'letter',
    defaultLanguage: 'en',
    variants,
  });
  const audience = { ...NO_AUDIENCE, rule: tesla };
  const set = await ask(updateAction, { id, updatedAt, audience, contentVersionId, basis: 'contract' });
  await ask(saveLetterPlan, { ...NO_LETTER_PLAN, id, layoutId: layout.id });
  await ask(updateCampaign, { id: made.id, updatedAt: set.updatedAt, state: 'ready' });
  const run = await ask(distribute, { id, expectedPlanned: 1 });
  expect(run.excludedBy).toEqual([{ reason: 'missing_data', lines: 1 }]);
  const [batch] = (await ask(listLetterBatches, { campaignId: made.id })).rows;
  if (!isPopplerHere()) return;
  const pages = pagesOfPdf(await house.marketer.download(`/api/letter-batches/${batch!.id}/pdf`));
  expect(pages.join()).toContain('Your Tesla, Tesla EL 1, EL 4 is due.');
});
