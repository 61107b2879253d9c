import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  files: 'Fichiers',
  filesText: 'Pour vos collègues : un brief, un contrat, une image. Les destinataires ne les reçoivent jamais.',
  add: 'Ajouter des fichiers',
  hint: 'Jusqu’à {count} fichiers, {size} chacun.',
  name: 'Nom',
  size: 'Taille',
  by: 'Ajouté par',
  at: 'Ajouté',
  none: 'Pas encore de fichiers',
  noneText: 'Ce qui est ajouté ici est à portée de tous ceux qui voient la campagne.',
  removeFile: 'Retirer « {name} »',
  removeTitle: 'Retirer « {name} » ?',
  removeText: 'Il quitte cette campagne pour tous. L’historique garde son nom.',
};
