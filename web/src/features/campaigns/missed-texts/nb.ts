import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  title: 'Hvem som ikke fikk den',
  text: 'Velg hvem som skal hentes inn i en ny liste. Samtykke og adresser sjekkes igjen; ingen får den to ganger fra to lister.',
  unknown: 'Om {count} til kom fram, er ukjent.',
  decideThere: 'Avgjør det i loggen',
  otherChannel: 'Gjennom en annen kanal: legg til en handling for samme gruppe og velg «De den ikke nådde» under Hvem.',
  addAction: 'Til handlingene',
  failedHint: 'Den kunne ikke leveres.',
  bouncedHint: 'Den ble mottatt og kom i retur.',
  droppedHint: 'Den ble ikke sendt etter start, av en grunn hos oss.',
  unopenedHint: 'Den kom fram, kunne fortelle om åpning og ble ikke åpnet.',
  failed: 'Mislyktes ({count})',
  bounced: 'Kom i retur ({count})',
  dropped: 'Utelatt etter start ({count})',
  unopened: 'Ikke åpnet ({count})',
  joinedTitle: 'Kommet til siden',
  joined: 'Eller de som er kommet til i målgruppen siden utsendelsen: {count}. Ingen som var med før.',
  fetchJoined: 'Lag listen deres',
  fetch: 'Hent {count}',
};
