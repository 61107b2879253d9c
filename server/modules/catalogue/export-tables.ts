import { REFUSAL_TEXTS, type RevisionLine } from '../../../contract/catalogue-revisions.ts';
import { errorText, type Language } from '../../../contract/messages/index.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { TableValue } from '../../platform/files/table-export.ts';
import type { allProducts, ShownList } from './product.views.ts';
import { pageOfLines, type RevisionHead } from './revision.views.ts';

const PRODUCTS: Record<Language, string[]> = {
  en: [
    'products',
    'Number',
    'Name',
    'Description',
    'Kind',
    'Unit',
    'Group',
    'VAT',
    'Cost',
    'Currency of the cost',
    'Price',
    'Tags',
  ],
  nb: [
    'produkter',
    'Nummer',
    'Navn',
    'Beskrivelse',
    'Type',
    'Enhet',
    'Gruppe',
    'Mva.',
    'Innpris',
    'Valuta for innpris',
    'Pris',
    'Merkelapper',
  ],
  pl: [
    'produkty',
    'Numer',
    'Nazwa',
    'Opis',
    'Rodzaj',
    'Jednostka',
    'Grupa',
    'VAT',
    'Koszt',
    'Waluta kosztu',
    'Cena',
    'Etykiety',
  ],
  fr: [
    'produits',
    'Numéro',
    'Nom',
    'Description',
    'Nature',
    'Unité',
    'Groupe',
    'TVA',
    'Coût',
    'Devise du coût',
    'Prix',
    'Étiquettes',
  ],
};
const LINES: Record<Language, string[]> = {
  en: [
    'price-revision',
    'Number',
    'Name',
    'Group',
    'Old price',
    'New price',
    'Change %',
    'Cost',
    'Margin before %',
    'Margin after %',
    'Result',
  ],
  nb: [
    'prisrevisjon',
    'Nummer',
    'Navn',
    'Gruppe',
    'Gammel pris',
    'Ny pris',
    'Endring %',
    'Innpris',
    'Margin før %',
    'Margin etter %',
    'Resultat',
  ],
  pl: [
    'przeliczenie-cen',
    'Numer',
    'Nazwa',
    'Grupa',
    'Stara cena',
    'Nowa cena',
    'Zmiana %',
    'Koszt',
    'Marża przed %',
    'Marża po %',
    'Wynik',
  ],
  fr: [
    'revision-des-prix',
    'Numéro',
    'Nom',
    'Groupe',
    'Ancien prix',
    'Nouveau prix',
    'Variation %',
    'Coût',
    'Marge avant %',
    'Marge après %',
    'Résultat',
  ],
};
const RESULT: Record<Language, { change: string; same: string }> = {
  en: { change: 'changes', same: 'stays the same' },
  nb: { change: 'endres', same: 'uendret' },
  pl: { change: 'zmienia się', same: 'bez zmian' },
  fr: { change: 'change', same: 'inchangé' },
};

const minorUnits = (currency: string | null): number =>
  10 **
  (new Intl.NumberFormat('en', { style: 'currency', currency: currency ?? 'EUR' }).resolvedOptions()
    .maximumFractionDigits ?? 2);
const major = (minor: number | null, currency: string | null) => (minor === null ? null : minor / minorUnits(currency));
const percent = (ratio: number | null) => (ratio === null ? null : Math.round(ratio * 10_000) / 100);
const per = (over: number, under: number | null) => (under ? over / under : null);

const headed = ([name = '', ...headers]: string[], currency: string | null) => ({
  name,
  columns: headers.map((header) => ({
    header:
      header.endsWith('%') || currency === null
        ? header
        : header.replace(/^(Price|Pris|Cena|Prix)$/, `$1 (${currency})`),
  })),
});

export const productsTable = (products: ReturnType<typeof allProducts>, list: ShownList | null, language: Language) => {
  async function* rows(): AsyncGenerator<TableValue[]> {
    for await (const row of products)
      yield [
        ...[row.number, row.name, row.description, row.kind, row.unit, row.groupPath, row.vatClass],
        major(row.cost, row.costCurrency),
        row.costCurrency,
        row.price ? major(row.price.amount, row.price.currency) : null,
        row.tags.join(', '),
      ];
  }
  return { ...headed(PRODUCTS[language], list?.currency ?? null), rows: rows() };
};

const lineCells = (line: RevisionLine, currency: string, language: Language): TableValue[] => {
  const { oldAmount, newAmount, cost, verdict, reason } = line;
  const marginOf = (price: number | null) =>
    price === null || cost === null ? null : percent(per(price - cost, price));
  return [
    ...[line.number, line.name, line.group, major(oldAmount, currency), major(newAmount, currency)],
    oldAmount === null || newAmount === null ? null : percent(per(newAmount - oldAmount, oldAmount)),
    major(cost, currency),
    marginOf(oldAmount),
    marginOf(newAmount),
    verdict === 'refused' && reason
      ? errorText(REFUSAL_TEXTS[reason], {}, language)
      : RESULT[language][verdict === 'change' ? 'change' : 'same'],
  ];
};

/** The order by number has no index: few large pages sort less often than many small ones. */
const PAGE = 20_000;

type Filters = Pick<Parameters<typeof pageOfLines>[3], 'search' | 'verdict' | 'blocked'>;

export const linesTable = (db: Db, revision: RevisionHead, today: string, filters: Filters, language: Language) => {
  async function* rows(): AsyncGenerator<TableValue[]> {
    let after: string | null | undefined;
    do {
      const asked = { ...filters, limit: PAGE, direction: 'asc', ...(after ? { after } : {}) } as const;
      const page = await pageOfLines(db, revision, today, asked, { counted: false });
      for (const line of page.rows) yield lineCells(line, revision.list.currency, language);
      after = page.next;
    } while (after);
  }
  return { ...headed(LINES[language], revision.list.currency), rows: rows() };
};
