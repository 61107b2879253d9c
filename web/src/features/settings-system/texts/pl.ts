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
  restoredTitle: 'Nic nie jest wysyłane: baza danych jest starsza niż to, co wysłano',
  restoredText:
    'Proces na {host} pamięta późniejszy stan, więc wygląda to na przywróconą kopię zapasową. Tego, co wysłano od czasu kopii, w niej nie ma i zostałoby wysłane ponownie. Wszystkie kampanie są wstrzymane.',
  strangerTitle: 'Nic nie jest wysyłane: żaden proces nie zna tej bazy danych',
  strangerText:
    'Proces na {host} nigdy dla niej nie wysyłał i nie działa żaden inny, który to robił. Po przeniesieniu na nowy komputer to normalne; przy starej kopii bazy danych nie.',
  waits_database_full: 'Czeka: dysk bazy danych jest pełny',
  waits_folder_full: 'Czeka: dysk jest pełny',
  databaseFullTitle: 'Nic nie jest wysyłane: dysk bazy danych jest pełny',
  folderFullTitle: 'Proces nic nie wysyła: jego dysk jest pełny',
  databaseFullText:
    'Zwolnij na nim miejsce. Nic nie przepadło, wysyłka sama ruszy w ciągu sekund. Zauważył to proces na {host}.',
  folderFullText:
    'Dysk folderu danych na {host} jest pełny, a bez dziennika proces niczego nie przekazuje. Zwolnij miejsce; sam ruszy w ciągu sekund.',
  vouch: 'To właściwa baza danych',
  vouchQuestion: 'Pracować dalej z tą bazą danych?',
  vouchText:
    'Tylko jeśli wiesz, że od zrobienia tej kopii nic nie wysłano, albo co wysłano. Wstrzymane kampanie pozostaną wstrzymane; wznów każdą po sprawdzeniu.',
  vouched: 'Wysyłanie może trwać dalej. Wznawiaj kampanie po kolei.',
  vouchAsk: 'Administrator może to tutaj zwolnić.',
  clock: 'Zegar',
  clockRight: 'Dobry',
  clockAhead: 'spieszy się o {time}',
  clockBehind: 'spóźnia się o {time}',
  clockTitle: 'Zegar komputera {host} jest zły: {off}',
  clockText:
    'Wysyłka trzyma się zegara bazy danych, więc nic nie wychodzi o złej porze. Mimo to ustaw zegar tego komputera: korzysta z niego dziennik i data wiadomości.',
};
