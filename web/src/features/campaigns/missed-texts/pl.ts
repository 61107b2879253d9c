import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  title: 'Kto jej nie otrzymał',
  text: 'Wybierz, kogo pobrać do nowej listy. Zgody i adresy są sprawdzane od nowa; nikt nie dostanie jej dwa razy z dwóch list.',
  unknown: 'Nie wiadomo, czy dotarły kolejne: {count}.',
  decideThere: 'Zdecyduj o nich w dzienniku',
  otherChannel: 'Innym kanałem: dodaj akcję dla tej samej grupy i w kroku Kto wybierz „Ci, do których nie dotarła”.',
  addAction: 'Do akcji',
  failedHint: 'Nie można jej było dostarczyć.',
  bouncedHint: 'Została przyjęta i wróciła.',
  droppedHint: 'Po starcie jej nie wysłano z przyczyn po naszej stronie.',
  unopenedHint: 'Dotarła, mogła zgłosić otwarcie i nie została otwarta.',
  failed: 'Nieudane ({count})',
  bounced: 'Zwrócone ({count})',
  dropped: 'Pominięte po starcie ({count})',
  unopened: 'Nieotwarte ({count})',
  joinedTitle: 'Doszli od tego czasu',
  joined: 'Albo ci, którzy doszli do grupy od czasu wysyłki: {count}. Nikt, kto był w niej wcześniej.',
  fetchJoined: 'Utwórz ich listę',
  fetch: 'Pobierz {count}',
};
