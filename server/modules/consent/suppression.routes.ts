import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { SUPPRESSION_EXPORT } from '../../../contract/consent.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { bare } from '../../platform/http/route.ts';
import { type Actor, authorise } from '../access/index.ts';
import { eachSuppression } from './suppression.views.ts';

const HEADING = ['value', 'kind', 'channel', 'purpose', 'reason', 'note', 'at'];

/** A spreadsheet would read such a cell as a formula; the import takes the apostrophe off again. */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

async function* csvOf(db: Db): AsyncGenerator<string> {
  yield `\ufeff${stringify([HEADING])}`;
  for await (const rows of eachSuppression(db)) {
    yield stringify(
      rows.map((row) =>
        [row.value, row.kind, row.channel, row.purposeClass, row.reason, row.note, row.at.toISOString()].map(harmless),
      ),
    );
  }
}

export const exportSuppressions = bare<{ db: Db }, Actor>({
  method: 'GET',
  path: SUPPRESSION_EXPORT,
  access: 'session',
  summary: 'All suppressions in force, as CSV',
  handle: async ({ db }, actor, { reply }) => {
    authorise(actor, 'crm.export');
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="suppressions.csv"')
      .header('cache-control', 'no-store')
      .send(Readable.from(csvOf(db)));
  },
});
