import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  company: 'Entreprise',
  text: 'Le nom de l’entreprise, et ce qui vaut partout où personne n’a choisi autre chose.',
  name: 'Nom de l’entreprise',
  nameHint: 'Les destinataires le voient sur vos pages publiques.',
  language: 'Langue',
  languageHint: 'Pour les utilisateurs qui n’en ont pas choisi.',
  currency: 'Devise',
  timeZone: 'Fuseau horaire',
  timeZoneHint: 'Les campagnes y sont planifiées.',
  seats: 'Places du module de campagnes',
  seatsHint:
    'Le nombre d’utilisateurs qui peuvent l’avoir. Laissez vide pour ne pas fixer de limite. Vous attribuez les places sous Utilisateurs et équipes.',
  seatsGiven_one: '{count} place est attribuée.',
  seatsGiven_other: '{count} places sont attribuées.',
};
