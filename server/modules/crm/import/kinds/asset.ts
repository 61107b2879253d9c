import { sql } from 'kysely';
import type { Tx } from '../../../../platform/database/open-database.ts';
import { Invalid } from '../../../../platform/errors.ts';
import { identifierKey } from '../../model/identifier-key.ts';
import { splitName } from '../../model/split-name.ts';
import { oldest, rowsOf } from '../decide-batch.ts';
import type { Batch, ImportKind } from '../import-kind.ts';
import { companyOf } from './company-link.ts';
import { fieldsOf } from './crm-fields.ts';
import { closeUp, lower, text } from './person-columns.ts';

/** `import_owner`: who owns the assets, among the people and firms that are there. */
const findOwners = async (tx: Tx, batch: Batch) => {
  await sql`create temp table import_owner on commit drop as
    select n.*, case when n.contact_id is null then coalesce(n.firm_id,
        (select ${oldest} from company c where c.email_key = n.owner_email)) else n.firm_id end as company_id
    from (
      select n.*, ${companyOf(sql`n.owner_number`, sql`n.owner_name`)} as firm_id,
        case when n.owner_email is not null then (select ${oldest} from contact c where c.email_key = n.owner_email)
          when n.owner_number is null then (select ${oldest} from contact c where (c.last_name || ' ' || c.first_name) collate human = n.owner_person) end as contact_id
      from (select distinct owner_email, owner_number, owner_name, owner_person from ${rowsOf(batch)} s where verdict is null) n
      offset 0
    ) n`.execute(tx);
  await sql`analyze import_owner`.execute(tx);
};

const ownerJoin = sql`left join import_owner k on k.owner_email is not distinct from s.owner_email and k.owner_number is not distinct from s.owner_number
  and k.owner_name is not distinct from s.owner_name`;

export const assetKind: ImportKind = {
  entity: 'asset',
  permission: null,
  columns: [
    text('name'),
    text('identifier'),
    text('identifier_key', 'identifier'),
    { name: 'type_id', type: 'uuid' },
    { name: 'acquired_on', type: 'date' },
    { name: 'disposed_on', type: 'date' },
  ],
  staged: ['owner_email', 'owner_number', 'owner_name', 'owner_person'].map((name) => [name, 'text'] as const),
  links: ['contact_id', 'company_id'],
  hasCustom: true,
  instead: { name: () => sql`s.identifier` },
  fields: fieldsOf('asset'),
  identifiedBy: ['asset.name', 'asset.identifier'],
  assertReady: async (_db, { options }) => {
    if (options.assetTypeId === null) throw new Invalid('assetTypeId', 'asset_type_needed');
  },
  finish(row, { options: { assetTypeId } }) {
    const key = identifierKey(row.get('identifier'));
    if (key !== null) row.set('identifier_key', key);
    if (assetTypeId !== null) row.set('type_id', assetTypeId);
    closeUp(row, 'owner_number');
    const owner = row.get('owner_name');
    if (owner !== null) {
      // As people are looked up: last name first.
      const { first_name, last_name } = splitName(owner);
      row.set('owner_person', `${last_name} ${first_name}`);
    }
    return row.get('name') || row.get('identifier') ? null : { reason: 'asset_needs_name' };
  },
  matchKey(row) {
    const identifier = row.get('identifier_key');
    const owner = [row.get('owner_email'), row.get('owner_number'), row.get('owner_name')];
    return identifier ? `i:${identifier}` : `n:${[row.get('name'), ...owner].map(lower).join('\u001f')}`;
  },
  sql: {
    prepare: findOwners,
    linked: () => ({ values: [sql`k.contact_id`, sql`k.company_id`], join: ownerJoin }),
    /** By the identifier; an asset without one by its name and owner. */
    recordOf:
      () => sql`case when s.identifier_key is not null then (select ${oldest} from asset c where c.type_id = s.type_id and c.identifier_key = s.identifier_key)
      else (select ${oldest} from asset c where c.type_id = s.type_id and c.name collate human = s.name and c.identifier_key is null
        and c.contact_id is not distinct from k.contact_id and c.company_id is not distinct from k.company_id) end`,
    compared: { identifier: sql`c.identifier_key` },
    among: ({ options }) => sql`c.type_id = ${options.assetTypeId}::uuid`,
    refused: () =>
      sql`when s.verdict is null and coalesce(s.owner_email, s.owner_number, s.owner_name) is not null and s.contact_id is null and s.company_id is null then 'unknown_asset_owner'`,
    told: sql`coalesce(d.owner_email, d.owner_number, d.owner_name)`,
  },
};
