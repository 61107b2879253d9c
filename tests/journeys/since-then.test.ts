import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { NO_AUDIENCE } from '../../contract/audience.ts';
import { audienceChanges, listAudienceChanges } from '../../contract/audience-changes.ts';
import { createCampaign, type getCampaign, updateAction, updateCampaign } from '../../contract/campaigns.ts';
import { recordConsent } from '../../contract/consent.ts';
import { createContentVersion } from '../../contract/content.ts';
import { createContact, deleteContact, getContactTimeline, updateContact } from '../../contract/crm.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { ContactId, PartyId, RunId } from '../../contract/ids.ts';
import { mergeParties, previewMerge } from '../../contract/merges.ts';
import { listCampaignLines } from '../../contract/reporting.ts';
import { distribute, generateSelection, pickByHand, whyParty } from '../../contract/runs.ts';
import { createSegment, updateSegment } from '../../contract/segments.ts';
import { whyInRun } from '../../contract/why.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask } = house;
let campaign: OutputOf<typeof getCampaign>;
let sent: RunId;
let segmentId: string;
let ola: ContactId;
const person = new Map<number, PartyId>();

const field = (name: string, operator: string, value: unknown) =>
  ({ kind: 'field', field: name, operator, value }) as never;
const group = (match: 'all' | 'any', ...rules: never[]) => ({ kind: 'group', match, rules }) as never;
const inCountry = (...codes: string[]) => group('all', field('contact.country', 'any_of', codes));
const action = () => campaign.actions[0]!;
const asRead = () => ({ id: action().id, updatedAt: action().updatedAt });
const why = (n: number, run = sent) => ask(whyInRun, { id: run, partyKind: 'contact', partyId: person.get(n)! });
const say = (id: string, decision: 'given' | 'withdrawn') =>
  ask(recordConsent, {
    kind: 'contact',
    id: id as PartyId,
    topicId: house.given.topicId,
    channels: ['email'],
    decision,
    wording: 'Yes, write to me',
    source: 'in_person',
  });
const told = async (since?: RunId) => {
  const { joined, left, causes } = await ask(audienceChanges, { id: action().id, ...(since && { since }) });
  const words = causes.map(
    ({ side, cause, reason, rules, lines }) =>
      `${side} ${lines} ${cause}: ${[reason, ...rules].filter(Boolean).join('; ')}`,
  );
  return { joined, left, causes: words.sort() };
};

beforeAll(async () => {
  const { db } = house.app;
  await givenContacts(db, 10, house.given.topicId);
  house.clock.advance(Date.now() - house.clock.now().getTime());
  const { rows } = await sql<{ id: PartyId; n: number }>`select id, last_name::int as n from contact`.execute(db);
  for (const { id, n } of rows) person.set(n, id);
  ola = (await ask(createContact, { firstName: 'Ola', lastName: 'Svensk', email: 'ola@example.org', country: 'SE' }))
    .id;
  await say(ola, 'given');
  const created = await ask(createSegment, {
    name: 'Norway',
    description: '',
    partyKind: 'contact',
    rule: inCountry('NO'),
  });
  segmentId = created.id;
  campaign = await ask(createCampaign, { name: 'Since then', topicId: house.given.topicId, requiresConsent: true });
  const content = await ask(createContentVersion, {
    defaultLanguage: 'en',
    variants: { en: { subject: 'Hello', html: '<p>Hello {{ contact.first_name }}</p>' } },
  });
  campaign = await ask(updateAction, {
    ...asRead(),
    audience: { ...NO_AUDIENCE, include: [created.id] },
    contentVersionId: content.id,
    sendingAccountId: house.given.accountId,
  });
  campaign = await ask(updateCampaign, { id: campaign.id, updatedAt: campaign.updatedAt, state: 'ready' });
});

