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
  tracking: 'De qui les ouvertures et les clics sont relevés',
  trackingHint:
    'Les messages aux autres n’ont pas de pixel et leurs liens mènent droit au but. Les liens de désabonnement fonctionnent toujours.',
  tracking_everyone: 'De tous ceux qui ne s’y sont pas opposés',
  tracking_everyone_hint: 'Seulement là où la loi offre un autre fondement que le consentement.',
  tracking_consented: 'Seulement de ceux qui y ont consenti',
  tracking_consented_hint: 'Enregistré sur la fiche, à part du consentement à recevoir des messages.',
  tracking_nobody: 'De personne',
  tracking_nobody_hint: 'Les rapports ne connaissent alors ni ouvertures ni clics.',
};
