import type { CrmFieldInfo } from '../../../../contract/crm-fields.ts';
import type { ErrorCode } from '../../../../contract/messages/index.ts';
import type { CustomValues } from '../../../../contract/party.ts';
import { damageOf, withoutGuard } from './cell-text.ts';
import { readCell } from './read-cell.ts';

type Field = Pick<CrmFieldInfo, 'name' | 'type' | 'options' | 'currency' | 'custom'>;
/** Null: emptied. */
export type CleansedValue = string | number | boolean | string[] | null;

export type ComparedCell =
  | { kind: 'same' }
  | { kind: 'change'; given: string; value: CleansedValue }
  | { kind: 'impossible'; given: string; reason: ErrorCode };

const LONGEST: Record<string, number> = { 'asset.name': 200, 'asset.identifier': 100 };
const LONGEST_CUSTOM = 5000;

const isNumber = ({ type }: Field) => type === 'number' || type === 'money';

/** As a spreadsheet gives back what it was given: with a decimal comma, with a guard, or as it was. */
const isAsExported = (field: Field, was: string, cell: string): boolean =>
  cell === was || withoutGuard(cell) === was || (isNumber(field) && cell === was.replace('.', ','));

const alike = (field: Field, was: string, value: CleansedValue): boolean => {
  if (was === '') return false;
  const read = readCell(field, was, 'dmy');
  return 'value' in read && JSON.stringify(read.value) === JSON.stringify(value);
};

/** What a cell of a returned file says beside what it said when it was taken out (`''`: nothing). */
export const compareCell = (field: Field, was: string, returned: string): ComparedCell => {
  const cell = returned.trim();
  if (isAsExported(field, was.trim(), cell)) return { kind: 'same' };
  if (cell === '') return { kind: 'change', given: '', value: null };
  const given = withoutGuard(cell).replaceAll('\u0000', '\u2400').slice(0, 500);
  const longest = field.custom ? LONGEST_CUSTOM : (LONGEST[field.name] ?? LONGEST_CUSTOM);
  const damage = damageOf(cell) ?? (cell.length > longest ? 'cell_too_long' : null);
  if (damage) return { kind: 'impossible', given, reason: damage };
  const read = readCell(field, withoutGuard(cell), 'dmy');
  if ('problem' in read) return { kind: 'impossible', given, reason: read.problem };
  return alike(field, was, read.value) ? { kind: 'same' } : { kind: 'change', given, value: read.value };
};

const PROPERTIES: Record<string, string> = { acquired_on: 'acquiredOn', disposed_on: 'disposedOn' };

/** The values of one asset by field, as a change of that asset. */
export const assetChangeOf = (cells: readonly { field: Pick<Field, 'name' | 'custom'>; value: CleansedValue }[]) => {
  const change: Record<string, unknown> & { custom?: CustomValues } = {};
  for (const { field, value } of cells) {
    const key = field.name.split('.').at(-1) ?? '';
    if (field.custom) change.custom = { ...change.custom, [key]: value };
    else if (key === 'tags') change['tags'] = value ?? [];
    else change[PROPERTIES[key] ?? key] = key === 'name' ? (value ?? '') : value;
  }
  return change;
};