test('nothing is compared before there is a list, and nothing has changed right after', async () => {
  expect(await ask(audienceChanges, { id: action().id })).toMatchObject({ since: null, causes: [] });
  await ask(pickByHand, { id: action().id, pick: 'removed', parties: [{ kind: 'contact', id: person.get(10)! }] });
  const { run } = await ask(generateSelection, { id: action().id });
  expect(run.sums).toMatchObject({ matched: 10, planned: 9 });
  expect(await ask(audienceChanges, { id: action().id })).toMatchObject({ since: { id: run.id }, joined: 0, left: 0 });
  await ask(updateContact, { id: ola, country: 'NO' });
  expect(await told()).toEqual({ joined: 1, left: 0, causes: ['joined 1 rule: Country is Norway'] });
  await ask(updateContact, { id: ola, country: 'SE' });
});

test('a list that was sent says why somebody was in it, with the consent that allowed it', async () => {
  const run = await ask(distribute, { id: action().id, expectedPlanned: 9 });
  await house.untilFinished(run.id);
  sent = run.id;
  const answer = await why(1);
  expect(answer).toMatchObject({
    run: { id: sent, sealedAt: expect.any(String) },
    party: { name: 'Person 1', merged: false },
    edited: false,
    rules: [
      { sentence: 'Is in the segment “Norway”', before: true, now: true },
      { sentence: 'Country is Norway', before: true, now: true, seen: 'Norway' },
    ],
    lines: [
      {
        before: { verdict: 'planned', origin: 'rule', address: 'person1@example.org', consent: { decision: 'given' } },
        now: { verdict: 'planned', address: 'person1@example.org', reason: null },
      },
    ],
  });
  expect(answer.lines[0]?.gates.every(({ before, now }) => before === true && now === true)).toBe(true);
  const removed = await why(10);
  expect(removed.lines[0]).toMatchObject({ before: { verdict: 'excluded', reason: 'removed_by_hand' } });
  expect(removed.lines[0]?.gates.slice(0, 2)).toMatchObject([
    { reason: 'removed_by_hand', before: false, now: false },
    { before: null, now: true },
  ]);
  const absent = await ask(whyInRun, { id: sent, partyKind: 'contact', partyId: ola as never });
  expect(absent).toMatchObject({
    lines: [],
    rules: [
      { before: false, now: false },
      { before: false, now: false, seen: 'Sweden' },
    ],
  });
});

test('O02: the campaign lists its recipients, and a recipient the campaigns he was in', async () => {
  const lines = await ask(listCampaignLines, { id: campaign.id, state: 'sent' });
  expect(lines.rows.map(({ name }) => name).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `Person ${n}`));
  const campaignsOf = async (id: string) => {
    const { entries } = await ask(getContactTimeline, { id: id as ContactId });
    return entries.filter(({ kind }) => kind === 'message').map(({ params }) => params['campaign']);
  };
  expect(await campaignsOf(person.get(7)!)).toEqual(['Since then']);
  expect(await campaignsOf(person.get(10)!)).toEqual([]);
});

test('after planning it goes on answering from what was written down, and says beside it what has changed', async () => {
  house.clock.advance(60_000);
  await ask(updateContact, { id: person.get(1)! as never, country: 'SE' });
  await say(person.get(2)!, 'withdrawn');
  await ask(updateContact, { id: person.get(3)! as never, email: 'new3@example.org' });
  await ask(deleteContact, { id: person.get(4)! as never });
  const pair = { kind: 'contact' as const, keptId: person.get(6)!, goneId: person.get(5)! };
  await ask(previewMerge, pair);
  await ask(mergeParties, pair);
  await ask(updateContact, { id: ola, country: 'NO' });

  expect(await why(1)).toMatchObject({
    rules: [
      { before: true, now: false },
      { before: true, now: false, seen: 'Sweden' },
    ],
    lines: [{ before: { verdict: 'planned' }, now: null }],
  });
  const withdrew = await why(2);
  expect(withdrew.lines[0]).toMatchObject({
    before: { verdict: 'planned' },
    now: { verdict: 'excluded', reason: 'no_consent' },
  });
  expect(withdrew.lines[0]?.gates.find(({ reason }) => reason === 'no_consent')).toMatchObject({
    before: true,
    now: false,
  });
  expect((await why(3)).lines[0]).toMatchObject({
    before: { address: 'person3@example.org' },
    now: { address: 'new3@example.org', verdict: 'planned' },
  });
  expect(await why(4)).toMatchObject({
    party: { name: null },
    rules: [
      { before: true, now: null },
      { before: true, now: null },
    ],
    lines: [{ before: { verdict: 'planned', address: 'person4@example.org' }, now: null }],
  });
  expect(await why(5)).toMatchObject({ party: { id: person.get(6), merged: true, name: expect.any(String) } });
  // What was asked before planning answers as it would be planned now: whoever had it, has had it.
  const fresh = await ask(whyParty, { id: action().id, partyKind: 'contact', partyId: person.get(7)! });
  expect(fresh.lines[0]?.gates.find(({ passed }) => !passed)?.reason).toBe('already_in_campaign');
  expect((await why(7)).lines[0]).toMatchObject({ now: { verdict: 'planned' } });
});

