import { beforeAll, expect, test } from 'vitest';
import * as api from '../../../contract/crm.ts';
import { type CustomFieldId, createCustomField } from '../../../contract/custom-fields.ts';
import type { CompanyId, ContactId, UserId } from '../../../contract/ids.ts';
import { fixedClock } from '../../../tests/support/clock.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { countingIds } from '../../../tests/support/ids.ts';
import { type Actor, SYSTEM } from '../access/index.ts';
import * as crm from './index.ts';

const database = testDatabase();
const clock = fixedClock('2026-03-03T09:00:00Z');
const needs = { clock, ids: countingIds(), timelineSources: [], ...({} as Pick<typeof database, 'db'>) };
beforeAll(() => {
  needs.db = database.db;
});

const viewer: Actor = { ...SYSTEM, kind: 'user', role: 'viewer' };
const create = (input: Parameters<typeof api.createContact.input.parse>[0]) =>
  crm.createContact(needs, SYSTEM, api.createContact.input.parse(input));
const page = (input: object = {}) => crm.listContacts(needs, SYSTEM, api.listContacts.input.parse(input));
const problems = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown) => thrown,
  );
  return error?.problems?.map(({ field, code }: { field: string; code: string }) => `${field}: ${code}`) ?? error;
};

test('a contact keeps what was typed, and the key its address is compared by', async () => {
  const contact = await create({
    firstName: ' Kari ',
    email: 'Kari.Nordmann@Blåbær.NO',
    phone: '22 12 34 56',
    country: 'NO',
    city: '',
  });
  expect(contact).toMatchObject({
    firstName: 'Kari',
    email: 'Kari.Nordmann@Blåbær.NO',
    emailValid: true,
    phoneNumber: '+4722123456',
    city: null,
  });
  expect(() => api.Contact.parse(contact)).not.toThrow();
  const { emailKey } = await database.db
    .selectFrom('contact')
    .select('emailKey')
    .where('id', '=', contact.id)
    .executeTakeFirstOrThrow();
  expect(emailKey).toBe('kari.nordmann@xn--blbr-roah.no');
});

test('every field that does not fit is named at once, and nothing is written', async () => {
  const before = (await page()).total;
  expect(await problems(create({ lastName: 'X', email: 'nobody', phone: 'ring', custom: { nope: 1 } }))).toEqual([
    'email: invalid_email',
    'phone: invalid_phone',
    'custom.nope: unknown_field',
  ]);
  expect(await problems(create({ city: 'Oslo' }))).toEqual(['lastName: name_or_address_needed']);
  expect(await problems(create({ lastName: 'X', companyId: needs.ids.next() as CompanyId }))).toEqual([
    'companyId: unknown_company',
  ]);
  expect(await problems(create({ lastName: 'X', accountManagerId: needs.ids.next() as UserId }))).toEqual([
    'accountManagerId: unknown_user',
  ]);
  expect((await page()).total).toBe(before);
});

test('a time zone that nobody lives in is refused', () => {
  expect(api.createContact.input.safeParse({ timeZone: 'Europe/Narnia' }).error?.issues[0]?.message).toBe(
    'unknown_time_zone',
  );
  expect(api.createContact.input.parse({ timeZone: 'Europe/Oslo' })).toEqual({ timeZone: 'Europe/Oslo' });
});

test('a change touches only the fields it names; null empties one', async () => {
  const contact = await create({ firstName: 'Ola', email: 'ola@example.no', title: 'CEO', phone: '+47 22 12 34 56' });
  clock.advance(1000);
  const after = await crm.updateContact(needs, SYSTEM, { id: contact.id as ContactId, title: null });
  expect(after).toMatchObject({ firstName: 'Ola', email: 'ola@example.no', title: null, phoneNumber: '+4722123456' });
  expect(after.updatedAt.getTime()).toBeGreaterThan(contact.updatedAt.getTime());
});

test('custom fields are checked by their type and merged into what is there', async () => {
  const define = (input: object) => crm.createCustomField(needs, SYSTEM, createCustomField.input.parse(input));
  await define({ entity: 'contact', label: 'Båtlengde (m)', type: 'number' });
  const colour = await define({
    entity: 'contact',
    label: 'Colour',
    type: 'one_of',
    options: [
      { value: 'r', label: 'Red' },
      { value: 'b', label: 'Blue' },
    ],
  });
  expect(await problems(define({ entity: 'contact', label: 'colour', type: 'text' }))).toEqual([
    'label: field_key_taken',
  ]);
  expect(await problems(define({ entity: 'contact', label: 'Size', type: 'many_of' }))).toEqual([
    'options: choices_needed',
  ]);
  expect(await problems(define({ entity: 'company', label: 'Turnover', type: 'money' }))).toEqual([
    'currency: currency_needed',
  ]);
  const contact = await create({ lastName: 'Båt', custom: { batlengde_m: 7.5, colour: 'r' } });
  const after = await crm.updateContact(needs, SYSTEM, { id: contact.id as ContactId, custom: { batlengde_m: null } });
  expect(after.custom).toEqual({ colour: 'r' });
  const change = (input: object) => crm.updateCustomField(needs, SYSTEM, { id: colour.id as CustomFieldId, ...input });
  expect(await problems(change({ options: [{ value: 'b', label: 'Blue' }] }))).toEqual(['null: choice_in_use']);
  expect(await change({ archived: true })).toMatchObject({ archived: true, filled: 1 });
  expect(await problems(create({ lastName: 'Y', custom: { colour: 'r' } }))).toEqual(['custom.colour: unknown_field']);
  expect((await crm.getContact(needs, SYSTEM, { id: contact.id as ContactId })).custom).toEqual({ colour: 'r' });
});

