import { sql } from 'kysely';
import type { ImportKind } from '../import-kind.ts';
import { companyOf } from './company-link.ts';
import { fieldsOf } from './crm-fields.ts';
import { ADDRESS_KEYS, closeUp, keyPhones, lower, PLACE, PLACE_INSTEAD, text } from './person-columns.ts';

export const companyKind: ImportKind = {
  entity: 'company',
  permission: null,
  columns: [text('name'), text('organisation_number'), text('vat_id'), text('website'), ...PLACE],
  staged: [],
  links: [],
  hasCustom: true,
  instead: PLACE_INSTEAD,
  fields: fieldsOf('company'),
  identifiedBy: ['company.name'],
  finish(row, { options }) {
    keyPhones(row, ['phone'], options);
    closeUp(row, 'organisation_number');
    return row.get('name') ? null : { reason: 'name_needed' };
  },
  matchKey: (row) =>
    row.get('organisation_number') ? `o:${row.get('organisation_number')}` : `n:${lower(row.get('name'))}`,
  sql: {
    recordOf: () => companyOf(sql`s.organisation_number`, sql`s.name`),
    compared: ADDRESS_KEYS,
    told: sql`d.email`,
  },
};
