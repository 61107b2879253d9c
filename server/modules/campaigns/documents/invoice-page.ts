import { SHEET_TEXTS, type ShownInvoice } from '../../sales/index.ts';
import { dayFor, type Html, html, moneyFor, type PublicPage, sayFrom } from '../../tracking/index.ts';
import { soldParts } from './sold-parts.ts';

const say = sayFrom(SHEET_TEXTS);

interface Place {
  street: string | null;
  postalCode: string | null;
  city: string | null;
}
const placeOf = ({ street, postalCode, city }: Place): string[] =>
  [street, [postalCode, city].filter(Boolean).join(' ')].flatMap((line) => line || []);

const lines = (of: readonly (string | null | false)[]): Html =>
  html`${of.filter(Boolean).map((line, at) => html`${at > 0 && html`<br>`}${line}`)}`;

/** What became of it, where that is not simply to be paid. */
const standing = (invoice: ShownInvoice): string | null => {
  const { state, dueOn, paidOn, credits, partial } = invoice;
  if (credits) {
    const taken = { number: credits.number, day: dayFor(invoice, credits.issuedOn) };
    return say(invoice, partial ? 'creditsPart' : 'credits', taken);
  }
  if (state === 'credited')
    return say(invoice, 'credited', { number: invoice.creditedBy.map(({ number }) => number).join(', ') });
  if (state === 'paid' && paidOn) return say(invoice, 'paid', { day: dayFor(invoice, paidOn) });
  return state === 'overdue' ? say(invoice, 'overdue', { day: dayFor(invoice, dueOn) }) : null;
};

const payment = (invoice: ShownInvoice): Html | false => {
  const { seller, number, state, dueOn, creditedBy, creditedMinor } = invoice;
  if (state !== 'open' && state !== 'overdue') return false;
  return html`<p><b>${say(invoice, 'pay')}</b><br>${lines([
    ...creditedBy.map(
      ({ number: note, grossMinor }) =>
        `${say(invoice, 'creditedPart', { number: note })}: ${moneyFor(invoice, -grossMinor)}`,
    ),
    creditedBy.length > 0 && `${say(invoice, 'toPay')}: ${moneyFor(invoice, invoice.grossMinor - creditedMinor)}`,
    say(invoice, 'dueOn', { day: dayFor(invoice, dueOn) }),
    seller.iban && say(invoice, 'account', { iban: seller.iban.replaceAll(/(.{4})(?=.)/g, '$1 ') }),
    seller.bic && say(invoice, 'bic', { bic: seller.bic }),
    number && say(invoice, 'reference', { number }),
  ])}</p>`;
};

/** The invoice as its recipient reads it. */
export const invoicePageOf = (invoice: ShownInvoice, pdfAddress: string): PublicPage => {
  const { buyer, seller, number, state } = invoice;
  const kind = state === 'credit_note' ? 'credit_note' : 'invoice';
  const title = say(invoice, kind, { number: number ?? '' }).trim();
  const said = standing(invoice);
  const vat = (id: string | null) => id && say(invoice, 'vatId', { id });
  return {
    language: invoice.language,
    who: seller.name,
    title,
    body: html`<h1>${title}</h1>
    ${number === null && html`<p class="note">${say(invoice, 'test')}</p>`}
    ${said !== null && html`<p class="note" role="status">${said}</p>`}
    <p>${lines([invoice.title, say(invoice, 'issuedOn', { day: dayFor(invoice, invoice.issuedOn) })])}</p>
    <p><b>${say(invoice, 'to')}</b><br>${lines([buyer.company, buyer.name, ...placeOf(buyer), vat(buyer.vatId)])}</p>
    ${soldParts(invoice)}
    <p><a href="${pdfAddress}">${say(invoice, 'asPdf')}</a></p>
    ${payment(invoice)}
    <p><b>${say(invoice, 'from')}</b><br>${lines([seller.name, ...placeOf(seller), vat(seller.vatId), seller.registration, seller.email, seller.phone])}</p>`,
  };
};
