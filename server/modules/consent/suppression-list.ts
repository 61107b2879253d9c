import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { domainKey, emailKey } from '../../../contract/address.ts';
import { SuppressionChannel, SuppressionClass } from '../../../contract/consent.ts';
import type { ErrorCode } from '../../../contract/messages/index.ts';
import { Invalid, type Params } from '../../platform/errors.ts';
import { phoneKey } from '../crm/index.ts';
import type { SuppressionRow } from './suppression.store.ts';

export type SuppressionTarget = Pick<SuppressionRow, 'kind' | 'value'>;
export type ListedSuppression = SuppressionTarget & Pick<SuppressionRow, 'channel' | 'purposeClass' | 'note'>;
export interface Refused {
  line: number;
  value: string;
  code: ErrorCode;
  params: Params;
}

/** What a person means by `anna@example.com`, `@example.com`, `example.com` or `+47 22 12 34 56`; null when it is none of them. */
export const readTarget = (text: string): SuppressionTarget | null => {
  const raw = text.trim();
  const target = (kind: SuppressionTarget['kind'], value: string | null) => (value === null ? null : { kind, value });
  if (raw.startsWith('@')) return target('domain', domainKey(raw.slice(1)));
  if (raw.includes('@')) return target('address', emailKey(raw));
  if (/^[+0(]/.test(raw)) return target('number', phoneKey(raw, null));
  return target('domain', domainKey(raw));
};

const HEADINGS: Record<string, 'value' | 'channel' | 'purpose' | 'note'> = {
  value: 'value',
  address: 'value',
  email: 'value',
  'e-mail': 'value',
  domain: 'value',
  number: 'value',
  phone: 'value',
  channel: 'channel',
  purpose: 'purpose',
  note: 'note',
};

/** A cell that an export made harmless for spreadsheets by a leading apostrophe. */
const bare = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '').trim();

const headingOf = (cells: string[]): (string | undefined)[] | null => {
  const names = cells.map((cell) => HEADINGS[bare(cell).toLowerCase()]);
  return names.includes('value') ? names : null;
};

const separatorOf = (text: string): string => {
  const first = text.split('\n', 20).find((line) => line.trim() !== '') ?? '';
  return ['\t', ';'].find((separator) => first.includes(separator)) ?? ',';
};

interface Cells {
  cells: string[];
  line: number;
}

const PIECE = 64 * 1024;

/** The text in pieces, so that a long list does not hold up the process. */
function* piecesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; from += PIECE) yield text.slice(from, from + PIECE);
}

/** Throws Invalid with the line where the text stops being CSV. */
const cellsOf = async (pasted: string): Promise<Cells[]> => {
  const text = pasted.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const parser = parse({
    delimiter: separatorOf(text),
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
  });
  const found: Cells[] = [];
  try {
    const records: AsyncIterable<{ record: string[]; info: { lines: number } }> = Readable.from(piecesOf(text)).pipe(
      parser,
    );
    for await (const { record, info } of records) {
      if (record.some((cell) => cell.trim() !== '')) found.push({ cells: record, line: info.lines });
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Invalid('text', 'csv_unreadable', { line: Number(error['lines'] ?? 1) });
    throw error;
  }
  return found;
};

type Fallback = Pick<SuppressionRow, 'channel' | 'purposeClass'>;

const readRow = (cell: (name: string) => string, line: number, fallback: Fallback): ListedSuppression | Refused => {
  const value = cell('value');
  const shown = value.slice(0, 200).replaceAll('\0', '');
  const refuse = (code: ErrorCode, wrong: string): Refused => ({ line, value: shown, code, params: { value: wrong } });
  const target = readTarget(value);
  if (target === null) return refuse('not_suppressible', shown);
  const channel = SuppressionChannel.safeParse(cell('channel').toLowerCase() || fallback.channel);
  if (!channel.success) return refuse('unknown_channel', cell('channel').slice(0, 50));
  const purpose = SuppressionClass.safeParse(cell('purpose').toLowerCase() || fallback.purposeClass);
  if (!purpose.success) return refuse('unknown_purpose', cell('purpose').slice(0, 50));
  const note = cell('note').replaceAll('\0', '').slice(0, 500);
  return { ...target, channel: channel.data, purposeClass: purpose.data, note };
};

/** Reads a pasted list: one a line, or CSV whose heading names the columns. Without a heading only the first column counts. */
export const readSuppressionList = async (text: string, fallback: Fallback) => {
  const [first, ...others] = await cellsOf(text);
  if (first === undefined) throw new Invalid('text', 'nothing_to_import');
  const heading = headingOf(first.cells);
  const rows = (heading === null ? [first, ...others] : others).map(({ cells, line }) => {
    const columns = heading ?? ['value'];
    return readRow((name) => bare(cells[columns.indexOf(name)] ?? ''), line, fallback);
  });
  return {
    rows: rows.length,
    accepted: rows.filter((row): row is ListedSuppression => !('code' in row)),
    refused: rows.filter((row): row is Refused => 'code' in row),
  };
};
