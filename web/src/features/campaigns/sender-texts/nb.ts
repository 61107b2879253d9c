import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  addSharer: 'Send fra enda en konto',
  addSharerHint: 'Hvilken som helst av firmaets kontoer. Hver mottaker hører bare fra én av dem.',
  sharingRule: 'Hvordan de deler',
  sharing_shares: 'Hver sender sin del',
  sharingHint_shares: 'Alle kontoene sender sin del av mottakerne, side om side.',
  sharing_in_turn: 'Etter tur',
  sharingHint_in_turn:
    'Den første sender til grensen er nådd, så den neste; når den første kan sende igjen, går den først.',
  shareOf: 'Vekt for {name}',
  shareSaid: '{share} % av mottakerne',
  removeSharer: 'Fjern {name}',
  whenPaused: 'Når en konto er satt på pause',
  whenPaused_others: 'De andre sender dens del',
  whenPausedHint_others: 'Ingen venter, men noen får post fra en annen adresse.',
  whenPaused_wait: 'Dens del venter',
  whenPausedHint_wait: 'Til noen starter kontoen igjen. De andre fortsetter med sin del.',
  senderChecks: 'Hva som taler mot avsenderen',
  senderChecksText: 'Det kan sendes likevel. Store markedsføringsutsendelser spør en gang til.',
  untrustedTitle: 'Sende likevel?',
  untrustedSend: 'Send likevel',
};
