import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  notices: 'Avis',
  unread_one: 'Avis : {count} non lu',
  unread_other: 'Avis : {count} non lus',
  readAll: 'Tout marquer comme lu',
  none: 'Aucun avis',
  noneText:
    'Quand une diffusion se termine, que l’on répond à votre message ou que l’on prévoit quelque chose pour vous, c’est dit ici.',
  older: 'Afficher les plus anciens',
  unreadMark: 'non lu',
  goneCampaign: 'une campagne',
  goneParty: 'Quelqu’un',
  run_finished: '« {campaign} » est terminée : {sent} sur {planned} envoyés',
  sums: '{failed} échoués, {dropped} écartés, {unknown} inconnus',
  tries: 'Essai {tries} ; {sent} envoyés en tout',
  answered_yes: '{party} a répondu oui à « {campaign} »',
  answered_no: '{party} a répondu non à « {campaign} »',
  answered_maybe: '{party} a répondu peut-être à « {campaign} »',
  called_reached: '{party} a été joint au téléphone pour « {campaign} »',
  called_call_back: '{party} demande à être rappelé pour « {campaign} »',
  called_do_not_call: '{party} ne veut plus d’appels, dit lors de « {campaign} »',
  waiting: 'En attente d’une place',
  activity_given: '{who} a prévu « {title} » pour vous dans « {campaign} »',
  due: 'Échéance : {when}',
  approval_asked: '{who} vous demande d’approuver « {campaign} »',
  approval_given: '{who} a approuvé « {campaign} »',
  approval_refused: '{who} a refusé « {campaign} »',
  approval_void: '« {campaign} » est à l’arrêt : quelque chose a changé depuis l’approbation',
  recipients: '{planned} destinataires',
};
