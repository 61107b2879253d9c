import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  alsoTo: 'Collègues qui le reçoivent aussi',
  nobodyYet: 'Personne pour l’instant',
  editList: 'Modifier la liste',
  listTitle: 'Collègues qui reçoivent les tests',
  listText:
    'Tout le monde ici partage cette liste. Un test ne compte jamais, et ces personnes ne sont pas cherchées parmi les contacts.',
  name: 'Nom',
  email: 'E-mail',
  phone: 'Téléphone',
  add: 'Ajouter',
  removeReader: 'Retirer {name} de la liste',
  noneListed: 'Personne n’est encore sur la liste.',
};
