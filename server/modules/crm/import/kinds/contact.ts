import { sql } from 'kysely';
import { mergedValues } from '../batch-columns.ts';
import { oldest } from '../decide-batch.ts';
import type { Batch, ImportKind } from '../import-kind.ts';
import type { StagedRow } from '../staged-row.ts';
import { companyJoin, findCompanies, makeCompanies } from './company-link.ts';
import { fieldsOf } from './crm-fields.ts';
import { ADDRESS_KEYS, closeUp, keyPhones, lower, PERSON, PERSON_INSTEAD, PLACE } from './person-columns.ts';

/** A column of the file says which company a contact belongs to. */
const namesCompany = ({ mapping }: Batch) => mapping.some((field) => field?.startsWith('company.'));

/** By address; a person without one by name, number and company. */
const recordOf = (batch: Batch) => {
  const company = namesCompany(batch)
    ? sql`and c.company_id is not distinct from k.company_id and (k.company_id is not null or s.company_key is null)`
    : sql``;
  return sql`case when s.email_key is not null then (select ${oldest} from contact c where c.email_key = s.email_key)
    else (select ${oldest} from contact c
      where c.email_key is null and lower(c.last_name) = lower(coalesce(s.last_name, '')) and lower(c.first_name) = lower(coalesce(s.first_name, ''))
        and coalesce(c.phone_key, c.phone, '') = coalesce(s.phone_key, s.phone, '') ${company}) end`;
};

const matchKey = (row: StagedRow): string => {
  const email = row.get('email_key');
  if (email) return `e:${email}`;
  const firm = row.get('company_number') ?? row.get('company_name');
  return `n:${[row.get('last_name'), row.get('first_name'), row.get('phone_key') ?? row.get('phone'), firm].map(lower).join('\u001f')}`;
};

/** The main contact of a firm is not that of the next one. */
const staysMain = ({ kind, options }: Batch) => {
  const company = mergedValues(kind, options).find(([column]) => column === 'company_id')?.[1] ?? sql`p.company_id`;
  return sql`main = p.main and p.company_id is not distinct from (${company})`;
};

export const contactKind: ImportKind = {
  entity: 'contact',
  permission: null,
  columns: [...PERSON, { name: 'birthday', type: 'date' }, ...PLACE],
  staged: [
    ['new_company_id', 'uuid'],
    ['company_name', 'text'],
    ['company_number', 'text'],
    ['company_key', 'text'],
  ],
  links: ['company_id'],
  hasCustom: true,
  instead: PERSON_INSTEAD,
  fields: fieldsOf('contact'),
  identifiedBy: ['contact.email', 'contact.phone', 'contact.first_name', 'contact.last_name', 'contact.full_name'],
  finish(row, { options }) {
    keyPhones(row, ['phone'], options);
    closeUp(row, 'company_number');
    const firm = row.get('company_number') ?? row.get('company_name');
    if (firm !== null) row.set('company_key', firm.toLowerCase());
    return row.get('first_name') || row.get('last_name') || row.get('email') || row.get('phone')
      ? null
      : { reason: 'name_or_address_needed' };
  },
  matchKey,
  sql: {
    prepare: async (tx, batch) => {
      if (namesCompany(batch)) await findCompanies(tx, batch);
    },
    linked: (batch) =>
      namesCompany(batch) ? { values: [sql`k.company_id`], join: companyJoin } : { values: [], join: sql`` },
    recordOf,
    compared: ADDRESS_KEYS,
    told: sql`d.email`,
    alsoChanges: ({ onMatch }) =>
      sql`(s.company_id is null and s.company_key is not null and ${onMatch === 'overwrite' ? sql`true` : sql`p.company_id is null`})`,
    alsoSet: staysMain,
    before: async (tx, batch) => {
      if (namesCompany(batch)) await makeCompanies(tx, batch);
    },
  },
};
