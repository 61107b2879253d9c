import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  title: 'Linki',
  text: 'Każdy link jest wywoływany raz, tak jak zrobiłaby to przeglądarka odbiorcy. Linki z polem w środku są pomijane.',
  try: 'Sprawdź linki',
  tryAgain: 'Sprawdź ponownie',
  none: 'Nie ma linku do sprawdzenia.',
  allAnswer_one: 'Jedyny link odpowiada.',
  allAnswer_few: 'Wszystkie linki ({count}) odpowiadają.',
  allAnswer_many: 'Wszystkie linki ({count}) odpowiadają.',
  ok: 'Odpowiada',
  moved: 'Przeniesiony',
  not_found: 'Nie znaleziono',
  refused: 'Odmowa',
  unreachable: 'Brak odpowiedzi',
  insecure: 'Niebezpieczny',
  inside: 'Niepubliczny',
  untried: 'Niesprawdzony',
  movedHint: 'Prowadzi dalej do {at}. Wpisz ten adres, dopóki stary jeszcze tam prowadzi.',
  not_foundHint: 'Serwer nie zna takiej strony. Popraw adres.',
  refusedHint: 'Serwer odpowiada kodem {status}. Otwórz link samodzielnie: dla ludzi może działać.',
  unreachableHint: 'Żaden serwer tam nie odpowiada. Popraw adres albo spróbuj później.',
  insecureHint:
    'Certyfikat serwera jest nieważny: przeglądarki ostrzegają przed otwarciem strony. Odnów go albo podaj inny adres.',
  insideHint: 'Adres należy do własnej sieci albo do nikogo. Odbiorcy go nie otworzą.',
  untriedHint: 'Zabrakło czasu. Sprawdź ponownie.',
};
