import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  text_one:
    'Elle aurait dû commencer le {time}, alors que Fanfare était arrêté. {count} destinataire attend encore. Que faire ?',
  text_other:
    'Elle aurait dû commencer le {time}, alors que Fanfare était arrêté. {count} destinataires attendent encore. Que faire ?',
  lastDate: 'Elle aurait dû partir le {time}, alors que Fanfare était arrêté, et aucune date ne suit. Que faire ?',
  refused: 'Le départ du {time} n’a pas pu se faire. {reason} Pour corriger cela, abandonnez-la d’abord.',
  sendNow: 'Envoyer maintenant',
  newTime: 'Choisir une autre heure',
  giveUp: 'Abandonner',
  givenUp: 'Abandonnée : rien n’est parti, la liste peut de nouveau être modifiée.',
  startsAt: 'Début',
  schedule: 'Programmer',
};
