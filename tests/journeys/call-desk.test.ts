import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { ActionWork } from '../../contract/action-work.ts';
import { duplicateCampaign, type getCampaign, updateAction } from '../../contract/campaigns.ts';
import { listSuppressions } from '../../contract/consent.ts';
import { createTemplate } from '../../contract/content.ts';
import { getContactTimeline } from '../../contract/crm.ts';
import { endCall, getDesk, keepCall, leaveCall, nextCall, withdrawRun } from '../../contract/desk.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { ContactId, PartyId, RunId, UserId } from '../../contract/ids.ts';
import { campaignProgress, listInteractions } from '../../contract/interactions.ts';
import { listNotices } from '../../contract/notices.ts';
import { campaignAnswers, saveOccasion } from '../../contract/occasion.ts';
import { createQuickCampaign } from '../../contract/quick-campaign.ts';
import { listCampaignLines } from '../../contract/reporting.ts';
import { campaignReport, distribute, listRuns, previewAction, sendTest } from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { type Caller, signedIn } from '../support/house.ts';
import { everyone, givenContacts } from '../support/ready-campaign.ts';

const PEOPLE = 8;
const house = campaignHouse();
const { ask } = house;
let dominique: Caller;
let bo: Caller;
let people: PartyId[];
let campaign: OutputOf<typeof getCampaign>;
let runId: RunId;

const userNamed = async (name: string) =>
  (await sql<{ id: UserId }>`select id from app_user where name = ${name}`.execute(house.app.db)).rows[0]!.id;
const action = () => campaign.actions[0]!;
const take = async (who: Caller, queue: 'mine' | 'shared' = 'mine') => {
  const { status, body } = await who.call(nextCall, { queue });
  expect(status, JSON.stringify(body)).toBe(200);
  return body.call;
};
const end = async (who: Caller, outcome: string, more: { at?: string; note?: string } = {}) => {
  const call = await take(who);
  const { status, body } = await who.call(endCall, { id: call!.id, outcome: outcome as 'reached', ...more });
  expect(status, JSON.stringify(body)).toBe(200);
  return call!;
};

beforeAll(async () => {
  const { db } = house.app;
  await givenContacts(db, PEOPLE, house.given.topicId);
  await sql`update contact set phone = '4000000' || last_name, phone_key = '+474000000' || last_name, language = 'nb' where last_name <> '8'`.execute(
    db,
  );
  await sql`update contact set phone = '22 12', phone_key = null where last_name = '7'`.execute(db);
  await sql`update contact set phone = '22123456', phone_key = '+4722123456' where last_name = '1'`.execute(db);
  await sql`update contact set account_manager_id = (select id from app_user where name = 'Dominique Petit') where last_name in ('1', '2', '3', '4')`.execute(
    db,
  );
  await sql`
    insert into consent (party_kind, party_id, channel, topic_id, decision, record_id, at)
    select party_kind, party_id, 'call', topic_id, decision, record_id, at from consent`.execute(db);
  people = (await sql<{ id: PartyId }>`select id from contact order by last_name`.execute(db)).rows.map(({ id }) => id);
  dominique = await signedIn(house, 'dominique@nordlys.test');
  bo = await signedIn(house, 'bo@nordlys.test');
});

test('E03, E18: phone calls are made in one form from a script kept as a template for calls', async () => {
  const template = await ask(createTemplate, {
    name: 'Tyres',
    channel: 'call',
    language: 'nb',
    variant: { text: 'Hei {{ contact.first_name }} {{ contact.last_name }}, dette er {{ sender.name }}.' },
  });
  campaign = await ask(createQuickCampaign, {
    name: 'Tyres by phone',
    channel: 'call',
    state: 'ready',
    topicId: house.given.topicId,
    templateId: template.id,
    senderPolicy: 'account_manager',
    parties: people.map((id) => ({ kind: 'contact' as const, id })),
  });
  expect(campaign.problems).toEqual([]);
  expect(action()).toMatchObject({ channel: 'call', work: { to: 'sender', tries: 3 } });
});

