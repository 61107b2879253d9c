import { emailKey } from '../../../../contract/address.ts';
import type { CrmFieldInfo } from '../../../../contract/crm-fields.ts';
import { FULL_NAME, type ImportEntity, type ImportOptions } from '../../../../contract/import.ts';
import type { ErrorCode } from '../../../../contract/messages/index.ts';
import type { CsvRecord } from '../model/csv-reader.ts';
import { type ReadCell, readCell } from '../model/read-cell.ts';
import { looksLikePhone, phoneKey } from '../phone-key.ts';

/** A row ready for the database: column names of `import_stage`. */
export interface StagedRow {
  no: number;
  line: number;
  match_key: string;
  tags: string[];
  custom: Record<string, unknown>;
  [column: string]: unknown;
}
/** A row that goes no further. */
export interface RefusedRow {
  no: number;
  line: number;
  verdict: 'refused' | 'skipped';
  reason: ErrorCode;
  column_name: string | null;
  value: string | null;
}
export type RowOutcome = { staged: StagedRow } | { refused: RefusedRow };

export interface RowReading {
  entity: ImportEntity;
  /** The field of each column. */
  columns: readonly { name: string; field: string | null }[];
  fields: ReadonlyMap<string, Pick<CrmFieldInfo, 'name' | 'type' | 'options' | 'currency' | 'custom'>>;
  options: ImportOptions;
  /** Users by their name in lower case. */
  users: ReadonlyMap<string, string>;
}

interface Row {
  [column: string]: unknown;
  tags: string[];
  custom: Record<string, unknown>;
}

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

/** Characters that must not reach the database or a message; tab and line ends may stand in a cell. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u;

const damage = (cell: string): ErrorCode | null => {
  if (cell.includes('\u0000')) return 'nul_byte';
  if (cell.includes('\ufffd')) return 'invalid_bytes';
  return CONTROL.test(cell) ? 'control_character' : null;
};

/** Our own exports put an apostrophe before what Excel would run as a formula. */
const withoutGuard = (cell: string) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

const splitName = (name: string): { first_name: string; last_name: string } => {
  const comma = /^([^,]+),\s*(.+)$/.exec(name);
  if (comma) return { first_name: comma[2] ?? '', last_name: comma[1] ?? '' };
  const at = name.lastIndexOf(' ');
  return at < 0
    ? { first_name: '', last_name: name }
    : { first_name: name.slice(0, at).trim(), last_name: name.slice(at + 1) };
};

const columnOf = (field: string): string => {
  if (field === 'company.name') return 'company_name';
  if (field === 'company.organisation_number') return 'company_number';
  return field.replace(/^(contact|company)\./, '').replace(/^account_manager$/, 'account_manager_id');
};

/** Reads one filled cell into the row; answers what is wrong with it. */
const takeCell = (row: Row, fieldName: string, cell: string, reading: RowReading): ErrorCode | null => {
  const field = reading.fields.get(fieldName);
  const column = reading.entity === 'company' ? fieldName.replace(/^company\./, '') : columnOf(fieldName);
  if (cell.length > (field?.custom ? MAX_CUSTOM : (MAX_CELL[column] ?? MAX_TEXT))) return 'cell_too_long';
  if (fieldName === FULL_NAME) {
    const { first_name, last_name } = splitName(cell);
    row['first_name'] ??= first_name;
    row['last_name'] ??= last_name;
    return null;
  }
  if (column === 'email') {
    const key = emailKey(cell);
    if (key === null) return 'invalid_email';
    row['email_key'] = key;
    return keep(row, column, cell);
  }
  if (column === 'phone') return looksLikePhone(cell) ? keep(row, column, cell) : 'invalid_phone';
  if (column === 'account_manager' || column === 'account_manager_id') {
    const user = reading.users.get(cell.toLowerCase());
    return user === undefined ? 'unknown_owner' : keep(row, 'account_manager_id', user);
  }
  const read: ReadCell = field ? readCell(field, cell, reading.options.dateOrder) : { value: cell };
  if ('problem' in read) return read.problem;
  if (field?.type === 'tags') row.tags = (read.value as string[]).map((tag) => tag.slice(0, 60));
  else if (field?.custom) row.custom[fieldName.split('.').at(-1) ?? ''] = read.value;
  else row[column] = read.value;
  return null;
};
const keep = (row: Row, column: string, value: unknown): null => {
  row[column] = value;
  return null;
};

const lower = (value: unknown) => String(value ?? '').toLowerCase();

/** Who the row is about, as far as the file tells. */
const matchKey = (entity: ImportEntity, row: Row): string => {
  if (entity === 'company')
    return row['organisation_number'] ? `o:${row['organisation_number']}` : `n:${lower(row['name'])}`;
  if (row['email_key']) return `e:${row['email_key']}`;
  return `n:${[row['last_name'], row['first_name'], row['phone_key'] ?? row['phone'], row['company_number'] ?? row['company_name']].map(lower).join('\u001f')}`;
};

const whoProblem = (entity: ImportEntity, row: Row): ErrorCode | null => {
  if (entity === 'company') return row['name'] ? null : 'name_needed';
  return row['first_name'] || row['last_name'] || row['email'] || row['phone'] ? null : 'name_or_address_needed';
};

const finish = (row: Row, { options }: RowReading): void => {
  const country = (row['country'] ?? options.country) as string | null;
  if (row['phone']) row['phone_key'] = phoneKey(String(row['phone']), country);
  for (const number of ['organisation_number', 'company_number']) {
    if (row[number]) row[number] = String(row[number]).replace(/[\s\u00a0]/g, '');
  }
  if (row['company_number'] ?? row['company_name'])
    row['company_key'] = lower(row['company_number'] ?? row['company_name']);
};

/** Reads one data row. Every problem is told with its column; the first one refuses the row. */
export const readRow = (record: CsvRecord, no: number, reading: RowReading): RowOutcome => {
  const { line, cells } = record;
  const refuse = (
    reason: ErrorCode,
    place: number | null = null,
    verdict: RefusedRow['verdict'] = 'refused',
  ): RowOutcome => ({
    refused: {
      no,
      line,
      verdict,
      reason,
      column_name: place === null ? null : (reading.columns[place]?.name ?? null),
      value: place === null ? null : shown(cells[place] ?? ''),
    },
  });
  if (record.problem) return refuse(record.problem, 0);
  if (cells.every((cell) => cell.trim() === '')) return refuse('row_empty', null, 'skipped');
  if (cells.slice(reading.columns.length).some((cell) => cell.trim() !== ''))
    return refuse('too_many_cells', reading.columns.length);
  const row: Row = { tags: [], custom: {} };
  for (const [place, { field }] of reading.columns.entries()) {
    const cell = (cells[place] ?? '').trim();
    if (field === null || cell === '') continue;
    const reason = damage(cell) ?? takeCell(row, field, withoutGuard(cell), reading);
    if (reason) return refuse(reason, place);
  }
  finish(row, reading);
  const missing = whoProblem(reading.entity, row);
  if (missing) return refuse(missing);
  return { staged: { ...row, no, line, match_key: matchKey(reading.entity, row) } };
};

/** A value for the report: damage made visible, not too long. NUL cannot be stored as text, nor can half a character. */
const shown = (cell: string): string => Buffer.from(cell.replaceAll('\u0000', '\u2400').slice(0, 200)).toString();
