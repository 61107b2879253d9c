import { emailKey } from '../../../../contract/address.ts';
import type { ErrorCode } from '../../../../contract/messages/index.ts';
import type { Ids } from '../../../platform/ids.ts';
import { damageOf, withoutGuard } from '../model/cell-text.ts';
import type { CsvRecord } from '../model/csv-reader.ts';
import { type ReadCell, readCell } from '../model/read-cell.ts';
import { splitName } from '../model/split-name.ts';
import { looksLikePhone } from '../phone-key.ts';
import type { CellTaker, RowProblem, RowReading } from './import-kind.ts';
import { stageColumns } from './stage-table.ts';
import { type StagedRow, stagedRow } from './staged-row.ts';

const MAX_CELL: Record<string, number> = {
  country: 60,
  language: 60,
  email: 254,
  phone: 50,
  postal_code: 20,
  street: 300,
  website: 300,
};
const MAX_TEXT = 200;
const MAX_CUSTOM = 5000;

const EMAILS = new Set(['email', 'company_email']);
const PHONES = new Set(['phone', 'company_phone']);
const KEYED = new Set([...EMAILS, ...PHONES, 'identifier']);

/** `owner.organisation_number` → `owner_number`; a field of the file's own kind goes by its own name. */
const columnOf = (entity: string, field: string): string => {
  const [of, name = ''] = field.split('.');
  if (of !== entity) return `${of}_${name.replace('organisation_', '')}`;
  return name === 'account_manager' ? 'account_manager_id' : field.slice(field.indexOf('.') + 1);
};

const takeFullName: CellTaker = (row, cell) => {
  const names = splitName(cell);
  for (const [column, name] of Object.entries(names)) if (row.get(column) === null) row.set(column, name);
  return null;
};

/** An address or number of this column, with the key it is compared by. */
const takeEmail =
  (column: string): CellTaker =>
  (row, cell) => {
    const key = emailKey(cell);
    if (key === null) return 'invalid_email';
    row.set(column === 'owner' ? 'owner_email' : `${column}_key`, key);
    if (column !== 'owner') row.set(column, cell);
    return null;
  };

const takeText =
  (column: string): CellTaker =>
  (row, cell) => {
    row.set(column, cell);
    return null;
  };

const takeValue = (fieldName: string, column: string, { fields, options }: RowReading): CellTaker => {
  const field = fields.get(fieldName);
  const key = fieldName.split('.').at(-1) ?? '';
  if (field === undefined || (field.type === 'text' && !field.custom)) return takeText(column);
  return (row, cell) => {
    const read: ReadCell = readCell(field, cell, options.dateOrder);
    if ('problem' in read) return read.problem;
    if (field.type === 'tags') row.tags = (read.value as string[]).map((tag) => tag.slice(0, 60));
    else if (field.custom) row.custom[key] = read.value;
    else row.set(column, String(read.value));
    return null;
  };
};

const takerOf = (fieldName: string, column: string, reading: RowReading): CellTaker => {
  const own = reading.kind.takers?.[column];
  if (own) return own(reading);
  if (column === 'full_name') return takeFullName;
  if (column === 'owner_email') return takeEmail('owner');
  if (EMAILS.has(column)) return takeEmail(column);
  if (PHONES.has(column)) {
    const take = takeText(column);
    return (row, cell) => (looksLikePhone(cell) ? take(row, cell) : 'invalid_phone');
  }
  if (column !== 'account_manager_id') return takeValue(fieldName, column, reading);
  return (row, cell) => {
    const user = reading.users.get(cell.toLowerCase());
    return user === undefined ? 'unknown_owner' : takeText(column)(row, user);
  };
};

/** The columns that fill a field, each with what reads its cells. */
const takersOf = (reading: RowReading): { place: number; longest: number; take: CellTaker }[] =>
  reading.columns.flatMap(({ field }, place) => {
    if (field === null) return [];
    const column = columnOf(reading.kind.entity, field);
    const longest = reading.fields.get(field)?.custom
      ? MAX_CUSTOM
      : (reading.kind.longest?.[column] ?? MAX_CELL[column] ?? MAX_TEXT);
    return [{ place, longest, take: takerOf(field, column, reading) }];
  });

/** What the row is recognised by when a field was chosen for it; null where its cell is empty. */
const chosenValue = (row: StagedRow, { kind, options: { matchBy }, fields }: RowReading): string | null => {
  if (matchBy === null) return null;
  const column = columnOf(kind.entity, matchBy);
  if (!fields.get(matchBy)?.custom) return (KEYED.has(column) ? row.get(`${column}_key`) : null) ?? row.get(column);
  const value = row.custom[matchBy.split('.').at(-1) ?? ''];
  return value === undefined || value === null ? null : String(value);
};

/** A value for the report: damage made visible, not too long. NUL cannot be stored as text, nor can half a character. */
const shown = (cell: string): string => Buffer.from(cell.replaceAll('\u0000', '\u2400').slice(0, 200)).toString();

const isBlank = (cell: string) => cell === '' || cell.trim() === '';

interface Refusal {
  reason: ErrorCode;
  place: number | null;
}
const refusal = (reason: ErrorCode, place: number | null = null): Refusal => ({ reason, place });

const atItsCell = ({ reason, field }: RowProblem, { columns }: RowReading): Refusal => {
  const place = field === undefined ? -1 : columns.findIndex((column) => column.field === field);
  return refusal(reason, place < 0 ? null : place);
};

/** Reads the cells into the row; answers the first thing that is wrong. */
const cellsReader = (reading: RowReading) => {
  const takers = takersOf(reading);
  const width = reading.columns.length;
  return (row: StagedRow, { problem, cells }: CsvRecord): Refusal | null => {
    if (problem) return refusal(problem, 0);
    if (cells.every(isBlank)) return refusal('row_empty');
    if (cells.length > width && !cells.slice(width).every(isBlank)) return refusal('too_many_cells', width);
    for (const { place, longest, take } of takers) {
      const cell = (cells[place] ?? '').trim();
      if (cell === '') continue;
      const wrong = damageOf(cell) ?? (cell.length > longest ? 'cell_too_long' : take(row, withoutGuard(cell)));
      if (wrong) return refusal(wrong, place);
    }
    const wrong = reading.kind.finish(row, reading);
    return wrong && atItsCell(wrong, reading);
  };
};

/** Makes the reader of data rows: each becomes a line for the staging table, refused ones with their reason, column and value. */
export const rowReader = (reading: RowReading, ids: Ids): ((record: CsvRecord, no: number) => string) => {
  const row = stagedRow(stageColumns(reading.kind));
  const read = cellsReader(reading);
  const refuse = ({ reason, place }: Refusal, { cells }: CsvRecord) => {
    row.clear();
    row.set('verdict', reason === 'row_empty' ? 'skipped' : 'refused');
    row.set('reason', reason);
    if (place === null) return;
    row.set('value', shown(cells[place] ?? ''));
    const name = reading.columns[place]?.name;
    if (name !== undefined) row.set('column_name', shown(name));
  };
  const take = () => {
    const value = chosenValue(row, reading);
    if (value !== null) row.set('match_value', value);
    row.set('match_key', value === null ? reading.kind.matchKey(row) : `v:${value}`);
    row.set('id', ids.next());
    if (row.get('company_key') !== null) row.set('new_company_id', ids.next());
  };
  return (record, no) => {
    row.clear();
    const wrong = read(row, record);
    if (wrong) refuse(wrong, record);
    else take();
    row.set('no', String(no));
    row.set('line', String(record.line));
    return row.line();
  };
};
