import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  search: 'Chercher dans la liste',
  columns: 'Colonnes',
  more: 'Plus',
  count_one: '{count} ligne',
  count_other: '{count} lignes',
  loaded: '{shown} sur {total}',
  selected_one: '{count} sélectionnée',
  selected_other: '{count} sélectionnées',
  clearSelection: 'Effacer la sélection',
  selectAll: 'Sélectionner toutes les lignes chargées',
  selectRow: 'Sélectionner {name}',
  sortBy: 'Trier par {column}',
  loadMore: 'Charger la suite',
  nothingTitle: 'Aucun résultat',
  nothingText: 'Aucune ligne ne correspond à la recherche et aux filtres. Élargissez l’un d’eux.',
  clearSearch: 'Effacer la recherche',
  loading: 'Chargement des lignes…',
  exportExcel: 'Exporter vers Excel',
  exportCsv: 'Exporter en CSV',
  moreFilters: 'Plus de filtres',
  moreFiltersOn_one: '{count} filtre de plus',
  moreFiltersOn_other: '{count} filtres de plus',
  filterReset: 'Effacer ces filtres',
};
