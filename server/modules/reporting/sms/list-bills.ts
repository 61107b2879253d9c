import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { lastSmsBill as lastEndpoint, listSmsBills as listEndpoint } from '../../../../contract/sms-invoices.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { type Actor, authorise, loadInstallation } from '../../access/index.ts';
import { todayOf } from '../../catalogue/index.ts';
import { minorUnitsOf } from '../model/minor-units.ts';
import { readBills } from './bill.views.ts';
import { findLastBill } from './billed-month.store.ts';
import { lastDayOf, readPeriod } from './model/sms-period.ts';

/** Q10: what was invoiced of the SMS, and what can be. */
export const listSmsBills = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { year, by }: InputOf<typeof listEndpoint>,
): Promise<OutputOf<typeof listEndpoint>> => {
  authorise(actor, 'campaign.see');
  authorise(actor, 'sales.see');
  const { currency, timeZone } = await loadInstallation(db);
  const rows = await readBills(db, { year, by, timeZone, minorUnits: minorUnitsOf(currency) });
  const today = await todayOf(db, clock);
  const runsUntil = (name: string) => {
    const period = readPeriod(name);
    return today < period.until ? lastDayOf(period) : null;
  };
  return { currency, rows: rows.map((row) => ({ ...row, runsUntil: runsUntil(row.period) })) };
};

export const lastSmsBill = async (
  { db }: { db: Db },
  actor: Actor,
  { accountId }: InputOf<typeof lastEndpoint>,
): Promise<OutputOf<typeof lastEndpoint>> => {
  authorise(actor, 'campaign.see');
  authorise(actor, 'sales.see');
  return { last: await findLastBill(db, accountId) };
};
