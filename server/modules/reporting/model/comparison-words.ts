import type { Language } from '../../../../contract/messages/index.ts';

/** The headings of a comparison, in their order. */
export const COMPARISON: readonly Record<Language, string>[] = [
  { en: 'Code', nb: 'Kode', pl: 'Kod', fr: 'Code' },
  { en: 'Name', nb: 'Navn', pl: 'Nazwa', fr: 'Nom' },
  { en: 'State', nb: 'Tilstand', pl: 'Stan', fr: 'État' },
  { en: 'Sent', nb: 'Sendt', pl: 'Wysłano', fr: 'Envoyés' },
  { en: 'Delivered', nb: 'Levert', pl: 'Dostarczono', fr: 'Remis' },
  { en: 'Open rate', nb: 'Åpningsrate', pl: 'Wskaźnik otwarć', fr: 'Taux d’ouverture' },
  { en: 'Click rate (CTR)', nb: 'Klikkrate (CTR)', pl: 'Wskaźnik kliknięć (CTR)', fr: 'Taux de clic (CTR)' },
  {
    en: 'Click-to-open (CTOR)',
    nb: 'Klikk per åpning (CTOR)',
    pl: 'Kliknięcia do otwarć (CTOR)',
    fr: 'Clics par ouverture (CTOR)',
  },
  { en: 'Bounce rate', nb: 'Returrate', pl: 'Wskaźnik zwrotów', fr: 'Taux de rebond' },
  { en: 'Won deals', nb: 'Vunne salg', pl: 'Wygrane szanse', fr: 'Affaires gagnées' },
  { en: 'Conversion rate', nb: 'Konverteringsrate', pl: 'Wskaźnik konwersji', fr: 'Taux de conversion' },
  { en: 'Currency', nb: 'Valuta', pl: 'Waluta', fr: 'Devise' },
  { en: 'Expected cost', nb: 'Forventet kostnad', pl: 'Koszt oczekiwany', fr: 'Coût attendu' },
  { en: 'Actual cost', nb: 'Faktisk kostnad', pl: 'Koszt rzeczywisty', fr: 'Coût réel' },
  { en: 'Budget used', nb: 'Brukt av budsjettet', pl: 'Wykorzystanie budżetu', fr: 'Budget utilisé' },
  { en: 'Revenue', nb: 'Inntekt', pl: 'Przychód', fr: 'Revenu' },
  { en: 'ROI', nb: 'ROI', pl: 'ROI', fr: 'ROI' },
  {
    en: 'Won per 1,000 spent',
    nb: 'Vunnet per 1 000 brukt',
    pl: 'Wygrane na 1000 wydanych',
    fr: 'Gagnées pour 1 000 dépensés',
  },
];
