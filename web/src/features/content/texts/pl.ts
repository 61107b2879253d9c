import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  templates: 'Szablony',
  templatesText:
    'Teksty, od których zaczyna się wiadomość. Zmiana szablonu nie zmienia wiadomości, które z niego powstały.',
  newTemplate: 'Nowy szablon',
  template: 'Szablon',
  name: 'Nazwa',
  language: 'Język',
  channel: 'Do czego',
  anyChannel: 'Wszystkie rodzaje',
  channel_email: 'E-mail',
  channel_sms: 'SMS',
  channel_letter: 'List',
  words_letter: 'Treść',
  words_sms: 'Tekst',
  channel_call: 'Rozmowy telefoniczne',
  channel_task: 'Inne działania',
  words_call: 'Skrypt rozmowy',
  words_task: 'Co jest do zrobienia',
  changed: 'Zmieniono',
  anyLanguage: 'Wszystkie języki',
  searchHint: 'Szukaj po nazwie',
  noneTitle: 'Nie masz jeszcze własnych szablonów',
  noneText:
    'Fanfare ma wiele gotowych: do e-maili, SMS-ów, listów, rozmów i zadań. Zacznij od jednego i zapisz go jako własny.',
  saveTemplate: 'Zapisz szablon',
  templateSaved: 'Szablon zapisano',
  archive: 'Odłóż',
  archiveTitle: 'Odłożyć „{name}”?',
  archiveText: 'Zniknie z tej listy. Wiadomości, które z niego powstały, pozostaną bez zmian.',
  archived: 'Odłożono „{name}”',
};
