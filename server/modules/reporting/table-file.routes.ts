import { type FileCell, TABLE_FILE, TableFile } from '../../../contract/table-file.ts';
import { streamTable, type TableValue } from '../../platform/files/table-export.ts';
import { InvalidInput } from '../../platform/http/problem.ts';
import { bare } from '../../platform/http/route.ts';
import { type Actor, authorise } from '../access/index.ts';

const asValue = (cell: FileCell): TableValue => (cell !== null && typeof cell === 'object' ? new Date(cell.at) : cell);

async function* rowsOf({ rows, columns }: TableFile): AsyncGenerator<TableValue[]> {
  for (const row of rows) yield columns.map((_, place) => asValue(row[place] ?? null));
}

/** The short lists of the interface as they are shown; long ones have files of their own, straight from the database. */
export const makeTableFile = bare<unknown, Actor>({
  method: 'POST',
  path: TABLE_FILE,
  access: 'session',
  summary: 'Makes a CSV or Excel file of the rows that are sent',
  handle: async (_needs, actor, { request, reply }) => {
    authorise(actor, 'crm.export');
    const asked = TableFile.safeParse(request.body);
    if (!asked.success) throw new InvalidInput(asked.error);
    const { format, name, words, columns } = asked.data;
    return streamTable(reply, {
      format,
      fileName: name,
      columns: columns.map((header) => ({ header })),
      rows: rowsOf(asked.data),
      separator: words === 'en' ? ',' : ';',
    });
  },
});
