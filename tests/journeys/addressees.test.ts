import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listColleagues } from '../../contract/access.ts';
import { type Audience, NO_AUDIENCE } from '../../contract/audience.ts';
import {
  type Campaign,
  createCampaign,
  getCampaign,
  listCampaigns,
  updateAction,
  updateCampaign,
} from '../../contract/campaigns.ts';
import { createCompany, createContact, listCompanies, listContacts, updateContact } from '../../contract/crm.ts';
import type { PartyId, RunId } from '../../contract/ids.ts';
import { checkImport, getImport, type Import, runImport, uploadImportPath } from '../../contract/import.ts';
import { createLead, listLeads } from '../../contract/leads.ts';
import {
  countAction,
  distribute,
  generateSelection,
  listHandPicks,
  listLines,
  type Party,
  pickByHand,
  previewAction,
} from '../../contract/runs.ts';
import { createSegment, previewSegment } from '../../contract/segments.ts';
import { silentLogger } from '../../server/platform/logger.ts';
import { startQueue } from '../../server/platform/queue/queue.ts';
import { tasks } from '../../server/tasks.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { PATIENCE_MS } from '../support/patience.ts';

const house = campaignHouse();
const { ask } = house;
let queue: { stop(): Promise<void> };
let group: Audience['include'][number];
let copied: RunId;
const people: Record<string, Party> = {};

const tagged = (...tags: string[]) =>
  ({
    kind: 'group',
    match: 'all',
    rules: [{ kind: 'field', field: 'contact.tags', operator: 'any_of', value: tags }],
  }) as never;
const party = (kind: Party['kind'], id: string): Party => ({ kind, id: id as PartyId });
const one = (person: Party) => [person];
const made = async (name: string, audience: Partial<Audience> = {}, more: object = {}): Promise<Campaign> => {
  const campaign = await ask(createCampaign, { name, channel: 'list', ...more });
  const action = campaign.actions[0]!;
  const changed = { id: action.id, updatedAt: action.updatedAt, audience: { ...NO_AUDIENCE, ...audience } };
  return ask(updateAction, changed);
};
const actionOf = (campaign: Campaign) => campaign.actions[0]!.id;
const pick = (campaign: Campaign, how: 'added' | 'removed' | 'none', parties: Party[]) =>
  ask(pickByHand, { id: actionOf(campaign), pick: how, parties });
const generated = async (campaign: Campaign) => {
  const { run } = await ask(generateSelection, { id: actionOf(campaign) });
  const { rows } = await ask(listLines, { id: run.id, limit: 200 });
  return { run, lines: rows.map(({ name, role, origin, state }) => `${name} ${role} ${origin} ${state}`).sort() };
};

beforeAll(async () => {
  queue = await startQueue({ pool: house.app.pool, tasks: tasks(house.app), cron: [], logger: silentLogger });
  const firm = await ask(createCompany, { name: 'Fjord Taxi AS', email: 'office@fjord.example' });
  const add = async (name: string, tags: string[], companyId: string | null = null) => {
    const email = `${name.toLowerCase()}@person.example`;
    const { id } = await ask(createContact, {
      firstName: name,
      lastName: '',
      email,
      tags,
      companyId: companyId as never,
    });
    people[name] = party('contact', id);
  };
  await add('Kari', ['spring'], firm.id);
  await add('Ola', ['spring']);
  await add('Per', []);
  people['Fjord'] = party('company', firm.id);
  const lead = await ask(createLead, {
    firstName: 'Lea',
    email: 'lea@lead.example',
    companyName: 'Lea og co',
    companyEmail: 'office@lead.example',
  });
  people['Lea'] = party('lead', lead.id);
});
afterAll(() => queue?.stop());

