export interface CsvRecord {
  /** The line of the file, counted from 1, where the record begins. */
  line: number;
  cells: string[];
  problem: 'unclosed_quote' | 'row_too_long' | null;
}

const MAX_QUOTED = 100_000;
const MAX_RECORD = 1_000_000;
const LF = 10;
const CR = 13;
const QUOTE = 34;

const newlinesIn = (text: string): number => (text.match(/\r\n|\r|\n/g) ?? []).length;

type Step = { kind: 'record'; cells: string[]; next: number; lines: number } | { kind: 'more' } | { kind: 'broken' };
type Cell = { text: string; end: number; lines: number } | 'more' | 'broken';

/**
 * Cuts text that comes in pieces into records: quoted newlines, doubled quotes, all three line ends. A quote that is never closed costs only the line it
 * stands in: after 100,000 characters, or at the end of the file, that line is told as a problem and reading goes on with the next.
 */
export class CsvReader {
  private rest = '';
  private line = 1;
  private skipping = false;
  private readonly separator: number;

  private readonly lineEach: boolean;

  /** `lineEach`: every record counts as one line, as in a sheet, however many its text has. */
  constructor(separator: string, lineEach = false) {
    this.separator = separator.charCodeAt(0);
    this.lineEach = lineEach;
  }

  /** The records that are complete now. Blank lines are none. */
  push(text: string): CsvRecord[] {
    return this.read(text, false);
  }

  end(): CsvRecord[] {
    return this.read('', true);
  }

  private read(text: string, final: boolean): CsvRecord[] {
    const buffer = this.rest + text;
    const found: CsvRecord[] = [];
    let at = this.skipping ? this.skip(buffer) : 0;
    while (at < buffer.length && !this.skipping) {
      const step = this.record(buffer, at, final);
      if (step.kind === 'more') {
        if (buffer.length - at <= MAX_RECORD) break;
        found.push({ line: this.line, cells: [buffer.slice(at, at + 200)], problem: 'row_too_long' });
        this.skipping = true;
        at += this.skip(buffer.slice(at));
      } else if (step.kind === 'broken') {
        const end = this.endOfLine(buffer, at);
        found.push({
          line: this.line,
          cells: [buffer.slice(at, Math.min(end.from, at + 200))],
          problem: 'unclosed_quote',
        });
        this.line += 1;
        at = end.to;
      } else {
        if (step.cells.length > 1 || step.cells[0] !== '')
          found.push({ line: this.line, cells: step.cells, problem: null });
        this.line += this.lineEach ? 1 : step.lines;
        at = step.next;
      }
    }
    this.rest = buffer.slice(at);
    return found;
  }

  /** Passes over the rest of a line that is too long; answers where the next begins. */
  private skip(buffer: string): number {
    const end = this.endOfLine(buffer, 0);
    if (end.to > end.from) {
      this.skipping = false;
      this.line += 1;
    }
    return end.to;
  }

  private endOfLine(buffer: string, at: number): { from: number; to: number } {
    let from = at;
    while (from < buffer.length && buffer.charCodeAt(from) !== LF && buffer.charCodeAt(from) !== CR) from += 1;
    if (from === buffer.length) return { from, to: from };
    const pair = buffer.charCodeAt(from) === CR && buffer.charCodeAt(from + 1) === LF;
    return { from, to: from + (pair ? 2 : 1) };
  }

  private record(buffer: string, start: number, final: boolean): Step {
    const cells: string[] = [];
    let lines = 1;
    let at = start;
    for (;;) {
      const cell = buffer.charCodeAt(at) === QUOTE ? this.quoted(buffer, at, final) : this.plain(buffer, at);
      if (cell === 'more') return { kind: 'more' };
      if (cell === 'broken') return { kind: 'broken' };
      cells.push(cell.text);
      lines += cell.lines;
      at = cell.end;
      const code = buffer.charCodeAt(at);
      if (code === this.separator) {
        at += 1;
        continue;
      }
      if (at >= buffer.length) return final ? { kind: 'record', cells, next: at, lines } : { kind: 'more' };
      if (code === CR && at + 1 === buffer.length && !final) return { kind: 'more' };
      return { kind: 'record', cells, next: at + (code === CR && buffer.charCodeAt(at + 1) === LF ? 2 : 1), lines };
    }
  }

  private plain(buffer: string, start: number): { text: string; end: number; lines: number } {
    let end = start;
    for (; end < buffer.length; end += 1) {
      const code = buffer.charCodeAt(end);
      if (code === this.separator || code === LF || code === CR) break;
    }
    return { text: buffer.slice(start, end), end, lines: 0 };
  }

  /** What stands between the closing quote and the separator is kept as it is. */
  private quoted(buffer: string, start: number, final: boolean): Cell {
    let text = '';
    let from = start + 1;
    for (;;) {
      const quote = buffer.indexOf('"', from);
      if (quote < 0 || quote - start > MAX_QUOTED)
        return final || buffer.length - start > MAX_QUOTED ? 'broken' : 'more';
      text += buffer.slice(from, quote);
      if (quote + 1 === buffer.length && !final) return 'more';
      if (buffer.charCodeAt(quote + 1) !== QUOTE) {
        const { text: tail, end } = this.plain(buffer, quote + 1);
        return { text: text + tail, end, lines: newlinesIn(text) };
      }
      text += '"';
      from = quote + 2;
    }
  }
}
