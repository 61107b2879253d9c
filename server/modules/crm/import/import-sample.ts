import type { Reading } from '../../../../contract/import.ts';
import { Conflict } from '../../../platform/errors.ts';
import { columnNames } from '../model/columns.ts';
import { readSample, sampleRecords } from './read-file.ts';

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
