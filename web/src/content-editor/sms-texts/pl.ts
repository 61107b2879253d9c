import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  text: 'Treść',
  textHint: 'Do 160 znaków to jeden SMS. Dłuższe teksty idą jako kilka, a każdy kosztuje.',
  preview: 'Podgląd',
  addStop: 'Dodaj, jak zrezygnować',
  parts_one: '{count} SMS',
  parts_few: '{count} SMS-y do każdej osoby',
  parts_many: '{count} SMS-ów do każdej osoby',
  unitsGsm: '{units} znaków prostego alfabetu, miejsce na {left}',
  unitsUcs: '{units} znaków, miejsce na {left}: w jednym SMS-ie mieści się tylko 70',
  manyParts: 'Ten tekst pójdzie jako {count} SMS-ów do każdej osoby. Czy ma być tak długi?',
  forced: 'Spoza prostego alfabetu: {characters}',
  forcedText: 'Z powodu tych znaków cały tekst jest wysyłany w szerokim alfabecie: 70 znaków w SMS-ie zamiast 160.',
  plainChanges: 'Zamiast tego może być: {changes}',
  forcedByField: 'Z pola scalania: {characters}',
  makePlain: 'Uprość znaki',
};
