import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { CsvRecord } from '../model/csv-reader.ts';
import { importFile, readRecords } from './read-file.ts';
import { receiveFile } from './receive-file.ts';

/**
 * The records of an uploaded CSV or Excel file, header first; the file lies in the data folder under this id only as long as it is read.
 * Throws Invalid as `receiveFile` does.
 */
export async function* readUpload(
  { config, id }: { config: { dataFolder: string }; id: string },
  upload: Readable,
): AsyncGenerator<CsvRecord[]> {
  const file = importFile(config.dataFolder, id);
  const { reading } = await receiveFile(upload, file);
  try {
    yield* readRecords(file, reading);
  } finally {
    await rm(file, { force: true });
  }
}
