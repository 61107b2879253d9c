import { z } from 'zod';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import { smsUsage as endpoint, SMS_USAGE_EXPORT, type SmsUsageRow } from '../../../../contract/sms.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { streamTable, type TableValue } from '../../../platform/files/table-export.ts';
import { InvalidInput } from '../../../platform/http/problem.ts';
import { bare } from '../../../platform/http/route.ts';
import { type Actor, authorise, loadInstallation } from '../../access/index.ts';
import { minorUnitsOf } from '../model/minor-units.ts';
import { readUsage } from './usage.views.ts';

type Usage = OutputOf<typeof endpoint>;

/** Q10: what was sent and is billed for it. */
const usageOf = async (db: Db, { year, by }: InputOf<typeof endpoint>): Promise<Usage> => {
  const { currency, timeZone } = await loadInstallation(db);
  return { currency, rows: await readUsage(db, { year, by, timeZone, minorUnits: minorUnitsOf(currency) }) };
};

export const smsUsage = async ({ db }: { db: Db }, actor: Actor, input: InputOf<typeof endpoint>): Promise<Usage> => {
  authorise(actor, 'campaign.see');
  return usageOf(db, input);
};

/** The same in every language: the file may go on into another program. */
const HEADING = [
  'period',
  'account',
  'country',
  'messages',
  'parts',
  'test parts',
  'unsettled parts',
  'cost',
  'currency',
];

const Asked = endpoint.input.extend({ format: z.enum(['csv', 'xlsx']).default('csv') });

const cellsOf = (row: SmsUsageRow, currency: string): TableValue[] => [
  row.period,
  row.account,
  row.country,
  row.messages,
  row.parts,
  row.testParts,
  row.unsettledParts,
  row.costMinor === null ? null : row.costMinor / minorUnitsOf(currency),
  currency,
];

async function* cells({ rows, currency }: Usage): AsyncGenerator<TableValue[]> {
  for (const row of rows) yield cellsOf(row, currency);
}

export const exportSmsUsage = bare<{ db: Db }, Actor>({
  method: 'GET',
  path: SMS_USAGE_EXPORT,
  access: 'session',
  summary: 'The SMS of each month or quarter, as CSV or Excel',
  handle: async ({ db }, actor, { request, reply }) => {
    authorise(actor, 'campaign.see');
    const asked = Asked.safeParse(request.query);
    if (!asked.success) throw new InvalidInput(asked.error);
    const { format, year, by } = asked.data;
    const usage = await usageOf(db, { year, by });
    const columns = HEADING.map((header) => ({ header }));
    return streamTable(reply, { format, fileName: `sms-${year}`, columns, rows: cells(usage) });
  },
});
