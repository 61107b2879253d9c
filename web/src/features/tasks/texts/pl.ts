import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  title: 'Zadania',
  text: 'Rozmowy, zadania i spotkania, najpilniejsze najpierw. Naciśnij D w wierszu, aby oznaczyć jako wykonane.',
  subject: 'Temat',
  about: 'Dotyczy',
  type: 'Typ',
  allTypes: 'Wszystkie typy',
  responsible: 'Odpowiedzialny',
  due: 'Termin',
  state: 'Stan',
  campaign: 'Kampania',
  made: 'Utworzono',
  whose: 'Czyje',
  mine: 'Moje',
  everybodys: 'Wszystkich',
  nobodys: 'Niczyje',
  allStates: 'Wszystkie stany',
  overdueOnly: 'Po terminie',
  noDue: 'Bez terminu',
  priority: 'Priorytet',
  priority_high: 'Wysoki',
  priority_low: 'Niski',
  notCalled: 'Jeszcze nie dzwoniono',
  callDesk: 'Stanowisko rozmów',
  searchHint: 'Szukaj w temacie, treści, nazwie lub kampanii',
  nothing: 'Nic do zrobienia',
  nothingText:
    'Zadania powstają z kampanii, których pozycje dossier wymagają pracy, albo są dodawane na stronie osoby, firmy lub leada.',
  done: 'Wykonane',
};
