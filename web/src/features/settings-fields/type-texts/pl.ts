import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  title: 'Typy obiektów',
  text: 'Rodzaje rzeczy, które mają klienci, każdy z własnymi polami.',
  newType: 'Nowy typ obiektu',
  name: 'Nazwa',
  identifier: 'Co go identyfikuje',
  identifierHint: 'Na przykład „Numer rejestracyjny”. Żadne dwa obiekty tego typu nie mają takiego samego.',
  key: 'Klucz',
  keyHint: 'Nazywa typ w regułach, tekstach i importach, na przykład vehicle. Nie można go później zmienić.',
  keyExample: 'tworzony z nazwy',
  assets: 'Obiekty',
  fields: 'Własne pola',
  state: 'Stan',
  inUse: 'W użyciu',
  archived: 'W archiwum',
  archiveText:
    'Nie będzie już nigdzie oferowany. Jego obiekty zostają, a reguły, które go używają, nadal działają. Możesz go przywrócić.',
  none: 'Nie ma jeszcze typów obiektów',
  noneText:
    'Na przykład Pojazd z marką, modelem, rokiem i następnym serwisem. Kampanie mogą wtedy wybierać ludzi według tego, co mają.',
  create: 'Utwórz typ',
  edit: 'Edytuj „{name}”',
  editFields: 'Jego pola',
  seeAssets: 'Jego obiekty',
};
