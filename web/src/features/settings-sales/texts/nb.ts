import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  title: 'Salgssteg',
  text: 'Stegene en avtale går gjennom, i rekkefølge, og hvor mange av hundre avtaler i hvert som vinnes.',
  stage: 'Steg {place}',
  chance: 'Vinnes av hundre',
  add: 'Legg til et steg',
  remove: 'Fjern {name}',
  up: 'Flytt {name} opp',
  down: 'Flytt {name} ned',
  dealsSaid_one: '{count} avtale i det',
  dealsSaid_other: '{count} avtaler i det',
};
