import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  between: 'ferdig mellom {from} og {until}',
  about: 'ferdig omtrent {time}',
  never: 'ikke alt før det gis opp',
  basis_now: 'Etter farten nå: {slow} til {fast} meldinger i sekundet.',
  basis_history: 'Etter farten på tidligere utsendelser fra denne kontoen: {slow} til {fast} meldinger i sekundet.',
  basis_limit: 'Etter sendekontoens grense: {slow} til {fast} meldinger i sekundet.',
  basis_guess:
    'Lite er sendt fra denne kontoen før, så dette er et vidt anslag. Etter første utsendelse blir det smalt.',
  queue_one: '{count} melding fra en annen utsendelse på samme konto er regnet med.',
  queue_other: '{count} meldinger fra andre utsendelser på samme konto er regnet med.',
  goes_on_one: '{count} rekker kanskje ikke ut før tiden er over; den fortsetter ved neste åpning.',
  goes_on_other: '{count} rekker kanskje ikke ut før tiden er over; de fortsetter ved neste åpning.',
  expires_one: '{count} kan bli gitt opp {time} uten å være sendt. Utvid tidene, eller la den prøve lenger.',
  expires_other: '{count} kan bli gitt opp {time} uten å være sendt. Utvid tidene, eller la den prøve lenger.',
  campaign_ends: 'Den er kanskje ikke ferdig når kampanjen slutter. Start tidligere, eller flytt slutten.',
  title: 'Hvor lang tid det tar',
  text: 'Regnet ut fra antall mottakere, tidene, farten og det som er foran i køen.',
};