test('A03: the group is determined and looked at first, and the campaign that is added after is given it', async () => {
  const rule = tagged('spring');
  expect(await ask(previewSegment, { partyKind: 'contact', rule })).toMatchObject({ count: 2 });
  const segment = await ask(createSegment, { name: 'Spring', description: '', partyKind: 'contact', rule });
  group = segment.id;
  const campaign = await made('Group first', { include: [group] });
  expect(await ask(previewAction, { id: actionOf(campaign) })).toMatchObject({ matched: 2, planned: 2 });
  expect(await ask(countAction, { id: actionOf(campaign) })).toMatchObject({ planned: 2 });
  await ask(updateCampaign, {
    id: campaign.id,
    updatedAt: (await ask(getCampaign, { id: campaign.id })).updatedAt,
    state: 'ready',
  });
  copied = (await ask(distribute, { id: actionOf(campaign), expectedPlanned: 2 })).id;
});

const imported = async (campaign: Campaign): Promise<void> => {
  const until = (id: Import['id'], state: Import['state']) =>
    vi.waitFor(async () => expect((await ask(getImport, { id })).state).toBe(state), {
      timeout: PATIENCE_MS,
      interval: 50,
    });
  const list = Buffer.from('First name;E-mail\nKari;kari@person.example\nNora;nora@person.example\n');
  const path = uploadImportPath('contact', { actionId: actionOf(campaign) });
  const { body } = await house.marketer.upload<Import>(path, 'list.csv', list);
  await ask(checkImport, { id: body.id });
  await until(body.id, 'checked');
  await ask(runImport, { id: body.id });
  await until(body.id, 'finished');
};

test('A12, A19: a selection, an imported list and the group of a former action are linked, each in its own manner, everyone once', async () => {
  const selection = await made('By selection', { include: [group] });
  const list = await made('By list');
  const former = await made('By former group', { copyOf: { runId: copied, which: 'all' } });
  const mixed = await made('By all three', { include: [group], copyOf: { runId: copied, which: 'all' } });
  await imported(list);
  await imported(mixed);
  expect((await generated(selection)).lines).toEqual(['Kari own rule open', 'Ola own rule open']);
  expect((await generated(list)).lines).toEqual(['Kari own import open', 'Nora own import open']);
  expect((await generated(former)).lines).toEqual(['Kari own copy open', 'Ola own copy open']);
  expect((await generated(mixed)).lines).toEqual(['Kari own import open', 'Nora own import open', 'Ola own rule open']);

  // Later the selection follows the data; the list and the former group stay as they were.
  await ask(updateContact, { id: people['Ola']!.id as never, tags: [] });
  await ask(updateContact, { id: people['Per']!.id as never, tags: ['spring'] });
  expect((await generated(selection)).lines).toEqual(['Kari own rule open', 'Per own rule open']);
  expect((await generated(list)).lines).toEqual(['Kari own import open', 'Nora own import open']);
  expect((await generated(former)).lines).toEqual(['Kari own copy open', 'Ola own copy open']);
  expect((await generated(mixed)).lines).toHaveLength(4);
});

test('E28, E29, E30: single ones of every kind are found by typing, added, seen, and shown apart', async () => {
  const campaign = await made('One by one');
  const found = [
    ...(await ask(listContacts, { search: 'ola', limit: 8 })).rows.map(({ id }) => party('contact', id)),
    ...(await ask(listCompanies, { search: 'fjord', limit: 4 })).rows.map(({ id }) => party('company', id)),
    ...(await ask(listLeads, { search: 'lea', limit: 4 })).rows.map(({ id }) => party('lead', id)),
  ];
  expect(found).toEqual([people['Ola'], people['Fjord'], people['Lea']]);
  for (const person of found) await pick(campaign, 'added', one(person));
  const picks = await ask(listHandPicks, { id: actionOf(campaign) });
  expect(picks.map(({ name, pick }) => `${name} ${pick}`).sort()).toEqual([
    'Fjord Taxi AS added',
    'Lea added',
    'Ola added',
  ]);
  await ask(updateAction, {
    id: actionOf(campaign),
    updatedAt: (await ask(getCampaign, { id: campaign.id })).actions[0]!.updatedAt,
    addressing: 'both',
  });
  const { run, lines } = await generated(campaign);
  expect(lines).toEqual([
    'Fjord Taxi AS office hand open',
    'Lea office hand open',
    'Lea own hand open',
    'Ola own hand open',
  ]);
  const only = async (partyKind: Party['kind']) =>
    (await ask(listLines, { id: run.id, partyKind })).rows.map(({ name }) => name);
  expect([await only('company'), await only('contact'), await only('lead')]).toEqual([
    ['Fjord Taxi AS'],
    ['Ola'],
    ['Lea', 'Lea'],
  ]);
});