test('who has no number, or none that can be dialled, is left out with the reason', async () => {
  const preview = await ask(previewAction, { id: action().id });
  expect(preview).toMatchObject({
    matched: PEOPLE,
    planned: 6,
    excluded: [
      { reason: 'no_address', lines: 1 },
      { reason: 'invalid_address', lines: 1 },
    ],
  });
});

test('a test puts one proof on my own desk, which changes nothing and counts nowhere', async () => {
  const proof = await ask(sendTest, {
    id: action().id,
    to: 'cyprian@nordlys.test',
    contactId: people[0] as string as ContactId,
  });
  expect(proof).toMatchObject({ mode: 'test', state: 'finished' });
  expect(await take(house.marketer)).toMatchObject({ proof: true, script: 'Hei Person 1, dette er Cyprian Nowak.' });
  await end(house.marketer, 'do_not_call');
  expect(await take(house.marketer)).toBeNull();
  expect((await ask(listSuppressions, {})).rows).toEqual([]);
  expect((await ask(campaignProgress, { id: campaign.id })).rows).toEqual([]);
});

test('E34, A08, A20: Run gives every person’s call to his account manager, and to the campaign’s owner where he has none', async () => {
  expect((await ask(listInteractions, { campaignId: campaign.id, state: 'open' })).rows).toEqual([]);
  const run = await ask(distribute, { id: action().id, expectedPlanned: 6 });
  runId = run.id;
  expect(run).toMatchObject({ state: 'finished', sums: { matched: 8, planned: 6, sent: 6 } });
  const { rows } = await ask(campaignProgress, { id: campaign.id, by: 'responsible' });
  expect(rows.map(({ name, open }) => [name, open])).toEqual([
    ['Cyprian Nowak', 2],
    ['Dominique Petit', 4],
  ]);
  expect((await dominique.call(getDesk, {})).body).toMatchObject({ mine: { due: 4, later: 0 }, shared: { due: 0 } });
  await house.expectLedgerToHold();
});

test('E18: the agent sees the words filled in for this person, and whether a mobile rings', async () => {
  const call = await take(dominique);
  expect(call).toMatchObject({ tries: 0, triesAllowed: 3, proof: false });
  expect(call?.script).toMatch(/^Hei Person \d, dette er Dominique Petit\.$/);
  const kinds = new Set<string>();
  for (let turn = 0; turn < 4; turn += 1) {
    const next = await take(dominique);
    kinds.add(next!.numberKind);
    await dominique.call(leaveCall, { id: next!.id });
  }
  expect([...kinds].sort()).toEqual(['landline', 'mobile']);
  expect(await take(dominique)).toBeNull();
  house.clock.advance(11 * 60_000);
});

test('O20: a call’s yes is the answer to the invitation; each outcome is a fact of the line', async () => {
  await ask(saveOccasion, {
    id: campaign.id,
    title: 'Tyre day',
    startsAt: '2026-05-07T08:00:00Z',
    endsAt: '2026-05-07T14:00:00Z',
    place: 'Oslo',
    places: 1,
    waitingList: false,
    answerUntil: null,
  });
  await end(dominique, 'yes', { note: 'Brings his wife' });
  const second = await take(dominique);
  const full = await dominique.call(endCall, { id: second!.id, outcome: 'yes' });
  expect(full.body.errors[0]).toMatchObject({ field: 'outcome', code: 'places_full' });
  await end(dominique, 'no');
  expect(await ask(campaignAnswers, { id: campaign.id })).toMatchObject({ placed: 1, no: 1 });
  const { rows } = await ask(listInteractions, { campaignId: campaign.id, outcome: 'yes' });
  expect(rows).toMatchObject([{ state: 'done', body: 'Brings his wife', responsible: { name: 'Dominique Petit' } }]);
});

