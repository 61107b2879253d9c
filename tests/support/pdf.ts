import { spawnSync } from 'node:child_process';
import { findProgram } from '../../scripts/programs.ts';

const asked = (program: string, args: string[], pdf: Buffer): string => {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    input: pdf,
    maxBuffer: 2 ** 28,
    encoding: 'utf8',
  });
  if (status !== 0 || stderr !== '') throw new Error(`${program} does not like this PDF: ${stderr} ${error ?? ''}`);
  return stdout;
};

/** Whether this machine has a reader of PDF that has nothing in common with our printer. */
export const isPopplerHere = (): boolean => findProgram('pdftotext') !== undefined;

/** The text of each page, as it stands on it. */
export const pagesOfPdf = (pdf: Buffer): string[] =>
  asked('pdftotext', ['-layout', '-', '-'], pdf).split('\f').slice(0, -1);

/** Where its links lead, in their order. */
export const linksOfPdf = (pdf: Buffer): string[] =>
  [...asked('pdfinfo', ['-url', '-'], pdf).matchAll(/^ *\d+ +Annotation +(\S+)$/gm)].map(([, address]) => address!);

interface Word {
  text: string;
  page: number;
  /** From the left and top edge of the sheet to where the word begins, in millimetres. */
  x: number;
  y: number;
}

const MILLIMETRES = 25.4 / 72;

/** Where each word stands. */
export const wordsOfPdf = (pdf: Buffer): Word[] =>
  asked('pdftotext', ['-bbox', '-', '-'], pdf)
    .split('<page ')
    .slice(1)
    .flatMap((page, n) =>
      [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</g)].map(([, x, y, text]) => ({
        text: text ?? '',
        page: n + 1,
        x: Number(x) * MILLIMETRES,
        y: Number(y) * MILLIMETRES,
      })),
    );
