import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  products: 'Produkty',
  product: 'Produkt',
  addProduct: 'Dodaj produkt',
  searchProduct: 'Nazwa lub numer',
  quantity: 'Ilość',
  price: 'Cena',
  priceOf: 'Cena: {name}',
  quantityOf: 'Ilość: {name}',
  listPrice: '{price} w cenniku',
  noListPrice: 'brak w cenniku',
  amount: 'Kwota',
  sum: 'Razem, bez VAT',
  remove: 'Usuń: {name}',
  noLines: 'Brak produktów.',
  documents: 'Zaproponowano',
  prices: 'Ceny',
  pricesFromTo: '{from} do {to}',
  noneProposed: 'Brak zaproponowanych produktów',
  noneProposedText: 'Tu widać produkty z szans sprzedaży i ceny, po których je zaproponowano.',
};
