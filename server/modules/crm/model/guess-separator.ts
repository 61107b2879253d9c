import type { Separator } from '../../../../contract/import.ts';
import { CsvReader } from './csv-reader.ts';

const CANDIDATES: readonly Separator[] = [';', ',', '\t', '|'];

/** Excel's own hint in the first line: `sep=;`. */
export const SEPARATOR_LINE = /^\ufeff?sep=(.)(?:\r\n|\r|\n|$)/i;

const widthsWith = (separator: Separator, text: string): number[] => {
  const reader = new CsvReader(separator);
  return reader
    .push(text)
    .concat(reader.end())
    .slice(0, 50)
    .map(({ cells }) => cells.length);
};

/** How well the text falls into columns: how many rows share the first row's width, and how wide that is. */
const score = (widths: number[]): number => {
  const width = widths[0] ?? 1;
  if (width < 2) return 0;
  const alike = widths.filter((other) => other === width).length / widths.length;
  return alike * 1000 + width;
};

/** What separates the cells in a sample of the file; a file of one column gets the comma. */
export const guessSeparator = (sample: string): Separator => {
  const told = SEPARATOR_LINE.exec(sample)?.[1];
  const hinted = CANDIDATES.find((candidate) => candidate === told);
  if (hinted) return hinted;
  const scored = CANDIDATES.map((candidate) => ({ candidate, points: score(widthsWith(candidate, sample)) }));
  const best = scored.reduce((a, b) => (b.points > a.points ? b : a));
  return best.points === 0 ? ',' : best.candidate;
};
