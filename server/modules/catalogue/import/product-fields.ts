import { sql } from 'kysely';
import type { CrmFieldType } from '../../../../contract/crm-fields.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { findInstallation } from '../../access/index.ts';
import type { ImportField } from '../../crm/index.ts';

type Words = Record<Language, string>;
const words = (en: string, nb: string, pl: string, fr: string): Words => ({ en, nb, pl, fr });

const field = (
  name: string,
  label: Words,
  called: readonly string[] = [],
  {
    type = 'text',
    choices = {},
    currency = null,
  }: { type?: CrmFieldType; choices?: Record<string, Words>; currency?: string | null } = {},
): ImportField => ({
  name: `product.${name}`,
  type,
  label,
  options: Object.entries(choices).map(([value, labels]) => ({ value, label: labels.en, labels })),
  currency,
  custom: false,
  called,
  matchable: false,
});

const KINDS = {
  product: words('Product', 'Vare', 'Towar', 'Bien'),
  service: words('Service', 'Tjeneste', 'Usługa', 'Service'),
};
const VAT_CLASSES = {
  standard: words('Standard', 'Vanlig', 'Podstawowa', 'Normale'),
  reduced: words('Reduced', 'Redusert', 'Obniżona', 'Réduite'),
  low: words('Low', 'Lav', 'Niska', 'Basse'),
  zero: words('Zero', 'Nullsats', 'Zerowa', 'Zéro'),
  exempt: words('Exempt', 'Unntatt', 'Zwolnienie', 'Exonérée'),
};

const DESCRIBED: readonly ImportField[] = [
  field('number', words('Number', 'Nummer', 'Numer', 'Numéro'), [
    ...[
      'product number',
      'item number',
      'item no',
      'article number',
      'sku',
      'code',
      'varenummer',
      'varenr',
      'produktnr',
      'artikkelnr',
    ],
    ...['numer produktu', 'indeks', 'kod', 'symbol', 'reference', 'ref', 'code article'],
  ]),
  field('name', words('Name', 'Navn', 'Nazwa', 'Nom'), [
    'product',
    'product name',
    'item',
    'vare',
    'varenavn',
    'produkt',
    'towar',
    'article',
    'produit',
    'designation',
  ]),
  field('description', words('Description', 'Beskrivelse', 'Opis', 'Description'), ['text', 'tekst', 'details']),
  field('kind', words('Kind', 'Type', 'Rodzaj', 'Nature'), ['product or service'], { type: 'one_of', choices: KINDS }),
  field('unit', words('Unit', 'Enhet', 'Jednostka', 'Unité'), ['uom', 'jm', 'j m', 'unite']),
  field('group', words('Group', 'Gruppe', 'Grupa', 'Groupe'), [
    'product group',
    'category',
    'varegruppe',
    'produktgruppe',
    'kategori',
    'grupa produktow',
    'kategoria',
    'categorie',
    'famille',
  ]),
  field('vat_class', words('VAT class', 'Mva.-klasse', 'Stawka VAT', 'Classe de TVA'), ['vat', 'mva', 'tva'], {
    type: 'one_of',
    choices: VAT_CLASSES,
  }),
  field(
    'tags',
    words('Tags', 'Etiketter', 'Etykiety', 'Étiquettes'),
    ['tag', 'merkelapper', 'labels', 'tagi', 'mots cles'],
    { type: 'tags' },
  ),
];
const COST = words('Cost', 'Innpris', 'Koszt', 'Coût');
const COST_CURRENCY = words('Currency of the cost', 'Valuta for innpris', 'Waluta kosztu', 'Devise du coût');
const PRICE = words('Price', 'Pris', 'Cena', 'Prix');

const inList = (currency: string): Words =>
  Object.fromEntries(Object.entries(PRICE).map(([language, word]) => [language, `${word} (${currency})`])) as Words;

/** The fields that a file of products may fill; a price only in a list that is chosen. */
export const productFields = async (
  db: Db | Tx,
  { priceListId }: { priceListId: string | null },
): Promise<ImportField[]> => {
  const { rows } = await sql<{ currency: string }>`select currency from price_list where id = ${priceListId}`.execute(
    db,
  );
  const own = (await findInstallation(db))?.currency ?? 'EUR';
  const list = rows[0];
  return [
    ...DESCRIBED,
    field('cost', COST, ['cost price', 'purchase price', 'kostpris', 'cena zakupu', 'prix d achat'], {
      type: 'number',
      currency: own,
    }),
    field('cost_currency', COST_CURRENCY, ['currency', 'cost currency', 'valuta', 'waluta', 'devise']),
    ...(list
      ? [
          field(
            'price',
            inList(list.currency),
            ['price', 'pris', 'cena', 'prix', 'sales price', 'salgspris', 'utpris', 'cena sprzedazy', 'prix de vente'],
            { type: 'money', currency: list.currency },
          ),
        ]
      : []),
  ];
};
