import { beforeAll, expect, test } from 'vitest';
import { createAsset, createAssetType, getAsset, listAssets, updateAsset } from '../../contract/assets.ts';
import { NO_AUDIENCE } from '../../contract/audience.ts';
import { createCampaign, updateAction } from '../../contract/campaigns.ts';
import { createTopic, getPartyConsent, recordConsent, recordTrackingConsent } from '../../contract/consent.ts';
import { createTemplate } from '../../contract/content.ts';
import { createCompany, createContact, getContact, getContactTimeline, listContacts } from '../../contract/crm.ts';
import { createCustomField } from '../../contract/custom-fields.ts';
import type { Endpoint, OutputOf, SentTo } from '../../contract/endpoint.ts';
import type { AssetTypeId, CompanyId, ContactId, TopicId, UserId } from '../../contract/ids.ts';
import { listInteractionTypes } from '../../contract/interactions.ts';
import { convertLead, createLead, getLead, listLeads, suggestConversion, updateLead } from '../../contract/leads.ts';
import { tagParties } from '../../contract/party-selection.ts';
import type { RelatedRule, Rule } from '../../contract/rule.ts';
import { createSegment } from '../../contract/segments.ts';
import { listUses, type NamedKind } from '../../contract/uses.ts';
import { type Caller, furnish, signedIn, testHouse } from '../support/house.ts';

const house = testHouse();
let anna: Caller;
let vehicle: AssetTypeId;
let kari: ContactId;
let firm: CompanyId;

const ask = async <E extends Endpoint>(endpoint: E, input: SentTo<E>): Promise<OutputOf<E>> => {
  const { status, body } = await anna.call(endpoint, input);
  expect(status, JSON.stringify(body)).toBe(200);
  return body as OutputOf<E>;
};
const refused = async <E extends Endpoint>(endpoint: E, input: SentTo<E>): Promise<string> => {
  const { status, body } = await anna.call(endpoint, input);
  return `${status} ${body.errors.map(({ field, code }) => (field ? `${field} ${code}` : code)).join(', ')}`;
};

beforeAll(async () => {
  await furnish(house);
  anna = await signedIn(house, 'anna@nordlys.test');
  kari = (
    await ask(createContact, { firstName: 'Kari', lastName: 'Nordmann', email: 'kari@fjord.example', city: 'Bodø' })
  ).id;
  firm = (await ask(createCompany, { name: 'Fjord Taxi AS', email: 'post@fjord.example' })).id;
});

test('the dealer says what a vehicle is, and writes down what each customer drives', async () => {
  const type = await ask(createAssetType, { name: 'Vehicle', identifierLabel: 'Registration number' });
  vehicle = type.id;
  const define = (label: string, kind: 'text' | 'number' | 'date') =>
    ask(createCustomField, { entity: 'asset', assetTypeId: vehicle, label, type: kind });
  const make = await define('Make', 'text');
  expect(make.name).toBe('asset.vehicle.make');
  await define('Year', 'number');
  await define('Next service', 'date');
  const add = (identifier: string, make: string, year: number, owner: object) =>
    ask(createAsset, { typeId: vehicle, identifier, custom: { make, year, next_service: '2026-04-01' }, ...owner });
  await add('EL 10001', 'Tesla', 2023, { contactId: kari });
  await add('EL 10002', 'Tesla', 2021, { companyId: firm });
  await add('EL 10003', 'Tesla', 2025, { contactId: kari, companyId: firm });
  await add('SV 20001', 'Volvo', 2019, { contactId: kari });
  expect(await refused(createAsset, { typeId: vehicle, identifier: 'el-10001' })).toBe(
    '422 identifier identifier_taken',
  );
  expect(await refused(createAsset, { typeId: vehicle, name: 'X', custom: { year: 'new' } })).toBe(
    '422 custom.year not_a_number',
  );
  const hers = await ask(listAssets, { contactId: kari, sort: 'name' });
  expect(hers.rows.map(({ name }) => name)).toEqual(['EL 10001', 'EL 10003', 'SV 20001']);
});

