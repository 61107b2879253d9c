import { sql } from 'kysely';
import { expect, test } from 'vitest';
import * as api from '../../../contract/crm.ts';
import { CRM_ENTITIES, type CrmEntity } from '../../../contract/crm-fields.ts';
import type { ContactId } from '../../../contract/ids.ts';
import { createLead } from '../../../contract/leads.ts';
import { mergeParties } from '../../../contract/merges.ts';
import { fixedClock } from '../../../tests/support/clock.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { uuidIds } from '../../platform/ids.ts';
import { SYSTEM } from '../access/index.ts';
import * as crm from './index.ts';
import { gatherTagUses } from './tags.ts';

const database = testDatabase();
const needs = () => ({
  db: database.db,
  clock: fixedClock('2026-03-03T09:00:00Z'),
  ids: uuidIds,
  leadHooks: [],
  mergeHandlers: [crm.crmMerge],
});

const told = async (entity: CrmEntity) => (await crm.listTags(needs(), SYSTEM, { entity })).tags;
/** As anybody would count them. */
const counted = async (entity: CrmEntity) => {
  const { rows } = await sql<{ tag: string; count: number }>`
    select tag, count(*)::int as count from ${sql.table(entity)}, unnest(tags) as tag group by tag order by tag collate human`.execute(
    database.db,
  );
  return rows;
};
const agree = async () => {
  for (const entity of CRM_ENTITIES) expect([entity, await told(entity)]).toEqual([entity, await counted(entity)]);
};
const create = (tags: string[]) =>
  crm.createContact(needs(), SYSTEM, api.createContact.input.parse({ lastName: 'Nordmann', tags }));
const insert = (db: Db | Tx, tag: string, times = 1) =>
  sql`insert into contact (id, last_name, tags) select gen_random_uuid(), 'Many', array[${tag}] from generate_series(1, ${times}::int)`.execute(
    db,
  );

test('a tag is offered from the moment on in which somebody has it, and no longer than that', async () => {
  const one = await create(['vip', 'fair']);
  const two = await create(['vip']);
  expect(await told('contact')).toEqual([
    { tag: 'fair', count: 1 },
    { tag: 'vip', count: 2 },
  ]);
  await crm.updateContact(needs(), SYSTEM, api.updateContact.input.parse({ id: one.id, tags: ['vip', 'new'] }));
  await agree();
  expect(await told('contact')).toEqual([
    { tag: 'new', count: 1 },
    { tag: 'vip', count: 2 },
  ]);
  await crm.updateContact(needs(), SYSTEM, api.updateContact.input.parse({ id: two.id, city: 'Oslo' }));
  await agree();
  await crm.deleteContact(needs(), SYSTEM, { id: one.id as ContactId });
  expect(await told('contact')).toEqual([{ tag: 'vip', count: 1 }]);
});

test('the tags of a merge, of its undoing and of a lead that became a person count as they stand there', async () => {
  const [kept, gone] = [await create(['kept', 'both']), await create(['gone', 'both'])];
  const pair = { kind: 'contact', keptId: kept.id, goneId: gone.id };
  const { id } = await crm.mergeParties(needs(), SYSTEM, mergeParties.input.parse(pair));
  await agree();
  expect(await told('contact')).toContainEqual({ tag: 'both', count: 1 });
  await crm.undoMerge(needs(), SYSTEM, { id });
  await agree();
  expect(await told('contact')).toContainEqual({ tag: 'both', count: 2 });
  const lead = await crm.createLead(needs(), SYSTEM, createLead.input.parse({ lastName: 'Berg', tags: ['stand 7'] }));
  await agree();
  await crm.convertLead(needs(), SYSTEM, { id: lead.id, contact: 'new', company: 'none' });
  await agree();
  expect(await told('contact')).toContainEqual({ tag: 'stand 7', count: 1 });
});

test('what is written by one statement and taken back counts as the table says', async () => {
  await insert(database.db, 'imported', 50);
  await sql`update contact set tags = tags || '{again}' where tags @> '{imported}'`.execute(database.db);
  await database.db
    .transaction()
    .execute(async (tx) => {
      await insert(tx, 'never', 5);
      throw new Error('not so');
    })
    .catch(() => {});
  await sql`insert into company (id, name, tags) values (gen_random_uuid(), 'Fjord', '{imported}')`.execute(
    database.db,
  );
  await agree();
  expect(await told('contact')).toContainEqual({ tag: 'again', count: 50 });
  expect(await told('contact')).not.toContainEqual(expect.objectContaining({ tag: 'never' }));
  await sql`truncate contact cascade`.execute(database.db);
  await agree();
  expect(await told('contact')).toEqual([]);
  expect(await told('company')).toEqual([{ tag: 'imported', count: 1 }]);
});

test('adding up what changed loses nothing of those who add up or tag at the same time', async () => {
  for (let n = 0; n < 5; n += 1) await insert(database.db, `tag ${n % 2}`, n + 1);
  await sql`delete from contact where tags @> '{tag 1}'`.execute(database.db);
  const open = await database.db.startTransaction().execute();
  await insert(open, 'tag 0');
  await Promise.all([gatherTagUses(database.db), gatherTagUses(database.db), insert(database.db, 'tag 0')]);
  await open.commit().execute();
  await agree();
  await gatherTagUses(database.db);
  await agree();
  const { rows } = await sql<{ tag: string }>`select tag from tag_use where entity = 'contact' order by tag`.execute(
    database.db,
  );
  expect(rows).toEqual((await counted('contact')).map(({ tag }) => ({ tag })));
});