test('E31: a new record is one of the database; in the campaign it is only once it is added there', async () => {
  const campaign = await made('New records', { include: [group] });
  const { planned } = await ask(previewAction, { id: actionOf(campaign) });
  const contact = await ask(createContact, { firstName: 'Nils', lastName: 'Ny', email: 'nils@person.example' });
  const company = await ask(createCompany, { name: 'Ny AS', email: 'office@ny.example' });
  const lead = await ask(createLead, { firstName: 'Lise', email: 'lise@lead.example' });
  expect((await ask(listContacts, { search: 'nils@person' })).total).toBe(1);
  expect(await ask(previewAction, { id: actionOf(campaign) })).toMatchObject({ planned });
  expect(await ask(listHandPicks, { id: actionOf(campaign) })).toEqual([]);
  await pick(campaign, 'added', [party('contact', contact.id), party('company', company.id), party('lead', lead.id)]);
  const { lines } = await generated(campaign);
  expect(lines).toEqual(expect.arrayContaining(['Nils Ny own hand open', 'Lise own hand open']));
});

test('E16, E32: whatever kind an addressee is, the addressing of the campaign decides where it goes', async () => {
  const campaign = await made('Addressing', {}, { channel: 'list' });
  await pick(
    campaign,
    'added',
    ['Kari', 'Per', 'Fjord', 'Lea'].map((name) => people[name]!),
  );
  const addressed = async (addressing: 'contact' | 'company' | 'both') => {
    const { updatedAt } = (await ask(getCampaign, { id: campaign.id })).actions[0]!;
    await ask(updateAction, { id: actionOf(campaign), updatedAt, addressing });
    return (await generated(campaign)).lines.map((line) => line.replace(' hand', ''));
  };
  // The firm has no main contact, Per no firm.
  expect(await addressed('contact')).toEqual([
    'Fjord Taxi AS office excluded',
    'Kari own open',
    'Lea own open',
    'Per own open',
  ]);
  expect(await addressed('company')).toEqual(['Fjord Taxi AS office open', 'Lea office open', 'Per own excluded']);
  expect(await addressed('both')).toEqual([
    'Fjord Taxi AS office open',
    'Kari own open',
    'Lea office open',
    'Lea own open',
    'Per own open',
  ]);
});

test('single people are unlinked before generating and linked again, and generating keeps that', async () => {
  const campaign = await made('Unlink', { include: [group] });
  await pick(campaign, 'removed', one(people['Kari']!));
  expect(await ask(previewAction, { id: actionOf(campaign) })).toMatchObject({
    matched: 2,
    planned: 1,
    excluded: [{ reason: 'removed_by_hand', lines: 1 }],
  });
  expect((await generated(campaign)).lines).toEqual(['Kari own rule excluded', 'Per own rule open']);
  expect((await generated(campaign)).lines).toEqual(['Kari own rule excluded', 'Per own rule open']);
  await pick(campaign, 'none', one(people['Kari']!));
  expect((await generated(campaign)).lines).toEqual(['Kari own rule open', 'Per own rule open']);
});

test('O01: campaigns are found by who is responsible for them', async () => {
  const colleagues = (await ask(listColleagues, {})).rows;
  const bo = colleagues.find(({ name }) => name === 'Bo Lund')!;
  await ask(createCampaign, { name: 'Bo’s campaign', ownerId: bo.id });
  const { rows } = await ask(listCampaigns, { ownerId: bo.id });
  expect(rows.map(({ name, owner }) => [name, owner.name])).toEqual([['Bo’s campaign', 'Bo Lund']]);
  const mine = colleagues.find(({ name }) => name === 'Cyprian Nowak')!;
  const others = await ask(listCampaigns, { ownerId: mine.id, limit: 100 });
  expect(others.total).toBeGreaterThan(4);
  expect(others.rows.every(({ owner }) => owner.id === mine.id)).toBe(true);
});
