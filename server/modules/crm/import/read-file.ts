import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reading } from '../../../../contract/import.ts';
import { CsvReader, type CsvRecord } from '../model/csv-reader.ts';

export const importFile = (dataFolder: string, importId: string): string =>
  join(dataFolder, 'imports', `${importId}.csv`);

const isSeparatorLine = (record: CsvRecord, separator: string) =>
  record.line === 1 && /^sep=.$/i.test(record.cells.join(separator));

/**
 * The rows of the file in order: first the header if it has one, then the data. What is no character in the encoding becomes U+FFFD; rows with it are refused
 * later. Memory stays flat: the records of 64 KB at a time.
 */
export async function* readRecords(file: string, { encoding, separator, sheet }: Reading): AsyncGenerator<CsvRecord[]> {
  const decoder = new TextDecoder(encoding);
  const reader = new CsvReader(separator, typeof sheet === 'string');
  const own = (records: CsvRecord[]) =>
    records[0] && isSeparatorLine(records[0], separator) ? records.slice(1) : records;
  for await (const chunk of createReadStream(file)) {
    yield own(reader.push(decoder.decode(chunk as Buffer, { stream: true })));
  }
  yield own([...reader.push(decoder.decode()), ...reader.end()]);
}

const SAMPLE_BYTES = 128 * 1024;

/** The beginning of the file as text, cut at its last whole line unless the file ends there. */
export const readSample = async (file: string, encoding: Reading['encoding']): Promise<string> => {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    const text = new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead), {
      stream: bytesRead === SAMPLE_BYTES,
    });
    return bytesRead < SAMPLE_BYTES
      ? text
      : text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1 || undefined);
  } finally {
    await handle.close();
  }
};

/** The first records of the file. */
export const sampleRecords = (text: string, separator: string, count: number): CsvRecord[] => {
  const reader = new CsvReader(separator);
  const found = reader.push(text).concat(reader.end());
  return found.filter((record) => !isSeparatorLine(record, separator) && record.problem === null).slice(0, count);
};