test('Q35: the list of vehicles goes out as a file, each with its owner and the fields of its type', async () => {
  const { body } = await anna.send<string>('GET', '/api/assets/export', {
    query: { format: 'csv', words: 'en', typeId: vehicle },
  });
  const [head, ...lines] = String(body).replace('\ufeff', '').trim().split('\r\n');
  expect(head?.split(',')).toEqual(
    expect.arrayContaining(['Make', 'Year', 'Next service', 'Person: E-mail', 'Company: Company name']),
  );
  expect(lines).toHaveLength(4);
  expect(lines.find((line) => line.includes('EL 10003'))).toMatch(/Tesla.*kari@fjord\.example.*Fjord Taxi AS/);
});

test('a vehicle is sold to another, and disposed of: it leaves what the former owner has', async () => {
  const { rows } = await ask(listAssets, { search: 'SV20001' });
  const { id } = rows[0]!;
  await ask(updateAsset, { id, contactId: null, companyId: firm });
  expect(await ask(getAsset, { id })).toMatchObject({ contact: null, company: { name: 'Fjord Taxi AS' } });
  await ask(updateAsset, { id, disposedOn: '2026-03-01' });
  const left = await ask(listAssets, { companyId: firm, held: 'owned', sort: 'custom.year', typeId: vehicle });
  expect(left.rows.map(({ name }) => name)).toEqual(['EL 10002', 'EL 10003']);
});

test('O36: leads are a group of their own, found by state, tag and account manager', async () => {
  const { body } = await anna.send<{ user: { id: UserId } }>('GET', '/api/session');
  const manager = body.user.id;
  for (const lastName of ['Aas', 'Berg', 'Dahl']) await ask(createLead, { lastName, accountManagerId: manager });
  const lost = await ask(createLead, { companyName: 'Taxi Nord', companyEmail: 'post@taxi.example', source: 'Fair' });
  await ask(updateLead, { id: lost.id, state: 'lost' });
  const mine = await ask(listLeads, { accountManagerId: manager, state: 'open' });
  expect(mine.rows.map(({ lastName }) => lastName)).toEqual(['Aas', 'Berg', 'Dahl']);
  await ask(tagParties, { entity: 'lead', ids: [lost.id], add: ['later'] });
  expect((await ask(listLeads, { tag: 'later' })).rows.map(({ id }) => id)).toEqual([lost.id]);
  const { body: file } = await anna.send<string>('GET', '/api/leads/export', {
    query: { format: 'csv', words: 'nb', state: 'lost' },
  });
  expect(String(file)).toMatch(/Taxi Nord.*Tapt/);
});

test('O36: a lead becomes the customer she is already, with her consent, her opt-outs and her history', async () => {
  const news = (await ask(createTopic, { name: 'News' })).id as TopicId;
  const events = (await ask(createTopic, { name: 'Events' })).id as TopicId;
  const lead = await ask(createLead, {
    firstName: 'K.',
    email: 'KARI@fjord.example',
    companyName: 'fjord taxi as',
    title: 'Driver',
  });
  const say = (kind: 'lead' | 'contact', id: string, topicId: TopicId, decision: 'given' | 'withdrawn') =>
    ask(recordConsent, {
      kind,
      id: id as never,
      topicId,
      channels: ['email'],
      decision,
      wording: 'Yes, please',
      source: 'in_person',
    });
  await say('lead', lead.id, news, 'given');
  await say('lead', lead.id, events, 'given');
  await ask(recordTrackingConsent, {
    kind: 'lead',
    id: lead.id as never,
    decision: 'given',
    wording: 'Yes',
    source: 'in_person',
  });
  house.clock.advance(60_000);
  await say('contact', kari, events, 'withdrawn');
  const found = await ask(suggestConversion, { id: lead.id });
  expect([found.contacts.map(({ id }) => id), found.companies.map(({ id }) => id)]).toEqual([[kari], [firm]]);
  await ask(convertLead, { id: lead.id, contact: kari, company: firm });
  expect(await ask(getContact, { id: kari })).toMatchObject({
    firstName: 'Kari',
    title: 'Driver',
    city: 'Bodø',
    company: { id: firm },
  });
  const { topics, tracking } = await ask(getPartyConsent, { kind: 'contact', id: kari as never });
  const stateOf = (id: string) =>
    topics.find((topic) => topic.id === id)?.channels.find(({ channel }) => channel === 'email')?.state;
  expect([stateOf(news), stateOf(events), tracking.tracked]).toEqual(['given', 'withdrawn', true]);
  expect(await ask(getLead, { id: lead.id })).toMatchObject({ state: 'converted', contact: { id: kari } });
  const { entries } = await ask(getContactTimeline, { id: kari });
  expect(entries.filter(({ leadId }) => leadId === lead.id).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['became_customer', 'created', 'consent_given']),
  );
  expect((await ask(listContacts, { search: 'kari@fjord' })).total).toBe(1);
});

