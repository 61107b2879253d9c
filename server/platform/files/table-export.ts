import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';
import { writeXlsxStream } from 'hucre/xlsx';

export type TableFormat = 'csv' | 'xlsx';
/** Numbers stay numbers; a Date is a moment, written in ISO 8601 (CSV) or as a date cell (Excel, UTC). */
export type TableValue = string | number | boolean | Date | null;

export interface Table {
  format: TableFormat;
  /** Without an extension. */
  fileName: string;
  columns: readonly { header: string }[];
  rows: AsyncIterable<readonly TableValue[]>;
  /** What parts the cells of a CSV file. Excel takes `;` where the decimal sign is a comma; numbers are then written with a comma. */
  separator?: ',' | ';';
}

const CHUNK_ROWS = 500;
const EXCEL_CELL = 32_767;

/** What a spreadsheet would run as a formula, were it not for the apostrophe before it. */
const RUNS = /^[=+\-@\t\r]/;
const guarded = (text: string) => (RUNS.test(text) ? `'${text}` : text);

const csvCell = (value: TableValue, separator: string): string => {
  if (value === null) return '';
  if (typeof value === 'number') return separator === ';' ? String(value).replace('.', ',') : String(value);
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'boolean' ? String(value) : guarded(value);
};

async function* csvOf({ columns, rows, separator = ',' }: Table): AsyncGenerator<string> {
  const write = (lines: string[][]) =>
    stringify(lines, { delimiter: separator, record_delimiter: 'windows', quoted_match: /[\r\n]/ });
  let lines: string[][] = [columns.map(({ header }) => guarded(header))];
  yield '\ufeff';
  for await (const row of rows) {
    lines.push(row.map((value) => csvCell(value, separator)));
    if (lines.length < CHUNK_ROWS) continue;
    yield write(lines);
    lines = [];
  }
  if (lines.length > 0) yield write(lines);
}

/** What XML cannot hold, or reads as something else: spreadsheets write it, and what looks so already, as `_x000D_`. */
const UNWRITABLE = /(?![\t\n])[\p{Cc}\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/gu;
const coded = (sign: string) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Text is typed as text, so nothing in it ever runs. */
const xlsxCell = (value: TableValue): TableValue =>
  typeof value === 'string' ? value.slice(0, EXCEL_CELL).replace(UNWRITABLE, coded) : value;

async function* xlsxRows(rows: Table['rows']): AsyncGenerator<TableValue[]> {
  for await (const row of rows) yield row.map(xlsxCell);
}

/** The table as a stream of bytes; memory stays flat. */
export const tableStream = (table: Table): Readable => {
  if (table.format === 'csv') return Readable.from(csvOf(table), { objectMode: false });
  const columns = table.columns.map(({ header }) => ({ header: String(xlsxCell(header)) }));
  const stream = writeXlsxStream(xlsxRows(table.rows), {
    name: 'Fanfare',
    columns,
    freezePane: { rows: 1 },
    zip64: false,
  });
  return Readable.fromWeb(stream as unknown as ReadableStream);
};

const TYPES: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Asked for its first row before anything is sent: what is wrong with the question is then answered, and not broken off. */
const begun = async (rows: Table['rows']): Promise<Table['rows']> => {
  const iterator = rows[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    try {
      for (let step = first; !step.done; step = await iterator.next()) yield step.value;
    } finally {
      await iterator.return?.();
    }
  })();
};

/** Sends a table as a download. A failure half-way breaks the connection, so that a half file never looks whole. */
export const streamTable = async (reply: FastifyReply, table: Table): Promise<FastifyReply> => {
  const rows = await begun(table.rows);
  const name = `${table.fileName}.${table.format}`;
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return reply
    .type(TYPES[table.format])
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store')
    .send(tableStream({ ...table, rows }));
};
