export const pl = {
  title: 'Link bezpośredni',
  text: 'Własny link każdego odbiorcy: wstaw {code} do tekstu prawym przyciskiem, Wstaw. Zmieniony lub zgubiony link niczego nie ujawnia.',
  target: 'Prowadzi do',
  none: 'Donikąd: bez linku bezpośredniego',
  my_page: 'Moja strona: własne dane i wybory osoby',
  product: 'Produkt',
  product_group: 'Grupa produktów',
  front_page: 'Strona główna',
  which: 'Który produkt',
  whichGroup: 'Która grupa',
  search: 'Wpisz nazwę lub numer',
  chooseGroup: 'Wybierz grupę',
} as const;
