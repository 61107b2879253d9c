import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  away: 'Gdy Cię nie ma',
  awayText:
    'W tym czasie ktoś Cię zastępuje: wiadomości, które byłyby od Ciebie, wychodzą od zastępcy, do niego trafiają odpowiedzi i nowa praca.',
  from: 'Pierwszy dzień nieobecności',
  until: 'Ostatni dzień nieobecności',
  standIn: 'Zastępca',
  standInHint: 'Według strefy czasowej firmy, łącznie z oboma dniami.',
  back: 'Jestem na miejscu',
  backDone: 'Wiadomości i praca znów należą do Ciebie',
};
