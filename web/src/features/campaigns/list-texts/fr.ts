import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  allManagers: 'Tous les responsables',
  accountManager: 'Responsable client',
  allKinds: 'Tous les genres',
  allTypes: 'Tous les types',
  kind: 'Genre',
  from: 'En cours du',
  until: 'En cours jusqu’au',
  withPeople: 'Campagnes et personnes',
  kind_one_off: 'Ponctuelle',
  kind_multi_stage: 'En étapes',
  kind_sequential: 'Parcours successifs',
  kind_parallel: 'Parcours parallèles',
};
