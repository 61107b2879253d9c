import type { Invoice } from '../../../../contract/invoices.ts';
import type { SalesLine } from '../../../../contract/sales.ts';
import type { VatPart } from '../../../../contract/sales-documents.ts';
import { unitCodeOf } from './unit-code.ts';
import { partOf } from './vat.ts';

/** What an e-invoice says of an invoice that has a number. */
export type Billed = Pick<
  Invoice,
  | 'title'
  | 'state'
  | 'currency'
  | 'issuedOn'
  | 'dueOn'
  | 'seller'
  | 'buyer'
  | 'lines'
  | 'vat'
  | 'netMinor'
  | 'vatMinor'
  | 'grossMinor'
  | 'terms'
  | 'credits'
> & { number: string };

/** Of UNTDID 1001. */
const INVOICE = '380';
const CREDIT_NOTE = '381';
/** Of UNTDID 4461: a transfer, or not said. */
const TRANSFER = '30';
const UNSAID = '1';
const QUANTITY_DECIMALS = 3;
const VAT = { 'cbc:ID': 'VAT' };

/** Why a category bears none (BR-E-10, BR-AE-10, BR-G-10). */
const REASONS: Partial<Record<VatPart['category'], { code?: string; text: string }>> = {
  E: { text: 'Exempt from VAT' },
  AE: { code: 'VATEX-EU-AE', text: 'Reverse charge' },
  G: { code: 'VATEX-EU-G', text: 'Export outside the EU' },
};

const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
const decimal = (whole: number, decimals: number): string => (whole / 10 ** decimals).toFixed(decimals);
const percentOf = (rate: number): string => String(rate / 100);

/** With the letters of its country in front, as BR-CO-09 asks. */
const vatIdOf = (vatId: string, country: string): string => {
  const plain = vatId.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return /^[A-Z]{2}/.test(plain) ? plain : `${country}${plain}`;
};

const place = (
  { street, postalCode, city }: Record<'street' | 'postalCode' | 'city', string | null>,
  country: string,
) => ({
  ...(street && { 'cbc:StreetName': street }),
  ...(city && { 'cbc:CityName': city }),
  ...(postalCode && { 'cbc:PostalZone': postalCode }),
  'cac:Country': { 'cbc:IdentificationCode': country },
});

/** Of the code list EAS: e-mail, and the VAT numbers of the countries that Fanfare knows. */
const BY_MAIL = 'EM';
const BY_VAT: Readonly<Record<string, string>> = {
  AT: '9914',
  BE: '9925',
  DE: '9930',
  FR: '9957',
  GB: '9932',
  NL: '9944',
  PL: '9945',
};

interface Reached {
  email?: string | null | undefined;
  vatId: string | null;
}

const endpointOf = ({ email, vatId }: Reached, country: string): { id: string; scheme: string } | null => {
  if (email) return { id: email, scheme: BY_MAIL };
  const scheme = BY_VAT[country];
  return vatId && scheme ? { id: vatIdOf(vatId, country), scheme } : null;
};

const asEndpoint = (endpoint: ReturnType<typeof endpointOf>) =>
  endpoint && { 'cbc:EndpointID': endpoint.id, 'cbc:EndpointID@schemeID': endpoint.scheme };

const countryOf = ({ buyer, seller }: Pick<Billed, 'buyer' | 'seller'>): string => buyer.country ?? seller.country;

/** Why there is no e-invoice: no number, or somebody has no electronic address; null: there is one. */
export const eInvoiceProblem = ({
  number,
  seller,
  buyer,
}: Pick<Invoice, 'number' | 'seller' | 'buyer'>): Invoice['eInvoiceProblem'] => {
  if (number === null) return 'proof_no_e_invoice';
  if (endpointOf(seller, seller.country) === null) return 'seller_no_e_address';
  return endpointOf(buyer, countryOf({ buyer, seller })) === null ? 'buyer_no_e_address' : null;
};

const sellerOf = ({ seller }: Billed) => ({
  'cac:Party': {
    ...asEndpoint(endpointOf(seller, seller.country)),
    'cac:PostalAddress': place(seller, seller.country),
    'cac:PartyTaxScheme': [{ 'cbc:CompanyID': vatIdOf(seller.vatId, seller.country), 'cac:TaxScheme': VAT }],
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': seller.name,
      ...(seller.registration && { 'cbc:CompanyID': seller.registration }),
    },
    ...((seller.email || seller.phone) && {
      'cac:Contact': {
        'cbc:Name': seller.name,
        ...(seller.phone && { 'cbc:Telephone': seller.phone }),
        ...(seller.email && { 'cbc:ElectronicMail': seller.email }),
      },
    }),
  },
});

const buyerOf = ({ buyer, seller }: Billed) => {
  const country = countryOf({ buyer, seller });
  return {
    'cac:Party': {
      ...asEndpoint(endpointOf(buyer, country)),
      'cac:PostalAddress': place(buyer, country),
      ...(buyer.vatId && {
        'cac:PartyTaxScheme': { 'cbc:CompanyID': vatIdOf(buyer.vatId, country), 'cac:TaxScheme': VAT },
      }),
      'cac:PartyLegalEntity': { 'cbc:RegistrationName': buyer.company ?? buyer.name ?? '' },
      ...(buyer.company && buyer.name && { 'cac:Contact': { 'cbc:Name': buyer.name } }),
    },
  };
};

