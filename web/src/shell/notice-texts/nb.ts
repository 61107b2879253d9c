import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  notices: 'Varsler',
  unread_one: 'Varsler: {count} ulest',
  unread_other: 'Varsler: {count} uleste',
  readAll: 'Merk alle som lest',
  none: 'Ingen varsler',
  noneText: 'Når en utsendelse er ferdig, noen svarer på meldingen din eller noe planlegges for deg, står det her.',
  older: 'Vis eldre',
  unreadMark: 'ulest',
  goneCampaign: 'en kampanje',
  goneParty: 'Noen',
  run_finished: '«{campaign}» er ferdig: {sent} av {planned} sendt',
  sums: '{failed} feilet, {dropped} utelatt, {unknown} ukjent',
  answered_yes: '{party} sa ja til «{campaign}»',
  answered_no: '{party} sa nei til «{campaign}»',
  answered_maybe: '{party} sa kanskje til «{campaign}»',
  waiting: 'Venter på plass',
  activity_given: '{who} planla «{title}» for deg i «{campaign}»',
  due: 'Frist {when}',
  approval_asked: '{who} ber deg godkjenne «{campaign}»',
  approval_given: '{who} godkjente «{campaign}»',
  approval_refused: '{who} avslo «{campaign}»',
  recipients: '{planned} mottakere',
};
