import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  by_hand: 'Ktoś je wstrzymał.',
  login_refused:
    'Serwer odrzuca nazwę użytkownika lub hasło. Wpisz je ponownie; niektórzy dostawcy wymagają hasła aplikacji.',
  sender_refused: 'Serwer nie pozwala temu kontu wysyłać z adresu nadawcy. Użyj adresu, który należy do konta.',
  server_refused:
    'Serwer nie chce z nami rozmawiać. Zapytaj administratora, czy ten komputer może przez niego wysyłać.',
  certificate_refused:
    'Certyfikat serwera nie jest zaufany: wygasł, jest na inną nazwę albo nikt za niego nie ręczy. Sprawdź nazwę serwera lub zapytaj administratora.',
  tls_failed: 'Nie udało się uzgodnić szyfrowania. Sprawdź port i szyfrowanie: 465 to TLS, 587 to STARTTLS.',
  tls_not_offered: 'Serwer nie oferuje tu szyfrowania. Sprawdź port albo wybierz inne szyfrowanie.',
  tls_refused: 'Serwer odmawia szyfrowania. Zapytaj administratora.',
  password_needs_tls:
    'Serwer nie oferuje szyfrowania, a hasła nie wysyłamy otwartym tekstem. Wybierz TLS lub STARTTLS.',
  no_such_mailbox: 'Serwer mówi, że taki odbiorca nie istnieje. Wyślij test na inny adres.',
  malformed_address: 'Serwer nie uznaje tego za adres. Sprawdź go.',
  address_needs_utf8: 'Serwer nie przyjmuje adresu z takimi literami. Wyślij test na inny adres.',
  mailbox_disabled: 'Skrzynka odbiorcy jest wyłączona. Wyślij test na inny adres.',
  policy: 'Serwer odrzuca wiadomość zgodnie ze swoimi zasadami. Odpowiedź mówi dlaczego.',
  too_big: 'Wiadomość jest większa, niż pozwala serwer.',
  content_refused: 'Serwer odrzuca treść wiadomości.',
  refused: 'Serwer odrzuca wiadomość. Odpowiedź mówi dlaczego.',
  greylisted:
    'Serwer prosi, aby spróbować później: robi tak z każdym, kogo widzi pierwszy raz. Ponów test za pięć minut.',
  rate_limited: 'Serwer mówi, że wysyłamy za szybko. Odczekaj i ponów test.',
  mailbox_full: 'Skrzynka odbiorcy jest pełna. Wyślij test na inny adres.',
  server_full: 'Serwer nie ma teraz miejsca. Ponów test później.',
  server_busy: 'Serwer jest zajęty. Ponów test za kilka minut.',
  too_many_recipients: 'Serwer nie przyjmuje teraz więcej odbiorców. Ponów test później.',
  login_unavailable: 'Logowanie jest chwilowo niemożliwe. Ponów test później.',
  not_now: 'Serwer nie może teraz przyjąć wiadomości. Ponów test później.',
  out_of_step: 'Rozmowa z serwerem wypadła z rytmu. Ponów test.',
  server_not_found: 'Nie ma serwera o tej nazwie. Sprawdź nazwę serwera.',
  server_unreachable: 'Pod tym serwerem i portem nikt nie odpowiada. Sprawdź oba oraz to, czy nie blokuje zapora.',
  bad_reply: 'To, co odpowiada, nie jest serwerem poczty albo jest uszkodzone. Sprawdź nazwę serwera i port.',
  connection_lost: 'Serwer przerwał połączenie. Ponów test; jeśli się powtarza, zapytaj administratora.',
  timeout: 'Serwer nie odpowiedział na czas. Ponów test później.',
  inside_address:
    'Adres bramki leży na tej maszynie lub w jej sieci. Użyj adresu w internecie albo ustaw INSIDE_GATEWAYS=yes.',
  partly_refused: 'Bramka przyjęła część wiadomości, a resztę odrzuciła.',
};
