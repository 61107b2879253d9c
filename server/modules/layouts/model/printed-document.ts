import type { Language } from '../../../../contract/messages/index.ts';

/** A piece of text that is set in one way. Words of people are data: no character in them is markup. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  /** It is an address. */
  link?: boolean;
}

export interface Row {
  label: string;
  value: string;
}

export interface Column {
  title: string;
  align: 'left' | 'center' | 'right';
  /** Its share of the line beside the other columns; null: as wide as its content. */
  width: number | null;
}

/** What a document is made of below the address, in order. Lengths are millimetres. */
export type Block =
  | { kind: 'heading'; runs: Run[] }
  | { kind: 'text'; runs: Run[] }
  | { kind: 'list'; items: Run[][] }
  /** Its head is repeated on every page that it reaches. */
  | { kind: 'table'; columns: Column[]; rows: string[][] }
  /** Sums at the right margin, kept together on a page. */
  | { kind: 'totals'; rows: (Row & { strong: boolean })[] }
  | { kind: 'facts'; rows: Row[] }
  /** `image` is a name of the job's images. */
  | { kind: 'image'; image: string; width: number }
  | { kind: 'space'; height: number }
  | { kind: 'page' };

/** Where the address stands: windows of DIN envelopes, of Nordic ones, or no window at all. */
export type WindowForm = 'din-b' | 'nordic' | 'plain';

/** What all pages of a company share. */
export interface Letterhead {
  form: WindowForm;
  /** Set large at the top; null where the logo says it. */
  name: string | null;
  /** Of the name, as `#rrggbb`. */
  colour: string;
  logo: { image: string; height: number; side: 'left' | 'center' | 'right' } | null;
  /** The small line above the address, for mail that comes back. */
  sender: string | null;
  /** Columns of lines at the foot. */
  footer: string[][];
  /** Such as `Page {page} of {pages}`; shown where there are several. Null: no page numbers. */
  pages: string | null;
}

export interface PrintedDocument {
  /** Which letterhead of the job. */
  head: number;
  /** Decides how words are broken. */
  language: Language;
  /** None without a window, such as of a report. */
  address: string[];
  /** Shown in the window, read by a hand scanner: widths of bars and gaps by turns, and the same for eyes. */
  code: { bars: number[]; text: string } | null;
  /** Facts beside the address, such as date and number. */
  info: Row[];
  subject: string | null;
  blocks: Block[];
}

export interface PrintJob {
  title: string;
  author: string;
  heads: Letterhead[];
  /** PNG or JPEG, by the name that heads and blocks use. */
  images: Readonly<Record<string, Buffer>>;
  documents: readonly PrintedDocument[];
}

/** First and last page of a document in the file, from 1. */
export type Sheets = readonly [first: number, last: number];
