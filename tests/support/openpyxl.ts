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
