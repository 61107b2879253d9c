import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { uuidIds } from '../../platform/ids.ts';
import { comeBack, leave } from './leave.ts';

const database = testDatabase();
const ANNA = uuidIds.next();
const AT = new Date('2026-03-02T09:00:00Z');
const line = {
  line: '1.1',
  channel: 'email',
  campaignId: uuidIds.next(),
  topicId: null,
  partyKind: 'contact',
  partyId: ANNA,
  addressKey: 'anna@example.com',
};

const inForce = async () => {
  const { rows } = await sql<{ told: string }>`
    select kind || ' ' || value || ' ' || channel as told from suppression where lifted_at is null order by 1`.execute(
    database.db,
  );
  return rows.map(({ told }) => told);
};

const go = (choice: 'campaign' | 'everything') =>
  database.db
    .transaction()
    .execute((tx) => leave(tx, uuidIds, { from: line, choice, source: 'unsubscribe_page', evidence: {}, at: AT }));

beforeAll(async () => {
  const key = 'anna.berg@work.example';
  await sql`insert into contact (id, last_name, email, email_key, phone, phone_key)
    values (${ANNA}, 'Berg', 'anna@example.com', 'anna@example.com', '+47 22 12 34 56', '+4722123456')`.execute(
    database.db,
  );
  await sql`insert into further_address (id, party_kind, party_id, kind, address, address_key)
    values (${uuidIds.next()}, 'contact', ${ANNA}, 'email', ${key}, ${key})`.execute(database.db);
});

it('O50: leaving everything holds for every address and number of the person, and is taken back for all', async () => {
  await go('campaign');
  expect(await inForce()).toEqual([]);
  await go('everything');
  expect(await inForce()).toEqual([
    'address anna.berg@work.example all',
    'address anna@example.com all',
    'number +4722123456 all',
  ]);
  expect(await database.db.transaction().execute((tx) => comeBack(tx, line, AT))).toBe(true);
  expect(await inForce()).toEqual([]);
});
