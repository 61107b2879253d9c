import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { isOpenpyxlHere, openpyxlCells } from '../../../tests/support/openpyxl.ts';
import { type Table, type TableValue, tableStream } from './table-export.ts';

async function* rowsOf(rows: TableValue[][]) {
  yield* rows;
}
const bytesOf = async (table: Omit<Table, 'fileName' | 'rows'> & { rows: TableValue[][] }) => {
  const chunks: Buffer[] = [];
  for await (const chunk of tableStream({ ...table, fileName: 'x', rows: rowsOf(table.rows) }))
    chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};
const at = new Date('2026-03-03T09:00:00Z');

test('CSV opens in Excel: byte order mark, Windows line ends, quoted where needed', async () => {
  const rows = [
    ['Åse; "A"', 12.5, true, at, null],
    ['two\nlines', -7, false, null, ''],
  ];
  const columns = ['Navn', 'Number', 'Yes', 'When', 'Empty'].map((header) => ({ header }));
  expect((await bytesOf({ format: 'csv', columns, rows })).toString()).toBe(
    '\ufeffNavn,Number,Yes,When,Empty\r\n"Åse; ""A""",12.5,true,2026-03-03T09:00:00.000Z,\r\n"two\nlines",-7,false,,\r\n',
  );
  expect(
    (await bytesOf({ format: 'csv', columns: [{ header: 'N' }], rows: [[12.5]], separator: ';' })).toString(),
  ).toBe('\ufeffN\r\n12,5\r\n');
});

test.each(['=1+1', '+47 22', '-2+3', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://x")'])(
  'CSV never lets %j run as a formula',
  async (text) => {
    const csv = (await bytesOf({ format: 'csv', columns: [{ header: text }], rows: [[text]] })).toString();
    expect(
      csv
        .slice(1)
        .split('\r\n')
        .every((line) => /^"?'|^$/.test(line) || !/^"?[=+\-@\t]/.test(line)),
    ).toBe(true);
    expect(csv).toContain(`'${text.slice(0, 1)}`);
  },
);

test('an Excel file has typed cells, and text that looks like a formula is text', async () => {
  const bytes = await bytesOf({
    format: 'xlsx',
    columns: [{ header: 'A' }, { header: 'B' }, { header: 'C' }, { header: 'D' }],
    rows: [
      ['=1+1', 12.5, at, 'two\nlines'],
      ['+47', -7, null, true],
    ],
  });
  const { sheets } = await readXlsx(bytes);
  expect(sheets[0]?.rows).toMatchObject([
    ['A', 'B', 'C', 'D'],
    ['=1+1', 12.5, at, 'two\nlines'],
    ['+47', -7, null, true],
  ]);
});

const HOSTILE = [
  '=1+1',
  '+47',
  '-2',
  '@SUM(A1)',
  '=HYPERLINK("http://x")',
  "'quoted",
  '1e5',
  '007',
  '\ttab',
  ' space ',
  '<&>"',
  'Ł😀',
  'two\nlines',
];

test.skipIf(!isOpenpyxlHere())('another program finds every text as it was, and no formula', async () => {
  const bytes = await bytesOf({
    format: 'xlsx',
    columns: HOSTILE.map((header) => ({ header })),
    rows: [HOSTILE, HOSTILE.map((_, place) => place / 4)],
  });
  const [head, first, second] = openpyxlCells(bytes);
  expect(head).toEqual(HOSTILE.map((value) => ({ type: 's', value })));
  expect(first).toEqual(HOSTILE.map((value) => ({ type: 's', value })));
  expect(second).toEqual(HOSTILE.map((_, place) => ({ type: 'n', value: place / 4 })));
});
