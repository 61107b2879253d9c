import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  views: 'Vues',
  viewOf: 'Vue : {name}',
  changedMark: 'modifiée',
  everything: 'Sans vue',
  mine: 'Mes vues',
  shared: 'Partagées par d’autres',
  sharedBy: '{name} ({owner})',
  saveAs: 'Enregistrer ce qui est affiché comme vue…',
  saveChanges: 'Enregistrer les modifications de « {name} »',
  changesSaved: 'La vue affiche désormais ceci',
  open: 'Ouvrir cette liste avec « {name} »',
  openNot: 'Ne plus ouvrir cette liste avec « {name} »',
  share: 'Partager « {name} » avec tous',
  shareNot: 'Garder « {name} » pour moi',
  delete: 'Supprimer « {name} »',
  deleteTitle: 'Supprimer la vue « {name} » ?',
  deleteText: 'La liste elle-même ne change pas. Ceux qui l’ouvrent avec cette vue la verront sans.',
  newView: 'Enregistrer une vue',
  newViewText: 'La recherche, les filtres, l’ordre et les colonnes sont conservés sous un nom.',
  shareField: 'La partager avec tous',
  openField: 'Ouvrir cette liste avec elle',
  saved: 'La vue est enregistrée',
};
