import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Reading } from '../../../../contract/import.ts';
import { Invalid } from '../../../platform/errors.ts';
import {
  guessEncoding,
  isArchive,
  isBinary,
  isContainer,
  type SurveyResult,
  surveyBytes,
} from '../model/byte-survey.ts';
import { guessHeader } from '../model/guess-mapping.ts';
import { guessSeparator } from '../model/guess-separator.ts';
import { MAX_COLUMNS } from '../model/sheet-reader.ts';
import { readSample, sampleRecords } from './read-file.ts';
import { readWorkbook } from './read-workbook.ts';

/** Writes the upload to its file, looking at every byte on the way; memory stays flat. */
const store = async (upload: Readable, file: string): Promise<SurveyResult> => {
  const survey = surveyBytes();
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      survey.push(chunk);
      done(null, chunk);
    },
  });
  await mkdir(dirname(file), { recursive: true });
  await pipeline(upload, watch, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  return survey.result();
};

interface Received {
  bytes: number;
  lines: number;
  reading: Reading;
  certain: boolean;
}

/** The name, in a container, of a workbook under a password. Workbooks of old (.xls) have none of that name. */
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');

const holdsLocked = async (file: string): Promise<boolean> => {
  let end = Buffer.alloc(0);
  for await (const chunk of createReadStream(file)) {
    const bytes = Buffer.concat([end, chunk as Buffer]);
    if (bytes.includes(LOCKED)) return true;
    end = bytes.subarray(-LOCKED.length);
  }
  return false;
};

/** The workbook gives way to its first sheet as text. */
const unpack = async (file: string): Promise<Pick<Received, 'lines' | 'reading' | 'certain'>> => {
  const workbook = `${file}.xlsx`;
  await rename(file, workbook);
  try {
    const { sheet, rows } = await readWorkbook(workbook, file);
    const reading = { encoding: 'utf-8', separator: ',', header: true, sheet: sheet.slice(0, 100) } as const;
    return { lines: rows, reading, certain: true };
  } finally {
    await rm(workbook, { force: true });
  }
};

const look = async (file: string, survey: SurveyResult): Promise<Pick<Received, 'lines' | 'reading' | 'certain'>> => {
  if (isArchive(survey)) return unpack(file);
  const { encoding, certain } = guessEncoding(survey);
  const separator = guessSeparator(await readSample(file, encoding));
  return { lines: survey.lines, reading: { encoding, separator, header: true, sheet: null }, certain };
};

/** Throws Invalid('file', …), leaving no file behind, unless it holds text or a workbook with at least one row. */
export const receiveFile = async (upload: Readable & { truncated?: boolean }, file: string): Promise<Received> => {
  try {
    const survey = await store(upload, file);
    if (upload.truncated) throw new Invalid('file', 'too_large', { limit: '200 MB' });
    if (isContainer(survey) && (await holdsLocked(file))) throw new Invalid('file', 'workbook_encrypted');
    if (isBinary(survey)) throw new Invalid('file', 'file_not_text');
    const { lines, reading, certain } = await look(file, survey);
    const sample = await readSample(file, reading.encoding);
    const [first] = sampleRecords(sample, reading.separator, 1);
    if (first === undefined) throw new Invalid('file', 'file_empty');
    if (first.cells.length > MAX_COLUMNS) throw new Invalid('file', 'too_many_columns', { max: MAX_COLUMNS });
    return { bytes: survey.bytes, lines, reading: { ...reading, header: guessHeader(first.cells) }, certain };
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
};
