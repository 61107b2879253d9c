import type { CsvRecord } from './csv-reader.ts';

/** `A`, `B`, … `Z`, `AA`: what a spreadsheet calls a column that has no name. */
export const letterOf = (place: number): string =>
  (place >= 26 ? letterOf(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26));

/** The names of the columns: from the header, or letters; as many as the widest of these rows has. */
export const columnNames = (records: readonly Pick<CsvRecord, 'cells'>[], header: boolean): string[] => {
  const width = Math.max(0, ...records.map(({ cells }) => cells.length));
  const names = header ? (records[0]?.cells ?? []) : [];
  return Array.from(
    { length: header ? Math.max(names.length, 1) : width },
    (_, place) => names[place]?.trim().slice(0, 120) || letterOf(place),
  );
};
