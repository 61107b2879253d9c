import { z } from 'zod';
import { listSuppressions, SUPPRESSION_EXPORT } from '../../../contract/consent.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { streamTable, type TableValue } from '../../platform/files/table-export.ts';
import { InvalidInput } from '../../platform/http/problem.ts';
import { bare } from '../../platform/http/route.ts';
import { type Actor, authorise } from '../access/index.ts';
import { eachSuppression, type SuppressionsAsked } from './suppression.views.ts';

/** The same in every language: the file may come back as an import. */
const HEADING = ['value', 'kind', 'channel', 'purpose', 'reason', 'note', 'at'];

const Asked = listSuppressions.input
  .pick({ kind: true, reason: true, lifted: true, search: true })
  .extend({ format: z.enum(['csv', 'xlsx']).default('csv') });

async function* rowsOf(db: Db, asked: SuppressionsAsked): AsyncGenerator<TableValue[]> {
  for await (const rows of eachSuppression(db, asked))
    for (const row of rows) yield [row.value, row.kind, row.channel, row.purposeClass, row.reason, row.note, row.at];
}

export const exportSuppressions = bare<{ db: Db }, Actor>({
  method: 'GET',
  path: SUPPRESSION_EXPORT,
  access: 'session',
  summary: 'The suppressions that the search and the filters leave, as CSV or Excel',
  handle: async ({ db }, actor, { request, reply }) => {
    authorise(actor, 'crm.export');
    const asked = Asked.safeParse(request.query);
    if (!asked.success) throw new InvalidInput(asked.error);
    const { format, ...filters } = asked.data;
    return streamTable(reply, {
      format,
      fileName: 'suppressions',
      columns: HEADING.map((header) => ({ header })),
      rows: rowsOf(db, filters),
    });
  },
});
