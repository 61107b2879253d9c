import { type RawBuilder, sql } from 'kysely';
import type { ImportEntity, ImportOptions } from '../../../../contract/import.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import { mergedValues } from './batch-columns.ts';
import { stageOf } from './stage-table.ts';

export interface Batch {
  importId: string;
  entity: ImportEntity;
  options: ImportOptions;
  /** A column of the file says which company a contact belongs to. */
  namesCompany: boolean;
  /** The rows after this one, up to `to`. */
  from: number;
  to: number;
}

/** The staged rows of the batch, as `s`. */
const rowsOf = ({ importId, from, to }: Batch) =>
  sql`(select * from ${stageOf(importId)} where no > ${from} and no <= ${to})`;

/** The oldest of those that fit. As an aggregate, so that no plan walks a whole table in order of age. */
const oldest = sql`(array_agg(c.id order by c.created_at, c.id))[1]`;

/** The company a row names: by its number, else by its name unless that one has another number. */
const companyOf = (number: RawBuilder<unknown>, name: RawBuilder<unknown>) => sql`coalesce(
  (select ${oldest} from company c where c.organisation_number = ${number}),
  (select ${oldest} from company c where lower(c.name) = lower(${name}) and (${number} is null or c.organisation_number is null)))`;

/** `import_company`: who the rows mean by each company they name, null when nobody has it yet. */
const findCompanies = async (tx: Tx, batch: Batch) => {
  await sql`create temp table import_company on commit drop as
    select n.*, ${companyOf(sql`n.company_number`, sql`n.company_name`)} as company_id
    from (select distinct company_key, company_number, company_name from ${rowsOf(batch)} s where verdict is null and company_key is not null) n`.execute(
    tx,
  );
  await sql`analyze import_company`.execute(tx);
};

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

const sameOwner = sql`left join import_owner k on k.owner_email is not distinct from s.owner_email and k.owner_number is not distinct from s.owner_number
  and k.owner_name is not distinct from s.owner_name`;
const ownerTold = sql`coalesce(s.owner_email, s.owner_number, s.owner_name)`;

/** What is found of the records that the rows point at, as `k`. */
const linksOf = ({ entity, namesCompany }: Batch) => {
  if (entity === 'asset') return { columns: sql`k.contact_id, k.company_id`, join: sameOwner };
  return namesCompany
    ? { columns: sql`null::uuid as contact_id, k.company_id`, join: sql`left join import_company k ${sameCompany}` }
    : { columns: sql`null::uuid as contact_id, null::uuid as company_id`, join: sql`` };
};

/** Somebody whom nobody knows, in a list of recipients that makes no new ones. */
const strangerReason = ({ options }: Batch) =>
  options.audience?.unknown === 'refuse'
    ? sql`when s.verdict is null and p.id is null then 'unknown_recipient'`
    : sql``;

/** A row that names an owner whom nobody knows. */
const ownerMissing = ({ entity }: Batch) =>
  entity === 'asset'
    ? sql`s.verdict is null and ${ownerTold} is not null and s.contact_id is null and s.company_id is null`
    : sql`false`;

const sameCompany = sql`on k.company_key = s.company_key and k.company_number is not distinct from s.company_number
  and k.company_name is not distinct from s.company_name`;

/** By address; a person without one by name, number and company. */
const contactOf = ({ namesCompany }: Batch) => {
  const company = namesCompany
    ? sql`and c.company_id is not distinct from k.company_id and (k.company_id is not null or s.company_key is null)`
    : sql``;
  return sql`case when s.email_key is not null then (select ${oldest} from contact c where c.email_key = s.email_key)
    else (select ${oldest} from contact c
      where c.email_key is null and lower(c.last_name) = lower(coalesce(s.last_name, '')) and lower(c.first_name) = lower(coalesce(s.first_name, ''))
        and coalesce(c.phone_key, c.phone, '') = coalesce(s.phone_key, s.phone, '') ${company}) end`;
};

/** By the identifier; an asset without one by its name and owner. */
const assetOf = sql`case when s.identifier_key is not null then (select ${oldest} from asset c where c.type_id = s.type_id and c.identifier_key = s.identifier_key)
  else (select ${oldest} from asset c where c.type_id = s.type_id and c.name collate human = s.name and c.identifier_key is null
    and c.contact_id is not distinct from k.contact_id and c.company_id is not distinct from k.company_id) end`;

