import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { NO_AUDIENCE } from '../../contract/audience.ts';
import { createCampaign, updateAction, updateCampaign } from '../../contract/campaigns.ts';
import { createPressureRule } from '../../contract/pressure.ts';
import { generateSelection, listLines, previewAction } from '../../contract/runs.ts';
import { createSegment, previewSegment } from '../../contract/segments.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { signedIn } from '../support/house.ts';
import { givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask } = house;

const field = (name: string, operator: string, value: unknown) =>
  ({ kind: 'field', field: name, operator, value }) as never;
const all = (...rules: never[]) => ({ kind: 'group', match: 'all', rules }) as never;
const owns = (count: string, value: number, ...rules: never[]) =>
  ({ kind: 'related', relation: 'contact.assets', count, value, sum: null, where: all(...rules) }) as never;
const tesla = field('asset.name', 'is', 'tesla');

beforeAll(async () => {
  const { db } = house.app;
  await givenContacts(db, 30, house.given.topicId);
  await sql`insert into asset_type (id, key, name) values ('00000000-0000-7000-8000-0000000000f1', 'car_here', 'Car')`.execute(
    db,
  );
  await sql`insert into asset (id, type_id, name, identifier, contact_id)
    select gen_random_uuid(), '00000000-0000-7000-8000-0000000000f1', case when n <= 2 then 'Tesla' else 'Volvo' end, last_name || '-' || n, contact.id
    from contact, generate_series(1, 3) n where last_name::int <= 10`.execute(db);
});

test('Q34, O36: a rule counts the assets that meet all of its conditions together', async () => {
  const count = async (rule: never) => (await ask(previewSegment, { partyKind: 'contact', rule: all(rule) })).count;
  expect(await count(owns('at_least', 2, tesla))).toBe(10);
  expect(await count(owns('at_least', 3, tesla))).toBe(0);
  expect(await count(owns('at_least', 1, tesla, field('asset.identifier', 'ends_with', '-3')))).toBe(0);
  expect(await count(owns('none', 0))).toBe(20);
  expect((await ask(previewSegment, { partyKind: 'asset', rule: all(tesla) })).count).toBe(20);
});

test('Q31, Q35, A05: the Teslas come out one by one with their owners, to be cleansed', async () => {
  const segment = await ask(createSegment, {
    name: 'All Teslas',
    description: '',
    partyKind: 'asset',
    rule: all(tesla),
  });
  const campaign = await ask(createCampaign, { name: 'Tesla register', channel: 'list' });
  const action = campaign.actions[0]!;
  const audience = { ...NO_AUDIENCE, include: [segment.id] };
  const saved = await ask(updateAction, { id: action.id, updatedAt: action.updatedAt, audience });
  expect((await ask(generateSelection, { id: action.id })).run.sums.planned).toBe(10);
  await ask(updateAction, {
    id: action.id,
    updatedAt: saved.actions[0]!.updatedAt,
    audience: { ...audience, perAsset: true },
  });
  const { run } = await ask(generateSelection, { id: action.id });
  expect(run.sums.planned).toBe(20);
  const csv = String(
    (await house.marketer.send('GET', `/api/runs/${run.id}/export`, { query: { format: 'csv' } })).body,
  );
  expect(csv.split('\r\n')[0]).toContain('Asset');
  expect(csv).toContain('7-1');
  expect(csv).not.toContain('7-3');
});

test('O36, E30: leads are an audience of their own, and the list can be switched to them', async () => {
  await sql`insert into lead (id, first_name, last_name, email, email_key)
    values (gen_random_uuid(), 'Lea', 'Lead', 'lea@example.org', 'lea@example.org')`.execute(house.app.db);
  const campaign = await ask(createCampaign, { name: 'Leads and customers', channel: 'list' });
  const leads = await ask(createSegment, { name: 'All leads', description: '', partyKind: 'lead', rule: all() });
  const action = campaign.actions[0]!;
  const rule = { partyKind: 'contact' as const, tree: all(owns('at_least', 1)) };
  const audience = { ...NO_AUDIENCE, include: [leads.id], rule };
  await ask(updateAction, { id: action.id, updatedAt: action.updatedAt, audience });
  const { run } = await ask(generateSelection, { id: action.id });
  expect(run.sums.planned).toBe(11);
  const only = await ask(listLines, { id: run.id, partyKind: 'lead' });
  expect(only.rows).toMatchObject([{ name: 'Lea Lead', partyKind: 'lead' }]);
  expect((await ask(listLines, { id: run.id, partyKind: 'contact' })).total).toBe(10);
});

test('whoever had enough, or belongs to the holdout, is left out with that reason', async () => {
  const campaign = await ask(createCampaign, {
    name: 'Much mail',
    topicId: house.given.topicId,
    requiresConsent: true,
  } as never);
  const action = campaign.actions[0]!;
  const rule = { partyKind: 'contact' as const, tree: all(field('contact.country', 'any_of', ['NO'])) };
  await ask(updateAction, { id: action.id, updatedAt: action.updatedAt, audience: { ...NO_AUDIENCE, rule } });
  const excluded = async () => (await ask(previewAction, { id: action.id })).excluded;
  expect(await excluded()).toEqual([]);
  await sql`insert into touch (party_id, at, run_id, no, party_kind, channel, purpose_class)
    select id, now() - interval '1 day', n, 1, 'contact', 'sms', 'marketing' from contact, generate_series(1, 2) n where last_name::int <= 5`.execute(
    house.app.db,
  );
  const admin = await signedIn(house, 'anna@nordlys.test');
  expect((await house.marketer.call(createPressureRule, { maxMessages: 2, days: 7 } as never)).status).toBe(403);
  expect((await admin.call(createPressureRule, { maxMessages: 2, days: 7 } as never)).status).toBe(200);
  expect(await excluded()).toEqual([{ reason: 'pressure_cap', lines: 5 }]);
  const { updatedAt } = await ask(updateAction, {
    id: action.id,
    updatedAt: (await latest(campaign.id)).actionAt,
    sharedAddress: 'each',
  });
  await ask(updateCampaign, { id: campaign.id, updatedAt, holdoutPercent: 50 });
  const held = (await excluded()).find(({ reason }) => reason === 'holdout');
  expect(held?.lines).toBeGreaterThan(2);
  expect((await excluded()).find(({ reason }) => reason === 'holdout')).toEqual(held);
});

const latest = async (id: string) => {
  const { rows } = await sql<{ at: Date }>`select updated_at as at from action where campaign_id = ${id}`.execute(
    house.app.db,
  );
  return { actionAt: rows[0]!.at.toISOString() };
};

test('hostile texts in names, operators and values are refused or harmless, and change nothing', async () => {
  const hostile = ["'; drop table contact; --", '%', '\\', '{"a":1}', '$1', '\u0000', '../../etc'];
  for (const text of hostile) {
    for (const rule of [
      field('asset.name', 'is', text),
      field(text, 'is', 'x'),
      field('asset.name', text, 'x'),
      { ...(owns('at_least', 1) as object), relation: text } as never,
      { ...(owns('at_least', 1) as object), sum: text } as never,
      owns('at_least', 1, field('asset.name', 'contains', text)),
      owns(text, 1),
    ]) {
      const { status } = await house.marketer.call(previewSegment, { partyKind: 'contact', rule: all(rule) });
      expect([text, status < 500]).toEqual([text, true]);
    }
  }
  const { rows } = await sql`select count(*)::int as people from contact`.execute(house.app.db);
  expect(rows).toEqual([{ people: 30 }]);
});
