import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  text: 'Tekst',
  textHint: 'Inntil 160 tegn går som én SMS. Lengre tekster går som flere, og hver av dem koster.',
  preview: 'Forhåndsvisning',
  addStop: 'Legg til hvordan man stopper',
  parts_one: '{count} SMS',
  parts_other: '{count} SMS til hver person',
  unitsGsm: '{units} tegn i det enkle alfabetet, plass til {left} til',
  unitsUcs: '{units} tegn, plass til {left} til: bare 70 går i én SMS',
  manyParts: 'Denne teksten går som {count} SMS til hver person. Skal den være så lang?',
  forced: 'Ikke i det enkle alfabetet: {characters}',
  forcedText:
    'På grunn av disse tegnene sendes hele teksten i det brede alfabetet, med 70 tegn per SMS i stedet for 160.',
  plainChanges: 'Kan stå i stedet: {changes}',
  forcedByField: 'Fra et flettefelt: {characters}',
  makePlain: 'Gjør den enkel',
};
