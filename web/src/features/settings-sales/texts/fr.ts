import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  title: 'Étapes de vente',
  text: 'Les étapes d’une affaire, dans leur ordre, et combien d’affaires sur cent à chaque étape sont gagnées.',
  stage: 'Étape {place}',
  chance: 'Gagnées sur cent',
  add: 'Ajouter une étape',
  remove: 'Retirer {name}',
  up: 'Monter {name}',
  down: 'Descendre {name}',
  dealsSaid_one: '{count} affaire',
  dealsSaid_other: '{count} affaires',
};
