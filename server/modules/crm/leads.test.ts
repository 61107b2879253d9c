import { beforeAll, expect, test } from 'vitest';
import { createCompany, createContact, getContactTimeline } from '../../../contract/crm.ts';
import * as api from '../../../contract/leads.ts';
import { fixedClock } from '../../../tests/support/clock.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { countingIds } from '../../../tests/support/ids.ts';
import { SYSTEM } from '../access/index.ts';
import * as crm from './index.ts';

const database = testDatabase();
const clock = fixedClock('2026-03-03T09:00:00Z');
const hooked: crm.ConvertedLead[] = [];
const needs = {
  clock,
  ids: countingIds(),
  timelineSources: [],
  leadHooks: [async (_tx: unknown, converted: crm.ConvertedLead) => void hooked.push(converted)],
  ...({} as Pick<typeof database, 'db'>),
};
beforeAll(() => {
  needs.db = database.db;
});

const create = (input: Parameters<typeof api.createLead.input.parse>[0]) =>
  crm.createLead(needs, SYSTEM, api.createLead.input.parse(input));
const convert = (input: object) => crm.convertLead(needs, SYSTEM, api.convertLead.input.parse(input));
const problems = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown) => thrown,
  );
  return error?.problems?.map(({ field, code }: { field: string; code: string }) => `${field}: ${code}`) ?? error;
};

test('a lead may be a person, a firm, or a person of a firm; nothing at all is refused', async () => {
  expect(await problems(create({ city: 'Oslo' }))).toEqual(['lastName: lead_needs_name']);
  expect(await problems(create({ companyName: 'X', companyEmail: 'nobody', companyPhone: 'ring' }))).toEqual([
    'companyEmail: invalid_email',
    'companyPhone: invalid_phone',
  ]);
  const lead = await create({ companyName: 'Fjord AS', companyPhone: '22 12 34 56', country: 'NO' });
  expect(() => api.Lead.parse(lead)).not.toThrow();
  expect(lead).toMatchObject({ state: 'open', companyName: 'Fjord AS', companyPhone: '22 12 34 56', contact: null });
});

test('a lead becomes a new contact of a new company, once', async () => {
  const lead = await create({
    firstName: 'Kari',
    email: 'kari@nord.example',
    companyName: 'Nord AS',
    companyEmail: 'post@nord.example',
    tags: ['fair'],
    further: [{ kind: 'phone', label: 'boat', address: '+47 22 12 34 56' }],
  });
  const after = await convert({ id: lead.id, contact: 'new', company: 'new' });
  expect(after).toMatchObject({ state: 'converted', contact: { name: 'Kari' }, company: { name: 'Nord AS' } });
  expect(hooked.at(-1)).toEqual({
    leadId: lead.id,
    contactId: after.contact?.id,
    companyId: after.company?.id,
    officeKeys: ['post@nord.example'],
  });
  const contact = await crm.getContact(needs, SYSTEM, { id: after.contact!.id as never });
  expect(contact).toMatchObject({ company: { name: 'Nord AS' }, tags: ['fair'], further: [{ label: 'boat' }] });
  expect(await problems(convert({ id: lead.id, contact: 'new', company: 'none' }))).toEqual(['null: lead_converted']);
  expect(await problems(crm.updateLead(needs, SYSTEM, { id: lead.id as never, state: 'lost' }))).toEqual([
    'null: lead_converted',
  ]);
  const timeline = await crm.getContactTimeline(
    needs,
    SYSTEM,
    getContactTimeline.input.parse({ id: after.contact!.id }),
  );
  expect(timeline.entries.map(({ kind, leadId }) => [kind, leadId ?? null])).toContainEqual([
    'became_customer',
    lead.id,
  ]);
});

test('the customers that a lead already is are found, keep what they have, and get what was empty', async () => {
  const company = await crm.createCompany(
    needs,
    SYSTEM,
    createCompany.input.parse({ name: 'sør as', city: 'Arendal' }),
  );
  const contact = await crm.createContact(
    needs,
    SYSTEM,
    createContact.input.parse({ firstName: 'Ola', email: 'Ola@Sor.example', city: 'Risør' }),
  );
  const lead = await create({
    firstName: 'Ola',
    lastName: 'Sør',
    email: 'ola@sor.example',
    companyName: 'Sør AS',
    city: 'Oslo',
    title: 'Skipper',
  });
  const found = await crm.suggestConversion(needs, SYSTEM, { id: lead.id as never });
  expect(found).toEqual({
    contacts: [{ id: contact.id, name: 'Ola', detail: 'Ola@Sor.example', by: 'email' }],
    companies: [{ id: company.id, name: 'sør as', detail: 'Arendal', by: 'name' }],
  });
  await convert({ id: lead.id, contact: contact.id, company: company.id });
  expect(await crm.getContact(needs, SYSTEM, { id: contact.id as never })).toMatchObject({
    firstName: 'Ola',
    lastName: '',
    city: 'Risør',
    title: 'Skipper',
    company: { name: 'sør as' },
  });
});

test('a lead becomes nothing that is not there', async () => {
  const lead = await create({ lastName: 'Nowhere' });
  expect(await problems(convert({ id: lead.id, contact: 'none', company: 'none' }))).toEqual([
    'contact: lead_becomes_nothing',
  ]);
  expect(await problems(convert({ id: lead.id, contact: 'new', company: 'new' }))).toEqual([
    'company: company_name_needed',
  ]);
  expect(await problems(convert({ id: lead.id, contact: needs.ids.next(), company: 'none' }))).toEqual([
    'contact: unknown_contact',
  ]);
  await crm.updateLead(needs, SYSTEM, { id: lead.id as never, state: 'lost' });
  expect(await problems(convert({ id: lead.id, contact: 'new', company: 'none' }))).toEqual(['null: lead_lost']);
  const { rows } = await crm.listLeads(needs, SYSTEM, api.listLeads.input.parse({ state: 'lost' }));
  expect(rows.map(({ lastName }) => lastName)).toEqual(['Nowhere']);
});

test('pages follow each other without a gap or a repeat, in every order', async () => {
  for (let n = 0; n < 11; n += 1)
    await create({
      lastName: `Page ${n % 4}`,
      source: n % 3 ? 'Fair' : null,
      city: n % 2 ? 'Oslo' : null,
      tags: ['paged'],
    });
  for (const sort of api.LEAD_SORTS)
    for (const direction of ['asc', 'desc']) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const input = { tag: 'paged', sort, direction, limit: 3, ...(after && { after }) };
        const answer = await crm.listLeads(needs, SYSTEM, api.listLeads.input.parse(input));
        seen.push(...answer.rows.map(({ id }) => id));
        after = answer.next;
      } while (after);
      expect([new Set(seen).size, seen.length], `${sort} ${direction}`).toEqual([11, 11]);
    }
});

test('of two who convert a lead at once, one is told that it is a customer already', async () => {
  const lead = await create({ lastName: 'Twice' });
  const both = await Promise.allSettled([1, 2].map(() => convert({ id: lead.id, contact: 'new', company: 'none' })));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