test('who joined and who left since the last action, by the rule or gate that made them', async () => {
  expect(await told()).toEqual({
    joined: 1,
    left: 3,
    causes: [
      'joined 1 rule: Country is Norway',
      'left 1 gate: no_consent',
      'left 1 gone: ',
      'left 1 rule: Country is Norway',
    ],
  });
  const { causes } = await ask(audienceChanges, { id: action().id });
  const byRule = causes.find(({ side, cause }) => side === 'left' && cause === 'rule')!;
  const listed = await ask(listAudienceChanges, { id: action().id, side: 'left', cause: byRule.key });
  expect(listed).toMatchObject({
    total: 1,
    rows: [{ name: 'Person 1', partyId: person.get(1), rules: ['Country is Norway'], address: 'person1@example.org' }],
  });
  const first = await ask(listAudienceChanges, { id: action().id, side: 'left', limit: 2 });
  const rest = await ask(listAudienceChanges, { id: action().id, side: 'left', limit: 2, after: first.next! });
  expect([...first.rows, ...rest.rows].map(({ name }) => name)).toEqual([
    'Person 1',
    'Person 2',
    'person4@example.org',
  ]);
  expect(rest.next).toBeNull();
  expect((await ask(listAudienceChanges, { id: action().id, side: 'joined', search: 'sven' })).rows).toMatchObject([
    { name: 'Ola Svensk' },
  ]);
});

test('rules that were edited since are told as such, with what was put in and what was taken out', async () => {
  const polish = await ask(createContact, {
    firstName: 'Ewa',
    lastName: 'Nowak',
    email: 'ewa@example.org',
    country: 'PL',
  });
  await say(polish.id, 'given');
  const rule = group('any', field('contact.country', 'any_of', ['PL']), field('contact.last_name', 'is', '8'));
  await ask(updateSegment, { id: segmentId as never, rule });
  const { joined, left, causes } = await told(sent);
  expect([joined, left]).toEqual([1, 7]);
  expect(causes).toEqual([
    'joined 1 made: Country is Poland',
    'left 1 gone: ',
    'left 1 rule: Country is Norway',
    'left 5 edited: Country is Poland; Last name is “8”',
  ]);
  expect(await why(7)).toMatchObject({
    edited: true,
    rules: [{ sentence: 'Is in the segment “Norway”', before: true, now: true }, { sentence: 'Country is Norway' }],
  });
});

test('only a list of the same campaign is compared, and nonsense is refused', async () => {
  const other = await ask(createCampaign, { name: 'Another' });
  const { id } = other.actions[0]!;
  expect(await house.refused(audienceChanges, { id, since: sent })).toContain('404');
  for (const after of ["'; drop table recipient; --", '-1', '1e9'])
    expect(await house.refused(listAudienceChanges, { id: action().id, side: 'left', after })).toBe(
      '422 after invalid',
    );
  expect(
    await house.refused(whyInRun, { id: '999' as RunId, partyKind: 'contact', partyId: person.get(1)! }),
  ).toContain('404');
});
