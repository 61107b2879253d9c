import { MAX_AMOUNT } from '../../../../contract/catalogue.ts';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type {
  issueSmsInvoice as issueEndpoint,
  rehearseSmsInvoice as rehearsalEndpoint,
  SmsBill,
} from '../../../../contract/sms-invoices.ts';
import { momentOnWall } from '../../../../contract/wall-time.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Conflict, DomainError, Invalid } from '../../../platform/errors.ts';
import { type Actor, authorise, type Installation, loadInstallation, otherCurrencyWithin } from '../../access/index.ts';
import { dayAt, productsNamed } from '../../catalogue/index.ts';
import { type MeteredParts, meteredParts } from '../../channels/index.ts';
import {
  findBillable,
  issueInvoice,
  rehearseInvoice,
  sellerOf,
  uninvoiceable,
  untaxable,
  type WholeLine,
} from '../../sales/index.ts';
import { minorUnitsOf } from '../model/minor-units.ts';
import { findBilled, storeBill, takeMonths } from './billed-month.store.ts';
import { billLines, unpriced } from './model/bill-lines.ts';
import { billTitle, isLanguage, lineName, lineUnit } from './model/bill-words.ts';
import { lastDayOf, readPeriod, type SmsPeriod } from './model/sms-period.ts';

interface Needs {
  db: Db;
  clock: Clock;
}

/** More would be no invoice that anybody reads, and could not be credited in parts. */
const MOST_LINES = 200;

const assertOver = (period: SmsPeriod, today: string): void => {
  if (today < period.until)
    throw new Invalid('period', 'sms_period_running', { period: period.name, until: lastDayOf(period) });
};

const assertNotBilled = async (db: Db | Tx, { accountIds }: SmsBill, { months }: SmsPeriod): Promise<void> => {
  const billed = await findBilled(db, { accountIds, months });
  if (billed !== null)
    throw new DomainError(409, [{ field: 'accountIds', code: 'sms_already_billed', params: { ...billed } }]);
};

/** Throws Invalid where there is nothing, or a price that cannot be billed as it is. */
const usageOf = async (
  db: Db | Tx,
  bill: SmsBill,
  period: SmsPeriod,
  { timeZone, currency }: Installation,
): Promise<MeteredParts[]> => {
  const at = (day: string) => new Date(momentOnWall(`${day}T00:00`, timeZone));
  const within = { from: at(period.from), until: at(period.until) };
  const metered = await meteredParts(db, { ...within, accountIds: bill.accountIds });
  if (metered.every(({ parts }) => parts === 0))
    throw new Invalid('accountIds', 'sms_nothing_to_bill', { period: period.name });
  if (bill.pricing === 'own') {
    if (bill.perPartMillionths === null) throw new Invalid('perPartMillionths', 'required');
    return metered;
  }
  const other = await otherCurrencyWithin(db, within);
  if (other !== null) throw new Invalid('pricing', 'sms_other_currency', { other, currency });
  const lacking = unpriced(metered, bill);
  const countries = [...new Set(lacking.map((country) => country ?? '–'))].join(', ');
  if (lacking.length > 0) throw new Invalid('pricing', 'sms_price_missing', { countries });
  return metered;
};

/** Throws Conflict where the company that sends has something to say first, and Invalid where the other cannot be billed. */
const buyerOf = async (db: Db | Tx, companyId: string) => {
  const hindered = await uninvoiceable(db);
  if (hindered !== null) throw new Conflict(hindered.code);
  const company = await findBillable(db, companyId);
  if (company === null) throw new Invalid('companyId', 'unknown_party');
  const { name } = company;
  if (!company.hasVatId) throw new Invalid('companyId', 'company_without_vat_id', { name });
  if (!company.hasAddress) throw new Invalid('companyId', 'company_without_address', { name });
  return company;
};

