import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { getPartyConsent } from '../../contract/consent.ts';
import { createCompany, createContact, getContact, getContactTimeline, updateContact } from '../../contract/crm.ts';
import type { ContactId, PartyId } from '../../contract/ids.ts';
import { createInteraction, listInteractions, listInteractionTypes } from '../../contract/interactions.ts';
import {
  dismissDuplicates,
  listDuplicates,
  listMerges,
  mergeParties,
  previewMerge,
  undoMerge,
} from '../../contract/merges.ts';
import { distribute, generateSelection, listLines, pickByHand } from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { givenCampaign, givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, untilFinished } = house;
const partyId = (id: string) => id as PartyId;
const pair = (keptId: string, goneId: string) =>
  ({ kind: 'contact', keptId: partyId(keptId), goneId: partyId(goneId) }) as const;

const personCalled = async (name: string): Promise<ContactId> =>
  (await sql<{ id: ContactId }>`select id from contact where last_name = ${name}`.execute(house.app.db)).rows[0]!.id;

/** Consents by e-mail, at whatever address. */
const consents = (id: string) =>
  sql`with recorded as (
      insert into consent_record (party_kind, party_id, channel, topic_id, decision, source, wording, gate_seq)
      values ('contact', ${id}, 'email', ${house.given.topicId}, 'given', 'paper', 'Yes', nextval('gate_seq')) returning id)
    insert into consent (party_kind, party_id, channel, topic_id, decision, record_id, at)
    select 'contact', ${id}, 'email', ${house.given.topicId}, 'given', id, now() from recorded`.execute(house.app.db);

const copiesTo = (address: string) => house.mail.received.filter(({ to }) => to === address).length;

beforeAll(async () => {
  await givenContacts(house.app.db, 4, house.given.topicId);
});

test('O40: likely duplicates are found by what they have in common, and can be called different', async () => {
  const [one, other] = [
    await ask(createContact, { firstName: 'Ola', lastName: 'Dobbel', city: 'Oslo', email: 'ola@dobbel.example' }),
    await ask(createContact, { firstName: 'OLA', lastName: 'dobbel', city: 'OSLO', email: 'OLA@dobbel.example' }),
  ];
  for (const same of ['email', 'name'] as const) {
    const { groups } = await ask(listDuplicates, { kind: 'contact', same });
    expect(groups.map(({ count, records }) => [count, records.map(({ id }) => id)])).toEqual([[2, [one.id, other.id]]]);
  }
  const { groups } = await ask(listDuplicates, { kind: 'contact', same: 'name' });
  await ask(dismissDuplicates, { kind: 'contact', same: 'name', key: groups[0]!.key });
  expect((await ask(listDuplicates, { kind: 'contact', same: 'name' })).groups).toEqual([]);
  expect(await house.refused(listDuplicates, { kind: 'lead', same: 'number' })).toBe('422 same invalid_choice');
  expect(await house.refused(listDuplicates, { kind: 'contact', same: 'email', after: "'; drop table contact" })).toBe(
    '422 after invalid',
  );
});

test('O40: the one that is kept has both histories, the chosen values, and the address that lost', async () => {
  const campaign = await givenCampaign(house.app.db, house.given);
  const run = await ask(distribute, { id: campaign.actionId });
  await untilFinished(run.id);
  const [keptId, goneId] = [await personCalled('1'), await personCalled('2')];
  const { types } = await ask(listInteractionTypes, {});
  const typeId = types.find(({ work }) => work)!.id;
  await ask(createInteraction, { typeId, party: { kind: 'contact', id: partyId(goneId) }, subject: 'Ring him' });
  await ask(updateContact, { id: goneId, city: 'Bergen', tags: ['boat'] });
  const preview = await ask(previewMerge, pair(keptId, goneId));
  expect(preview.fields.find(({ field }) => field === 'city')).toMatchObject({
    kept: null,
    gone: 'Bergen',
    take: 'gone',
  });
  expect(preview.moves).toEqual(
    expect.arrayContaining([
      { what: 'interactions', count: 1 },
      { what: 'messages', count: 1 },
    ]),
  );
  await ask(mergeParties, { ...pair(keptId, goneId), take: { last_name: 'gone' } });
  expect(await ask(getContact, { id: goneId })).toMatchObject({
    id: keptId,
    lastName: '2',
    city: 'Bergen',
    email: 'person1@example.org',
    tags: ['boat'],
  });
  const lines = (await ask(listLines, { id: run.id })).rows;
  expect(lines.filter(({ name }) => name === 'Person 2')).toHaveLength(2);
  const { entries } = await ask(getContactTimeline, { id: goneId });
  expect(entries.filter(({ kind }) => kind === 'message')).toHaveLength(2);
  expect(entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['merged', 'interaction', 'consent_given']));
  const { rows } = await sql<{
    address: string;
  }>`select address from further_address where party_id = ${keptId}`.execute(house.app.db);
  expect(rows.map(({ address }) => address)).toEqual(['person2@example.org']);
  expect(await house.refused(mergeParties, pair(keptId, goneId))).toBe('409 merged_meanwhile');
  expect(await house.refused(mergeParties, pair(keptId, keptId))).toBe('422 goneId merge_with_itself');
});

