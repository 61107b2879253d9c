import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Reading } from '../../../../contract/import.ts';
import { Invalid } from '../../../platform/errors.ts';
import { guessEncoding, isBinary, type SurveyResult, surveyBytes } from '../model/byte-survey.ts';
import { guessHeader } from '../model/guess-mapping.ts';
import { guessSeparator } from '../model/guess-separator.ts';
import { readSample, sampleRecords } from './read-file.ts';

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

/** Throws Invalid('file', …), leaving no file behind, unless it holds text with at least one row. */
export const receiveFile = async (
  upload: Readable & { truncated?: boolean },
  file: string,
): Promise<{ bytes: number; lines: number; reading: Reading; certain: boolean }> => {
  try {
    const survey = await store(upload, file);
    if (upload.truncated) throw new Invalid('file', 'too_large', { limit: '200 MB' });
    if (isBinary(survey)) throw new Invalid('file', 'file_not_text');
    const { encoding, certain } = guessEncoding(survey);
    const sample = await readSample(file, encoding);
    const separator = guessSeparator(sample);
    const [first] = sampleRecords(sample, separator, 1);
    if (first === undefined) throw new Invalid('file', 'file_empty');
    return {
      bytes: survey.bytes,
      lines: survey.lines,
      reading: { encoding, separator, header: guessHeader(first.cells) },
      certain,
    };
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
};
