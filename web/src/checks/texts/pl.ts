import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  check_alignment: 'Domena nadawcy',
  check_spf: 'SPF',
  check_dkim: 'DKIM',
  check_dmarc: 'DMARC',
  aligned: 'Nadawca i zwroty należą do tej samej domeny.',
  bounces_elsewhere:
    'Zwroty trafiają do innej domeny, więc SPF nie potwierdza nadawcy. Podpisuj DKIM albo użyj adresu zwrotów w domenie nadawcy.',
  from_mailbox_provider:
    'Adres nadawcy jest u dostawcy poczty, który odrzuca takie wiadomości z innych serwerów. Użyj własnej domeny.',
  spf_found: 'Domena podaje, które serwery dla niej wysyłają.',
  no_spf: 'Domena nie podaje, które serwery dla niej wysyłają. Opublikuj rekord SPF ze swoim serwerem.',
  several_spf: 'Jest kilka rekordów SPF, więc żaden nie obowiązuje. Zostaw jeden.',
  spf_allows_all: 'Rekord SPF pozwala wysyłać każdemu. Zakończ go -all lub ~all.',
  dkim_signs: 'Wiadomości są podpisywane, a klucz jest opublikowany.',
  dkim_by_provider: 'Podpisywać ma dostawca; stąd tego nie widać.',
  no_dkim: 'Wiadomości nie są podpisywane. Utwórz klucz i włącz podpisywanie.',
  dkim_not_found: 'Wiadomości są podpisywane, ale DNS nie pokazuje klucza. Opublikuj go albo wyłącz podpisywanie.',
  dmarc_found: 'Domena podaje, co robić z pocztą, która od niej nie pochodzi.',
  no_dmarc: 'Brak rekordu DMARC. Duże skrzynki go wymagają; na początek v=DMARC1; p=none.',
  dns_silent: 'DNS nie odpowiedział. Sprawdź później.',
};