/** By address; a lead without one by name, number and firm. */
const leadOf = sql`case when s.email_key is not null then (select ${oldest} from lead c where c.email_key = s.email_key)
  else (select ${oldest} from lead c where c.email_key is null and lower(coalesce(c.company_name, '')) = lower(coalesce(s.company_name, ''))
    and (c.last_name || ' ' || c.first_name) collate human = (coalesce(s.last_name, '') || ' ' || coalesce(s.first_name, ''))
    and coalesce(c.phone_key, c.phone, '') = coalesce(s.phone_key, s.phone, '')) end`;

const usualOf = (batch: Batch): RawBuilder<unknown> => {
  if (batch.entity === 'company') return companyOf(sql`s.organisation_number`, sql`s.name`);
  if (batch.entity === 'asset') return assetOf;
  return batch.entity === 'lead' ? leadOf : contactOf(batch);
};

/** What the chosen field holds in the records that are there, as `c`. */
const chosenField = ({ entity, options }: Batch): RawBuilder<unknown> => {
  const [, column = '', key] = (options.matchBy ?? '').split('.');
  if (key !== undefined) return sql`c.custom ->> ${key}`;
  if (column === 'email') return sql`c.email_key`;
  if (column === 'phone') return sql`coalesce(c.phone_key, c.phone)`;
  return sql.ref(`c.${entity === 'asset' && column === 'identifier' ? 'identifier_key' : column}`);
};

/** `import_match`: who has the value of the chosen field. As one join, for not every field has an index. */
const findChosen = async (tx: Tx, batch: Batch) => {
  await sql`create temp table import_match on commit drop as
    select v.match_value, ${oldest} as found_id
    from (select distinct match_value from ${rowsOf(batch)} s where match_value is not null) v
      join ${sql.table(batch.entity)} c on ${chosenField(batch)} = v.match_value
        ${batch.entity === 'asset' ? sql`and c.type_id = ${batch.options.assetTypeId}::uuid` : sql``} group by 1`.execute(
    tx,
  );
};

const foundBy = (batch: Batch): RawBuilder<unknown> => {
  const usual = sql`(${usualOf(batch)})`;
  const found =
    batch.options.matchBy === null ? usual : sql`case when s.match_value is not null then m.found_id else ${usual} end`;
  return sql`case when s.verdict is null then ${found} end`;
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

/**
 * Makes `import_batch`: what becomes of each row, whose record it is and which company it names. Reads, and changes nobody. Look-ups go by index: at the
 * start of a first import the statistics still say that the tables are small.
 */
export const decideBatch = async (tx: Tx, batch: Batch): Promise<void> => {
  const { entity, options, namesCompany } = batch;
  if (options.matchBy !== null) await findChosen(tx, batch);
  await sql`set local enable_seqscan = off`.execute(tx);
  if (namesCompany) await findCompanies(tx, batch);
  if (entity === 'asset') await findOwners(tx, batch);
  const links = linksOf(batch);
  const [otherwise, reason] = options.onMatch === 'skip' ? ['skipped', 'already_there'] : ['unchanged', null];
  const refusal = sql`case when ${ownerMissing(batch)} then 'unknown_asset_owner' ${strangerReason(batch)} end`;
  const becomes = sql`case when s.verdict is not null then null when p.id is null then 'created' when ${changes(batch)} then 'updated' else ${otherwise}::text end`;
  const told = entity === 'asset' ? sql`coalesce(d.owner_email, d.owner_number, d.owner_name)` : sql`d.email`;
  await sql`create temp table import_batch on commit drop as
    select d.no, d.line, d.id, d.column_name, case when d.refusal is null then d.value else ${told} end as value,
      d.first_line, d.contact_id, d.company_id, d.company_key, d.new_company_id,
      coalesce(d.verdict, case when d.refusal is null then d.becomes else 'refused' end) as verdict,
      coalesce(d.reason, d.refusal, case when d.becomes = 'skipped' then ${reason}::text end) as reason,
      case when d.refusal is null then coalesce(d.found_id, case when d.becomes = 'created' then d.id end) end as party_id
    from (
      select s.*, ${becomes} as becomes, ${refusal} as refusal
      from (
        select s.*, ${foundBy(batch)} as found_id, ${links.columns}
        from ${rowsOf(batch)} s ${links.join}
          ${options.matchBy === null ? sql`` : sql`left join import_match m on m.match_value = s.match_value`}
        offset 0
      ) s left join ${sql.table(entity)} p on p.id = s.found_id
    ) d`.execute(tx);
  await sql`set local enable_seqscan = on`.execute(tx);
};

/** The rows with one verdict: everything staged, and what was decided. */
export const rowsThatAre = ({ importId }: Batch, verdict: 'created' | 'updated') =>
  sql`(select s.*, b.party_id, b.contact_id, b.company_id from import_batch b join ${stageOf(importId)} s on s.no = b.no where b.verdict = ${verdict})`;
