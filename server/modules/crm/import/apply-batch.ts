import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/open-database.ts';
import { mergedValues, newValues } from './batch-columns.ts';
import type { Batch } from './decide-batch.ts';

/** Companies that rows name and nobody has yet; made once each, by the first row that names it. */
const makeCompanies = async (tx: Tx, { options }: Batch, now: Date) => {
  const takers = options.onMatch === 'skip' ? sql`verdict = 'created'` : sql`verdict in ('created', 'updated')`;
  await sql`update import_stage s set company_id = f.id
    from (select no, first_value(new_company_id) over (partition by company_key order by no) as id from import_stage
      where company_id is null and company_key is not null and ${takers}) f
    where s.no = f.no`.execute(tx);
  await sql`insert into company (id, name, organisation_number, country, created_at, updated_at)
    select company_id, coalesce(company_name, company_number), company_number, ${options.country}::text, ${now}, ${now}
    from import_stage where company_id = new_company_id order by no`.execute(tx);
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
