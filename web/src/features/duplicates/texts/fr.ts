import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  title: 'Doublons',
  text: 'Des fiches qui sont sans doute les mêmes. Comparez, réunissez-les, ou dites qu’elles diffèrent.',
  kind: 'Fiches',
  contact: 'Contacts',
  company: 'Entreprises',
  lead: 'Prospects',
  same: 'En commun',
  same_email: 'Même adresse e-mail',
  same_phone: 'Même numéro de téléphone',
  same_name: 'Même nom et lieu',
  same_birthday: 'Même nom et date de naissance',
  same_number: 'Même numéro d’immatriculation',
  compare: 'Comparer et fusionner',
  different: 'Elles sont différentes',
  dismissed: 'Ne seront plus montrées comme doublons',
  created: 'Créé',
  none: 'Aucun doublon ici',
  noneText: 'Aucune fiche n’a cela en commun. Choisissez un autre critère.',
  more: 'Plus',
};
