import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Invalid } from '../../../platform/errors.ts';
import { openZip, type ZipFile, ZipProblem } from '../../../platform/files/zip-file.ts';
import { formatsListener, type NumberFormat } from '../model/sheet-formats.ts';
import { MAX_COLUMNS, type SheetRow, sharedListener, sheetListener, TooManyColumns } from '../model/sheet-reader.ts';
import { attributeOf, type XmlListener, XmlProblem, xmlCutter } from '../model/xml-cutter.ts';
import { sharedTexts, TooManyTexts } from './shared-texts.ts';

/** Bytes that may come out of the archive, whatever it says of itself. */
const MOST_SHEET = 2 ** 30;
const MOST_TEXTS = 512 * 2 ** 20;
const MOST_REST = 8 * 2 ** 20;

const parse = async (zip: ZipFile, name: string, most: number, listener: XmlListener, after?: () => Promise<void>) => {
  const decoder = new TextDecoder('utf-8');
  const cutter = xmlCutter(listener);
  for await (const chunk of zip.read(name, most)) {
    cutter.push(decoder.decode(chunk, { stream: true }));
    await after?.();
  }
  cutter.push(decoder.decode());
  cutter.end();
};

interface Sheet {
  name: string;
  path: string;
}

const NOTHING = { start() {}, end() {}, text() {} };

/** The first sheet that is not hidden, and from when days are counted. */
const findSheet = async (zip: ZipFile): Promise<{ sheet: Sheet; since1904: boolean }> => {
  const targets = new Map<string, string>();
  await parse(zip, 'xl/_rels/workbook.xml.rels', MOST_REST, {
    ...NOTHING,
    start: (name, attributes) => {
      if (name === 'Relationship')
        targets.set(attributeOf(attributes, 'Id') ?? '', attributeOf(attributes, 'Target') ?? '');
    },
  });
  const sheets: Sheet[] = [];
  let since1904 = false;
  await parse(zip, 'xl/workbook.xml', MOST_REST, {
    ...NOTHING,
    start: (name, attributes) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributeOf(attributes, 'date1904') ?? '');
      if (name !== 'sheet' || (attributeOf(attributes, 'state') ?? 'visible') !== 'visible') return;
      const target = targets.get(attributeOf(attributes, '[\\w]*:?id') ?? '') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      if (zip.has(path)) sheets.push({ name: attributeOf(attributes, 'name') ?? '', path });
    },
  });
  if (sheets[0] === undefined) throw new Invalid('file', 'file_empty');
  return { sheet: sheets[0], since1904 };
};

const readFormats = async (zip: ZipFile): Promise<NumberFormat[]> => {
  const listener = formatsListener();
  if (zip.has('xl/styles.xml')) await parse(zip, 'xl/styles.xml', MOST_REST, listener);
  return listener.formats;
};

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as CSV, each in the place it has in the sheet: rows left out become empty ones. */
const csvWriter = (file: string) => {
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  const failed = finished(out);
  failed.catch(() => {});
  let text = '';
  let at = 0;
  return {
    row: ({ line, cells }: SheetRow) => {
      for (; at < line - 1; at += 1) text += '""\n';
      text += cells.length === 0 ? '""\n' : `${cells.map(quoted).join(',')}\n`;
      at = line;
    },
    flush: async () => {
      if (text === '') return;
      const ready = out.write(text);
      text = '';
      if (!ready) await Promise.race([once(out, 'drain'), failed]);
    },
    close: async () => {
      out.end();
      await failed;
    },
    rows: () => at,
  };
};

const convert = async (workbook: string, csv: string): Promise<{ sheet: string; rows: number }> => {
  const zip = await openZip(workbook);
  if (!zip.has('xl/workbook.xml')) throw new Invalid('file', 'file_not_text');
  const { sheet, since1904 } = await findSheet(zip);
  const texts = sharedTexts();
  if (zip.has('xl/sharedStrings.xml')) await parse(zip, 'xl/sharedStrings.xml', MOST_TEXTS, sharedListener(texts.add));
  const formats = await readFormats(zip);
  const writer = csvWriter(csv);
  try {
    const listener = sheetListener({ formats, since1904, shared: texts.at, onRow: writer.row });
    await parse(zip, sheet.path, MOST_SHEET, listener, writer.flush);
    await writer.flush();
  } finally {
    await writer.close();
  }
  return { sheet: sheet.name, rows: writer.rows() };
};

const reasonOf = (error: unknown): unknown => {
  if (error instanceof ZipProblem) return new Invalid('file', `workbook_${error.code}`);
  if (error instanceof XmlProblem) return new Invalid('file', 'workbook_broken');
  if (error instanceof TooManyTexts) return new Invalid('file', 'workbook_too_large');
  return error instanceof TooManyColumns ? new Invalid('file', 'too_many_columns', { max: MAX_COLUMNS }) : error;
};

/**
 * Reads the first sheet of a workbook into a CSV file of ours, whose records stand in the places of the sheet's rows. Memory stays flat: the sheet streams
 * through, its shared texts lie beside the heap. Throws Invalid('file', …) for what is damaged, encrypted, too large by what really comes out, or too wide.
 */
export const readWorkbook = (workbook: string, csv: string): Promise<{ sheet: string; rows: number }> =>
  convert(workbook, csv).catch((error: unknown) => {
    throw reasonOf(error);
  });