test('O40: a merge is undone from what was kept of it, and says what stays', async () => {
  const { merges } = await ask(listMerges, { kind: 'contact' });
  expect(merges[0]).toMatchObject({ gone: 'Person 2', by: 'Cyprian Nowak' });
  const { id, keptId } = merges[0]!;
  await ask(updateContact, { id: keptId as string as ContactId, city: 'Tromsø' });
  const { goneId, left } = await ask(undoMerge, { id });
  expect(left).toEqual([{ what: 'fields', count: 1 }]);
  expect(await ask(getContact, { id: goneId as string as ContactId })).toMatchObject({
    id: goneId,
    lastName: '2',
    city: 'Bergen',
    email: 'person2@example.org',
  });
  expect(await ask(getContact, { id: keptId as string as ContactId })).toMatchObject({
    lastName: '1',
    city: 'Tromsø',
    tags: [],
  });
  expect((await ask(listInteractions, { partyId: goneId })).rows.map(({ subject }) => subject)).toEqual(['Ring him']);
  const { rows } = await sql`select from further_address where party_id = ${keptId}`.execute(house.app.db);
  expect(rows).toEqual([]);
  expect(await house.refused(undoMerge, { id })).toBe('409 merge_undone_already');
});

test('a chain of merges ends at one record, and is undone from its end only', async () => {
  const [a, b, c] = await Promise.all(
    ['A', 'B', 'C'].map((lastName) => ask(createContact, { firstName: 'Chain', lastName })),
  );
  const first = await ask(mergeParties, pair(b!.id, a!.id));
  const second = await ask(mergeParties, pair(c!.id, b!.id));
  expect((await ask(getContact, { id: a!.id })).id).toBe(c!.id);
  expect(await house.refused(undoMerge, { id: first.id })).toBe('409 merge_not_last');
  await ask(undoMerge, { id: second.id });
  expect((await ask(getContact, { id: a!.id })).id).toBe(b!.id);
  await ask(undoMerge, { id: first.id });
  expect((await ask(getContact, { id: a!.id })).id).toBe(a!.id);
});