const productOf = async (db: Db | Tx, productId: string) => {
  const product = (await productsNamed(db, [productId])).get(productId);
  if (product === undefined) throw new Invalid('productId', 'unknown_product');
  const hindered = untaxable(await sellerOf(db), [product]);
  if (hindered?.code === 'company_country_needed') throw new Conflict(hindered.code);
  if (hindered !== null) throw new Invalid('productId', hindered.code, hindered.params);
  return product;
};

/** The invoice as it would be now, by the statements that issue it. Throws at the field that stands in the way. */
const draftOf = async (db: Db | Tx, bill: SmsBill, now: Date) => {
  const installation = await loadInstallation(db as Db);
  const day = await dayAt(db, now);
  const period = readPeriod(bill.period);
  assertOver(period, day);
  await assertNotBilled(db, bill, period);
  const metered = await usageOf(db, bill, period, installation);
  const company = await buyerOf(db, bill.companyId);
  const product = await productOf(db, bill.productId);
  const language = isLanguage(company.language) ? company.language : installation.language;
  const billed = billLines(metered, bill, minorUnitsOf(installation.currency));
  const sum = billed.reduce((all, { amountMinor }) => all + amountMinor, 0);
  if (sum === 0) throw new Invalid(bill.pricing === 'own' ? 'perPartMillionths' : 'pricing', 'sms_bill_of_nothing');
  if (sum > MAX_AMOUNT) throw new Invalid('markup', 'amount_out_of_range');
  if (billed.length > MOST_LINES) throw new Invalid('lines', 'sms_too_many_lines', { count: billed.length });
  const { id: productId, number, name, vatClass } = product;
  const lines = billed.map((line): WholeLine => {
    const words = { name: lineName(name, line, period, language), unit: lineUnit(line, language) };
    return {
      productId,
      number,
      vatClass,
      ...words,
      quantity: line.quantity,
      priceMinor: line.priceMinor,
      ownPrice: true,
    };
  });
  const { currency } = installation;
  const invoice = { companyId: bill.companyId, title: billTitle(period, language), lines, currency, day };
  return { invoice, metered, months: period.months };
};

/** Of a few hundred lines at most; what they are for is in their words. */
export const rehearseSmsInvoice = async (
  { db, clock }: Needs,
  actor: Actor,
  bill: InputOf<typeof rehearsalEndpoint>,
): Promise<OutputOf<typeof rehearsalEndpoint>> => {
  authorise(actor, 'campaign.see');
  authorise(actor, 'sales.edit');
  const { invoice, metered } = await draftOf(db, bill, clock.now());
  const { title, currency } = invoice;
  const sum = (of: 'parts' | 'unsettledParts') => metered.reduce((all, one) => all + one[of], 0);
  return {
    ...(await rehearseInvoice(db, invoice)),
    title,
    currency,
    parts: sum('parts'),
    unsettledParts: sum('unsettledParts'),
  };
};

/** Q10: the SMS of a period that is over, invoiced to a company; each month of an account stands on one invoice at most. */
export const issueSmsInvoice = async (
  { db, clock }: Needs,
  actor: Actor,
  { expectedGrossMinor, ...bill }: InputOf<typeof issueEndpoint>,
): Promise<OutputOf<typeof issueEndpoint>> => {
  authorise(actor, 'campaign.see');
  authorise(actor, 'sales.edit');
  const now = clock.now();
  return db.transaction().execute(async (tx) => {
    const { invoice, metered, months } = await draftOf(tx, bill, now);
    const { grossMinor } = await rehearseInvoice(tx, invoice);
    if (grossMinor !== expectedGrossMinor) throw new Conflict('sms_bill_changed');
    const issued = await issueInvoice(tx, invoice, { userId: actor.userId!, now });
    // Of the others nothing is on the invoice.
    const accountIds = [...new Set(metered.flatMap(({ accountId, parts }) => (parts > 0 ? [accountId] : [])))];
    await storeBill(tx, issued.id, bill, now);
    const taken = await takeMonths(tx, { accountIds, months, invoiceId: issued.id });
    if (taken < accountIds.length * months.length) throw new Conflict('sms_bill_changed');
    return issued;
  });
};
