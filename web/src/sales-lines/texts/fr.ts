import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  products: 'Produits',
  product: 'Produit',
  addProduct: 'Ajouter un produit',
  searchProduct: 'Nom ou numéro',
  quantity: 'Quantité',
  price: 'Prix',
  priceOf: 'Prix de {name}',
  quantityOf: 'Quantité de {name}',
  listPrice: '{price} au tarif',
  noListPrice: 'dans aucun tarif',
  amount: 'Montant',
  sum: 'Total hors TVA',
  remove: 'Retirer {name}',
  noLines: 'Aucun produit.',
  documents: 'Proposé à',
  prices: 'Prix',
  pricesFromTo: '{from} à {to}',
  noneProposed: 'Aucun produit proposé',
  noneProposedText: 'Ici figurent les produits des opportunités avec les prix proposés.',
};
