import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  notices: 'Powiadomienia',
  unread_one: 'Powiadomienia: {count} nieprzeczytane',
  unread_few: 'Powiadomienia: {count} nieprzeczytane',
  unread_many: 'Powiadomienia: {count} nieprzeczytanych',
  readAll: 'Oznacz wszystkie jako przeczytane',
  none: 'Brak powiadomień',
  noneText:
    'Gdy wysyłka się zakończy, ktoś odpowie na Twoją wiadomość albo zaplanuje coś dla Ciebie, przeczytasz o tym tutaj.',
  older: 'Pokaż starsze',
  unreadMark: 'nieprzeczytane',
  goneCampaign: 'kampania',
  goneParty: 'Ktoś',
  run_finished: '„{campaign}” – zakończono: wysłano {sent} z {planned}',
  sums: 'nieudane: {failed}, pominięte: {dropped}, nieznane: {unknown}',
  tries: 'Próba {tries}; łącznie wysłano {sent}',
  answered_yes: '{party}: „tak” dla „{campaign}”',
  answered_no: '{party}: „nie” dla „{campaign}”',
  answered_maybe: '{party}: „może” dla „{campaign}”',
  called_reached: '{party}: rozmowa w sprawie „{campaign}” odbyta',
  called_call_back: '{party}: prośba o oddzwonienie w sprawie „{campaign}”',
  called_do_not_call: '{party}: bez dalszych telefonów, przy „{campaign}”',
  waiting: 'Czeka na miejsce',
  activity_given: '{who} – zaplanowano dla Ciebie „{title}” w „{campaign}”',
  due: 'Termin: {when}',
  approval_asked: '{who} prosi o zatwierdzenie „{campaign}”',
  approval_given: '{who} – zatwierdzono „{campaign}”',
  approval_refused: '{who} – odmówiono „{campaign}”',
  approval_void: '„{campaign}” stoi: po zatwierdzeniu coś zmieniono',
  recipients: 'Odbiorcy: {planned}',
};
