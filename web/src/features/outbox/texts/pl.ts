import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  outbox: 'Skrzynka nadawcza',
  text: 'Wiadomości przyjęte przez własny serwer poczty tego komputera. Zostają tutaj: nic nie zostało nikomu dostarczone.',
  to: 'Do',
  from: 'Od',
  subject: 'Temat',
  received: 'Przyjęto',
  searchHint: 'Adres lub temat',
  noneYet: 'Skrzynka nadawcza jest pusta',
  noneYetText:
    'Wybierz lokalną skrzynkę nadawczą jako konto wysyłkowe kampanii, a każdą wiadomość będzie można tu przeczytać.',
  messageTo: 'Wiadomość do {to}',
  plainText: 'Zwykły tekst',
  headers: 'Nagłówki',
};
