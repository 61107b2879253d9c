import type { Reading } from '../../../../contract/import.ts';
import { Conflict } from '../../../platform/errors.ts';
import { columnNames } from '../model/columns.ts';
import { plainHeader } from '../model/guess-mapping.ts';
import type { StoredImport } from './import.store.ts';
import { importFile, readSample, sampleRecords } from './read-file.ts';

const SAMPLE_ROWS = 8;

/** The columns of the file with values of the first rows, as this reading sees them. Throws Conflict when the file is gone. */
export const sampleOf = async (file: string, reading: Reading) => {
  const text = await readSample(file, reading.encoding).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new Conflict('file_gone') : error;
  });
  const records = sampleRecords(text, reading.separator, SAMPLE_ROWS + 1);
  const names = columnNames(records, reading.header);
  const rows = reading.header ? records.slice(1) : records.slice(0, SAMPLE_ROWS);
  return {
    columns: names.map((name, place) => ({
      name,
      values: rows.map(({ cells }) => (cells[place] ?? '').slice(0, 200)),
    })),
    damaged: text.split('\ufffd').length - 1,
  };
};

/** The headers as they are compared; of a file that was removed those that were kept. Throws Conflict when there are none. */
export const headersOf = async (
  dataFolder: string,
  { id, reading, headers }: Pick<StoredImport, 'id' | 'reading' | 'headers'>,
): Promise<string[]> =>
  headers ?? (await sampleOf(importFile(dataFolder, id), reading)).columns.map(({ name }) => plainHeader(name));
