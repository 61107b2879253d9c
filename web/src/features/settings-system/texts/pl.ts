import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  api: 'API',
  apiText: 'Wszystko, co można zrobić tutaj, może też zrobić program: ten interfejs nie korzysta z niczego innego.',
  document: 'Opis API',
  documentText: 'Wszystkie operacje z polami, odpowiedziami i błędami, utworzone z działającej wersji.',
  browse: 'Przeczytaj i wypróbuj',
  openApi: 'OpenAPI 3.1 (JSON)',
  tryIt: 'Pierwsze wywołanie',
  tryItText:
    'Program loguje się jako użytkownik przez /api/sign-in i zachowuje plik cookie; może tyle, co ten użytkownik. Wywołania, które coś zmieniają, zawierają nagłówek x-fanfare: 1.',
  workers: 'Procesy robocze',
  workersText:
    'Procesy, które tworzą listy i wysyłają. Uruchom ich więcej, na dowolnym komputerze, aby wysyłać szybciej; gdy jeden padnie, przejmą go inne.',
  host: 'Komputer',
  process: 'Proces',
  state: 'Stan',
  idle: 'Czeka na pracę',
  sending_one: 'Wysyła: {count} partia w toku',
  sending_few: 'Wysyła: {count} partie w toku',
  sending_many: 'Wysyła: {count} partii w toku',
  since: 'Działa od',
  heardOf: 'Ostatni sygnał',
  noWorkers: 'Żaden proces roboczy nie działa',
  noWorkersText: 'Nic nie zostanie wysłane, dopóki któryś nie ruszy. Uruchom go na serwerze poleceniem',
};
