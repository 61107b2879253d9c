import { z } from 'zod';
import { LANGUAGES } from '../../../contract/messages/index.ts';
import { type ComparedCampaign, compareCampaigns as compareEndpoint } from '../../../contract/money.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { streamTable, type TableValue } from '../../platform/files/table-export.ts';
import { InvalidInput, languageOf } from '../../platform/http/problem.ts';
import { bare } from '../../platform/http/route.ts';
import { type Actor, authorise } from '../access/index.ts';
import { compareCampaigns } from './compare-campaigns.ts';
import { COMPARISON } from './model/comparison-words.ts';
import { minorUnitsOf } from './model/minor-units.ts';

const Asked = compareEndpoint.input.extend({ format: z.enum(['csv', 'xlsx']), words: z.enum(LANGUAGES).optional() });

/** Amounts in whole units of the currency, rates as shares of one. */
const rowOf = (row: ComparedCampaign): TableValue[] => {
  const money = (minor: number) => minor / minorUnitsOf(row.currency);
  return [
    row.code,
    row.name,
    row.state,
    row.sent,
    row.delivered,
    row.openRate,
    row.clickRate,
    row.clickToOpenRate,
    row.bounceRate,
    row.won,
    row.conversion.value,
    row.currency,
    money(row.costs.expectedMinor),
    money(row.costs.actualMinor),
    row.budgetUsed,
    money(row.revenueMinor),
    row.roi.value,
    row.growth.value,
  ];
};

/** What stands side by side on the screen, as a file. */
export const exportComparison = bare<{ db: Db }, Actor>({
  method: 'GET',
  path: '/api/campaign-comparison/export',
  access: 'session',
  summary: 'Campaigns side by side as CSV or Excel',
  handle: async ({ db }, actor, { request, reply }) => {
    authorise(actor, 'ledger.export');
    const asked = Asked.safeParse(request.query);
    if (!asked.success) throw new InvalidInput(asked.error);
    const language = asked.data.words ?? languageOf(request);
    const rows = await compareCampaigns({ db }, actor, asked.data);
    return streamTable(reply, {
      format: asked.data.format,
      fileName: 'fanfare-comparison',
      columns: COMPARISON.map((words) => ({ header: words[language] })),
      rows: (async function* () {
        for (const row of rows) yield rowOf(row);
      })(),
      separator: language === 'en' ? ',' : ';',
    });
  },
});
