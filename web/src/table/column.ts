import type { ReactNode } from 'react';

export interface Column<Row> {
  /** Also the `sort` parameter, when `sort` is true. */
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  sort?: boolean | undefined;
  /** In rem. Columns without share what is left, at least 9rem each. */
  width?: number | undefined;
  /** `end` for numbers and money. */
  align?: 'start' | 'end' | undefined;
  /** Not shown until chosen in the column chooser. */
  hidden?: boolean | undefined;
  /** Can't be hidden. */
  always?: boolean | undefined;
}

/** What a list is asked: the same words as `PageInput`. */
export interface TableQuery {
  search?: string;
  sort?: string;
  direction?: 'asc' | 'desc';
}

/** What is selected: keys of rows. */
export interface Picked {
  keys: string[];
  clear: () => void;
}
