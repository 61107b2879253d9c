import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  subject: 'Temat',
  text: 'Treść listu',
  textHint:
    'Pusty wiersz zaczyna akapit, # nagłówek, - punkt listy; **pogrubienie**, *kursywa*. Kliknij prawym przyciskiem, aby wstawić pole.',
  preview: 'Podgląd',
  picture: 'List tak, jak będzie wydrukowany',
  pages_one: '{count} strona',
  pages_few: '{count} strony',
  pages_many: '{count} stron',
  lacking: 'Tej osobie brakuje danych wymaganych przez układ, więc zostanie pominięta: {names}',
  noPicture: 'Podgląd pojawi się, gdy tekst nie będzie miał błędów.',
};
