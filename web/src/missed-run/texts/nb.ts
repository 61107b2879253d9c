import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  text_one:
    'Den skulle ha startet {time}, da Fanfare ikke var i gang. {count} mottaker venter fortsatt. Hva skal skje?',
  text_other:
    'Den skulle ha startet {time}, da Fanfare ikke var i gang. {count} mottakere venter fortsatt. Hva skal skje?',
  lastDate: 'Den skulle ha gått {time}, da Fanfare ikke var i gang, og det følger ingen senere dato. Hva skal skje?',
  refused: 'Den kunne ikke starte {time}. {reason} For å rette det må du først gi den opp.',
  sendNow: 'Send nå',
  newTime: 'Velg et annet tidspunkt',
  giveUp: 'Gi opp',
  givenUp: 'Gitt opp: ingenting ble sendt, og listen kan endres igjen.',
  startsAt: 'Starter',
  schedule: 'Planlegg',
};
