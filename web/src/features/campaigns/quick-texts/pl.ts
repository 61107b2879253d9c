import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  quick_email: 'Nowy mailing',
  quick_sms: 'Nowy SMS',
  quick_letter: 'Nowy list',
  quick_call: 'Nowe rozmowy',
  quick_task: 'Nowe działania',
  quick_invoice: 'Nowe faktury',
  quick_opportunity: 'Nowe szanse sprzedaży',
  quick_offer: 'Nowe oferty',
  quick_list: 'Nowa lista',
  quickText: 'Jedna akcja dla wielu osób naraz. Zapisz, przejrzyj adresatów i uruchom, gdy będzie gotowa.',
  addressees: 'Adresaci',
  segments: 'Wszyscy z tych segmentów',
  chosenNow_one: 'Dodawany jest {count} wybrany rekord',
  chosenNow_few: 'Dodawane są {count} wybrane rekordy',
  chosenNow_many: 'Dodawanych jest {count} wybranych rekordów',
  addOne: 'Dodaj osobę lub firmę',
  strategy: 'Strategia wysyłki',
  template: 'Szablon',
  comesAlong: '{name} · gotowy szablon',
  templateLanguage: 'Język szablonu',
  noTemplate: 'Napiszę później',
  save: 'Zapisz',
};
