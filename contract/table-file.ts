import { z } from 'zod';
import { LANGUAGES } from './messages/languages.ts';
import { Moment } from './moment.ts';

/** A cell as it was shown; a moment by its time. */
export const FileCell = z.union([z.string().max(40_000), z.number(), z.null(), z.object({ at: Moment })]);
export type FileCell = z.output<typeof FileCell>;

/** Not JSON back: a CSV or Excel file of what a table shows. */
export const TABLE_FILE = '/api/table-file';
export const TableFile = z.object({
  format: z.enum(['csv', 'xlsx']),
  /** Also of the file. */
  name: z.string().trim().min(1).max(200),
  words: z.enum(LANGUAGES),
  columns: z.array(z.string().max(300)).min(1).max(200),
  rows: z.array(z.array(FileCell).max(200)),
});
export type TableFile = z.output<typeof TableFile>;
