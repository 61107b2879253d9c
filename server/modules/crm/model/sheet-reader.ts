import { type NumberFormat, numberCell } from './sheet-formats.ts';
import { attributeOf, type XmlListener, XmlProblem } from './xml-cutter.ts';

/** More columns than this are refused, by what really stands in the cells. */
export const MAX_COLUMNS = 500;

export class TooManyColumns extends Error {}

export interface SheetRow {
  /** As the spreadsheet counts, from 1. */
  line: number;
  cells: string[];
}

interface SheetInput {
  formats: readonly NumberFormat[];
  since1904: boolean;
  /** The text of a shared string; null when there is none of that number. */
  shared(place: number): string | null;
  onRow(row: SheetRow): void;
}

/** `BC12` → 54: the place of its column, counted from 0. */
const placeOf = (reference: string): number => {
  let place = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    place = place * 26 + code - 64;
  }
  return place - 1;
};

/** Excel writes control characters as `_x000D_`. */
export const plainText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

interface Cell {
  place: number;
  type: string;
  style: number;
  text: string;
}

const cellValue = ({ type, style, text }: Cell, input: SheetInput): string => {
  if (type === 's') return input.shared(Number(text)) ?? '';
  if (type === 'b') return text === '1' ? 'true' : text === '0' ? 'false' : text;
  if (type === 'd') return text;
  if (type === 'str' || type === 'inlineStr' || type === 'e') return plainText(text);
  return numberCell(text, input.formats[style] ?? 'plain', input.since1904);
};

/** Listens to the XML of a sheet and tells its rows one by one; only the present row is held. Throws XmlProblem and TooManyColumns. */
export const sheetListener = (input: SheetInput): XmlListener => {
  let line = 0;
  let next = 0;
  let row: SheetRow | null = null;
  let cell: Cell | null = null;
  let takes = 0;
  const startRow = (attributes: string) => {
    const told = Number(attributeOf(attributes, 'r') ?? line + 1);
    if (!Number.isInteger(told) || told <= line || told > 1_048_576) throw new XmlProblem('The rows are not in order.');
    line = told;
    next = 0;
    row = { line, cells: [] };
  };
  const startCell = (attributes: string) => {
    const reference = attributeOf(attributes, 'r');
    const place = reference === null ? next : placeOf(reference);
    if (place < 0) throw new XmlProblem('A cell has no place.');
    if (place >= MAX_COLUMNS * 40) throw new TooManyColumns();
    next = place + 1;
    cell = {
      place,
      type: attributeOf(attributes, 't') ?? 'n',
      style: Number(attributeOf(attributes, 's') ?? 0),
      text: '',
    };
  };
  const endCell = () => {
    if (cell === null || row === null) return;
    const value = cellValue(cell, input);
    // Formats reach far beyond what anybody filled in: only filled cells count.
    if (value !== '' && cell.place >= MAX_COLUMNS) throw new TooManyColumns();
    if (value !== '') {
      while (row.cells.length < cell.place) row.cells.push('');
      row.cells[cell.place] = value;
    }
    cell = null;
  };
  return {
    start(name, attributes) {
      if (name === 'row') startRow(attributes);
      else if (name === 'c') startCell(attributes);
      else if (name === 'v' || name === 't') takes += 1;
      // How a Japanese name is spoken is not part of it.
      else if (name === 'rPh') takes = -1_000;
    },
    end(name) {
      if (name === 'v' || name === 't') takes -= 1;
      else if (name === 'rPh') takes = 0;
      else if (name === 'c') endCell();
      else if (name === 'row' && row !== null) {
        input.onRow(row);
        row = null;
      }
    },
    text(text) {
      if (takes > 0 && cell !== null) cell.text += text;
    },
  };
};

/** Listens to `sharedStrings.xml` and tells each string. */
export const sharedListener = (onString: (text: string) => void): XmlListener => {
  let text: string | null = null;
  let takes = 0;
  return {
    start(name) {
      if (name === 'si') text = '';
      else if (name === 't') takes += 1;
      else if (name === 'rPh') takes = -1_000;
    },
    end(name) {
      if (name === 't') takes -= 1;
      else if (name === 'rPh') takes = 0;
      else if (name === 'si' && text !== null) {
        onString(plainText(text));
        text = null;
      }
    },
    text(piece) {
      if (takes > 0 && text !== null) text += piece;
    },
  };
};
