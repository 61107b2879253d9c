import { expect, test } from 'vitest';
import { CsvReader, type CsvRecord } from './csv-reader.ts';

const readIn = (text: string, size: number, separator = ','): CsvRecord[] => {
  const reader = new CsvReader(separator);
  const records: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += size) records.push(...reader.push(text.slice(at, at + size)));
  return [...records, ...reader.end()];
};
const short = (records: CsvRecord[]) =>
  records.map(({ line, cells, problem }) => (problem ? [line, problem] : [line, ...cells]));

const CASES: [string, string, unknown[][]][] = [
  [
    'plain lines',
    'a,b\n1,2\n',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    'no newline at the end',
    'a,b\n1,2',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    'Windows and old Mac line ends',
    'a\r\nb\rc\n',
    [
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ],
  ],
  [
    'a quoted newline',
    'a,"x\r\ny",c\nd\n',
    [
      [1, 'a', 'x\r\ny', 'c'],
      [3, 'd'],
    ],
  ],
  [
    'doubled quotes',
    '"say ""hi""",b\n""\n""""\n',
    [
      [1, 'say "hi"', 'b'],
      [3, '"'],
    ],
  ],
  ['a quote inside a plain cell', '5" screen,b\n', [[1, '5" screen', 'b']]],
  ['text after a closing quote', '"a"bc,d\n', [[1, 'abc', 'd']]],
  ['empty cells', ',,\n', [[1, '', '', '']]],
  [
    'blank lines',
    '\n\na\n\r\n\nb',
    [
      [3, 'a'],
      [6, 'b'],
    ],
  ],
  [
    'a quote that never closes',
    'a,b\n"x,1\ny,2\nz,3\n',
    [
      [1, 'a', 'b'],
      [2, 'unclosed_quote'],
      [3, 'y', '2'],
      [4, 'z', '3'],
    ],
  ],
  [
    'a quote that never closes in the last line',
    'a\n"b',
    [
      [1, 'a'],
      [2, 'unclosed_quote'],
    ],
  ],
  ['a separator inside quotes', '"a,b",c\n', [[1, 'a,b', 'c']]],
];

test.each(CASES)('%s', (_name, text, expected) => {
  for (const size of [1, 2, 3, 7, 1000]) expect(short(readIn(text, size))).toEqual(expected);
});

test.each([';', '\t', '|'])('separated by %j', (separator) => {
  expect(short(readIn(`a${separator}b,c\n`, 2, separator))).toEqual([[1, 'a', 'b,c']]);
});

test('a stray quote early in a large file costs one line', () => {
  const lines = Array.from({ length: 20_000 }, (_, n) => `${n},name ${n}`);
  lines[10] = '10,"name 10';
  const records = readIn(lines.join('\n'), 65_536);
  expect(records).toHaveLength(20_000);
  expect(records.filter(({ problem }) => problem)).toEqual([
    { line: 11, cells: ['10,"name 10'], problem: 'unclosed_quote' },
  ]);
  expect(records.at(-1)).toEqual({ line: 20_000, cells: ['19999', 'name 19999'], problem: null });
});

test('a line without end is not kept in memory', () => {
  const records = readIn(`a\n${'x'.repeat(3_000_000)}\nb\n`, 65_536);
  expect(short(records)).toEqual([
    [1, 'a'],
    [2, 'row_too_long'],
    [3, 'b'],
  ]);
});