test('who is not reached comes again the next day, three times in all; who asks for it is called back at that time', async () => {
  const missed = await end(dominique, 'not_reached');
  expect(await refusedOf(dominique, { outcome: 'call_back' })).toBe('422 at call_back_when');
  const at = new Date(house.clock.now().getTime() + 2 * 3_600_000).toISOString();
  const promised = await end(dominique, 'call_back', { at, note: 'In a meeting' });
  expect(await take(dominique)).toBeNull();
  expect((await dominique.call(getDesk, {})).body).toMatchObject({ mine: { due: 0, later: 2 }, nextAt: at });
  house.clock.advance(2 * 3_600_000 + 1000);
  expect(await take(dominique)).toMatchObject({ id: promised.id, promisedAt: at, notes: 'In a meeting' });
  await end(dominique, 'reached');
  house.clock.advance(24 * 3_600_000);
  for (const tries of [1, 2]) {
    expect(await take(dominique)).toMatchObject({ id: missed.id, tries });
    await end(dominique, 'not_reached');
    house.clock.advance(25 * 3_600_000);
  }
  expect(await take(dominique)).toBeNull();
});

const refusedOf = async (who: Caller, input: { outcome: 'call_back' | 'reached' }) => {
  const call = await take(who);
  const { status, body } = await who.call(endCall, { id: call!.id, ...input });
  return `${status} ${body.errors[0].field ?? ''} ${body.errors[0].code}`.replace(/ +/, ' ');
};

test('do not call: the number is suppressed for calls, is on nobody’s desk any more and in no later list', async () => {
  const call = await end(house.marketer, 'do_not_call');
  expect((await ask(listSuppressions, {})).rows).toMatchObject([
    { kind: 'number', channel: 'call', purposeClass: 'all' },
  ]);
  const copy = await ask(duplicateCampaign, { id: campaign.id });
  await ask(updateAction, { id: copy.actions[0]!.id, updatedAt: copy.actions[0]!.updatedAt, audience: everyone });
  const again = await ask(previewAction, { id: copy.actions[0]!.id });
  expect(again.excluded).toContainEqual({ reason: 'suppressed_address', lines: 1 });
  const { entries } = await ask(getContactTimeline, { id: call.party.id as string as ContactId });
  expect(entries.map(({ kind }) => kind)).toContain('reached');
});

test('A11: progress by outcome and responsible, and the report grown by what came of the calls; each number opens its people', async () => {
  const { rows } = await ask(campaignProgress, { id: campaign.id, by: 'outcome' });
  expect(Object.fromEntries(rows.map(({ key, open, done }) => [key, open + done]))).toEqual({
    yes: 1,
    no: 1,
    reached: 1,
    not_reached: 1,
    do_not_call: 1,
    null: 1,
  });
  for (const { key, open, done } of rows) {
    const behind = await ask(listInteractions, { campaignId: campaign.id, outcome: key ?? 'none' });
    expect((behind.total ?? 0) - behind.rows.filter(({ proof }) => proof).length).toBe(open + done);
  }
  const { facts } = await ask(campaignReport, { id: campaign.id });
  const lines = Object.fromEntries(facts.filter((fact) => fact.lines > 0).map((fact) => [fact.fact, fact.lines]));
  expect(lines).toEqual({ reached: 4, not_reached: 1, call_back: 1, answered: 2, unsubscribed: 1 });
  for (const [fact, count] of Object.entries(lines))
    expect((await ask(listCampaignLines, { id: campaign.id, fact: fact as 'reached' })).total).toBe(count);
  await house.expectLedgerToHold();
});

test('what is still open can be withdrawn in one step; what was done stays and is told', async () => {
  expect(await ask(withdrawRun, { id: runId })).toEqual({ cancelled: 1, kept: 5 });
  expect(await ask(withdrawRun, { id: runId })).toEqual({ cancelled: 0, kept: 5 });
  expect(await take(house.marketer)).toBeNull();
});

