import type { ErrorCode } from '../../../../contract/messages/index.ts';

/** Characters that must not reach the database or a message, and what could not be read; tab and line ends may stand in a cell. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const DAMAGED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/;

/** What is wrong with the characters of a cell, if anything. */
export const damageOf = (cell: string): ErrorCode | null => {
  if (!DAMAGED.test(cell)) return null;
  if (cell.includes('\u0000')) return 'nul_byte';
  return cell.includes('\ufffd') ? 'invalid_bytes' : 'control_character';
};

/** Our own exports put an apostrophe before what Excel would run as a formula. */
export const withoutGuard = (cell: string): string =>
  cell.charCodeAt(0) === 39 && /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
