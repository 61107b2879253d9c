import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  outbox: 'Utboks',
  text: 'Meldinger som denne maskinens egen e-postserver har tatt imot. De blir her: ingenting er levert til noen.',
  to: 'Til',
  from: 'Fra',
  subject: 'Emne',
  received: 'Mottatt',
  searchHint: 'Adresse eller emne',
  noneYet: 'Utboksen er tom',
  noneYetText: 'Velg den lokale utboksen som avsenderkonto for en kampanje, så kan hver melding leses her.',
  messageTo: 'Melding til {to}',
  plainText: 'Ren tekst',
  headers: 'Meldingshoder',
};
