import { frenchSpacesIn } from '../../../../contract/french-spaces.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import { LOCALES } from '../../../../contract/messages/languages.ts';
import type { SalesLine } from '../../../../contract/sales.ts';
import type { VatPart } from '../../../../contract/sales-documents.ts';
import type { ShownInvoice, ShownOffer } from '../../sales/index.ts';
import { type Html, html, moneyFor, sayFrom } from '../../tracking/index.ts';

const en = {
  net: 'Without VAT',
  vat: 'VAT {rate}',
  gross: 'To pay',
  reverse_charge: 'Reverse charge: the buyer accounts for the VAT.',
  export: 'Export: no VAT is charged.',
  terms: 'Terms',
};

const TEXTS: Record<Language, Record<keyof typeof en, string>> = {
  en,
  nb: {
    net: 'Uten mva.',
    vat: 'Mva. {rate}',
    gross: 'Å betale',
    reverse_charge: 'Omvendt avgiftsplikt: kjøperen beregner merverdiavgiften.',
    export: 'Eksport: ingen merverdiavgift.',
    terms: 'Vilkår',
  },
  pl: {
    net: 'Netto',
    vat: 'VAT {rate}',
    gross: 'Do zapłaty',
    reverse_charge: 'Odwrotne obciążenie: podatek rozlicza nabywca.',
    export: 'Eksport: VAT nie jest naliczany.',
    terms: 'Warunki',
  },
  fr: frenchSpacesIn({
    net: 'Hors TVA',
    vat: 'TVA {rate}',
    gross: 'À payer',
    reverse_charge: 'Autoliquidation : la TVA est due par l’acheteur.',
    export: 'Exportation : aucune TVA n’est facturée.',
    terms: 'Conditions',
  }),
};

type Sold = ShownOffer | ShownInvoice;

const say = sayFrom(TEXTS);

const lineOf = (sold: Sold, { name, quantity, unit, priceMinor, amountMinor }: SalesLine): Html => {
  const many = new Intl.NumberFormat(LOCALES[sold.language], { maximumFractionDigits: 3 }).format(quantity / 1000);
  return html`<p><b>${name}</b><br>${many} ${unit} × ${moneyFor(sold, priceMinor)} = ${moneyFor(sold, amountMinor)}</p>`;
};

const vatOf = (sold: Sold, { rate, vatMinor }: VatPart): Html => {
  const percent = new Intl.NumberFormat(LOCALES[sold.language], { style: 'percent', maximumFractionDigits: 2 }).format(
    rate / 10_000,
  );
  return html`<br>${say(sold, 'vat', { rate: percent })}: ${moneyFor(sold, vatMinor)}`;
};

/** What is sold, its VAT and its total, and on which terms, as a document's recipient reads it. */
export const soldParts = (sold: Sold): Html => html`
  ${sold.lines.map((line) => lineOf(sold, line))}
  <p>${say(sold, 'net')}: ${moneyFor(sold, sold.netMinor)}${sold.vat
    .filter(({ vatMinor }) => vatMinor > 0)
    .map((part) => vatOf(sold, part))}<br><b>${say(sold, 'gross')}: ${moneyFor(sold, sold.grossMinor)}</b></p>
  ${sold.vatTreatment !== 'domestic' && html`<p>${say(sold, sold.vatTreatment)}</p>`}
  ${sold.terms !== '' && html`<p><b>${say(sold, 'terms')}</b><br>${sold.terms}</p>`}`;
