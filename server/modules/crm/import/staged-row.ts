const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const NOTHING = '\\N';

const cellText = (text: string | null): string => {
  if (text === null) return NOTHING;
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? '') : text;
};

const arrayText = (values: readonly string[]): string =>
  values.length === 0 ? '{}' : `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

/** One row on its way into the staging table. A million rows pass through the same one: nothing is left for the collector but their lines. */
export interface StagedRow {
  /** Null also when there is no such column. */
  get(column: string): string | null;
  set(column: string, value: string | null): void;
  tags: readonly string[];
  custom: Record<string, unknown>;
  clear(): void;
  /** The row as a line of PostgreSQL's text format. */
  line(): string;
}

/** `columns`: of the staging table, in its order. */
export const stagedRow = (columns: readonly string[]): StagedRow => {
  const places = new Map(columns.map((column, place) => [column, place]));
  const cells: (string | null)[] = columns.map(() => null);
  const texts: string[] = columns.map(() => NOTHING);
  const placeOf = (column: string): number => {
    const place = places.get(column);
    if (place === undefined) throw new Error(`No column of the staging table is called ${column}.`);
    return place;
  };
  const [tagsAt, customAt] = [placeOf('tags'), placeOf('custom')];
  const row: StagedRow = {
    tags: [],
    custom: {},
    get: (column) => cells[places.get(column) ?? -1] ?? null,
    set: (column, value) => {
      cells[placeOf(column)] = value;
    },
    clear() {
      cells.fill(null);
      if (row.tags.length > 0) row.tags = [];
      for (const _ in row.custom) {
        row.custom = {};
        break;
      }
    },
    line() {
      cells[tagsAt] = arrayText(row.tags);
      cells[customAt] = JSON.stringify(row.custom);
      for (let place = 0; place < cells.length; place += 1) texts[place] = cellText(cells[place] ?? null);
      return `${texts.join('\t')}\n`;
    },
  };
  return row;
};
