import { type RawBuilder, sql } from 'kysely';
import type { ImportEntity, ImportOptions } from '../../../../contract/import.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import { mergedValues } from './batch-columns.ts';

export interface Batch {
  importId: string;
  entity: ImportEntity;
  options: ImportOptions;
  /** A column of the file says which company a contact belongs to. */
  namesCompany: boolean;
}

/** The first row of the file that is about someone is taken; later ones are told as its duplicates. */
const markDuplicates = async (tx: Tx, { importId }: Batch) => {
  await sql`update import_stage s set verdict = 'skipped', reason = 'duplicate_in_file', first_line = r.line
    from import_row r where r.import_id = ${importId} and r.match_key = s.match_key`.execute(tx);
  await sql`update import_stage s set verdict = 'skipped', reason = 'duplicate_in_file', first_line = f.first_line
    from (select no, row_number() over same as place, first_value(line) over same as first_line from import_stage where verdict is null
      window same as (partition by match_key order by no)) f
    where s.no = f.no and f.place > 1`.execute(tx);
};

/** The oldest of those that fit. As an aggregate, so that no plan walks a whole table in order of age. */
const oldest = sql`(array_agg(c.id order by c.created_at, c.id))[1]`;

/** The company a row names: by its number, else by its name unless that one has another number. */
const companyOf = (number: RawBuilder<unknown>, name: RawBuilder<unknown>) => sql`coalesce(
  (select ${oldest} from company c where c.organisation_number = ${number}),
  (select ${oldest} from company c where lower(c.name) = lower(${name}) and (${number} is null or c.organisation_number is null)))`;

const findCompanies = async (tx: Tx, { entity }: Batch) => {
  if (entity === 'company') {
    await sql`update import_stage s set party_id = ${companyOf(sql`s.organisation_number`, sql`s.name`)} where verdict is null`.execute(
      tx,
    );
    return;
  }
  await sql`update import_stage s set company_id = ${companyOf(sql`s.company_number`, sql`s.company_name`)}
    where verdict is null and company_key is not null`.execute(tx);
};

/** By address; a person without one by name, number and company. */
const findContacts = async (tx: Tx, { namesCompany }: Batch) => {
  await sql`update import_stage s set party_id = (
      select ${oldest} from contact c where c.email_key = s.email_key)
    where verdict is null and email_key is not null`.execute(tx);
  const sameCompany = namesCompany
    ? sql`and c.company_id is not distinct from s.company_id and (s.company_id is not null or s.company_key is null)`
    : sql``;
  await sql`update import_stage s set party_id = (
      select ${oldest} from contact c
      where c.email_key is null and lower(c.last_name) = lower(coalesce(s.last_name, '')) and lower(c.first_name) = lower(coalesce(s.first_name, ''))
        and coalesce(c.phone_key, c.phone, '') = coalesce(s.phone_key, s.phone, '') ${sameCompany})
    where verdict is null and email_key is null`.execute(tx);
};

/** What would change: each column differs, or a company would be made and linked. */
const changes = ({ entity, options }: Batch) => {
  const differing = mergedValues(entity, options).map(
    ([column, value]) => sql`${sql.ref(`p.${column}`)} is distinct from (${value})`,
  );
  if (entity === 'contact' && options.onMatch !== 'skip') {
    const links = options.onMatch === 'overwrite' ? sql`true` : sql`p.company_id is null`;
    differing.push(sql`(s.company_id is null and s.company_key is not null and ${links})`);
  }
  return sql`(${sql.join(differing, sql` or `)})`;
};

/** Writes into `import_stage` what becomes of each row; reads, and changes nobody. */
export const decideBatch = async (tx: Tx, batch: Batch): Promise<void> => {
  const { entity, options } = batch;
  await markDuplicates(tx, batch);
  await findCompanies(tx, batch);
  if (entity === 'contact') await findContacts(tx, batch);
  const [otherwise, reason] = options.onMatch === 'skip' ? ['skipped', 'already_there'] : ['unchanged', null];
  await sql`update import_stage s set verdict = case when ${changes(batch)} then 'updated' else ${otherwise} end,
      reason = case when ${changes(batch)} then null else ${reason}::text end
    from ${sql.table(entity)} p where p.id = s.party_id and s.verdict is null`.execute(tx);
  await sql`update import_stage set verdict = 'created', party_id = id where verdict is null`.execute(tx);
};
