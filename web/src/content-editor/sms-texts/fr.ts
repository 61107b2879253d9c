import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  text: 'Texte',
  textHint: 'Jusqu’à 160 caractères partent en un SMS. Un texte plus long part en plusieurs, et chacun coûte.',
  preview: 'Aperçu',
  addStop: 'Ajouter comment arrêter',
  parts_one: '{count} SMS',
  parts_other: '{count} SMS par personne',
  unitsGsm: '{units} caractères de l’alphabet simple, encore {left}',
  unitsUcs: '{units} caractères, encore {left} : un SMS n’en porte que 70',
  manyParts: 'Ce texte part en {count} SMS par personne. Doit-il être aussi long ?',
  forced: 'Hors de l’alphabet simple : {characters}',
  forcedText:
    'À cause de ces caractères, tout le texte part dans l’alphabet large : 70 caractères par SMS au lieu de 160.',
  plainChanges: 'Peut s’écrire : {changes}',
  forcedByField: 'D’un champ fusionné : {characters}',
  makePlain: 'Simplifier',
};
