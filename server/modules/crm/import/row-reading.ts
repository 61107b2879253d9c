import type { Db } from '../../../platform/database/open-database.ts';
import { type Ids, manyIds } from '../../../platform/ids.ts';
import { listColleagues } from '../../access/index.ts';
import { columnNames } from '../model/columns.ts';
import type { CsvRecord } from '../model/csv-reader.ts';
import type { StoredImport } from './import.store.ts';
import type { ImportKinds, RowReading } from './import-kind.ts';
import { importFile, readRecords } from './read-file.ts';
import { rowReader } from './read-row.ts';

interface Needs {
  db: Db;
  ids: Ids;
  importKinds: ImportKinds;
  config: { dataFolder: string };
}

const prepareReading = async (
  { db, importKinds }: Needs,
  found: StoredImport,
  first: CsvRecord,
): Promise<RowReading> => {
  const names = columnNames([first], found.reading.header);
  const kind = importKinds[found.entity];
  const [colleagues, fields] = [await listColleagues({ db }), await kind.fields(db, found.options)];
  return {
    kind,
    columns: names.map((name, place) => ({ name, field: found.mapping[place] ?? null })),
    fields: new Map(fields.map((field) => [field.name, field])),
    options: found.options,
    users: new Map(colleagues.rows.map(({ id, name }) => [name.toLowerCase(), id])),
  };
};

/** A piece of the file: its data rows as lines for the staging table. */
export interface ReadPiece {
  rows: number;
  lines: string;
}

/** The data rows after those that were read before. */
export async function* piecesFrom(needs: Needs, found: StoredImport): AsyncGenerator<ReadPiece> {
  let read: ((record: CsvRecord, no: number) => string) | null = null;
  let no = found.reading.header ? -1 : 0;
  for await (const records of readRecords(importFile(needs.config.dataFolder, found.id), found.reading)) {
    if (records[0] === undefined) continue;
    read ??= rowReader(await prepareReading(needs, found, records[0]), manyIds(needs.ids));
    const lines: string[] = [];
    for (const record of records) {
      no += 1;
      if (no > found.readRows && no > 0) lines.push(read(record, no));
    }
    yield { rows: lines.length, lines: lines.join('') };
  }
}