test('a company has one main contact, and keeps none that left', async () => {
  const company = await crm.createCompany(needs, SYSTEM, api.createCompany.input.parse({ name: 'Fjord AS' }));
  const companyId = company.id as CompanyId;
  const first = await create({ firstName: 'A', lastName: 'First', companyId, main: true });
  const second = await create({ firstName: 'B', lastName: 'Second', companyId, main: true });
  expect(await crm.getCompany(needs, SYSTEM, { id: companyId })).toMatchObject({
    contacts: 2,
    mainContact: { id: second.id, name: 'B Second' },
  });
  await crm.updateCompany(needs, SYSTEM, { id: companyId, mainContactId: first.id as ContactId });
  expect(await crm.getCompany(needs, SYSTEM, { id: companyId })).toMatchObject({ mainContact: { id: first.id } });
  const stranger = await create({ lastName: 'Stranger' });
  expect(
    await problems(crm.updateCompany(needs, SYSTEM, { id: companyId, mainContactId: stranger.id as ContactId })),
  ).toEqual(['mainContactId: contact_not_of_company']);
  await crm.updateContact(needs, SYSTEM, { id: first.id as ContactId, companyId: null });
  expect(await crm.getCompany(needs, SYSTEM, { id: companyId })).toMatchObject({ contacts: 1, mainContact: null });
  expect(await crm.deleteCompany(needs, SYSTEM, { id: companyId })).toEqual({ ok: true, contactsLeft: 1 });
  expect((await crm.getContact(needs, SYSTEM, { id: second.id as ContactId })).company).toBeNull();
});

test('pages follow each other without a gap or a repeat, in every order', async () => {
  for (let n = 0; n < 23; n += 1)
    await create({ firstName: `P${n % 5}`, lastName: `Page ${n % 7}`, city: n % 3 ? 'Oslo' : null, tags: ['paged'] });
  for (const sort of api.CONTACT_SORTS) {
    for (const direction of ['asc', 'desc']) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const answer = await page({ tag: 'paged', sort, direction, limit: 5, ...(after && { after }) });
        expect(answer.total).toBe(23);
        seen.push(...answer.rows.map(({ id }) => id));
        after = answer.next ?? undefined;
      } while (after);
      expect(new Set(seen).size).toBe(23);
      expect(seen).toHaveLength(23);
    }
  }
});

test('a search finds every word wherever it stands, and means % as a character', async () => {
  await create({ firstName: 'Zoë', lastName: 'Ångström', email: 'zoe_100%@example.se' });
  expect((await page({ search: 'ångs ZO' })).rows).toHaveLength(1);
  expect((await page({ search: '_100%@' })).rows).toHaveLength(1);
  expect((await page({ search: 'zoeX100' })).rows).toHaveLength(0);
});

test('tags are added and taken away for a selection; only real changes count', async () => {
  const one = await create({ lastName: 'T1', tags: ['a', 'b'] });
  const two = await create({ lastName: 'T2' });
  const change = { entity: 'contact' as const, ids: [one.id, two.id], add: ['a', 'c'], remove: ['b'] };
  expect(await crm.tagParties(needs, SYSTEM, change)).toEqual({ changed: 2 });
  expect(await crm.tagParties(needs, SYSTEM, change)).toEqual({ changed: 0 });
  expect((await crm.getContact(needs, SYSTEM, { id: one.id as ContactId })).tags).toEqual(['a', 'c']);
  expect((await crm.listTags(needs, SYSTEM, { entity: 'contact', search: 'c' })).tags).toEqual([
    { tag: 'c', count: 2 },
  ]);
  expect(await crm.deleteParties(needs, SYSTEM, { entity: 'contact', ids: [one.id, two.id] })).toEqual({ deleted: 2 });
});

test('who may only look is refused every change', async () => {
  expect(await problems(crm.createContact(needs, viewer, { lastName: 'X' }))).toEqual(['null: forbidden']);
  expect(
    await problems(
      crm.createCustomField(
        needs,
        { ...viewer, role: 'marketer' },
        createCustomField.input.parse({ entity: 'contact', label: 'L', type: 'text' }),
      ),
    ),
  ).toEqual(['null: forbidden']);
});

test('O40: the timeline joins what several modules know, newest first, page by page', async () => {
  const contact = await create({ lastName: 'Timeline' });
  const sources: crm.TimelineSource[] = [
    async (_db, _party, { before, limit }) =>
      [1, 2, 3, 4]
        .map((n) => ({
          id: `m${n}`,
          at: new Date(Date.UTC(2026, 4, n)),
          kind: 'message' as const,
          params: { subject: `No ${n}` },
          link: { runId: '2026050000001', no: n },
        }))
        .reverse()
        .filter(({ at }) => before === null || at < before)
        .slice(0, limit),
  ];
  const ask = (input: object) =>
    crm.getContactTimeline(
      { ...needs, timelineSources: sources },
      SYSTEM,
      api.getContactTimeline.input.parse({ id: contact.id, ...input }),
    );
  const first = await ask({ limit: 3 });
  expect(first.entries.map(({ id }) => id)).toEqual(['m4', 'm3', 'm2']);
  const rest = await ask({ limit: 3, before: first.next?.toISOString() });
  expect(rest.entries.map(({ id }) => id)).toEqual(['m1', 'created']);
  expect(rest.next).toBeNull();
  expect(() => api.getContactTimeline.output.parse(first)).not.toThrow();
});
