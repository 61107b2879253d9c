import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { NO_AUDIENCE } from '../../contract/audience.ts';
import { createCampaign, type getCampaign, updateAction, updateCampaign } from '../../contract/campaigns.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { distribute, generateSelection, listLines } from '../../contract/runs.ts';
import { createSegment, previewSegment } from '../../contract/segments.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask } = house;
let campaign: OutputOf<typeof getCampaign>;
let runId: string;

const field = (name: string, operator: string, value: unknown) =>
  ({ kind: 'field', field: name, operator, value }) as never;
const group = (match: 'all' | 'any' | 'none', ...rules: never[]) => ({ kind: 'group', match, rules }) as never;

beforeAll(async () => {
  const { db } = house.app;
  await givenContacts(db, 60, house.given.topicId);
  await sql`update contact set tags = '{tesla}' where last_name::int <= 20`.execute(db);
  await sql`update contact set country = 'PL' where last_name::int between 11 and 20`.execute(db);
  await sql`update contact set first_name = '=cmd|''/c calc''!A1' where last_name = '1'`.execute(db);
});

test('Q20, Q21, Q22, O36: criteria combine with all, any and none, nested', async () => {
  const count = async (rule: never) => (await ask(previewSegment, { partyKind: 'contact', rule })).count;
  expect(await count(group('all', field('contact.tags', 'any_of', ['tesla'])))).toBe(20);
  expect(
    await count(group('all', field('contact.tags', 'any_of', ['tesla']), field('contact.country', 'any_of', ['PL']))),
  ).toBe(10);
  expect(
    await count(group('none', field('contact.tags', 'any_of', ['tesla']), field('contact.country', 'any_of', ['PL']))),
  ).toBe(40);
  expect(
    await count(
      group(
        'all',
        field('contact.country', 'any_of', ['NO']),
        group('any', field('contact.last_name', 'is', '5'), field('contact.last_name', 'is', '50')),
      ),
    ),
  ).toBe(2);
});

test('Q31, A05: a campaign without dispatch makes a list of customers from a saved segment', async () => {
  const segment = await ask(createSegment, {
    name: 'Tesla owners',
    description: '',
    partyKind: 'contact',
    rule: group('all', field('contact.tags', 'any_of', ['tesla'])),
  });
  campaign = await ask(createCampaign, { name: 'All Tesla owners', channel: 'list' });
  const action = campaign.actions[0]!;
  campaign = await ask(updateAction, {
    id: action.id,
    updatedAt: action.updatedAt,
    audience: { ...NO_AUDIENCE, include: [segment.id] },
  });
  const { run } = await ask(generateSelection, { id: action.id });
  expect(run.sums).toMatchObject({ matched: 20, planned: 20, excluded: 0 });
  runId = run.id;
});

test('Q32, Q33: the generated recipients come out as Excel and CSV, and no cell runs as a formula', async () => {
  const csv = await house.marketer.send('GET', `/api/runs/${runId}/export`, { query: { format: 'csv' } });
  expect(String(csv.body).startsWith('\ufeff')).toBe(true);
  const lines = String(csv.body).trim().split('\r\n');
  expect(lines).toHaveLength(21);
  expect(lines[0]).toMatch(/^No\.,First name,Last name/);
  expect(String(csv.body)).toContain("'=cmd|");
  const xlsx = await house.marketer.send('GET', `/api/runs/${runId}/export`, { query: { format: 'xlsx' } });
  expect(xlsx.status).toBe(200);
  expect(xlsx.headers['content-type']).toContain('spreadsheetml');
  expect(String(xlsx.body).startsWith('PK')).toBe(true);
});

test('E24, E33: without being ready it does not start; ready, everyone is in the export and nobody gets a message', async () => {
  const action = campaign.actions[0]!;
  expect(await house.refused(distribute, { id: action.id })).toContain('state campaign_not_ready');
  campaign = await ask(updateCampaign, { id: campaign.id, updatedAt: campaign.updatedAt, state: 'ready' });
  const run = await ask(distribute, { id: action.id, expectedPlanned: 20 });
  expect(run).toMatchObject({ state: 'finished', sums: { planned: 20, sent: 20, open: 0 } });
  expect((await ask(listLines, { id: run.id, state: 'sent' })).total).toBe(20);
  expect(house.mail.received).toHaveLength(0);
  await house.expectLedgerToHold();
});
