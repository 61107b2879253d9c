import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/open-database.ts';
import { mergedValues, newValues } from './batch-columns.ts';
import { type Batch, rowsThatAre } from './decide-batch.ts';
import { stageOf } from './stage-table.ts';

/** Companies that rows name and nobody has yet; made once each, by the first row that names it. */
const makeCompanies = async (tx: Tx, { options, importId }: Batch, now: Date) => {
  const takers = options.onMatch === 'skip' ? sql`verdict = 'created'` : sql`verdict in ('created', 'updated')`;
  await sql`update import_batch s set company_id = f.id
    from (select no, first_value(new_company_id) over (partition by company_key order by no) as id from import_batch
      where company_id is null and company_key is not null and ${takers}) f
    where s.no = f.no`.execute(tx);
  await sql`insert into company (id, name, organisation_number, country, created_at, updated_at)
    select b.company_id, coalesce(s.company_name, s.company_number), s.company_number, ${options.country}::text, ${now}, ${now}
    from import_batch b join ${stageOf(importId)} s on s.no = b.no where b.company_id = b.new_company_id order by b.no`.execute(
    tx,
  );
};

/** Does what was decided: makes companies, then new records, then the changes. */
export const applyBatch = async (tx: Tx, batch: Batch, now: Date): Promise<void> => {
  const { entity, options } = batch;
  if (batch.namesCompany) await makeCompanies(tx, batch, now);
  const fresh = newValues(entity, options);
  await sql`insert into ${sql.table(entity)} (id, created_at, updated_at, ${sql.join(fresh.map(([column]) => sql.ref(column)))})
    select s.id, ${now}, ${now}, ${sql.join(fresh.map(([, value]) => value))} from ${rowsThatAre(batch, 'created')} s order by s.no`.execute(
    tx,
  );
  const changed = mergedValues(entity, options).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  if (entity === 'contact') {
    const company = mergedValues(entity, options).find(([column]) => column === 'company_id')?.[1] ?? sql`p.company_id`;
    changed.push(sql`main = p.main and p.company_id is not distinct from (${company})`);
  }
  await sql`update ${sql.table(entity)} p set ${sql.join(changed)}, updated_at = ${now}
    from ${rowsThatAre(batch, 'updated')} s where p.id = s.party_id`.execute(tx);
};

/** Everyone who is in the file and was not refused, for what later modules record about them. */
export const partiesInBatch = async (tx: Tx, { importId }: Batch): Promise<{ id: string; addressKey: string }[]> => {
  const { rows } = await sql<{ id: string; addressKey: string }>`
    select b.party_id as id, coalesce(s.email_key, '') as address_key from import_batch b join ${stageOf(importId)} s on s.no = b.no
    where b.party_id is not null and b.reason is distinct from 'duplicate_in_file' order by b.no`.execute(tx);
  return rows;
};
