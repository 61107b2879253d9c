import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  title: 'Types de biens',
  text: 'Les sortes de choses que vos clients possèdent, chacune avec ses propres champs.',
  newType: 'Nouveau type de bien',
  name: 'Nom',
  identifier: 'Ce qui en identifie un',
  identifierHint: 'Par exemple « Immatriculation ». Deux biens du même type n’ont jamais le même.',
  key: 'Clé',
  keyHint:
    'Nomme le type dans les règles, textes et imports, par exemple vehicle. Elle ne peut plus être changée ensuite.',
  keyExample: 'tirée du nom',
  assets: 'Biens',
  fields: 'Champs propres',
  state: 'État',
  inUse: 'En usage',
  archived: 'Archivé',
  archiveText:
    'Il n’est plus proposé nulle part. Ses biens restent, et les règles qui l’utilisent fonctionnent toujours. Vous pouvez le rétablir.',
  none: 'Aucun type de bien pour l’instant',
  noneText:
    'Par exemple Véhicule, avec marque, modèle, année et prochaine révision. Les campagnes peuvent alors choisir les gens selon ce qu’ils possèdent.',
  create: 'Créer le type',
  edit: 'Modifier « {name} »',
  editFields: 'Ses champs',
  seeAssets: 'Ses biens',
};
