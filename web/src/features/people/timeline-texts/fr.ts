import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  created: 'Ajouté',
  imported: 'Arrivé avec le fichier « {file} », ligne {line}',
  message: 'Message envoyé : {campaign}',
  listed: 'Sur la liste de {campaign}',
  failed: 'N’a pas pu être envoyé : {campaign}',
  confirmed: 'Livraison confirmée : {campaign}',
  bounced: 'Revenu non distribué : {campaign}',
  opened: 'Ouvert : {campaign}',
  clicked: 'Clic dans {campaign}',
  replied: 'A répondu à {campaign}',
  answered: 'A répondu au formulaire de {campaign}',
  complained: 'Signalé comme indésirable : {campaign}',
  unsubscribed: 'S’est désinscrit de {campaign}',
  converted: 'A acheté après {campaign}',
  consent_given: 'A consenti à {topic} ({channel})',
  consent_withdrawn: 'A retiré son consentement à {topic} ({channel})',
  suppressed: '{value} ne doit plus être utilisé',
  suppression_lifted: '{value} peut de nouveau être utilisé',
  email: 'e-mail',
  sms: 'SMS',
  letter: 'courrier',
  call: 'téléphone',
  all: 'tous les canaux',
};