/** A campaign of the kind, ready to run, for everyone. */
const campaignFor = async (channel: 'call' | 'task', work: Partial<ActionWork>) => {
  const made = await ask(createQuickCampaign, {
    name: `For ${channel}`,
    channel,
    state: 'ready',
    topicId: house.given.topicId,
    work,
    parties: people.slice(0, 6).map((id) => ({ kind: 'contact' as const, id })),
  });
  return made;
};

test('two agents on one queue never get the same person; a vanished agent’s person comes back to the others', async () => {
  const shared = await campaignFor('call', { to: 'queue', priority: 'high' });
  await ask(distribute, { id: shared.actions[0]!.id });
  expect((await bo.call(getDesk, {})).body).toMatchObject({ mine: { due: 0 }, shared: { due: 5 } });
  const both = await Promise.all([take(bo, 'shared'), take(dominique, 'shared')]);
  expect(both[0]!.id).not.toBe(both[1]!.id);
  expect((await take(bo, 'shared'))!.id).toBe(both[0]!.id);
  const seen = new Set([both[1]!.id]);
  for (;;) {
    const call = await take(dominique, 'shared');
    if (call === null) break;
    seen.add(call.id);
    await dominique.call(endCall, { id: call.id, outcome: 'reached' });
  }
  expect(seen.size).toBe(4);
  expect(seen.has(both[0]!.id)).toBe(false);
  await sql`update call set claimed_until = now() - interval '1 second' where interaction_id = ${both[0]!.id}`.execute(
    house.app.db,
  );
  expect((await take(dominique, 'shared'))!.id).toBe(both[0]!.id);
  expect((await bo.call(keepCall, { id: both[0]!.id })).body.errors[0].code).toBe('call_not_yours');
  expect((await bo.call(endCall, { id: both[0]!.id, outcome: 'no' })).body.errors[0].code).toBe('call_not_yours');
  await dominique.call(endCall, { id: both[0]!.id, outcome: 'reached' });
});

test('E15: what came of a call that somebody else made reaches the sender', async () => {
  const asked = await campaignFor('call', { to: 'named', userIds: [await userNamed('Bo Lund')] });
  await ask(distribute, { id: asked.actions[0]!.id });
  const call = await take(bo);
  await bo.call(endCall, { id: call!.id, outcome: 'reached', note: 'Wants an offer' });
  const [told] = (await ask(listNotices, {})).rows.filter(({ kind }) => kind === 'called');
  expect(told).toMatchObject({
    campaign: { id: asked.id },
    party: { name: call!.party.name },
    detail: { outcome: 'reached', note: 'Wants an offer' },
  });
  expect((await bo.call(listNotices, {})).body.rows.filter(({ kind }) => kind === 'called')).toEqual([]);
  await ask(withdrawRun, { id: (await ask(listRuns, { id: asked.actions[0]!.id }))[0]!.id });
});

test('whoever withdraws after the list was made is taken off it and never shown', async () => {
  const later = await campaignFor('call', { to: 'named', userIds: [await userNamed('Bo Lund')] });
  await ask(distribute, { id: later.actions[0]!.id });
  await sql`insert into suppression (id, kind, value, channel, purpose_class, reason, gate_seq)
    select gen_random_uuid(), 'number', phone_key, 'call', 'all', 'manual', nextval('gate_seq') from contact where last_name = '2'`.execute(
    house.app.db,
  );
  const names = new Set<string>();
  for (;;) {
    const call = await take(bo);
    if (call === null) break;
    names.add(call.party.name);
    await bo.call(endCall, { id: call.id, outcome: 'reached' });
  }
  expect(names.has('Person 2')).toBe(false);
  const { rows } = await ask(listInteractions, { campaignId: later.id, state: 'cancelled' });
  expect(rows.map(({ party }) => party.name)).toEqual(['Person 2']);
});
