import { expect, test } from 'vitest';
import { fileName, fileType } from './file-type.ts';

test.each([
  ['price list.pdf', 'application/pdf'],
  ['Prisliste.XLSX', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['data.unknown', 'application/octet-stream'],
  ['no ending', 'application/octet-stream'],
  ['offer.pdf.exe', null],
  ['page.HTML', null],
  ['drawing.svg', null],
])('A22: the type of %s is told by its ending', (name, type) => {
  expect(fileType(name)).toBe(type);
});

test.each([
  ['C:\\fakepath\\vår liste.pdf', 'vår liste.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['a\r\nBcc: x@example.com\r\n.pdf', 'a Bcc x@example.com.pdf'],
  ['fdp\u202eexe.pdf', 'fdp exe.pdf'],
  ['"quoted".pdf', 'quoted.pdf'],
  ['...', 'file'],
  [`${'æ'.repeat(200)}.pdf`, `${'æ'.repeat(96)}.pdf`],
])('A14: the name %s becomes harmless', (given, name) => {
  expect(fileName(given)).toBe(name);
});
