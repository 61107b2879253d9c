import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  company: 'Firma',
  text: 'Hva firmaet heter, og hva som gjelder der ingen har valgt noe annet.',
  name: 'Firmanavn',
  nameHint: 'Mottakerne ser det på de offentlige sidene deres.',
  language: 'Språk',
  languageHint: 'For brukere som ikke har valgt et selv.',
  currency: 'Valuta',
  timeZone: 'Tidssone',
  timeZoneHint: 'Kampanjene planlegges i den.',
  seats: 'Plasser i kampanjemodulen',
  seatsHint:
    'Hvor mange brukere som kan ha den. La feltet stå tomt for ingen grense. Plassene deler du ut under Brukere og team.',
  seatsGiven_one: '{count} plass er delt ut.',
  seatsGiven_other: '{count} plasser er delt ut.',
};