const paymentOf = ({ seller, number }: Billed) => [
  {
    'cbc:PaymentMeansCode': seller.iban ? TRANSFER : UNSAID,
    'cbc:PaymentID': number,
    ...(seller.iban && {
      'cac:PayeeFinancialAccount': {
        'cbc:ID': seller.iban,
        'cbc:Name': seller.name,
        ...(seller.bic && { 'cac:FinancialInstitutionBranch': { 'cbc:ID': seller.bic } }),
      },
    }),
  },
];

/** An amount as it is written, with its currency beside it. */
const moneyIn = (currency: string) => {
  const decimals = decimalsOf(currency);
  return (name: string, minor: number) => ({
    [`cbc:${name}`]: decimal(minor, decimals),
    [`cbc:${name}@currencyID`]: currency,
  });
};

const lineOf = ({ currency, vat }: Billed, line: SalesLine, at: number) => {
  const money = moneyIn(currency);
  const { category, rate } = partOf(vat, line.vatClass) ?? { category: 'Z', rate: 0 };
  return {
    'cbc:ID': String(at + 1),
    'cbc:InvoicedQuantity': decimal(line.quantity, QUANTITY_DECIMALS),
    'cbc:InvoicedQuantity@unitCode': unitCodeOf(line.unit),
    ...money('LineExtensionAmount', line.amountMinor),
    'cac:Item': {
      'cbc:Name': line.name,
      'cac:SellersItemIdentification': { 'cbc:ID': line.number },
      'cac:ClassifiedTaxCategory': { 'cbc:ID': category, 'cbc:Percent': percentOf(rate), 'cac:TaxScheme': VAT },
    },
    'cac:Price': money('PriceAmount', line.priceMinor),
  };
};

const subtotalOf = ({ currency }: Billed, { category, rate, netMinor, vatMinor }: VatPart) => {
  const money = moneyIn(currency);
  const reason = REASONS[category];
  return {
    ...money('TaxableAmount', netMinor),
    ...money('TaxAmount', vatMinor),
    'cac:TaxCategory': {
      'cbc:ID': category,
      'cbc:Percent': percentOf(rate),
      ...(reason?.code && { 'cbc:TaxExemptionReasonCode': reason.code }),
      ...(reason && { 'cbc:TaxExemptionReason': reason.text }),
      'cac:TaxScheme': VAT,
    },
  };
};

const totalsOf = (invoice: Billed) => {
  const money = moneyIn(invoice.currency);
  return {
    'cac:TaxTotal': [
      {
        ...money('TaxAmount', invoice.vatMinor),
        'cac:TaxSubtotal': invoice.vat.map((part) => subtotalOf(invoice, part)),
      },
    ],
    'cac:LegalMonetaryTotal': {
      ...money('LineExtensionAmount', invoice.netMinor),
      ...money('TaxExclusiveAmount', invoice.netMinor),
      ...money('TaxInclusiveAmount', invoice.grossMinor),
      ...money('PayableAmount', invoice.grossMinor),
    },
  };
};

/**
 * An invoice or credit note as the tree of EN 16931 that `@e-invoice-eu/core` reads: the element names are those of UBL, every value is text.
 * Amounts are as they were issued; nothing is reckoned anew.
 */
export const asEn16931 = (invoice: Billed): object => {
  const { credits, terms } = invoice;
  const credited = credits && { 'cbc:ID': credits.number, 'cbc:IssueDate': credits.issuedOn };
  return {
    'ubl:Invoice': {
      'cbc:CustomizationID': 'urn:cen.eu:en16931:2017',
      'cbc:ID': invoice.number,
      'cbc:IssueDate': invoice.issuedOn,
      'cbc:DueDate': invoice.dueOn,
      'cbc:InvoiceTypeCode': credits ? CREDIT_NOTE : INVOICE,
      'cbc:Note': [invoice.title],
      'cbc:DocumentCurrencyCode': invoice.currency,
      ...(credited && { 'cac:BillingReference': [{ 'cac:InvoiceDocumentReference': credited }] }),
      'cac:AccountingSupplierParty': sellerOf(invoice),
      'cac:AccountingCustomerParty': buyerOf(invoice),
      // The schema of CII asks for one. What is billed is taken to be done on the day of the bill.
      'cac:Delivery': { 'cbc:ActualDeliveryDate': credits?.issuedOn ?? invoice.issuedOn },
      'cac:PaymentMeans': paymentOf(invoice),
      ...(terms !== '' && { 'cac:PaymentTerms': { 'cbc:Note': terms } }),
      ...totalsOf(invoice),
      'cac:InvoiceLine': invoice.lines.map((line, at) => lineOf(invoice, line, at)),
    },
  };
};