test('hostile strings in what is written, sought and sorted change nothing and are answered', async () => {
  const before = (await ask(listLeads, {})).total;
  const hostile = [
    "'; drop table lead; --",
    '%_\\',
    '\u202e{{7*7}}',
    '<img src=x onerror=alert(1)>',
    '=cmd|calc',
    '𝕏'.repeat(90),
  ];
  for (const text of hostile) {
    for (const path of [
      '/api/leads',
      '/api/assets',
      '/api/contacts',
      '/api/companies',
      '/api/leads/export',
      '/api/assets/export',
    ])
      for (const name of ['search', 'sort', 'tag', 'after', 'typeId', 'state', 'accountManagerId', 'format']) {
        const query = { ...(path.endsWith('export') && { format: 'csv' }), [name]: text };
        expect((await anna.send('GET', path, { query })).status, `${path}?${name}=${text}`).toBeLessThan(500);
      }
    const lead = await ask(createLead, { lastName: text.slice(0, 200), source: text.slice(0, 200) });
    expect((await ask(getLead, { id: lead.id })).source).toBe(text.slice(0, 200).trim());
  }
  expect((await ask(listLeads, {})).total).toBe((before ?? 0) + hostile.length);
  expect(await refused(createLead, { lastName: 'NUL \u0000' })).toMatch(/^4/);
});

test('A10, A05: what the settings archive is named first by the segments, campaigns and templates that use it', async () => {
  const fleet = await ask(createCustomField, { entity: 'contact', label: 'Fleet size', type: 'number' });
  const uses = async (of: NamedKind, id: string) =>
    (await ask(listUses, { of, id })).uses.map(({ kind, name }) => `${kind} ${name}`);
  expect(await uses('custom_field', fleet.id)).toEqual([]);

  const named = { kind: 'field', field: fleet.name, operator: 'more', value: 5 } as const;
  const owns = (rules: Rule[]): RelatedRule => ({
    ...{ kind: 'related', relation: 'contact.assets', count: 'at_least', value: 1, sum: null },
    where: { kind: 'group', match: 'all', rules },
  });
  const rule = (...rules: Rule[]) => ({ kind: 'group', match: 'any', rules }) as const;
  const isVehicle: Rule = { kind: 'field', field: 'asset.type', operator: 'any_of', value: ['vehicle'] };
  const isTesla: Rule = { kind: 'field', field: 'asset.vehicle.make', operator: 'is', value: 'Tesla' };
  const segment = { partyKind: 'contact', description: '' } as const;
  await ask(createSegment, { ...segment, name: 'Large fleets', rule: rule(rule(named)) });
  await ask(createSegment, { ...segment, name: 'Drivers', rule: rule(owns([isVehicle])) });
  const variant = { subject: 'Hello', preheader: '', html: '<p>{{ contact.custom.fleet_size }} cars</p>', text: null };
  await ask(createTemplate, { name: 'For fleets', language: 'en', variant });
  await ask(createTemplate, { name: 'Other', language: 'en', variant: { ...variant, html: '<p>fleet_size</p>' } });
  const { actions } = await ask(createCampaign, { name: 'Spring', requiresConsent: false });
  const { id, updatedAt } = actions[0]!;
  const audience = { ...NO_AUDIENCE, rule: { partyKind: 'contact' as const, tree: rule(named, owns([isTesla])) } };
  await ask(updateAction, { id, updatedAt, audience });

  expect(await uses('custom_field', fleet.id)).toEqual([
    'segment Large fleets',
    'campaign Spring',
    'template For fleets',
  ]);
  expect(await uses('asset_type', vehicle)).toEqual(['segment Drivers', 'campaign Spring']);
  const { types } = await ask(listInteractionTypes, {});
  const mail = types.find(({ channel }) => channel === 'email')!;
  expect(await uses('interaction_type', mail.id)).toEqual(['campaign Spring']);
  const eva = await signedIn(house, 'eva@nordlys.test');
  expect((await eva.call(listUses, { of: 'custom_field', id: fleet.id })).status).toBe(403);
});