test('of two who merge the same people at once, one does and the other is told', async () => {
  const [one, other] = [
    await ask(createContact, { lastName: 'Race 1' }),
    await ask(createContact, { lastName: 'Race 2' }),
  ];
  const answers = await Promise.all([
    house.marketer.call(mergeParties, pair(one.id, other.id)),
    house.marketer.call(mergeParties, pair(other.id, one.id)),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('nothing given is invented by a merge, and who left stays out', async () => {
  const [yes, no] = [
    await ask(createContact, { lastName: 'Yes', email: 'yes@example.org' }),
    await ask(createContact, { lastName: 'No', email: 'no@example.org' }),
  ];
  await consents(yes.id);
  const { id } = await ask(mergeParties, pair(no.id, yes.id));
  const keys = async (party: string) =>
    (
      await sql<{
        key: string;
        decision: string;
      }>`select address_key as key, decision from consent where party_id = ${party} order by 1`.execute(house.app.db)
    ).rows;
  expect(await keys(no.id)).toEqual([{ key: 'yes@example.org', decision: 'given' }]);
  await ask(undoMerge, { id });
  expect(await keys(no.id)).toEqual([]);
  await sql`insert into opt_out (scope, topic_id, channel, party_kind, party_id, address_key, source, gate_seq)
    values ('topic', ${house.given.topicId}, 'email', 'contact', ${no.id}, 'no@example.org', 'link', nextval('gate_seq'))`.execute(
    house.app.db,
  );
  await ask(mergeParties, pair(yes.id, no.id));
  const campaign = await givenCampaign(house.app.db, house.given);
  const run = await ask(distribute, { id: campaign.actionId });
  const { rows } = await ask(listLines, { id: run.id, state: 'excluded', limit: 200 });
  expect(rows.filter(({ address }) => address === 'yes@example.org').map(({ reason }) => reason)).toEqual([
    'unsubscribed_topic',
  ]);
  expect(await ask(getPartyConsent, { kind: 'contact', id: partyId(yes.id) })).toBeDefined();
  await untilFinished(run.id);
});

test('F32: once sent, never again to the merged person in the same action; merged while it is sent, only one copy', async () => {
  const twins = async (n: number) => {
    const made = [];
    for (const side of ['a', 'b']) {
      const { id } = await ask(createContact, { lastName: `Twin ${n}${side}`, email: `twin${n}${side}@example.org` });
      await consents(id);
      made.push(id);
    }
    return made as [ContactId, ContactId];
  };
  const [kept, gone] = await twins(1);
  const campaign = await givenCampaign(house.app.db, house.given);
  await ask(pickByHand, { id: campaign.actionId, pick: 'added', parties: [{ kind: 'contact', id: partyId(gone) }] });
  await untilFinished((await ask(distribute, { id: campaign.actionId, scope: 'hand', expectedPlanned: 1 })).id);
  expect(copiesTo('twin1b@example.org')).toBe(1);
  await ask(mergeParties, pair(kept, gone));
  const [later, laterGone] = await twins(2);
  const before = copiesTo('twin1a@example.org');
  const run = await ask(distribute, { id: campaign.actionId, delaySeconds: 2 });
  await ask(mergeParties, pair(later, laterGone));
  await untilFinished(run.id);
  expect(copiesTo('twin1a@example.org')).toBe(before);
  expect([copiesTo('twin2a@example.org'), copiesTo('twin2b@example.org')]).toEqual([1, 0]);
  const dropped = await ask(listLines, { id: run.id, state: 'dropped', limit: 50 });
  expect(dropped.rows.map(({ address, reason }) => [address, reason])).toEqual([
    ['twin2b@example.org', 'already_in_campaign'],
  ]);

  const [third, thirdGone] = await twins(3);
  const prepared = await givenCampaign(house.app.db, house.given);
  await ask(pickByHand, {
    id: prepared.actionId,
    pick: 'added',
    parties: [{ kind: 'contact', id: partyId(thirdGone) }],
  });
  await untilFinished((await ask(distribute, { id: prepared.actionId, scope: 'hand', expectedPlanned: 1 })).id);
  await ask(generateSelection, { id: prepared.actionId });
  await ask(mergeParties, { ...pair(third, thirdGone) });
  const rest = await ask(distribute, { id: prepared.actionId });
  await untilFinished(rest.id);
  expect([copiesTo('twin3a@example.org'), copiesTo('twin3b@example.org')]).toEqual([0, 1]);
  await house.expectLedgerToHold();
});

test('who leaves by a link from before the merge has left under the record that was kept', async () => {
  const [kept, gone] = [
    await ask(createContact, { lastName: 'Stays', email: 'stays@example.org' }),
    await ask(createContact, { lastName: 'Link', email: 'link@example.org' }),
  ];
  await consents(gone.id);
  const campaign = await givenCampaign(house.app.db, house.given);
  await untilFinished((await ask(distribute, { id: campaign.actionId })).id);
  const mail = house.mail.received.findLast(({ to }) => to === 'link@example.org')!;
  const link = /^List-Unsubscribe: <([^>]+)>/im.exec(mail.raw.replace(/\r?\n[ \t]+/g, ' '))?.[1];
  await ask(mergeParties, pair(kept.id, gone.id));
  const { statusCode } = await house.server.inject({
    method: 'POST',
    url: new URL(link!).pathname,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  });
  expect(statusCode).toBe(200);
  const { rows } = await sql<{
    id: string;
  }>`select distinct party_id as id from opt_out where address_key = 'link@example.org'`.execute(house.app.db);
  expect(rows).toEqual([{ id: kept.id }]);
});

test('companies become one with their people', async () => {
  const [kept, gone] = [
    await ask(createCompany, { name: 'Fjord AS' }),
    await ask(createCompany, { name: 'Fjord A/S' }),
  ];
  const person = await ask(createContact, { lastName: 'Staff', companyId: gone.id, main: true });
  await ask(mergeParties, { kind: 'company', keptId: partyId(kept.id), goneId: partyId(gone.id) });
  expect((await ask(getContact, { id: person.id })).company).toEqual({ id: kept.id, name: 'Fjord AS' });
  const { merges } = await ask(listMerges, { kind: 'company' });
  await ask(undoMerge, { id: merges[0]!.id });
  expect(await ask(getContact, { id: person.id })).toMatchObject({
    company: { id: gone.id, name: 'Fjord A/S' },
    main: true,
  });
});
