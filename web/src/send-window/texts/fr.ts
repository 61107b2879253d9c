import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  hours: 'Heures',
  hoursHint:
    'En dehors, rien ne part : ce sont des heures calmes. Ce qui n’est pas fini reprend à la prochaine ouverture.',
  from: '{day}, de',
  until: '{day}, à',
  closed: 'Rien ne part',
  onDay: 'Envoyer : {day}',
  zone: 'Selon quelle horloge',
  zone_company: 'La nôtre',
  zoneHint_company: 'Chacun le reçoit aux heures du fuseau de l’entreprise.',
  zone_recipient: 'Celle de chaque destinataire',
  zoneHint_recipient: 'Selon le fuseau de la personne, sinon de son pays, sinon le nôtre.',
  holidays: 'Jours fériés',
  holidays_none: 'Sont des jours comme les autres',
  holidays_company: 'Rien ne part les nôtres',
  holidays_recipient: 'Rien ne part ceux du pays du destinataire',
  sentenceDay: '{days} {from}–{until}',
  sentence_company: '{hours}, à notre heure',
  sentence_recipient: '{hours}, à l’heure de chaque destinataire',
  sentenceHolidays_company: 'pas nos jours fériés',
  sentenceHolidays_recipient: 'pas les jours fériés de son pays',
};
