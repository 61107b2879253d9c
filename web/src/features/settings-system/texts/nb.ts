import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  api: 'API',
  apiText: 'Alt som kan gjøres her, kan også et program gjøre: dette grensesnittet bruker ikke noe annet.',
  document: 'Beskrivelsen av API-et',
  documentText: 'Alle operasjoner med felter, svar og feil, laget av versjonen som kjører.',
  browse: 'Les og prøv ut',
  openApi: 'OpenAPI 3.1 (JSON)',
  tryIt: 'Et første kall',
  tryItText:
    'Et program logger inn som en bruker med /api/sign-in og tar vare på informasjonskapselen; det får gjøre det brukeren får gjøre. Kall som endrer noe, har med headeren x-fanfare: 1.',
  workers: 'Arbeidsprosesser',
  workersText:
    'Prosessene som lager lister og sender. Start flere, på hvilken som helst maskin, for å sende raskere; faller én ut, tar de andre over.',
  host: 'Maskin',
  process: 'Prosess',
  state: 'Tilstand',
  idle: 'Venter på arbeid',
  sending_one: 'Sender: {count} bunke i arbeid',
  sending_other: 'Sender: {count} bunker i arbeid',
  since: 'Har kjørt siden',
  heardOf: 'Sist hørt fra',
  noWorkers: 'Ingen arbeidsprosess kjører',
  noWorkersText: 'Ingenting sendes før en er startet. Start en på serveren med',
};
