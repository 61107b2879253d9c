import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  addSharer: 'Wysyłaj także z kolejnego konta',
  addSharerHint: 'Dowolne konto firmy. Każdy odbiorca dostaje wiadomość tylko z jednego z nich.',
  sharingRule: 'Jak się dzielą',
  sharing_shares: 'Każde wysyła swoją część',
  sharingHint_shares: 'Wszystkie konta wysyłają równolegle do swojej części odbiorców.',
  sharing_in_turn: 'Po kolei',
  sharingHint_in_turn: 'Pierwsze wysyła aż do limitu, potem następne; gdy pierwsze znów może, ma pierwszeństwo.',
  shareOf: 'Waga konta {name}',
  shareSaid: '{share} % odbiorców',
  removeSharer: 'Usuń: {name}',
  whenPaused: 'Gdy konto jest wstrzymane',
  whenPaused_others: 'Jego część wysyłają inne',
  whenPausedHint_others: 'Nikt nie czeka, ale niektórzy dostaną wiadomość z innego adresu.',
  whenPaused_wait: 'Jego część czeka',
  whenPausedHint_wait: 'Aż ktoś wznowi konto. Pozostałe wysyłają swoje dalej.',
  senderChecks: 'Co przemawia przeciw nadawcy',
  senderChecksText: 'Mimo to można wysłać. Przy dużych wysyłkach marketingowych zapytamy jeszcze raz.',
  untrustedTitle: 'Wysłać mimo to?',
  untrustedSend: 'Wyślij mimo to',
};
