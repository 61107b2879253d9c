import type { Block, PrintJob, Row } from '../layouts/index.ts';
import type { ShownInvoice } from './invoice.views.ts';
import { dayOf, moneyOf, plain, say, soldSheet } from './sheet-parts.ts';

const infoOf = (invoice: ShownInvoice): Row[] => {
  const { number, buyer, credits, issuedOn, dueOn } = invoice;
  return [
    ...(number ? [{ label: say(invoice, 'number'), value: number }] : []),
    { label: say(invoice, 'date'), value: dayOf(invoice, issuedOn) },
    ...(credits ? [] : [{ label: say(invoice, 'due'), value: dayOf(invoice, dueOn) }]),
    ...(buyer.vatId ? [{ label: say(invoice, 'customerVat'), value: buyer.vatId }] : []),
  ];
};

const paymentOf = (invoice: ShownInvoice): Block[] => {
  const { seller, number, credits, partial, creditedMinor, dueOn } = invoice;
  if (credits) {
    const taken = { number: credits.number, day: dayOf(invoice, credits.issuedOn) };
    return [plain(say(invoice, partial ? 'creditsPart' : 'credits', taken))];
  }
  const numbers = { number: invoice.creditedBy.map((note) => note.number).join(', ') };
  if (invoice.creditedBy.length > 0 && creditedMinor === invoice.grossMinor)
    return [plain(say(invoice, 'credited', numbers))];
  const rows = [
    ...(creditedMinor > 0
      ? [{ label: say(invoice, 'creditedPart', numbers), value: moneyOf(invoice, -creditedMinor) }]
      : []),
    { label: say(invoice, 'toPay'), value: moneyOf(invoice, invoice.grossMinor - creditedMinor) },
    { label: say(invoice, 'due'), value: dayOf(invoice, dueOn) },
    ...(seller.iban ? [{ label: 'IBAN', value: seller.iban.replaceAll(/(.{4})(?=.)/g, '$1 ') }] : []),
    ...(seller.bic ? [{ label: 'BIC', value: seller.bic }] : []),
  ];
  const quoted = number ? [plain(say(invoice, 'reference', { number }))] : [];
  return [{ kind: 'heading', runs: [{ text: say(invoice, 'pay') }] }, { kind: 'facts', rows }, ...quoted];
};

/** The invoice on A4. */
export const invoiceSheet = (invoice: ShownInvoice): PrintJob => {
  const { number, credits } = invoice;
  return soldSheet(invoice, {
    subject: say(invoice, credits ? 'credit_note' : 'invoice', { number: number ?? '' }).trim(),
    info: infoOf(invoice),
    proof: 'proof',
    gross: credits ? 'toCredit' : 'toPay',
    blocks: paymentOf(invoice),
  });
};
