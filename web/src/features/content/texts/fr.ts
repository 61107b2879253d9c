import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  templates: 'Modèles',
  templatesText:
    'Des textes pour commencer un message. Un message tiré d’un modèle ne change pas quand le modèle change.',
  newTemplate: 'Nouveau modèle',
  template: 'Modèle',
  name: 'Nom',
  language: 'Langue',
  channel: 'Pour',
  anyChannel: 'Tous les genres',
  channel_email: 'E-mail',
  channel_sms: 'SMS',
  channel_letter: 'Courrier',
  words_letter: 'Texte',
  words_sms: 'Texte',
  channel_call: 'Appels téléphoniques',
  channel_task: 'Autres activités',
  words_call: 'Script d’appel',
  words_task: 'Ce qu’il faut faire',
  changed: 'Modifié',
  anyLanguage: 'Toutes les langues',
  searchHint: 'Chercher par nom',
  noneTitle: 'Pas encore de modèle à vous',
  noneText:
    'Fanfare en propose beaucoup, pour e-mails, SMS, lettres, appels et tâches. Partez de l’un d’eux et gardez-le comme le vôtre.',
  saveTemplate: 'Enregistrer le modèle',
  templateSaved: 'Le modèle est enregistré',
  archive: 'Ranger',
  archiveTitle: 'Ranger « {name} » ?',
  archiveText: 'Il quitte cette liste. Les messages qui en sont tirés restent tels quels.',
  archived: '« {name} » est rangé',
};
