import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/open-database.ts';
import { mergedValues } from './batch-columns.ts';
import type { Batch } from './import-kind.ts';
import { stageOf } from './stage-table.ts';

/** The staged rows of the batch, as `s`. */
export const rowsOf = ({ importId, from, to }: Pick<Batch, 'importId' | 'from' | 'to'>): RawBuilder<unknown> =>
  sql`(select * from ${stageOf(importId)} where no > ${from} and no <= ${to})`;

/** The oldest of those that fit. As an aggregate, so that no plan walks a whole table in order of age. */
export const oldest = sql`(array_agg(c.id order by c.created_at, c.id))[1]`;

/** Somebody whom nobody knows, in a list of recipients that makes no new ones. */
const strangerReason = ({ options }: Batch) =>
  options.audience?.unknown === 'refuse'
    ? sql`when s.verdict is null and p.id is null then 'unknown_recipient'`
    : sql``;

/** What the chosen field holds in the records that are there, as `c`. */
const chosenField = ({ kind, options }: Batch): RawBuilder<unknown> => {
  const [, column = '', key] = (options.matchBy ?? '').split('.');
  if (key !== undefined) return sql`c.custom ->> ${key}`;
  return kind.sql.compared?.[column] ?? sql.ref(`c.${column}`);
};

/** `import_match`: who has the value of the chosen field. As one join, for not every field has an index. */
const findChosen = async (tx: Tx, batch: Batch) => {
  const among = batch.kind.sql.among?.(batch) ?? sql`true`;
  await sql`create temp table import_match on commit drop as
    select v.match_value, ${oldest} as found_id
    from (select distinct match_value from ${rowsOf(batch)} s where match_value is not null) v
      join ${sql.table(batch.kind.entity)} c on ${chosenField(batch)} = v.match_value and ${among} group by 1`.execute(
    tx,
  );
};

const foundBy = (batch: Batch): RawBuilder<unknown> => {
  const usual = sql`(${batch.kind.sql.recordOf(batch)})`;
  const found =
    batch.options.matchBy === null ? usual : sql`case when s.match_value is not null then m.found_id else ${usual} end`;
  return sql`case when s.verdict is null then ${found} end`;
};

/** What would change: a column differs, or something beside the columns. */
const changes = ({ kind, options }: Batch) => {
  const differing = mergedValues(kind, options).map(
    ([column, value]) => sql`${sql.ref(`p.${column}`)} is distinct from (${value})`,
  );
  const also = options.onMatch === 'skip' ? undefined : kind.sql.alsoChanges?.(options);
  return sql`(${sql.join(also ? [...differing, also] : differing, sql` or `)})`;
};

/** More columns, after others. */
const further = (columns: readonly RawBuilder<unknown>[]) => sql.join([sql``, ...columns]);
const named = (alias: string, links: readonly string[]) => further(links.map((link) => sql.ref(`${alias}.${link}`)));

/**
 * Makes `import_batch`: what becomes of each row, whose record it is and which others it points at. Reads, and changes nobody. Look-ups go by index: at the
 * start of a first import the statistics still say that the tables are small.
 */
export const decideBatch = async (tx: Tx, batch: Batch): Promise<void> => {
  const { kind, options } = batch;
  if (options.matchBy !== null) await findChosen(tx, batch);
  await sql`set local enable_seqscan = off`.execute(tx);
  await kind.sql.prepare?.(tx, batch);
  const linked = kind.sql.linked?.(batch) ?? { values: [], join: sql`` };
  const links = further(
    kind.links.map((link, place) => sql`${linked.values[place] ?? sql`null::uuid`} as ${sql.ref(link)}`),
  );
  const [otherwise, reason] = options.onMatch === 'skip' ? ['skipped', 'already_there'] : ['unchanged', null];
  const refusal = sql`case when false then null ${kind.sql.refused?.(batch) ?? sql``} ${strangerReason(batch)} end`;
  const becomes = sql`case when s.verdict is not null then null when p.id is null then 'created' when ${changes(batch)} then 'updated' else ${otherwise}::text end`;
  await sql`create temp table import_batch on commit drop as
    select d.no, d.line, d.id, d.column_name, case when d.refusal is null then d.value else ${kind.sql.told ?? sql`null::text`} end as value,
      d.first_line${named('d', kind.links)},
      coalesce(d.verdict, case when d.refusal is null then d.becomes else 'refused' end) as verdict,
      coalesce(d.reason, d.refusal, case when d.becomes = 'skipped' then ${reason}::text end) as reason,
      case when d.refusal is null then coalesce(d.found_id, case when d.becomes = 'created' then d.id end) end as party_id
    from (
      select s.*, ${becomes} as becomes, ${refusal} as refusal
      from (
        select s.*, ${foundBy(batch)} as found_id${links}
        from ${rowsOf(batch)} s ${linked.join}
          ${options.matchBy === null ? sql`` : sql`left join import_match m on m.match_value = s.match_value`}
        offset 0
      ) s left join ${kind.sql.records?.(batch) ?? sql.table(kind.entity)} p on p.id = s.found_id
    ) d`.execute(tx);
  await sql`set local enable_seqscan = on`.execute(tx);
};

/** The rows with one verdict: everything staged, and what was decided. */
export const rowsThatAre = ({ importId, kind }: Batch, verdict: 'created' | 'updated'): RawBuilder<unknown> =>
  sql`(select s.*, b.party_id${named('b', kind.links)} from import_batch b join ${stageOf(importId)} s on s.no = b.no where b.verdict = ${verdict})`;
