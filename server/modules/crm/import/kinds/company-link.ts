import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../../platform/database/open-database.ts';
import { oldest, rowsOf } from '../decide-batch.ts';
import type { Batch } from '../import-kind.ts';
import { stageOf } from '../stage-table.ts';

/** The company a row names: by its number, else by its name unless that one has another number. */
export const companyOf = (number: RawBuilder<unknown>, name: RawBuilder<unknown>): RawBuilder<unknown> => sql`coalesce(
  (select ${oldest} from company c where c.organisation_number = ${number}),
  (select ${oldest} from company c where lower(c.name) = lower(${name}) and (${number} is null or c.organisation_number is null)))`;

/** `import_company`: who the rows mean by each company they name, null when nobody has it yet. */
export const findCompanies = async (tx: Tx, batch: Batch): Promise<void> => {
  await sql`create temp table import_company on commit drop as
    select n.*, ${companyOf(sql`n.company_number`, sql`n.company_name`)} as company_id
    from (select distinct company_key, company_number, company_name from ${rowsOf(batch)} s where verdict is null and company_key is not null) n`.execute(
    tx,
  );
  await sql`analyze import_company`.execute(tx);
};

export const companyJoin = sql`left join import_company k on k.company_key = s.company_key and k.company_number is not distinct from s.company_number
  and k.company_name is not distinct from s.company_name`;

/** Companies that rows name and nobody has yet; made once each, by the first row that names it. */
export const makeCompanies = async (tx: Tx, { options, importId, now }: Batch): Promise<void> => {
  const takers = options.onMatch === 'skip' ? sql`b.verdict = 'created'` : sql`b.verdict in ('created', 'updated')`;
  const named = sql`import_batch b join ${stageOf(importId)} s on s.no = b.no`;
  await sql`update import_batch b set company_id = f.id
    from (select b.no, first_value(s.new_company_id) over (partition by s.company_key order by b.no) as id from ${named}
      where b.company_id is null and s.company_key is not null and ${takers}) f
    where b.no = f.no`.execute(tx);
  await sql`insert into company (id, name, organisation_number, country, created_at, updated_at)
    select b.company_id, coalesce(s.company_name, s.company_number), s.company_number, ${options.country}::text, ${now}, ${now}
    from ${named} where b.company_id = s.new_company_id order by b.no`.execute(tx);
};
