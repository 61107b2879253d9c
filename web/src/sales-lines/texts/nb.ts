import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  products: 'Produkter',
  product: 'Produkt',
  addProduct: 'Legg til et produkt',
  searchProduct: 'Navn eller nummer',
  quantity: 'Antall',
  price: 'Pris',
  priceOf: 'Pris på {name}',
  quantityOf: 'Antall {name}',
  listPrice: '{price} i prislisten',
  noListPrice: 'i ingen prisliste',
  amount: 'Beløp',
  sum: 'I alt, uten mva.',
  remove: 'Fjern {name}',
  noLines: 'Ingen produkter ennå.',
  documents: 'Foreslått for',
  prices: 'Priser',
  pricesFromTo: '{from} til {to}',
  noneProposed: 'Ingen produkter foreslått',
  noneProposedText: 'Her vises produktene i salgsmulighetene med prisene de ble foreslått til.',
};
