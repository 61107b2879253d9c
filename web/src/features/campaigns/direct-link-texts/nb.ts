export const nb = {
  title: 'Direktelenke',
  text: 'Hver mottakers egen lenke: sett inn {code} i teksten med høyreklikk, Sett inn. En lenke som er endret eller mistet, avslører ingenting.',
  target: 'Den fører til',
  none: 'Ingen steder: ingen direktelenke',
  my_page: 'Min side: personens egne data og valg',
  product: 'Et produkt',
  product_group: 'En produktgruppe',
  front_page: 'Forsiden',
  which: 'Hvilket produkt',
  whichGroup: 'Hvilken gruppe',
  search: 'Skriv navn eller nummer',
  chooseGroup: 'Velg en gruppe',
} as const;
