import type { RawBuilder } from 'kysely';
import type { ImportEntity, ImportOptions, Mapping } from '../../../../contract/import.ts';
import type { ErrorCode } from '../../../../contract/messages/index.ts';
import type { Permission } from '../../../../contract/permissions.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import type { Ids } from '../../../platform/ids.ts';
import type { ImportField } from '../model/importable-fields.ts';
import type { StagedRow } from './staged-row.ts';

/** A column of the table that a file may fill. Names from a file never become identifiers. */
export interface ImportColumn {
  name: string;
  type: 'text' | 'date' | 'uuid' | 'bigint';
  /** Columns that are written together go by the first of them: an address and its key. */
  by?: string;
  /** Not a column of the table: `records` has it, `after` writes it. */
  beside?: true;
}

/** Reads one filled, trimmed cell into the row; answers what is wrong with it. */
export type CellTaker = (row: StagedRow, cell: string) => ErrorCode | null;

export interface RowReading {
  kind: ImportKind;
  /** The field of each column. */
  columns: readonly { name: string; field: string | null }[];
  fields: ReadonlyMap<string, ImportField>;
  options: ImportOptions;
  /** Users by their name in lower case. */
  users: ReadonlyMap<string, string>;
}

export interface RowProblem {
  reason: ErrorCode;
  /** The field whose cell it is about. */
  field?: string;
}

export interface Batch {
  importId: string;
  kind: ImportKind;
  options: ImportOptions;
  mapping: Mapping;
  /** The rows after this one, up to `to`. */
  from: number;
  to: number;
  now: Date;
  /** Who started the import. */
  by: string | null;
}

/** How rows are judged and brought in. In its SQL `s` is the row, `p` the record that is there, `k` what `linked` joins, `c` any record. */
export interface KindSql {
  /** Makes temporary tables that `linked` and `recordOf` ask. */
  prepare?(tx: Tx, batch: Batch): Promise<void>;
  /** What is found of the records that the rows point at: a value for each link, and the join they come from. */
  linked?(batch: Batch): { values: readonly RawBuilder<unknown>[]; join: RawBuilder<unknown> };
  /** The id of the record that a row is about, when no field was chosen for it. */
  recordOf(batch: Batch): RawBuilder<unknown>;
  /** What is compared where a column has a key of its own. */
  compared?: Readonly<Record<string, RawBuilder<unknown>>>;
  /** Which records are looked among. */
  among?(batch: Batch): RawBuilder<unknown>;
  /** The records with what stands beside their columns; the table when absent. */
  records?(batch: Batch): RawBuilder<unknown>;
  /** Why a row is refused after all: branches of a `case`. `told` is the value shown, over `d`. */
  refused?(batch: Batch): RawBuilder<unknown>;
  told?: RawBuilder<unknown>;
  /** What would change besides the columns. */
  alsoChanges?(options: ImportOptions): RawBuilder<unknown>;
  /** What else an update sets. */
  alsoSet?(batch: Batch): RawBuilder<unknown>;
  /** Makes the records that rows point at and nobody has yet. */
  before?(tx: Tx, batch: Batch, ids: Ids): Promise<void>;
  /** Writes what stands beside the columns. */
  after?(tx: Tx, batch: Batch): Promise<void>;
}

/** How files of one kind of record are read, judged and brought in. A module registers the kinds of its tables in app.ts. */
export interface ImportKind {
  entity: ImportEntity;
  /** What bringing them in asks besides the right to import. */
  permission: Permission | null;
  columns: readonly ImportColumn[];
  /** Further columns of the staging table. */
  staged: readonly (readonly [name: string, type: string])[];
  /** Columns that point at other records: found, or made, while the rows are judged. They change together, and only when the row names somebody. */
  links: readonly string[];
  /** The table has a column of custom fields. */
  hasCustom: boolean;
  /** Where a new record must not be empty. */
  instead: Readonly<Record<string, (options: ImportOptions) => RawBuilder<unknown>>>;
  /** The fields a file may fill, in the order they are offered. */
  fields(db: Db | Tx, options: ImportOptions): Promise<ImportField[]>;
  /** Without one of these no row is about anybody. */
  identifiedBy: readonly string[];
  /** What a new import of this kind begins with. */
  begin?(db: Db): Promise<Partial<ImportOptions>>;
  /** Throws Invalid unless the options say all that the file needs. */
  assertReady?(db: Tx, found: { mapping: Mapping; options: ImportOptions }): Promise<void>;
  /** The most characters of a column, where it is not the usual. */
  longest?: Readonly<Record<string, number>>;
  /** Readers of columns that are read in a way of their own. */
  takers?: Readonly<Record<string, (reading: RowReading) => CellTaker>>;
  /** Derives what is stored from what the cells said; answers what is missing or wrong. */
  finish(row: StagedRow, reading: RowReading): RowProblem | null;
  /** Who the row is about, as far as the file tells. */
  matchKey(row: StagedRow): string;
  sql: KindSql;
}

export type ImportKinds = Readonly<Record<ImportEntity, ImportKind>>;
