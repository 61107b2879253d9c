import type { Encoding } from '../../../../contract/import.ts';

/** What the bytes of a file look like; made while the file streams by. */
export interface ByteSurvey {
  push(chunk: Uint8Array): void;
  result(): SurveyResult;
}
export interface SurveyResult {
  bytes: number;
  /** Line feeds, or carriage returns where there are none: about as many as there are rows. */
  lines: number;
  head: Uint8Array;
  /** NUL bytes at even and odd places. */
  zerosEven: number;
  zerosOdd: number;
  /** Well-formed UTF-8 sequences of more than one byte, and bytes that belong to none. */
  multibyte: number;
  stray: number;
  /** How often each byte from 0x80 on occurs. */
  high: Uint32Array;
}

const HEAD = 8;

/** Bytes that must follow a UTF-8 lead byte; 0 for a byte that leads nothing. */
const following = (lead: number): number =>
  lead >= 0xf0 && lead <= 0xf4 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0;

export const surveyBytes = (): ByteSurvey => {
  const head: number[] = [];
  const high = new Uint32Array(256);
  const ends = { lf: 0, cr: 0 };
  const found = { bytes: 0, zerosEven: 0, zerosOdd: 0, multibyte: 0, stray: 0 };
  let wanted = 0;
  let pending = 0;
  const take = (byte: number) => {
    const continues = byte >= 0x80 && byte < 0xc0;
    if (wanted > 0 && continues) {
      wanted -= 1;
      pending += 1;
      if (wanted === 0) found.multibyte += 1;
      return;
    }
    if (wanted > 0) found.stray += pending;
    wanted = byte < 0x80 ? 0 : following(byte);
    pending = 1;
    if (byte >= 0x80 && wanted === 0) found.stray += 1;
  };
  return {
    push(chunk) {
      for (let at = 0; at < chunk.length; at += 1) {
        const byte = chunk[at] as number;
        if (byte === 0) found[(found.bytes + at) % 2 === 0 ? 'zerosEven' : 'zerosOdd'] += 1;
        if (byte === 10) ends.lf += 1;
        else if (byte === 13) ends.cr += 1;
        if (byte >= 0x80) high[byte] = (high[byte] ?? 0) + 1;
        if (byte >= 0x80 || wanted > 0) take(byte);
      }
      if (head.length < HEAD) head.push(...chunk.subarray(0, HEAD - head.length));
      found.bytes += chunk.length;
    },
    result: () => ({
      ...found,
      lines: ends.lf || ends.cr,
      stray: found.stray + (wanted > 0 ? pending : 0),
      head: Uint8Array.from(head),
      high,
    }),
  };
};

const startsWith = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);

/** An archive: perhaps a workbook. */
export const isArchive = ({ head }: SurveyResult): boolean => startsWith(head, 0x50, 0x4b, 3, 4);

/** Microsoft's container: a workbook of old, or one with a password. */
export const isContainer = ({ head }: SurveyResult): boolean => startsWith(head, 0xd0, 0xcf, 0x11, 0xe0);

/** In UTF-16 the zeros stand at even places or at odd ones; at both, in every fifth byte, they are no writing. */
const isFullOfZeros = ({ bytes, zerosEven, zerosOdd }: SurveyResult): boolean =>
  Math.min(zerosEven, zerosOdd) > bytes * 0.1;

/** A container, a PDF, a picture, a disk's empty blocks: not text. */
export const isBinary = (survey: SurveyResult): boolean =>
  (isFullOfZeros(survey) && !isArchive(survey)) || startsMedia(survey);

const startsMedia = ({ head }: SurveyResult): boolean =>
  startsWith(head, 0xd0, 0xcf, 0x11, 0xe0) ||
  startsWith(head, 0x25, 0x50, 0x44, 0x46) ||
  startsWith(head, 0x1f, 0x8b) ||
  startsWith(head, 0x89, 0x50, 0x4e, 0x47) ||
  startsWith(head, 0xff, 0xd8, 0xff);

/** Letters that western and Polish texts hold most, by their bytes in Windows-1252 and in Windows-1250. */
const WESTERN = [0xe5, 0xf8, 0xc5, 0xd8, 0xe9, 0xe8, 0xe0, 0xe7, 0xfc, 0xe4, 0xf6];
const POLISH = [0xb9, 0xb3, 0x9c, 0x9f, 0xbf, 0xa5, 0xa3, 0x8c, 0x8f, 0xaf];

const total = (high: Uint32Array, bytes: number[]) => bytes.reduce((sum, byte) => sum + (high[byte] ?? 0), 0);

/** The encoding, and whether it is certain: a guess is shown to the person, who may choose another. */
export const guessEncoding = (survey: SurveyResult): { encoding: Encoding; certain: boolean } => {
  const { head, bytes, zerosEven, zerosOdd, multibyte, stray, high } = survey;
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', certain: true };
  if (startsWith(head, 0xff, 0xfe)) return { encoding: 'utf-16le', certain: true };
  if (startsWith(head, 0xfe, 0xff)) return { encoding: 'utf-16be', certain: true };
  const half = bytes / 2;
  if (zerosOdd > half * 0.3 && zerosEven < zerosOdd * 0.1) return { encoding: 'utf-16le', certain: false };
  if (zerosEven > half * 0.3 && zerosOdd < zerosEven * 0.1) return { encoding: 'utf-16be', certain: false };
  if (stray === 0) return { encoding: 'utf-8', certain: true };
  if (multibyte > stray * 2) return { encoding: 'utf-8', certain: false };
  return { encoding: total(high, POLISH) > total(high, WESTERN) ? 'windows-1250' : 'windows-1252', certain: false };
};
