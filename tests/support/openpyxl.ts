import { spawnSync } from 'node:child_process';

const READ = `
import io, json, sys
from openpyxl import load_workbook
rows = load_workbook(io.BytesIO(sys.stdin.buffer.read())).worksheets[0].iter_rows()
print(json.dumps([[{"type": cell.data_type, "value": cell.value} for cell in row] for row in rows], default=str))
`;

/** Debian's own Python, which has its packages; another may come first on the path. */
const PYTHON = '/usr/bin/python3';

/** A reader of workbooks that has nothing in common with ours. */
export const isOpenpyxlHere = (): boolean => spawnSync(PYTHON, ['-c', 'import openpyxl']).status === 0;

/** The cells of the first sheet; a formula has the type `f`, a text `s`, a number `n`. */
export const openpyxlCells = (workbook: Buffer): { type: string; value: unknown }[][] => {
  const { status, stdout, stderr } = spawnSync(PYTHON, ['-c', READ], {
    input: workbook,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`openpyxl could not read the workbook: ${stderr}`);
  return JSON.parse(stdout) as { type: string; value: unknown }[][];
};

const EDIT = `
import io, json, sys
from datetime import date
from openpyxl import load_workbook
edits = json.loads(sys.argv[1])
book = load_workbook(io.BytesIO(sys.stdin.buffer.read()))
sheet = book.worksheets[0]
heads = {cell.value: cell.column for cell in sheet[1]}
for key, head, value in edits:
    row = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value == key)
    cell = sheet.cell(row, heads[head])
    if isinstance(value, dict):
        cell.value = date.fromisoformat(value["date"]) if "date" in value else value["number"]
        cell.number_format = value["format"]
    else:
        cell.value = value
book.save(sys.stdout.buffer)
`;

/** As a person writes into a cell: a text, a number, or a number or day that is shown in a format. */
export type TypedCell = string | number | { date: string; format: string } | { number: number; format: string };

/** The workbook as another program saves it, after cells were written into: by the first column of their row and the heading of their column. */
export const openpyxlEdited = (workbook: Buffer, edits: readonly [string, string, TypedCell][]): Buffer => {
  const { status, stdout, stderr } = spawnSync(PYTHON, ['-c', EDIT, JSON.stringify(edits)], {
    input: workbook,
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`openpyxl could not edit the workbook: ${stderr}`);
  return stdout;
};
