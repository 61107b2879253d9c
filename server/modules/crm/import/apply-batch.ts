import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/open-database.ts';
import { mergedValues, newValues } from './batch-columns.ts';
import type { Batch } from './decide-batch.ts';

/** Companies that rows name and nobody has yet; made once each. */
const makeCompanies = async (tx: Tx, { options }: Batch, now: Date) => {
  const takers = options.onMatch === 'skip' ? sql`verdict = 'created'` : sql`verdict in ('created', 'updated')`;
  const key = sql`coalesce(company_number, lower(company_name))`;
  await sql`
    with named as (
      select distinct on (${key}) ${key} as key, new_company_id as id, coalesce(company_name, company_number) as name, company_number
      from import_stage where company_id is null and coalesce(company_name, company_number) is not null and ${takers}
      order by ${key}, no
    ), made as (
      insert into company (id, name, organisation_number, country, created_at, updated_at)
      select id, name, company_number, ${options.country}::text, ${now}, ${now} from named
    )
    update import_stage s set company_id = named.id from named
    where s.company_id is null and coalesce(s.company_number, lower(s.company_name)) = named.key and ${takers}`.execute(
    tx,
  );
};

/** Does what was decided: makes companies, then new records, then the changes. */
export const applyBatch = async (tx: Tx, batch: Batch, now: Date): Promise<void> => {
  const { entity, options } = batch;
  if (entity === 'contact' && batch.namesCompany) await makeCompanies(tx, batch, now);
  const fresh = newValues(entity, options);
  await sql`insert into ${sql.table(entity)} (id, created_at, updated_at, ${sql.join(fresh.map(([column]) => sql.ref(column)))})
    select s.id, ${now}, ${now}, ${sql.join(fresh.map(([, value]) => value))} from import_stage s where s.verdict = 'created' order by s.no`.execute(
    tx,
  );
  const changed = mergedValues(entity, options).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  if (entity === 'contact') {
    const company = mergedValues(entity, options).find(([column]) => column === 'company_id')?.[1] ?? sql`p.company_id`;
    changed.push(sql`main = p.main and p.company_id is not distinct from (${company})`);
  }
  await sql`update ${sql.table(entity)} p set ${sql.join(changed)}, updated_at = ${now}
    from import_stage s where s.verdict = 'updated' and p.id = s.party_id`.execute(tx);
};

/** Everyone who is in the file and was not refused, for what later modules record about them. */
export const partiesInBatch = async (tx: Tx): Promise<{ id: string; addressKey: string }[]> => {
  const { rows } = await sql<{ id: string; addressKey: string }>`
    select party_id as id, coalesce(email_key, '') as address_key from import_stage
    where party_id is not null and reason is distinct from 'duplicate_in_file' order by no`.execute(tx);
  return rows;
};
