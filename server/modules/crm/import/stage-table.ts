import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/open-database.ts';

/** What every staged row has, in the order of the table: how far it got, and who it is about. */
const COMMON = [
  ['no', 'int'],
  ['line', 'int'],
  ['verdict', 'text'],
  ['reason', 'text'],
  ['column_name', 'text'],
  ['value', 'text'],
  ['first_line', 'int'],
  ['match_key', 'text collate "C"'],
  ['match_value', 'text'],
  ['id', 'uuid'],
  ['tags', 'text[]'],
  ['custom', 'jsonb'],
] as const;

/** Made of the id only: never of anything a person wrote. */
export const stageName = (importId: string): string => `import_${importId.replaceAll('-', '')}`;

/** The staging table of an import. */
export const stageOf = (importId: string): RawBuilder<unknown> => sql.table(`staging.${stageName(importId)}`);

/** What a kind of import has in its staging table besides. */
interface Staged {
  columns: readonly { name: string; type: string }[];
  staged: readonly (readonly [name: string, type: string])[];
}

const columnsOf = ({ columns, staged }: Staged): (readonly [name: string, type: string])[] => [
  ...COMMON,
  ...columns.map(({ name, type }) => [name, type] as const),
  ...staged,
];

/** The names of its columns, in their order. */
export const stageColumns = (kind: Staged): string[] => columnsOf(kind).map(([name]) => name);

/** Rows of a table that can be made again are not worth the log. */
export const makeStage = async (tx: Tx, importId: string, kind: Staged): Promise<void> => {
  await dropStage(tx, importId);
  const columns = columnsOf(kind);
  await sql`create unlogged table ${stageOf(importId)} (${sql.join(columns.map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`))})`.execute(
    tx,
  );
};

export const dropStage = async (db: Db | Tx, importId: string): Promise<void> => {
  await sql`drop table if exists ${stageOf(importId)}`.execute(db);
};

/** How many rows stand there: none when the server lost the table in a crash. */
export const stagedRows = async (tx: Tx, importId: string): Promise<number> => {
  const { rows: there } = await sql<{
    found: boolean;
  }>`select to_regclass(${`staging.${stageName(importId)}`}) is not null as found`.execute(tx);
  if (!there[0]?.found) return 0;
  const { rows } = await sql<{
    last: number;
  }>`select coalesce(max(no), 0)::int as last from ${stageOf(importId)}`.execute(tx);
  return rows[0]?.last ?? 0;
};

/** The whole file is there: of rows about the same one the first is taken, later ones are told as its duplicates. */
export const completeStage = async (tx: Tx, importId: string): Promise<void> => {
  const stage = stageOf(importId);
  await sql`set local work_mem = '64MB'`.execute(tx);
  await sql`update ${stage} s set verdict = 'skipped', reason = 'duplicate_in_file', first_line = f.first_line
    from (select no, row_number() over same as place, first_value(line) over same as first_line from ${stage} where verdict is null
      window same as (partition by match_key order by no)) f
    where s.no = f.no and f.place > 1`.execute(tx);
  await sql`alter table ${stage} add primary key (no)`.execute(tx);
  await sql`analyze ${stage}`.execute(tx);
};
