import { sql } from 'kysely';
import { oldest } from '../decide-batch.ts';
import type { ImportKind } from '../import-kind.ts';
import { fieldsOf } from './crm-fields.ts';
import { ADDRESS_KEYS, keyPhones, lower, PERSON, PERSON_INSTEAD, PLACE, text } from './person-columns.ts';

export const leadKind: ImportKind = {
  entity: 'lead',
  permission: null,
  columns: [
    ...PERSON,
    text('company_name'),
    text('company_email'),
    text('company_email_key', 'company_email'),
    text('company_phone'),
    text('company_phone_key', 'company_phone'),
    text('source'),
    ...PLACE,
  ],
  staged: [],
  links: [],
  hasCustom: true,
  instead: PERSON_INSTEAD,
  fields: fieldsOf('lead'),
  identifiedBy: [
    'lead.email',
    'lead.phone',
    'lead.first_name',
    'lead.last_name',
    'lead.full_name',
    'lead.company_name',
  ],
  finish(row, { options }) {
    keyPhones(row, ['phone', 'company_phone'], options);
    const told = ['company_name', 'first_name', 'last_name', 'email', 'phone'].some((column) => row.get(column));
    return told ? null : { reason: 'name_or_address_needed' };
  },
  matchKey(row) {
    const email = row.get('email_key');
    if (email) return `e:${email}`;
    const phone = row.get('phone_key') ?? row.get('phone');
    return `n:${[row.get('last_name'), row.get('first_name'), phone, row.get('company_name')].map(lower).join('\u001f')}`;
  },
  sql: {
    /** By address; a lead without one by name, number and firm. */
    recordOf:
      () => sql`case when s.email_key is not null then (select ${oldest} from lead c where c.email_key = s.email_key)
      else (select ${oldest} from lead c where c.email_key is null and lower(coalesce(c.company_name, '')) = lower(coalesce(s.company_name, ''))
        and (c.last_name || ' ' || c.first_name) collate human = (coalesce(s.last_name, '') || ' ' || coalesce(s.first_name, ''))
        and coalesce(c.phone_key, c.phone, '') = coalesce(s.phone_key, s.phone, '')) end`,
    compared: ADDRESS_KEYS,
    told: sql`d.email`,
  },
};
