import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  text_one:
    'Elle aurait dû commencer le {time}, alors que Fanfare était arrêté. {count} destinataire attend encore. Que faire ?',
  text_other:
    'Elle aurait dû commencer le {time}, alors que Fanfare était arrêté. {count} destinataires attendent encore. Que faire ?',
  sendNow: 'Envoyer maintenant',
  newTime: 'Choisir une autre heure',
  giveUp: 'Abandonner',
  givenUp: 'Abandonnée : rien n’est parti, la liste peut de nouveau être modifiée.',
  startsAt: 'Début',
  schedule: 'Programmer',
};
